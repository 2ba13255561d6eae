# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the whole program the way a person does, and reports in TAP.

    from driver import main, test

    @test(args=['--concept', 'llm'])
    def french_is_one_click_away(app):
        app.find(role='radio button', name='Français').act()
        app.find(role='heading', name='Grands modèles de langage')

    if __name__ == '__main__':
        main()

Each test gets a private session and a fresh program. Fails on a failed assertion, on a missing
accessible, on any warning the program prints and on any exit but a clean one. A picture, the
accessible tree and the logs of a failure are kept in a folder that the output names.

Run one by hand: ./dev exec tests/ui/test-NAME.py [TEST…]
"""
import json
import os
import re
import signal
import subprocess
import sys
import time
import traceback

from accessible import Bus, Failure, Node, GLib, TIMEOUT, regex, wait
from session import SOURCE, Missing, Session
from wayland import LEFT_BUTTON, RIGHT_BUTTON

__all__ = ['App', 'Failure', 'LEFT_BUTTON', 'RIGHT_BUTTON', 'Session', 'main', 'regex', 'test', 'wait']

COMPLAINT = re.compile(r'-(CRITICAL|WARNING|ERROR) \*\*|runtime error:|AddressSanitizer|LeakSanitizer')
PROGRAM = os.environ.get('GIGOGNE_PROGRAM', 'gigogne')
APP_ID = os.environ.get('GIGOGNE_APP_ID', 'org.gigogne.Gigogne')
OUTPUT = os.environ.get('GIGOGNE_TEST_OUTPUT', os.path.join(SOURCE, '_build', 'ui-failures'))


def _descendants(pid):
    children = {}
    for entry in os.listdir('/proc'):
        if entry.isdigit():
            try:
                with open('/proc/%s/stat' % entry, encoding='utf-8') as f:
                    parent = int(f.read().rsplit(')', 1)[1].split()[1])
            except OSError:
                continue
            children.setdefault(parent, []).append(int(entry))
    found, todo = {pid}, [pid]
    while todo:
        for child in children.get(todo.pop(), []):
            found.add(child)
            todo.append(child)
    return found


class App(Node):
    """The running program; also the root of its accessible tree."""

    def __init__(self, session, args=(), env=None, program=None):
        self.session = session
        self.log_name = 'program.log'
        bus = Bus(session.env)
        self.process = session.spawn([program or PROGRAM, *args], self.log_name,
                                     env={'G_DEBUG': 'fatal-criticals', **(env or {})})
        super().__init__(bus, self._find_root(bus), self)
        wait(lambda: any(w.children for w in self.windows), 'the first window', 60)
        self.float()

    def _find_root(self, bus):
        def look():
            if self.process.poll() is not None:
                raise RuntimeError('the program ended with %s:\n%s' % (self.process.returncode, self.log()))
            pids = _descendants(self.process.pid)
            for reference in bus.call('org.a11y.atspi.Registry', '/org/a11y/atspi/accessible/root',
                                      'org.a11y.atspi.Accessible', 'GetChildren'):
                pid = bus.call('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                               'GetConnectionUnixProcessID', GLib.Variant('(s)', (reference[0],)))
                if pid in pids:
                    return reference
            return None
        return wait(look, 'the program on the accessibility bus', 60)

    @property
    def windows(self):
        return [w for w in self.children if 'showing' in w.states]

    def log(self):
        with open(os.path.join(self.session.out, self.log_name), encoding='utf-8', errors='replace') as f:
            return f.read()

    def complaints(self):
        return [line for line in self.log().splitlines() if COMPLAINT.search(line)]

    # Keys and pointer

    def type(self, text):
        self.session.input.type(text)

    def key(self, combination):
        self.session.input.key(combination)

    def holding(self, combination):
        """with app.holding('Alt+l'): …"""
        return self.session.input.holding(combination)

    def focused(self):
        """The accessible with keyboard focus, or None."""
        return next((n for n in self.walk() if n.matches(state='focused') and n.role not in ('frame', 'window')), None)

    def views(self):
        pids = _descendants(self.process.pid)
        return [v for v in self.session.views() if v['pid'] in pids]

    def float(self):
        """Let windows have the size they ask for, as on a desktop; not those in full screen."""
        if self.session.compositor != 'sway':
            return
        for view in wait(self.views, 'a window'):
            if not view['fullscreen'] and not view['floating']:
                self.session.sway('[con_id=%d] floating enable' % view['id'])
                self.session.settle()

    def resize(self, width, height, title=None):
        """Resize a window as a window manager would."""
        self.float()

        def resized():
            # Again when the program, late, has answered an earlier size.
            view = self._view(title)
            self.session.sway('[con_id=%d] resize set %d px %d px, move position 0 0' % (view['id'], width, height))
            self.session.settle()
            return self._view(title)['rect'][2:] == (width, height)

        wait(resized, 'a window of %d × %d' % (width, height))

    def focus_window(self, title):
        view = wait(lambda: self._view(title), 'window ' + title)
        self.session.sway('[con_id=%d] focus' % view['id'])
        wait(lambda: any(w.name == title and 'active' in w.states for w in self.windows), 'focus on ' + title)

    def _view(self, title=None):
        return next((v for v in self.views() if title in (None, v['title'])), None)

    def position_of(self, node):
        """The middle of an accessible on the layout of outputs."""
        x, y, width, height = node.extents
        window = node.window()
        window_x, window_y, window_width, window_height = window.extents
        view = self._view(window.name) or self._view()
        left, top, view_width, view_height = view['rect']
        # The accessible window is larger than the compositor's by its shadow.
        left -= max(0, (window_width - view_width) // 2)
        top -= max(0, (window_height - view_height) // 2)
        return left + x - window_x + width / 2, top + y - window_y + height / 2

    def move_to(self, x, y):
        self.session.input.move(x, y, *self.session.layout_size())

    def click_at(self, x, y, button=None, count=1):
        self.move_to(x, y)
        time.sleep(0.03)
        for _ in range(count):
            self.session.input.button(1, button or LEFT_BUTTON)
            time.sleep(0.02)
            self.session.input.button(0, button or LEFT_BUTTON)
            time.sleep(0.02)

    def drag(self, start, end, steps=12):
        self.move_to(*start)
        self.session.input.button(1)
        for i in range(1, steps + 1):
            self.move_to(start[0] + (end[0] - start[0]) * i / steps, start[1] + (end[1] - start[1]) * i / steps)
            time.sleep(0.016)
        self.session.input.button(0)

    # Language-independent ways in

    def activate(self, action, parameter=None):
        """An action of the application (app.*). Those of a window are accessible actions: windows[0].act('win.…')."""
        self.bus.session.call_sync(
            APP_ID, '/' + APP_ID.replace('.', '/'), 'org.gtk.Actions', 'Activate',
            GLib.Variant('(sava{sv})', (action, [parameter] if parameter else [], {})), None, 0, 10000, None)

    def start_again(self, *args):
        """A second start, which the running program answers."""
        process = self.session.spawn([PROGRAM, *args], 'second.log')
        if process.wait(TIMEOUT) != 0:
            raise Failure('a second start ended with %s' % process.returncode)

    def show_concept(self, concept):
        self.start_again('--concept', concept)

    def listen(self, event='object:announcement'):
        return self.bus.listen(event)

    def heard(self, events, text, timeout=TIMEOUT):
        """Wait until a recorded announcement equals text or matches an expression."""
        def condition():
            self.bus.pump()
            return any(text.search(str(e)) if hasattr(text, 'search') else e == text for e in events)
        wait(condition, 'announcement %r among %r' % (text, events), timeout)

    def peak_memory(self):
        """KiB of resident memory at the highest."""
        with open('/proc/%d/status' % self.process.pid, encoding='utf-8') as f:
            return next(int(line.split()[1]) for line in f if line.startswith('VmHWM'))

    # Pictures and the end

    def shot(self, name, view=None, output=None):
        self.session.settle()
        return self.session.shot(name, output, view and view['rect'])

    def quit(self):
        """Leave as a person does; anything but a clean exit is a failure."""
        if self.process.poll() is None:
            try:
                self.activate('quit')
            except GLib.Error:
                pass
            try:
                self.process.wait(TIMEOUT)
            except subprocess.TimeoutExpired as error:
                os.killpg(self.process.pid, signal.SIGKILL)
                raise Failure('the program did not quit') from error
        if self.process.returncode != 0:
            raise Failure('the program ended with %s:\n%s' % (self.process.returncode, self.log()[-3000:]))


TESTS = []


def test(args=(), program_env=None, **session):
    """Registers a test. Keywords go to Session: monitors, locale, layout, settings, animations…"""
    def register(function):
        TESTS.append((function.__name__, function, list(args), program_env, session))
        return function
    return register


def _keep_evidence(session, app):
    try:
        session.shot('failure.png')
    except (OSError, subprocess.CalledProcessError):
        pass
    if app is not None:
        try:
            with open(os.path.join(session.out, 'tree.json'), 'w', encoding='utf-8') as f:
                json.dump(app.tree(), f, indent=1, ensure_ascii=False)
        except GLib.Error:
            pass


def _run(function, args, program_env, options, folder):
    session, app = Session(out=folder, **options), None
    with session:
        try:
            app = App(session, args, program_env)
            function(app)
            app.quit()
            complaints = app.complaints()
            if complaints:
                raise Failure('the program complained:\n' + '\n'.join(complaints))
        except BaseException:
            _keep_evidence(session, app)
            raise


def _comment(text):
    for line in text.splitlines():
        print('# ' + line)


def main():
    chosen = [t for t in TESTS if len(sys.argv) < 2 or t[0] in sys.argv[1:]]
    script = os.path.splitext(os.path.basename(sys.argv[0]))[0]
    failed = 0
    print('TAP version 14\n1..%d' % len(chosen), flush=True)
    for number, (name, function, args, program_env, options) in enumerate(chosen, 1):
        folder = os.path.join(OUTPUT, script, name)
        if os.path.isdir(folder):
            for entry in os.listdir(folder):
                os.unlink(os.path.join(folder, entry))
        try:
            _run(function, args, program_env, options, folder)
            print('ok %d %s' % (number, name), flush=True)
        except Missing as missing:
            print('ok %d %s # SKIP %s' % (number, name, missing), flush=True)
        except Exception as error:  # pylint: disable=broad-except
            failed += 1
            print('not ok %d %s' % (number, name))
            _comment(str(error) if isinstance(error, Failure) and str(error) else traceback.format_exc())
            _comment('see %s' % folder)
            sys.stdout.flush()
    return sys.exit(1 if failed else 0)
