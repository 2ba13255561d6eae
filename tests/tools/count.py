#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""count.py TESTLOG.json: prints `N passed, N failed, N skipped`, counting every TAP line of every test.

A test program that died, hung or said nothing counts as one failure of its own."""
import json
import re
import sys

LINE = re.compile(r'^(not )?ok\b[^#\n]*(# *(SKIP|TODO))?', re.IGNORECASE | re.MULTILINE)


def main():
    passed = failed = skipped = 0
    with open(sys.argv[1], encoding='utf-8') as f:
        for test in map(json.loads, f):
            bad = 0
            lines = list(LINE.finditer(test.get('stdout') or ''))
            for line in lines:
                if (line.group(3) or '').upper() == 'SKIP':
                    skipped += 1
                elif line.group(1) and not line.group(3):
                    bad += 1
                else:
                    passed += 1
            if test['result'] == 'SKIP' and not lines:
                skipped += 1
            elif test['result'] not in ('OK', 'SKIP', 'EXPECTEDFAIL') and not bad:
                bad = 1
            elif test['result'] == 'OK' and not lines:
                passed += 1
            failed += bad
    print('%d passed, %d failed, %d skipped' % (passed, failed, skipped))
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main())
