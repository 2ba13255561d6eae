#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""frames.py: what a frame costs the main thread while a window of 1280 × 800 is resized and its views are
switched, drawn in software (GIGOGNE_TIMING=frames).

The figures are the main thread's own processor time, which other programs do not change; beside them the
time that passed. The headless compositor keeps each buffer until the next, so every frame here paints the
whole window; where buffers come back at once, as on GNOME, a view's morph paints its pane alone."""
import json
import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'ui'))
from accessible import wait  # noqa: E402
from driver import App  # noqa: E402
from session import Session  # noqa: E402

FRAME = 16  # ms
SHARE = 0.95  # of the frames under that
DRAWN = 1  # ms: a frame that takes less has drawn nothing


def frames(app):
    for line in app.log().splitlines():
        if line.startswith('{"event":"frame"'):
            event = json.loads(line)
            if event['cpu'] >= DRAWN:
                yield event


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def measure(app, name, action):
    """Whether too many frames of it are slow."""
    app.session.settle()
    before = len(list(frames(app)))
    action(app)
    app.session.settle()
    seen = list(frames(app))[before:]
    if not seen:
        print('%-16s nothing was drawn' % name)
        return True
    cpu, wall = ([event[key] for event in seen] for key in ('cpu', 'ms'))
    fast = sum(value < FRAME for value in cpu) / len(cpu)
    print('%-16s %6d' % (name, len(seen)) + ''.join(' %6.1f ms' % percentile(cpu, share) for share in (0.5, 0.95, 0.99)) +
          ' %8.1f %% %8.1f ms' % (fast * 100, percentile(wall, 0.95)), flush=True)
    return fast < SHARE


def resize(app):
    view = app._view()  # pylint: disable=protected-access
    for step in range(150):
        less = min(step, 150 - step)
        app.session.sway('[con_id=%d] resize set %d px %d px' % (view['id'], 1280 - 5 * less, 800 - 2 * less))
        time.sleep(0.03)
    app.resize(1280, 800)


def switch_views(app):
    """There and back, twice."""
    for key in (['Page_Down'] * 5 + ['Page_Up'] * 5) * 2:
        app.key(key)
        time.sleep(0.6)


def hover(app):
    for step in range(60):
        app.move_to(700 + 8 * step, 250 + 5 * (step % 30))
        time.sleep(0.03)
    app.move_to(1279, 799)


def main():
    failed = False
    print('%-16s %6s %9s %9s %9s %10s %11s' % ('', 'frames', 'median', 'p95', 'p99', '< %d ms' % FRAME, 'p95 passed'))
    with Session(monitors=['1280x800'], animations=True) as session:
        app = App(session, ['--concept', 'fm'], env={'GIGOGNE_TIMING': 'frames'})
        app.resize(1280, 800)
        # As when maximised: no shadow around it.
        session.sway('[con_id=%d] floating disable' % app._view()['id'])  # pylint: disable=protected-access
        session.settle()
        # The keys of the diagram want its focus.
        wait(lambda: app.key('Control+d') or wait(app.focused, 'a focus', 2), 'the focus on the diagram')
        failed |= measure(app, 'switching views', switch_views)
        failed |= measure(app, 'hovering', hover)
        session.sway('[con_id=%d] floating enable' % app._view()['id'])  # pylint: disable=protected-access
        app.resize(1280, 800)
        failed |= measure(app, 'resizing', resize)
        app.quit()
    print('at least %d %% of the frames under %d ms of the main thread' % (SHARE * 100, FRAME))
    return int(failed)


if __name__ == '__main__':
    sys.exit(main())
