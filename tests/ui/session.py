# SPDX-License-Identifier: GPL-3.0-or-later
"""A private desktop session for one test: buses, home, settings and a headless compositor.

Nothing of the person's session is seen or touched, nothing outlives the test, and any
number of sessions run side by side.
"""
import ctypes
import glob
import json
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import tempfile
import time

from mutter import Mutter
from wayland import Input

PR_SET_PDEATHSIG = 1
SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# No service files: no portal, dconf or gvfs can be started by accident.
SESSION_BUS = '''<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=%s</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
'''
A11Y_BUS = '/usr/share/defaults/at-spi2/accessibility.conf'
REGISTRIES = ('/usr/libexec/at-spi2-registryd', '/usr/libexec/at-spi2/at-spi2-registryd',
              '/usr/lib/at-spi2-core/at-spi2-registryd')
KEPT = ('PATH', 'TERM', 'LD_LIBRARY_PATH', 'GSETTINGS_SCHEMA_DIR', 'GIGOGNE_PROGRAM', 'GIGOGNE_APP_ID',
        'ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS', 'GIO_EXTRA_MODULES')


class Missing(Exception):
    """A program the session needs is not installed."""


def _die_with_parent():
    os.setsid()
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


class Session:
    """compositor: sway (screenshots, keys, pointer), mutter (as on GNOME) or x11.
    scale: of all monitors, or a list."""

    def __init__(self, monitors=('1280x800',), locale='C.UTF-8', layout='us', compositor='sway',
                 settings=None, animations=False, scale=1, env=None, out=None, accessible=True):
        self.monitors = list(monitors)
        self.layout, self.compositor = layout, compositor
        self.scales = list(scale) if isinstance(scale, (list, tuple)) else [scale] * len(self.monitors)
        self.accessible = accessible
        self.processes = []
        self.input = None
        self.base = tempfile.mkdtemp(prefix='gig-')
        self.out = out or self.base
        os.makedirs(self.out, exist_ok=True)
        self.env = {k: v for k, v in os.environ.items() if k in KEPT}
        for name in ('HOME', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME',
                     'XDG_CACHE_HOME', 'XDG_STATE_HOME', 'TMPDIR'):
            self.env[name] = os.path.join(self.base, name.lower())
            os.mkdir(self.env[name], 0o700)
        self.env.update(
            LANG=locale, LC_ALL=locale, TZ='UTC',
            XDG_DATA_DIRS='/usr/local/share:/usr/share', XDG_CURRENT_DESKTOP='GNOME',
            GIO_USE_VFS='local', GVFS_DISABLE_FUSE='1', GIO_USE_VOLUME_MONITOR='unix',
            GSETTINGS_BACKEND='keyfile', GTK_USE_PORTAL='0', GDK_DEBUG='no-portals', ADW_DISABLE_PORTAL='1',
            GSK_RENDERER='cairo', GDK_DISABLE='gl,vulkan', LIBGL_ALWAYS_SOFTWARE='1',
            GTK_A11Y='atspi' if accessible else 'none', XCURSOR_THEME='Adwaita',
            FONTCONFIG_FILE=os.path.join(SOURCE, 'tests', 'fonts.conf'))
        self._write_settings(animations, settings or {})
        self.env.update(env or {})

    def _write_settings(self, animations, settings):
        """settings: {'org/gnome/desktop/interface': {'key': 'GVariant text'}}"""
        groups = {'org/gnome/desktop/interface': {
            'enable-animations': str(bool(animations)).lower(), 'cursor-blink': 'false',
            'font-name': "'Cantarell 11'", 'document-font-name': "'Cantarell 11'",
            'monospace-font-name': "'DejaVu Sans Mono 10'", 'toolkit-accessibility': 'true'}}
        for group, values in settings.items():
            groups.setdefault(group.strip('/'), {}).update(values)
        folder = os.path.join(self.env['XDG_CONFIG_HOME'], 'glib-2.0', 'settings')
        os.makedirs(folder)
        with open(os.path.join(folder, 'keyfile'), 'w', encoding='utf-8') as f:
            for group, values in groups.items():
                f.write('[%s]\n' % group + ''.join('%s=%s\n' % pair for pair in values.items()) + '\n')
        folder = os.path.join(self.env['XDG_CONFIG_HOME'], 'gtk-4.0')
        os.makedirs(folder)
        with open(os.path.join(folder, 'settings.ini'), 'w', encoding='utf-8') as f:
            f.write('[Settings]\ngtk-cursor-blink=0\ngtk-overlay-scrolling=0\n'
                    'gtk-enable-animations=%d\n' % bool(animations))

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    # Processes

    def spawn(self, command, log, **kwargs):
        with open(os.path.join(self.out, log), 'ab') as f:
            try:
                process = subprocess.Popen(
                    command, env=dict(self.env, **kwargs.pop('env', {})), stdin=subprocess.DEVNULL,
                    stdout=f, stderr=f, preexec_fn=_die_with_parent, **kwargs)
            except FileNotFoundError as error:
                raise Missing('%s is not installed' % command[0]) from error
        self.processes.append(process)
        return process

    def _wait(self, condition, what):
        end = time.monotonic() + 60
        while time.monotonic() < end:
            result = condition()
            if result:
                return result
            if self.processes[-1].poll() is not None:
                raise RuntimeError('%s ended early; its messages are in %s' % (what, self.out))
            time.sleep(0.01)
        raise RuntimeError('waited a minute for ' + what)

    def _start_bus(self, name, config):
        path = os.path.join(self.base, name + '.conf')
        with open(path, 'w', encoding='utf-8') as f:
            f.write(config)
        reader, writer = os.pipe()
        self.spawn(['dbus-daemon', '--config-file=' + path, '--nofork', '--nopidfile',
                    '--print-address=%d' % writer], name + '.log', pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as f:
            address = f.readline().strip()
        if not address:
            raise RuntimeError('dbus-daemon did not start; see %s.log in %s' % (name, self.out))
        return address

    def start(self):
        runtime = self.env['XDG_RUNTIME_DIR']
        self.env['DBUS_SESSION_BUS_ADDRESS'] = self._start_bus('session-bus', SESSION_BUS % runtime)
        if self.accessible:
            self._start_accessibility(runtime)
        getattr(self, '_start_' + self.compositor)()

    def _start_accessibility(self, runtime):
        # With the address in the environment no launcher is needed, and nothing races with it.
        with open(A11Y_BUS, encoding='utf-8') as f:
            config = re.sub('<listen>.*?</listen>', '<listen>unix:dir=%s</listen>' % runtime, f.read())
        self.env['AT_SPI_BUS_ADDRESS'] = self._start_bus('a11y-bus', config)
        registry = next((p for p in REGISTRIES if os.path.exists(p)), None)
        if not registry:
            raise Missing('at-spi2-registryd is not installed')
        self.spawn([registry], 'registry.log')

    def stop(self):
        for process in reversed(self.processes):
            if process.poll() is None:
                try:
                    os.killpg(process.pid, signal.SIGTERM)
                except ProcessLookupError:
                    pass
        for process in reversed(self.processes):
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        self.processes = []
        shutil.rmtree(self.base, ignore_errors=True)

    # Compositors

    def _wayland_socket(self):
        found = glob.glob(os.path.join(self.env['XDG_RUNTIME_DIR'], 'wayland-*[0-9]'))
        return os.path.basename(found[0]) if found else None

    def _start_sway(self):
        lines, x = [], 0
        for number, (mode, scale) in enumerate(zip(self.monitors, self.scales), 1):
            lines.append('output HEADLESS-%d mode --custom %s@60Hz position %d 0 scale %s'
                         % (number, mode, x, scale))
            lines.append('workspace monitor%d output HEADLESS-%d' % (number, number))
            x += int(int(mode.split('x')[0]) / scale)
        lines += ['default_border none', 'default_floating_border none', 'xwayland disable',
                  'floating_maximum_size -1 x -1',
                  'focus_follows_mouse no', 'mouse_warping none', 'seat * hide_cursor 100',
                  'focus output HEADLESS-1']
        if not self.accessible:
            # Not for a driven program: its wall, born in full screen, would lose its size. See App.
            lines.append('for_window [app_id=".*"] floating enable')
        config = os.path.join(self.base, 'sway.conf')
        with open(config, 'w', encoding='utf-8') as f:
            f.write('\n'.join(lines) + '\n')
        self.env['SWAYSOCK'] = os.path.join(self.env['XDG_RUNTIME_DIR'], 'sway.sock')
        self.spawn(['sway', '-c', config], 'compositor.log', env={
            'WLR_BACKENDS': 'headless', 'WLR_HEADLESS_OUTPUTS': str(len(self.monitors)),
            'WLR_LIBINPUT_NO_DEVICES': '1', 'WLR_RENDERER': 'pixman'})
        self.env['WAYLAND_DISPLAY'] = self._wait(self._wayland_socket, 'sway')
        self._wait(lambda: os.path.exists(self.env['SWAYSOCK']), 'sway')
        self.env['GDK_BACKEND'] = 'wayland'
        self.input = Input(os.path.join(self.env['XDG_RUNTIME_DIR'], self.env['WAYLAND_DISPLAY']), self.layout)
        self.outputs = ['HEADLESS-%d' % (i + 1) for i in range(len(self.monitors))]
        # Out of the way: nothing is hovered before a test says so.
        width, height = self.layout_size()
        self.input.move(width - 1, height - 1, width, height)

    def _start_mutter(self):
        command = ['mutter', '--headless', '--wayland', '--no-x11', '--wayland-display', 'wayland-7']
        for mode in self.monitors:
            command += ['--virtual-monitor', mode]
        self.spawn(command, 'compositor.log')
        self.env['WAYLAND_DISPLAY'] = self._wait(self._wayland_socket, 'mutter')
        self.env['GDK_BACKEND'] = 'wayland'
        self.outputs = ['Meta-%d' % i for i in range(len(self.monitors))]
        self.input = self.mutter = Mutter(self.env)
        self.mutter.arrange(*self.side_by_side())

    def side_by_side(self):
        """For Mutter.arrange(): the first monitor on the left and primary."""
        areas, x = [], 0
        for number, (mode, scale) in enumerate(zip(self.monitors, self.scales)):
            areas.append((x, scale, 'Meta-%d' % number))
            x += int(int(mode.split('x')[0]) / scale)
        return areas

    def _start_x11(self):
        reader, writer = os.pipe()
        self.spawn(['Xvfb', '-displayfd', str(writer), '-screen', '0', self.monitors[0] + 'x24',
                    '-noreset', '-nolisten', 'tcp'], 'compositor.log', pass_fds=[writer])
        os.close(writer)
        with os.fdopen(reader) as f:
            number = f.readline().strip()
        if not number:
            raise RuntimeError('Xvfb did not start; see compositor.log in ' + self.out)
        self.env.update(DISPLAY=':' + number, GDK_BACKEND='x11')
        self.outputs = ['screen']

    # What the compositor knows

    def sway(self, payload, kind=0):
        """One message of sway's IPC: kind 0 is a command, 3 lists outputs, 4 the tree."""
        with socket.socket(socket.AF_UNIX) as s:
            s.connect(self.env['SWAYSOCK'])
            data = payload.encode()
            s.sendall(b'i3-ipc' + struct.pack('=II', len(data), kind) + data)
            stream = s.makefile('rb')
            header = stream.read(14)
            return json.loads(stream.read(struct.unpack('=II', header[6:])[0]))

    def views(self):
        """The windows as the compositor sees them, with output, rect and state."""
        found = []

        def walk(node, output):
            if node['type'] == 'output':
                output = node['name']
            if node.get('pid'):
                r = node['rect']
                found.append({'id': node['id'], 'title': node['name'], 'pid': node['pid'], 'output': output,
                              'rect': (r['x'], r['y'], r['width'], r['height']),
                              'fullscreen': bool(node['fullscreen_mode']), 'focused': node['focused'],
                              'floating': node['type'] == 'floating_con', 'awake': bool(node.get('inhibit_idle'))})
            for child in node.get('nodes', []) + node.get('floating_nodes', []):
                walk(child, output)

        walk(self.sway('', 4), None)
        return found

    def layout_size(self):
        rects = [o['rect'] for o in self.sway('', 3) if o['active']]
        return max(r['x'] + r['width'] for r in rects), max(r['y'] + r['height'] for r in rects)

    def shot(self, path, output=None, region=None):
        """A picture of everything, of one output, or of a region (x, y, width, height)."""
        path = os.path.join(self.out, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        command = ['grim']
        if output:
            command += ['-o', output]
        if region:
            command += ['-g', '%d,%d %dx%d' % tuple(region)]
        subprocess.run(command + [path], env=self.env, check=True)
        return path

    def settle(self):
        """Return when two pictures in a row are equal: nothing moves any more."""
        last = None
        for _ in range(60):
            path = self.shot('.settle.png')
            with open(path, 'rb') as f:
                now = f.read()
            os.unlink(path)
            if now == last:
                return True
            last = now
            time.sleep(0.08)
        return False
