#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""euler.py GIGOGNE-LESSON

Our Euler engine on the corpus of tests/euler beside venn.js and @upsetjs/venn.js in the same run, scored
alike, as a table: zones right, outlines kept apart, errors of area, times. eulerr is R and not run here:
its row is what it once scored on this corpus (tests/euler/peers.txt), its times another machine's.

./dev fetches the two peers into _build/peers; by hand npm is tried here. Without them their rows say
“skipped”, and without Node.js all is skipped."""
import os
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = os.environ.get('GIGOGNE_SOURCE') or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EULER = os.path.join(SOURCE, 'tests', 'euler')
CORPUS = os.path.join(EULER, 'corpus.json')
FETCHED = os.path.join(SOURCE, '_build', 'peers', 'node_modules')
PEERS = {'vennjs': ('venn.js', '0.2.20'), 'upset': ('@upsetjs/venn.js', '2.0.0')}

# Heading, width, and where score.js says it.
COLUMNS = [
    ('right', 6, r'exist iff required\) +(\d+)'),
    ('silent', 7, r'wrong without saying so (\d+)'),
    ('split', 6, r'split zones in (\d+)'),
    ('apart', 8, r'of diagonal\) in \d+ = ([\d.]+ %)'),
    ('inradius', 9, r'inradius/diagonal median ([\d.]+)'),
    ('error p50', 11, r'diagError median (\S+)'),
    ('p95', 11, r'diagError median \S+ p95 ([^\s,]+)'),
    ('< 0.01', 8, r'< 0\.01 in ([\d.]+ %)'),
    ('ms p50', 8, r'time ms: median (\S+)'),
    ('p95', 9, r'time ms: median \S+ p95 (\S+)'),
    ('most', 9, r'time ms: .* max (\S+)'),
    ('jumps', 6, r'jumps over 15 %: (\d+)'),
    ('semantic', 9, r'semantic (\d+/\d+)'),
]


def row(name, text):
    found = (re.search(pattern, text) for _, _, pattern in COLUMNS)
    cells = (match.group(1) if match else '–' for match in found)
    print('%-36s' % name + ''.join('%*s' % (width, cell) for (_, width, _), cell in zip(COLUMNS, cells)), flush=True)


def score(name, path):
    row(name, subprocess.run(['node', os.path.join(EULER, 'score.js'), path, '--corpus', CORPUS], check=True, text=True,
                             stdout=subprocess.PIPE).stdout)


def ours(tool, folder):
    path = os.path.join(folder, 'gigogne.json')
    subprocess.run([tool, 'layout', '--corpus', CORPUS, '--repetitions', '3', '-o', path], check=True)
    score('gigogne', path)


def fetch(package, version, folder):
    if os.path.isdir(os.path.join(FETCHED, package)):
        return True
    try:
        subprocess.run(['npm', 'install', '--silent', '--no-audit', '--no-fund', '%s@%s' % (package, version)], cwd=folder,
                       check=True, timeout=120, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def peer(engine, folder):
    package, version = PEERS[engine]
    if not fetch(package, version, folder):
        print('%-36s skipped: npm cannot fetch it' % package)
        return
    path = os.path.join(folder, engine + '.json')
    subprocess.run(['node', os.path.join(folder, 'run-js.js'), engine, path], cwd=folder, check=True)
    score('%s %s' % (package, version), path)


def recorded():
    with open(os.path.join(EULER, 'peers.txt'), encoding='utf-8') as file:
        engines = re.split('^engine: ', file.read(), flags=re.MULTILINE)
    for text in engines:
        match = re.match(r'(eulerr \S+) \((\w+)', text)
        if match:
            row('%s %ss (as recorded)' % match.groups(), text)


def main():
    if shutil.which('node') is None:
        print('skipped: there is no Node.js to score with')
        return
    print('%-36s' % '' + ''.join('%*s' % (width, heading) for heading, width, _ in COLUMNS))
    with tempfile.TemporaryDirectory() as folder:
        ours(sys.argv[1], folder)
        # Node looks for packages beside the script that wants them.
        shutil.copytree(EULER, folder, dirs_exist_ok=True)
        if os.path.isdir(FETCHED):
            os.symlink(FETCHED, os.path.join(folder, 'node_modules'))
        for engine in PEERS:
            peer(engine, folder)
    recorded()
    print('of 300: zones right, wrong without saying so, zones in pieces, outlines of nested or disjoint sets kept apart; '
          'smallest zone’s inradius ÷ diagonal; diagError of the 167 with sizes; of 40 small edits those that jump; of 22 '
          'pictures by hand those drawn exactly')


if __name__ == '__main__':
    main()
