# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a .po file."""
import ast
import re

from lint import read


class Entry:
    def __init__(self):
        self.context = None
        self.msgid = self.plural = ''
        self.forms = {}
        self.line = 0
        self.flags = set()
        self.references = []
        self.comments = []

    @property
    def is_reference(self):
        """A footnote of a lesson: names of people and titles of works in their own language."""
        return any(c.startswith('footnote ') for c in self.comments)

    @property
    def pairs(self):
        """(source, translation) for every form there is."""
        for number, text in sorted(self.forms.items()):
            if text:
                yield (self.plural if number else self.msgid), text


def entries(path):
    """Every entry but the header and the obsolete ones."""
    found, entry, append = [], Entry(), None
    for number, line in enumerate(read(path).splitlines() + [''], 1):
        if not line.strip():
            if entry.msgid:
                found.append(entry)
            entry, append = Entry(), None
        elif line.startswith('#,'):
            entry.flags |= {f.strip() for f in line[2:].split(',')}
        elif line.startswith('#:'):
            entry.references += line[2:].split()
        elif line.startswith('#.'):
            entry.comments.append(line[2:].strip())
        elif line.startswith('#'):
            continue
        elif line.startswith('"'):
            append(ast.literal_eval(line))
        else:
            keyword, text = line.split(' ', 1)
            if keyword == 'msgid':
                entry.line = number
            append = _setter(entry, keyword)
            append(ast.literal_eval(text))
    return found


def _setter(entry, keyword):
    if keyword == 'msgctxt':
        def append(text):
            entry.context = (entry.context or '') + text
    elif keyword == 'msgid':
        def append(text):
            entry.msgid += text
    elif keyword == 'msgid_plural':
        def append(text):
            entry.plural += text
    else:
        match = re.search(r'\d+', keyword)
        form = int(match.group()) if match else 0

        def append(text):
            entry.forms[form] = entry.forms.get(form, '') + text
    return append
