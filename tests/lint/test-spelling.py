#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every word is in hunspell's dictionary or in words.txt: names, terms and loan words."""
import os
import re
import tempfile

from lint import SOURCE, check, files, main, read, run
from po import entries

NOT_PROSE = re.compile(r'`[^`]*`|\]\([^)]*\)|\{[#.][^}]*\}|\[\^[^\]]*\]|</?[a-z][^<>]*>|<https?:[^>]*>|https?://\S+'
                       r'|%(?:\d+\$)?[-+0]?\d*(?:\.\d+)?l?[a-z]|--[a-z-]+|\S*[/\\]\S*|\S+\.(?:md|po|mo|svg|pdf|html)\b')
OWN_WORDS = {w.strip().lower() for w in read('tests/lint/words.txt').splitlines() if not w.startswith('#')}


def unknown(texts, language):
    """(where, word) of every word that no dictionary knows."""
    words = {}
    for where, text in texts:
        prose = NOT_PROSE.sub(' ', text).replace('’', "'").replace('\u00a0', ' ').replace('_', '')
        for word in re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", prose):
            words.setdefault(word, where)
    code, output = run('hunspell', '-l', '-i', 'UTF-8', '-d', language, input='\n'.join(words) + '\n')
    if code:
        raise RuntimeError(output)
    for word in sorted(set(output.split())):
        bare = re.sub(r"^(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)'|'s$", '', word, flags=re.IGNORECASE)
        # Capitals inside a word are a name or an abbreviation.
        if bare.lower() in OWN_WORDS or re.search(r'.[A-Z]', bare):
            continue
        if all(part.lower() in OWN_WORDS for part in bare.split('-')):
            continue
        yield words.get(word, '?'), word


def catalogue(path, of):
    return [('%s:%d' % (path, e.line), text) for e in entries(path) for pair in e.pairs for text in [pair[of]]
            if not e.msgid.endswith(';') and not e.is_reference]


def template():
    with tempfile.TemporaryDirectory() as folder:
        pot = os.path.join(folder, 'gigogne.pot')
        code, output = run('bash', 'po/update', '--pot', pot)
        if code:
            raise RuntimeError(output)
        found = entries(os.path.relpath(pot, SOURCE))
    return found + [e for p in files('.pot', under='po') for e in entries(p)]


@check
def french():
    """French is spelled right"""
    texts = [t for p in files('fr.po', under='po') for t in catalogue(p, 1)]
    for where, word in unknown(texts, 'fr'):
        yield '%s: “%s”' % (where, word)


@check
def english():
    """English is spelled right"""
    texts = [(' '.join(e.references), t) for e in template() for t in (e.msgid, e.plural)
             if not t.endswith(';') and not e.is_reference]
    texts += [(path, read(path)) for path in ('README.md', 'CONTRIBUTING.md', 'src/README.md')]
    for where, word in unknown([(w, re.sub(r'```.*?```|^    .*$', '', t, flags=re.S | re.M)) for w, t in texts], 'en_US'):
        yield '%s: “%s”' % (where, word)


if __name__ == '__main__':
    main()
