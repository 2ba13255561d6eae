# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys and monitors of a headless Mutter, GNOME's compositor, over its own D-Bus interfaces."""
import ctypes

from accessible import Gio, GLib, wait

NAME = 'org.gnome.Mutter.'


class Mutter:
    def __init__(self, env):
        flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        self.bus = Gio.DBusConnection.new_for_address_sync(env['DBUS_SESSION_BUS_ADDRESS'], flags, None, None)
        self.keysyms = ctypes.CDLL('libxkbcommon.so.0')
        self.keysyms.xkb_keysym_from_name.restype = ctypes.c_uint32
        # Its names come on the bus after its socket.
        self.remote = wait(lambda: self._call('RemoteDesktop', '/org/gnome/Mutter/RemoteDesktop', 'RemoteDesktop',
                                              'CreateSession')[0], "Mutter's remote desktop")
        self._call('RemoteDesktop', self.remote, 'RemoteDesktop.Session', 'Start')
        # The first event makes the keyboard, and is lost: no window is active without one.
        self._notify(0xffe1, True)
        self._notify(0xffe1, False)

    def _call(self, name, path, interface, method, signature=None, *arguments):
        variant = GLib.Variant(signature, arguments) if signature else None
        return self.bus.call_sync(NAME + name, path, NAME + interface, method, variant, None, 0, 10000, None).unpack()

    # Keys

    def _notify(self, sym, pressed):
        self._call('RemoteDesktop', self.remote, 'RemoteDesktop.Session', 'NotifyKeyboardKeysym', '(ub)', sym, pressed)

    def key(self, combination):
        modifiers = {'Control': 'Control_L', 'Shift': 'Shift_L', 'Alt': 'Alt_L'}
        names = [modifiers.get(n, n) for n in combination.split('+')]
        syms = [self.keysyms.xkb_keysym_from_name(n.encode(), 0) for n in names]
        for sym in syms:
            self._notify(sym, True)
        for sym in reversed(syms):
            self._notify(sym, False)

    # Monitors

    def arrange(self, *areas):
        """Each area is (x, scale, connector…): monitors side by side, those of one area mirrored, the first primary.
        One that is not named is unplugged."""
        serial, monitors = self._call('DisplayConfig', '/org/gnome/Mutter/DisplayConfig', 'DisplayConfig', 'GetCurrentState')[:2]
        modes = {m[0][0]: m[1][0][0] for m in monitors}
        logical = [(x, 0, float(scale), 0, i == 0, [(c, modes[c], {}) for c in connectors])
                   for i, (x, scale, *connectors) in enumerate(areas)]
        self._call('DisplayConfig', '/org/gnome/Mutter/DisplayConfig', 'DisplayConfig', 'ApplyMonitorsConfig',
                   '(uua(iiduba(ssa{sv}))a{sv})', serial, 1, logical, {})
