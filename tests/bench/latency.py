#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""latency.py: the program's own measures (GIGOGNE_TIMING=1) while somebody works with it.

Keys, language switches and animated frames on a full-HD window, drawn in software: the time that passed
from key to paint, and of it the main thread's own, which other programs do not change. The gates are of the
time that passed, so they want a machine at rest."""
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
    """One key after the other, each only when the one before has been painted: its events."""
    def painted():
        return [e for e in events(app) if e['event'] == 'key-to-paint']

    start = len(painted())
    for number in range(TIMES):
        before = len(painted())
        app.key(keys[number % len(keys)])
        try:
            wait(lambda: len(painted()) > before, 'a frame', 2)
        except Failure:
            pass  # a key that changes nothing paints nothing
    return painted()[start:]


def main():
    with Session(monitors=['1920x1080'], animations=True) as session:
        app = App(session, ['--concept', 'overview'], env={'GIGOGNE_TIMING': '1'})
        app.resize(1920, 1080)
        # As when maximised: no shadow around it.
        session.sway('[con_id=%d] floating disable' % app.views()[0]['id'])
        session.settle()
        keys = {
            'next concept': press(app, ['Alt+Down']),
            'language': press(app, ['Control+l']),
            'next block': press(app, ['Control+Down', 'Control+Up']),
        }
        app.quit()
        seen = list(events(app))

    failed = False
    print('%-14s %6s %11s %11s %11s %11s %11s' % ('', 'times', 'median', 'p95', 'most', 'own median', 'own p95'))
    for name, seen_keys in keys.items():
        if not seen_keys:
            print('%-14s nothing was painted' % name)
            failed = True
            continue
        values, own = ([event[key] for event in seen_keys] for key in ('ms', 'cpu'))
        p95 = percentile(values, 0.95)
        print('%-14s %6d %8.1f ms %8.1f ms %8.1f ms %8.1f ms %8.1f ms' % (
            name, len(values), statistics.median(values), p95, max(values), statistics.median(own), percentile(own, 0.95)))
        failed |= p95 > KEY_TO_PAINT
    frames = [e for e in seen if e['event'] == 'frames' and e['n'] > 2]
    if frames:
        worst = max(e['p95'] for e in frames)
        print('%d animations: p95 of their frames at worst %.1f ms' % (len(frames), worst))
        failed |= worst > FRAME
    print('at most: %d ms from key to paint (p95), %d ms a frame (p95)' % (KEY_TO_PAINT, FRAME))
    return int(failed)


if __name__ == '__main__':
    sys.exit(main())
