#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Catalogues are complete, say what the source says, and French is set as French is set."""
import os
import re
import tempfile

from lint import SOURCE, Skip, check, files, main, read, run
from po import entries

LESSONS = sorted(os.path.basename(os.path.dirname(p)) for p in files('.pot', under='po'))
CATALOGUES = ['po/%s.po' % code for code in read('po/LINGUAS').split()]
for name in LESSONS:
    CATALOGUES += ['po/%s/%s.po' % (name, code) for code in read('po/%s/LINGUAS' % name).split()]
CATALOGUES += files('.po', under='po/toolkit')
FRENCH = [c for c in CATALOGUES if c.endswith('fr.po')]

# What must be in a translation exactly as it is in the source.
CARRIED = [
    ('placeholder', re.compile(r'%(?:\d+\$)?[-+0# ]*\d*(?:\.\d+)?(?:l|ll|z|h|hh|\w*PRI\w*)?[sdiufgxXc%]')),
    ('link target', re.compile(r'\]\(([^)\s]*)[^)]*\)')),
    ('code span', re.compile(r'`[^`]+`')),
    ('footnote', re.compile(r'\[\^[^\]]+\]')),
    ('tag', re.compile(r'</?[a-z]+(?: [^<>]*)?>')),
    ('strong emphasis', re.compile(r'\*\*')),
]
# What is not prose: code, link targets, addresses, attributes, placeholders, tags.
NOT_PROSE = re.compile(r'«\u00a0[^»]*[=\\"][^»]*\u00a0»|`[^`]*`|\]\([^)]*\)\??|<https?:[^>]*>|https?://\S+|\{[#.][^}]*\}|\[\^[^\]]*\]|</?[a-z][^<>]*>'
                       r'|<!--.*?-->|«\u00a0[\w-]+: [^»]*\u00a0»|«\u00a0lang:\u00a0»|«\u00a0billion\u00a0»|«\u00a0(?:\W ){2,}\W\u00a0»'
                       r'|%(?:\d+\$)?0?\d*[a-z]|\b\w+:\w+\b|:[\w-]+:')
NBSP = '\u00a0'
MONTHS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre'
TYPOGRAPHY = [
    (re.compile(r"[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ]"), 'a straight apostrophe; ’ (U+2019) is the French one'),
    (re.compile(r'\.\.\.'), 'three full stops; … (U+2026) is one character'),
    (re.compile(r'[^\s\u00a0\u202f!?…«(\[“/◌]([!?;])(?![\w=&])'), 'no space before the sign; U+00A0 goes there'),
    (re.compile(r'[ \u202f][;:!?»](?=\s|$|\u00a0)'), 'an ordinary or thin space before the sign; U+00A0 goes there'),
    (re.compile(r'[A-Za-zÀ-ÿ)»](:)(?=\s|$)'), 'no space before the colon; U+00A0 goes there'),
    (re.compile(r'«(?!\u00a0)'), '« without U+00A0 after it'),
    (re.compile(r'(?<!\u00a0)»'), '» without U+00A0 before it'),
    (re.compile(r'"'), 'straight quotes; « » are the French ones'),
    (re.compile(r'\d (%|€|\$|Go|To|Po|Mo|ko|\w+octets?|millions?|milliards?|mille|fois|bits?|dollars?|heures?|jours?|GPU|TPU|' + MONTHS
                + r')(?!\w)'), 'an ordinary space between number and unit'),
    (re.compile(r'(?<=\w )(' + MONTHS.title() + r')\b'), 'a month with a capital'),
    (re.compile(r'(?:^|[.!?…] )(?:A (?=l[ae’]|qu|pa|no|vo)|E(?=cran|tape|crire|chap|diteur|galement|tat|t[ée]|vit|l[èé]v))'),
     'a capital without its accent'),
    (re.compile(r'\b[Tt](?:out|oute|ous les|outes les) (?!ce\b|est\b|façon\b)[^.,;:!?«»]{1,60} n(?:e |’)\w+ pas\b'),
     '“tout … n’est pas” is heard both ways; say “certains … ne sont pas”'),
    (re.compile(r'\d%'), 'no U+00A0 before %'),
    (re.compile(r'\d\.\d+ ?\u00a0?(%|millions?|milliards?|Go|To|M\$)'), 'a decimal point; French has a comma'),
    (re.compile(r'\b\d{1,3} \d{3}\b'), 'an ordinary space between thousands; U+00A0 goes there'),
    (re.compile(r'\bbillions?\b'), '“billion”: a French billion is an English trillion'),
    (re.compile(r'\bmodèles? de formation\b'), '“formation” for “foundation”'),
    (re.compile(r' ,| \.(?!\w)'), 'a space before a comma or a full stop'),
    (re.compile(r'  '), 'two spaces'),
    (re.compile(r'\b(coeur|oeuvre|soeur|noeud|voeu)', re.IGNORECASE), 'oe for the ligature œ'),
]


def located(path, entry):
    return '%s:%d' % (path, entry.line)


def fresh_template(folder):
    pot = os.path.join(folder, 'gigogne.pot')
    code, output = run('bash', 'po/update', '--pot', pot)
    if code:
        raise RuntimeError(output)
    return pot


@check
def valid():
    """Every catalogue is valid"""
    for path in CATALOGUES:
        code, output = run('msgfmt', '--check', '--output-file=/dev/null', path)
        if code:
            yield output


