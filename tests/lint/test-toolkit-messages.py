#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The messages in po/toolkit/ are GTK's and libadwaita's own, word for word."""
import ctypes
import glob
import os
import re
import sys

LIBRARIES = {'gtk40': 'libgtk-4.so.1', 'libadwaita': 'libadwaita-1.so.0'}


def unquote(text):
    return re.sub(r'\\(.)', lambda m: {'n': '\n', 't': '\t'}.get(m[1], m[1]), text)


def messages(path):
    context = None
    with open(path, encoding='utf-8') as file:
        for number, line in enumerate(file, 1):
            match = re.fullmatch(r'(msgctxt|msgid) "(.*)"\n', line)
            if match and match[1] == 'msgctxt':
                context = unquote(match[2])
            elif match:
                if match[2]:
                    yield number, context, unquote(match[2])
                context = None


def path_of(library):
    ctypes.CDLL(library)
    with open('/proc/self/maps', encoding='utf-8') as maps:
        for line in maps:
            if os.path.basename(line.split(' ')[-1]).startswith(library):
                return line.split()[-1]
    raise FileNotFoundError(library)


def main():
    folder = os.path.join(os.environ['GIGOGNE_SOURCE'], 'po', 'toolkit')
    files = sorted(glob.glob(os.path.join(folder, '*.po')))
    print('1..%d' % len(files))
    failed = False
    for number, path in enumerate(files, 1):
        name = os.path.basename(path)
        with open(path_of(LIBRARIES[name.split('.')[0]]), 'rb') as library:
            contents = library.read()
        wrong = [(line, msgid) for line, context, msgid in messages(path)
                 if msgid.encode() not in contents
                 or context is not None and context.encode() not in contents]
        for line, msgid in wrong:
            print('# %s:%d: not a message of the library: %s' % (name, line, msgid))
        print('%s %d - %s' % ('not ok' if wrong else 'ok', number, name))
        failed = failed or bool(wrong)
    return failed


if __name__ == '__main__':
    sys.exit(main())
