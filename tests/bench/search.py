#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""search.py BENCH-SEARCH [BLOCKS…]

A key's time in the search, on libraries made of the shipped lesson's own
sentences in both languages, beside SQLite's FTS5 on the same texts. The keys are
the test's queries, letter by letter, slips included. One JSON line each."""
import json
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
import time

SOURCE = os.environ.get('GIGOGNE_SOURCE') or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def read(*path):
    with open(os.path.join(SOURCE, *path), encoding='utf-8') as file:
        return file.read()


def pairs():
    """Paragraphs of the lesson with their French."""
    po = read('po', 'foundation-models', 'fr.po')
    for kind, msgid, msgstr in re.findall(r'#\. ([^\n]*)\n#:[^\n]*\nmsgid "(.*)"\nmsgstr "(.*)"\n', po):
        # Links and notes lead nowhere in another lesson.
        if kind.startswith(('paragraph', 'list item')) and not re.search(r'\]\(|\[\^|\\|`|<', msgid + msgstr):
            yield msgid, msgstr


def make_library(folder, n_blocks):
    """library.md and library.fr.po; half of the blocks in each language."""
    rng = random.Random(5)
    sentences = [pair for pair in pairs() if len(pair[0]) < 400]
    texts, french = [], {}
    path = os.path.join(folder, 'library.md')
    with open(path, 'w', encoding='utf-8') as md:
        md.write('---\ntitle: Library\nlang: en\n---\n\n')
        for i in range(n_blocks // 2):
            en, fr = rng.choice(sentences)
            if i % 12 == 0:
                words = en.split()
                title, titre = ' '.join(words[:6]).rstrip('.:,;'), ' '.join(fr.split()[:6]).rstrip('.:,; ')
                md.write('%s %s %d {#p%d}\n\n' % ('#' if i % 96 == 0 else '##', title, i, i))
                texts += [(i, 'en', title), (i, 'fr', titre)]
                french['%s %d' % (title, i)] = '%s %d' % (titre, i)
            else:
                md.write('%s %d.\n\n' % (en, i))
                texts += [(i, 'en', en), (i, 'fr', fr)]
                french['%s %d.' % (en, i)] = '%s %d.' % (fr, i)
    with open(os.path.join(folder, 'library.fr.po'), 'w', encoding='utf-8') as po:
        po.write('msgid ""\nmsgstr "Language: fr\\n"\n\n')
        for msgid, msgstr in french.items():
            po.write('msgid "%s"\nmsgstr "%s"\n\n' % (msgid.replace('"', '\\"'), msgstr.replace('"', '\\"')))
    return path, texts


def keys():
    for line in (read('tests', 'displayless', 'search-queries.tsv') + read('tests', 'displayless', 'search-queries-slips.tsv')).splitlines():
        if not line.startswith('#'):
            language, query, _ = line.split('\t')
            for n in range(1, len(query) + 1):
                if query[n - 1] != ' ':
                    yield language, query[:n]


def percentiles(times):
    times.sort()
    return {'p50_ms': round(times[len(times) // 2], 2), 'p95_ms': round(times[len(times) * 95 // 100], 2),
            'max_ms': round(times[-1], 2)}


def bench_sqlite(texts):
    base = sqlite3.connect(':memory:')
    start = time.thread_time()
    base.execute("create virtual table t using fts5(text, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')")
    base.executemany('insert into t values (?)', [(text,) for _, _, text in texts])
    build = time.thread_time() - start
    times = []
    for _, query in keys():
        words = re.findall(r'\w+', query)
        match = ' '.join('"%s"*' % word for word in words)
        start = time.thread_time()
        base.execute("select rowid, snippet(t, 0, '<', '>', '…', 24) from t where t match ? order by rank limit 50",
                     (match,)).fetchall()
        times.append((time.thread_time() - start) * 1000)
    return {'bench': 'search', 'engine': 'sqlite fts5', 'texts': len(texts), 'keys': len(times),
            'build_ms': round(build * 1000), **percentiles(times)}


def main():
    program = sys.argv[1]
    for n_blocks in [int(n) for n in sys.argv[2:]] or [1000, 10000, 100000]:
        with tempfile.TemporaryDirectory() as folder:
            path, texts = make_library(folder, n_blocks)
            lines = ''.join('%s\t%s\n' % key for key in keys())
            result = subprocess.run([program, path], input=lines, text=True, check=True, stdout=subprocess.PIPE)
            print(result.stdout, end='', flush=True)
            print(json.dumps(bench_sqlite(texts)), flush=True)


if __name__ == '__main__':
    main()