@check
def potfiles():
    """POTFILES.in names every file with something to translate"""
    code, output = run('bash', 'po/update', '--list')
    if code:
        raise RuntimeError(output)
    if output != read('po/POTFILES.in'):
        wanted, listed = set(output.split()), set(read('po/POTFILES.in').split())
        yield 'missing: %s; superfluous: %s; po/update renews it' % (sorted(wanted - listed), sorted(listed - wanted))


def untranslated(template, catalogue):
    """What the template has and the catalogue lacks."""
    done = {(e.context, e.msgid, e.plural): e for e in entries(catalogue)}
    for entry in entries(template):
        theirs = done.get((entry.context, entry.msgid, entry.plural))
        if theirs is None or 'fuzzy' in theirs.flags or not all(theirs.forms.values()):
            state = 'missing' if theirs is None else 'fuzzy' if 'fuzzy' in theirs.flags else 'empty'
            yield '%s: %s in %s: “%s”' % (' '.join(entry.references), state, catalogue, entry.msgid)


@check
def complete():
    """Every message of the program is translated"""
    with tempfile.TemporaryDirectory() as folder:
        pot = os.path.relpath(fresh_template(folder), SOURCE)
        for code in read('po/LINGUAS').split():
            yield from untranslated(pot, 'po/%s.po' % code)


@check
def lessons_complete():
    """Every message of the shipped lessons is translated, and their templates are fresh"""
    for name in LESSONS:
        code, output = run('gigogne-lesson', 'pot', 'data/lessons/%s.md' % name)
        if code:
            yield 'gigogne-lesson pot: ' + output
            continue
        if [e.msgid for e in entries('po/%s/%s.pot' % (name, name))] != _msgids(output):
            yield 'po/%s/%s.pot is not what the lesson says; po/update renews it' % (name, name)
        for language in read('po/%s/LINGUAS' % name).split():
            yield from untranslated('po/%s/%s.pot' % (name, name), 'po/%s/%s.po' % (name, language))


def _msgids(text):
    with tempfile.NamedTemporaryFile('w', suffix='.pot', dir=os.environ.get('TMPDIR', '/tmp')) as f:
        f.write(text)
        f.flush()
        return [e.msgid for e in entries(os.path.relpath(f.name, SOURCE))]


@check
def carried():
    """Placeholders, links, code, footnotes and emphasis are the same in every translation"""
    for path in CATALOGUES:
        for entry in entries(path):
            for source, translation in entry.pairs:
                for what, pattern in CARRIED:
                    if what == 'placeholder' and 'c-format' not in entry.flags:
                        continue
                    ours, theirs = sorted(pattern.findall(source)), sorted(pattern.findall(translation))
                    # One plural form may leave the number out.
                    if ours != theirs and not (entry.plural and what == 'placeholder' and len(theirs) < len(ours)):
                        yield '%s: %s: %s became %s' % (located(path, entry), what, ours, theirs)


@check
def ends():
    """Translations end as their source ends: with an ellipsis, a colon, a full stop or none"""
    for path in CATALOGUES:
        for entry in entries(path):
            for source, translation in entry.pairs:
                for sign in '…:.':
                    if '?' in source[-2:] + translation[-2:]:
                        continue
                    ending = source.rstrip('”"’)*_`').endswith(sign)
                    if ending != translation.rstrip('”"’)»*_`' + NBSP).endswith(sign) and len(source) > 3:
                        yield '%s: only one of them ends with “%s”' % (located(path, entry), sign)
                blanks = [(t[:1].isspace(), t[-1:].isspace()) for t in (source, translation)]
                if entry.context != 'number' and blanks[0] != blanks[1]:
                    yield '%s: blanks at an end differ' % located(path, entry)


@check
def typography():
    """French is set as French is set"""
    for path in FRENCH:
        for entry in entries(path):
            if entry.msgid.endswith(';') or entry.context == 'number':
                continue
            for source, translation in entry.pairs:
                prose = NOT_PROSE.sub('◌', translation)
                if entry.is_reference:
                    prose = re.sub('«\u00a0[^»]*\u00a0»', '◌', prose)
                for pattern, what in TYPOGRAPHY:
                    for match in pattern.finditer(prose):
                        # A message that tells how to write something quotes what is not French.
                        if not (match.group() == '"' and '"' in source):
                            around = prose[max(0, match.start() - 20):match.end() + 10]
                            yield '%s: %s: …%s…' % (located(path, entry), what, around)


@check
def english_typography():
    """English uses curly apostrophes and quotes and one-character ellipses"""
    with tempfile.TemporaryDirectory() as folder:
        template = os.path.relpath(fresh_template(folder), SOURCE)
        sources = [(' '.join(e.references), e) for e in entries(template)]
    sources += [('po/%s/%s.pot' % (n, n), e) for n in LESSONS for e in entries('po/%s/%s.pot' % (n, n))]
    for where, entry in sources:
        prose = NOT_PROSE.sub('◌', entry.msgid)
        prose = re.sub('“[^”]*”', '◌', prose)
        if re.search(r"[A-Za-z]'[a-z]", prose) or re.search(r'\.\.\.|(^|\s)"\w|\w"(\s|$)', prose):
            yield '%s: “%s”' % (where, entry.msgid)


if __name__ == '__main__':
    if not FRENCH:
        raise Skip('no French')
    main()
