#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""latency.py: the program's own measures (GIGOGNE_TIMING=1) while somebody works with it.

Keys, language switches and animated frames on a full-HD window, drawn in software."""
import json
import os
import statistics
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'ui'))
from accessible import Failure, wait  # noqa: E402
from driver import App  # noqa: E402
from session import Session  # noqa: E402

KEY_TO_PAINT = 33  # ms, 95th percentile
FRAME = 16  # ms, 95th percentile while something moves
TIMES = 40


def events(app):
    for line in app.log().splitlines():
        if line.startswith('{'):
            yield json.loads(line)


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def press(app, keys):
    """One key after the other, each only when the one before has been painted."""
    for number in range(TIMES):
        before = sum(e['event'] == 'key-to-paint' for e in events(app))
        app.key(keys[number % len(keys)])
        try:
            wait(lambda: sum(e['event'] == 'key-to-paint' for e in events(app)) > before, 'a frame', 2)
        except Failure:
            pass  # a key that changes nothing paints nothing


def main():
    with Session(monitors=['1920x1080'], animations=True) as session:
        app = App(session, env={'GIGOGNE_TIMING': '1'})
        app.resize(1920, 1080)
        press(app, ['Alt+Down'])
        press(app, ['Control+l'])
        press(app, ['Control+Down', 'Control+Up'])
        app.quit()
        seen = list(events(app))

    failed = False
    print('%-14s %6s %8s %8s %8s' % ('', 'times', 'median', 'p95', 'max'))
    for name in sorted({e['event'] for e in seen if 'ms' in e}):
        values = [e['ms'] for e in seen if e['event'] == name]
        p95 = percentile(values, 0.95)
        print('%-14s %6d %5.1f ms %5.1f ms %5.1f ms' % (name, len(values), statistics.median(values), p95, max(values)))
        failed |= name == 'key-to-paint' and p95 > KEY_TO_PAINT
    for e in seen:
        if e['event'] == 'frames':
            failed |= e['p95'] > FRAME
    frames = [e for e in seen if e['event'] == 'frames']
    if frames:
        print('animations: %d, their frames’ worst p95 %.1f ms (at most %d)'
              % (len(frames), max(e['p95'] for e in frames), FRAME))
    if not any(e['event'] == 'key-to-paint' for e in seen):
        print('nothing was measured')
        failed = True
    return int(failed)


if __name__ == '__main__':
    sys.exit(main())
