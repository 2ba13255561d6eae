#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house stands: every arrow runs downward. See src/README.md."""
import os
import re

from lint import check, files, lines, main

# (floor, folder); a file may include headers of its own folder and of lower floors.
FLOORS = [
    (1, 'src/euler'), (1, 'src/core/language'), (2, 'src/core/lesson'),
    (3, 'src/core/search'), (3, 'src/core/quiz'), (3, 'src/core/tour'),
    (4, 'src/scene'), (5, 'src/export'), (6, 'src/ui'), (7, 'src/lesson-tool'), (7, 'src'),
]
UI = 'src/ui'
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]')
ANYWHERE = re.compile(r'^(assert|complex|ctype|errno|fcntl|float|inttypes|limits|locale|math|setjmp|signal|stdarg|'
                      r'stdatomic|stdbool|stddef|stdint|stdio|stdlib|string|strings|time|unistd|wchar|langinfo|libintl|'
                      r'sys/.*)\.h$')
GLIB = re.compile(r'^(glib|gio|gmodule|gobject)')
ALLOWED = {
    'src/euler': [],
    'src/core': [GLIB],
    'src/scene': [GLIB, re.compile(r'^pango/pango')],
    'src/export': [GLIB, re.compile(r'^(pango/|cairo)')],
    'src/lesson-tool': [GLIB, re.compile(r'^(pango/|cairo)')],
}


def home(path):
    """(floor, folder) of a source file."""
    folder = os.path.dirname(path)
    for floor, name in FLOORS:
        if folder == name or folder.startswith(name + '/'):
            return floor, name
    return None, folder


def includes():
    for path in files('.c', '.h', under='src'):
        for number, line in lines(path):
            match = INCLUDE.match(line)
            if match:
                yield path, number, match.group(1), match.group(2)


@check
def own_headers():
    """No include leads upward or sideways"""
    owners = {os.path.basename(p): p for p in files('.h', under='src')}
    for path, number, quote, header in includes():
        if quote != '"' or header == 'config.h':
            continue
        owner = owners.get(os.path.basename(header))
        if owner is None:
            # Generated headers stand beside their source.
            continue
        floor, folder = home(path)
        its_floor, its_folder = home(owner)
        if folder != its_folder and not (its_floor or 0) < (floor or 0):
            yield '%s:%d: floor %s includes %s of floor %s' % (path, number, floor, owner, its_floor)


@check
def outside_headers():
    """Each floor includes only the libraries it may know"""
    for path, number, quote, header in includes():
        if quote != '<' or ANYWHERE.match(header):
            continue
        for folder, allowed in ALLOWED.items():
            if not path.startswith(folder + '/'):
                continue
            if header.startswith('cmark'):
                if folder == 'src/core':
                    continue
            if not any(a.match(header) for a in allowed):
                yield '%s:%d: <%s> is not for %s' % (path, number, header, folder)


@check
def cmark():
    """cmark-gfm is known to one file"""
    knowing = sorted({path for path, _, _, header in includes() if header.startswith('cmark')})
    if len(knowing) > 1:
        yield 'several files include cmark-gfm: ' + ', '.join(knowing)
    for path in knowing:
        if not path.startswith('src/core/lesson/') or not path.endswith('.c'):
            yield path + ': only a .c file of src/core/lesson may'


@check
def folders():
    """Every source file stands on a floor"""
    for path in files('.c', '.h', under='src'):
        if home(path)[0] is None or (home(path)[1] == 'src' and path != 'src/main.c'):
            yield path + ': in no folder of the house'


if __name__ == '__main__':
    main()
