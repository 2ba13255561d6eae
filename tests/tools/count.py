#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""count.py TESTLOG.json: what failed and why, then `N passed, N failed, N skipped`.

Counts every TAP line of every test; a test program that died, hung or said nothing is one failure."""
import json
import re
import sys

RESULT = re.compile(r'^(not )?ok\b[^#\n]*(?:# *(SKIP|TODO)?)?', re.IGNORECASE)


def count(test):
    """(passed, failed, skipped, the failures' own words)"""
    passed = failed = skipped = 0
    words, telling = [], False
    for line in (test.get('stdout') or '').splitlines():
        match = RESULT.match(line)
        if match:
            verdict = (match.group(2) or '').upper()
            telling = bool(match.group(1)) and verdict != 'TODO'
            skipped += verdict == 'SKIP'
            failed += telling
            passed += not telling and verdict != 'SKIP'
        if telling or line.startswith('Bail out!'):
            words.append(line)
    if not (passed or failed or skipped):
        passed, skipped = int(test['result'] == 'OK'), int(test['result'] == 'SKIP')
    if test['result'] not in ('OK', 'SKIP', 'EXPECTEDFAIL') and not failed:
        failed = 1
        words += ['%s, exit status %s' % (test['result'], test['returncode'])]
    return passed, failed, skipped, words


def main():
    totals = [0, 0, 0]
    with open(sys.argv[1], encoding='utf-8') as f:
        for test in map(json.loads, f):
            *numbers, words = count(test)
            totals = [a + b for a, b in zip(totals, numbers)]
            if numbers[1]:
                print('\n%s' % test['name'])
                for line in words + (test.get('stderr') or '').splitlines()[-30:]:
                    print('  ' + line)
    print('\n%d passed, %d failed, %d skipped' % tuple(totals))
    return 1 if totals[1] or not totals[0] else 0


if __name__ == '__main__':
    sys.exit(main())
