#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a reader may expect of every file."""
import os
import re
import sys

from lint import check, files, lines, main, read, run

LONGEST_FILE = 1000
LONGEST_FUNCTION = 90
LICENSED = ('.c', '.h', '.py', '.blp', '.css', '.sh')
SCRIPTS = ('dev', '.ci/run', 'po/update', 'tests/with-display')
LICENCE = 'SPDX-License-Identifier: GPL-3.0-or-later'
TEXT = LICENSED + ('.md', '.xml', '.in', '.yml', '.build', '.po', '.pot', '.conf', '.txt', '.options', '.js', '.json')

# Written so that this file does not match itself.
FOREIGN = [
    (re.compile(r'/wor[k]/|/far[m]/|[.]librar[y]/'), 'a path of one machine'),
    (re.compile(r'\.\./shar[e]d|/roo[t]/|/home/[a-z]'), 'a path outside the project'),
    (re.compile(r'https?://[a-z0-9.-]*(debia[n]\.org|ubunt[u]\.com|npmj[s]|pyp[i]\.org)'), 'a package registry'),
]
DEPRECATED = re.compile(
    r'\b(Gtk\.?(Dialog|MessageDialog|FileChooser\w*|ColorChooser\w*|FontChooser\w*|TreeView|TreeStore|ListStore|'
    r'IconView|ComboBox\w*|CellRenderer\w*|EntryCompletion|InfoBar|AppChooser\w*|Assistant|Statusbar|LockButton|'
    r'VolumeButton|Shortcuts(Window|Section|Group|Shortcut)|StyleContext)|'
    r'Adw\.?(Leaflet|Flap|Squeezer|ViewSwitcherTitle|PreferencesWindow|AboutWindow|MessageDialog))\b')
PRIVATE = re.compile(r'\b(GtkModelButton|GtkPopoverContent|GtkBuiltinIcon|GtkGizmo|GtkMagnifier|AdwGizmo|AdwWidget|'
                     r'gtk_\w+_private|adw_\w+_private|gtk/\w+private\.h|adw-\w+-private\.h)')


@check
def file_length():
    """No file is longer than 1000 lines"""
    for path in files('.c', '.h', '.blp', '.py', '.css') + list(SCRIPTS):
        count = read(path).count('\n')
        if count > LONGEST_FILE:
            yield '%s: %d lines' % (path, count)


@check
def function_length():
    """No function is longer than 90 lines"""
    for path in files('.c'):
        start = None
        for number, line in lines(path):
            if line.startswith('{'):
                start = number
            elif line.startswith('}') and start:
                if number - start - 1 > LONGEST_FUNCTION:
                    yield '%s:%d: a function of %d lines' % (path, start, number - start - 1)
                start = None


@check
def licence():
    """Every source file names its licence at the top"""
    for path in files(*LICENSED) + [s for s in SCRIPTS]:
        text = read(path)
        if text and LICENCE not in '\n'.join(text.splitlines()[:3]):
            yield '%s: no “%s” in its first lines' % (path, LICENCE)


@check
def foreign():
    """No file refers to one machine, a folder outside the project or a package registry"""
    for path in files():
        if not path.endswith(TEXT) and path not in SCRIPTS:
            continue
        for number, line in lines(path):
            for pattern, what in FOREIGN:
                match = pattern.search(line)
                if match:
                    yield '%s:%d: “%s” is %s' % (path, number, match.group(0), what)


@check
def api():
    """No deprecated or private type of GTK or libadwaita is named"""
    for path in files('.c', '.h', '.blp', '.css', under='src'):
        for number, line in lines(path):
            match = DEPRECATED.search(line) or PRIVATE.search(line)
            if match and not line.lstrip().startswith(('*', '/*', '//')):
                yield '%s:%d: %s' % (path, number, match.group(0))


@check
def whitespace():
    """No tabs, no trailing blanks, a newline at the end"""
    for path in files('.c', '.h', '.blp', '.py', '.css', '.build') + list(SCRIPTS):
        text = read(path)
        if text and not text.endswith('\n'):
            yield path + ': no newline at its end'
        for number, line in lines(path):
            if line != line.rstrip() or '\t' in line:
                yield '%s:%d: a tab or a trailing blank' % (path, number)


@check
def scripts():
    """Every script parses"""
    for path in files('.sh') + ['dev', 'po/update']:
        code, output = run('bash', '-n', path)
        if code:
            yield output
    for path in files('.py') + ['tests/with-display']:
        try:
            compile(read(path), path, 'exec')
        except SyntaxError as error:
            yield '%s:%s: %s' % (path, error.lineno, error.msg)


@check
def top_level():
    """The top level stays small"""
    allowed = {'src', 'data', 'po', 'tests', 'flatpak', '_build', 'meson.build', 'meson.options', 'dev',
               'README.md', 'CONTRIBUTING.md', 'COPYING'}
    for name in sorted(os.listdir(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))):
        if not name.startswith('.') and name not in allowed:
            yield name


if __name__ == '__main__':
    sys.exit(main())
