#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""euler.py GIGOGNE-LESSON

Our Euler engine on the corpus of tests/euler beside venn.js and @upsetjs/venn.js
in the same run: zones right, outlines kept apart, errors of area, times. The
peers come from npm into a temporary folder; without npm or a network they are
skipped, and so is all of it without Node.js."""
import os
import shutil
import subprocess
import sys
import tempfile

SOURCE = os.environ.get('GIGOGNE_SOURCE') or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
EULER = os.path.join(SOURCE, 'tests', 'euler')
CORPUS = os.path.join(EULER, 'corpus.json')
PEERS = {'vennjs': 'venn.js', 'upset': '@upsetjs/venn.js'}


def score(name, path):
    print('== %s' % name, flush=True)
    subprocess.run(['node', os.path.join(EULER, 'score.js'), path, '--corpus', CORPUS], check=True)


def ours(tool, folder):
    path = os.path.join(folder, 'gigogne.json')
    subprocess.run([tool, 'layout', '--corpus', CORPUS, '--repetitions', '3', '-o', path], check=True)
    score('gigogne', path)


def peer(engine, package, folder):
    try:
        subprocess.run(['npm', 'install', '--silent', '--no-audit', '--no-fund', package], cwd=folder, check=True,
                       timeout=120, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    except (OSError, subprocess.SubprocessError):
        print('== %s: skipped, npm cannot fetch it' % package)
        return
    path = os.path.join(folder, engine + '.json')
    runner = os.path.join(folder, 'run-js.js')
    subprocess.run(['node', runner, engine, path], cwd=folder, check=True)
    score(package, path)


def main():
    if shutil.which('node') is None:
        print('skipped: there is no Node.js to score with')
        return
    with tempfile.TemporaryDirectory() as folder:
        ours(sys.argv[1], folder)
        # Node looks for packages beside the script that wants them.
        shutil.copytree(EULER, folder, dirs_exist_ok=True)
        for engine, package in PEERS.items():
            peer(engine, package, folder)


if __name__ == '__main__':
    main()
