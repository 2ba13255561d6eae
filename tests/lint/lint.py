# SPDX-License-Identifier: GPL-3.0-or-later
"""A check is a generator that yields what is wrong; main() runs the checks of a program and prints TAP."""
import os
import shutil
import subprocess
import sys
import traceback

SOURCE = os.environ.get('GIGOGNE_SOURCE') or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.environ.get('GIGOGNE_BUILD', '')
NOT_OURS = {'.git', '_build', '__pycache__', 'node_modules', 'subprojects', '.flatpak-builder'}
CHECKS = []


class Skip(Exception):
    """The check cannot be made here."""


def check(function):
    """Registers a check; its doc string says what holds when it passes."""
    CHECKS.append(function)
    return function


def files(*suffixes, under='.'):
    """Paths relative to the project, sorted; all files without suffixes."""
    found = []
    for folder, folders, names in os.walk(os.path.join(SOURCE, under)):
        folders[:] = [f for f in folders if f not in NOT_OURS]
        found += [os.path.relpath(os.path.join(folder, n), SOURCE) for n in names
                  if not suffixes or n.endswith(suffixes)]
    return sorted(found)


def read(path):
    with open(os.path.join(SOURCE, path), encoding='utf-8', errors='surrogateescape') as f:
        return f.read()


def lines(path):
    """(number, line) from 1."""
    return enumerate(read(path).splitlines(), 1)


def run(*command, **kwargs):
    """(exit code, everything it printed)"""
    if not shutil.which(command[0]):
        raise Skip(command[0] + ' is not installed')
    result = subprocess.run(command, cwd=SOURCE, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            check=False, **kwargs)
    return result.returncode, result.stdout


def main():
    failed = 0
    print('TAP version 14\n1..%d' % len(CHECKS))
    for number, function in enumerate(CHECKS, 1):
        title = (function.__doc__ or function.__name__).strip().splitlines()[0]
        try:
            problems = list(function())
        except Skip as skip:
            print('ok %d %s # SKIP %s' % (number, title, skip))
            continue
        except Exception:  # pylint: disable=broad-except
            problems = traceback.format_exc().splitlines()
        print('%s %d %s' % ('not ok' if problems else 'ok', number, title))
        for problem in problems[:100]:
            print('# ' + str(problem).replace('\n', '\n# '))
        failed += bool(problems)
    sys.exit(1 if failed else 0)
