#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""frames.py FLOOR: what a frame costs the main thread while a window of 1280 × 800 is resized and its views are
switched, drawn in software (GIGOGNE_TIMING=frames), beside a bare window resized alike in the same run.

The figures are the main thread's own processor time, from the frame clock's before-paint to its after-paint;
how long it waited for others is not in it, though a busy machine slows it too. Of each frame: all of it, and its
parts by the clock's phases: up to the end of the layout, the widgets' snapshot, the renderer.

The gate takes all of a frame, what GTK paints for every window included: a shadow, rounded corners and a new
buffer of 4 MB each time it is resized. Beside it, for reading the figures of a slower machine, stands what is
ours: all of it less what the bare window takes (its median). What the renderer paints of our own widgets stays
in that. Where nothing is resized nothing is taken off.

The headless compositor keeps each buffer until the next, so every frame here paints the whole window; where
buffers come back at once, as on GNOME, a view's morph paints its pane alone."""
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
PARTS = ('layout', 'snapshot', 'render')


def frames(app):
    for line in app.log().splitlines():
        if line.startswith('{"event":"frame"'):
            event = json.loads(line)
            if event['cpu'] >= DRAWN:
                yield event


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def watch(app, action):
    """The frames of an action."""
    app.session.settle()
    before = len(list(frames(app)))
    action(app)
    app.session.settle()
    return list(frames(app))[before:]


def report(name, seen, floor=0):
    """Whether too many frames of it are slow; floor: ms of each that are not ours."""
    if not seen:
        print('%-16s nothing was drawn' % name)
        return True
    cpu = [event['cpu'] for event in seen]
    share = {'all': sum(value < FRAME for value in cpu) / len(cpu),
             'ours': sum(value - floor < FRAME for value in cpu) / len(cpu)}
    print('%-16s %6d' % (name, len(seen)) +
          ''.join(' %5.1f ms' % percentile(cpu, rank) for rank in (0.5, 0.95, 0.99)) +
          ''.join(' %5.1f ms' % percentile([event.get(part, 0) for event in seen], 0.5) for part in PARTS) +
          ' %7.1f %% %7.1f %%' % (share['all'] * 100, share['ours'] * 100), flush=True)
    return share['all'] < SHARE


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


def resize_floor(program):
    with Session(monitors=['1280x800'], animations=True) as session:
        app = App(session, env={'GIGOGNE_TIMING': 'frames'}, program=program)
        app.resize(1280, 800)
        seen = watch(app, resize)
        app.process.terminate()
    report('a bare window', seen)
    return percentile([event['cpu'] for event in seen], 0.5)


def main():
    failed = False
    print('%-16s %6s %8s %8s %8s %8s %8s %8s %9s %9s' % ('', 'frames', 'median', 'p95', 'p99', *PARTS, 'all', 'ours'))
    floor = resize_floor(sys.argv[1])
    with Session(monitors=['1280x800'], animations=True) as session:
        app = App(session, ['--concept', 'fm'], env={'GIGOGNE_TIMING': 'frames'})
        app.resize(1280, 800)
        failed |= report('resizing', watch(app, resize), floor)
        # As when maximised: no shadow around it.
        session.sway('[con_id=%d] floating disable' % app._view()['id'])  # pylint: disable=protected-access
        session.settle()
        # The keys of the diagram want its focus.
        wait(lambda: app.key('Control+d') or wait(app.focused, 'a focus', 2), 'the focus on the diagram')
        failed |= report('switching views', watch(app, switch_views))
        failed |= report('hovering', watch(app, hover))
        app.quit()
    print('at least %d %% of all frames under %d ms of the main thread' % (SHARE * 100, FRAME))
    return int(failed)


if __name__ == '__main__':
    sys.exit(main())
