#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""presenter.py: from a key to the wall, with a console beside it, drawn in software at 1920 × 1080.

Each key at a teacher's pace (the next step is prepared meanwhile) and hurried (nothing is)."""
import json
import os
import statistics
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'ui'))
from accessible import Failure, wait  # noqa: E402
from driver import App  # noqa: E402
from session import Session  # noqa: E402

KEY_TO_WALL = 50  # ms, 95th percentile at a teacher's pace
FLIP = 100  # ms, any flip of the language
TEACHER, HURRIED = 0.9, 0.12  # s between two keys
MONITORS = ['1280x800', '1920x1080']


def times(app, event):
    return [e for e in (json.loads(line) for line in app.log().splitlines() if line.startswith('{'))
            if e['event'] == event]


def press(app, keys, pause, event='presenter-key'):
    """What was measured of each of keys."""
    found = []
    for key in keys:
        before = len(times(app, event))
        app.key(key)
        try:
            wait(lambda: len(times(app, event)) > before, 'a frame', 2)
        except Failure:
            continue  # a key that changes nothing paints nothing
        # What an idle key before waited for is painted with this one.
        found.append(min(times(app, event)[before:], key=lambda e: e['ms']))
        time.sleep(pause)
    return found


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def main():
    with Session(monitors=MONITORS, animations=True) as session:
        app = App(session, ['--present=tour.short', '--wall-language', 'fr', '--language', 'en'],
                  env={'GIGOGNE_TIMING': '1'})
        wait(lambda: any(v['fullscreen'] and v['output'] == 'HEADLESS-2' for v in app.views()), 'the wall')
        time.sleep(3)
        rows = {
            'next': press(app, ['Page_Down'] * 12, TEACHER),
            'previous': press(app, ['Page_Up'] * 12, TEACHER),
            'next, hurried': press(app, ['Page_Down'] * 12, HURRIED),
            'previous, hurried': press(app, ['Page_Up'] * 12, HURRIED),
            'language': press(app, ['l'] * 10, TEACHER, 'wall-language'),
            'both languages': press(app, ['Shift+l'] * 6, TEACHER),
            'theme': press(app, ['t'] * 8, TEACHER),
            'black': press(app, ['b'] * 8, TEACHER),
            'first, last': press(app, ['End', 'Home'] * 4, TEACHER),
        }
        app.quit()

    failed = False
    print('%-18s %6s %11s %11s %11s %11s %11s' % ('key', 'times', 'median', 'p95', 'most', 'CPU median', 'CPU most'))
    for name, found in rows.items():
        if not found:
            print('%-18s nothing was painted' % name)
            failed = True
            continue
        limit = FLIP if name == 'language' else KEY_TO_WALL
        values, cpu = [e['ms'] for e in found], [e['cpu'] for e in found]
        p95 = percentile(values, 0.95)
        print('%-18s %6d %8.1f ms %8.1f ms %8.1f ms %8.1f ms %8.1f ms'
              % (name, len(values), statistics.median(values), p95, max(values), statistics.median(cpu), max(cpu)))
        failed |= p95 > limit and 'hurried' not in name
    print('at most: %d ms from key to wall, %d ms for the language' % (KEY_TO_WALL, FLIP))
    return int(failed)


if __name__ == '__main__':
    sys.exit(main())
