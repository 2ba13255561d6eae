# SPDX-License-Identifier: GPL-3.0-or-later
"""A keyboard and a pointer for a headless compositor, as a tiny Wayland client.

They live as long as the session: a keyboard made anew for each call is bound by
the program too late, and its first key is lost.
"""
import array
import contextlib
import ctypes
import os
import socket
import struct
import time

LEFT_BUTTON = 0x110
RIGHT_BUTTON = 0x111

MODIFIER_KEYS = {'Control': 'Control_L', 'Shift': 'Shift_L', 'Alt': 'Alt_L', 'Super': 'Super_L'}


class Keymap:
    """Which key, modifiers and group give a character (libxkbcommon)."""

    def __init__(self, layout):
        self.lib = lib = ctypes.CDLL('libxkbcommon.so.0')
        pointer = ctypes.c_void_p
        for name, result in (('xkb_context_new', pointer),
                             ('xkb_keymap_new_from_names', pointer),
                             ('xkb_keymap_get_as_string', ctypes.c_char_p),
                             ('xkb_keysym_from_name', ctypes.c_uint32),
                             ('xkb_utf32_to_keysym', ctypes.c_uint32)):
            getattr(lib, name).restype = result

        class Names(ctypes.Structure):
            _fields_ = [(n, ctypes.c_char_p)
                        for n in ('rules', 'model', 'layout', 'variant', 'options')]

        # The second group is fr(oss): it has every French character.
        names = Names(b'evdev', b'pc105', layout.encode() + b',fr', b',oss', b'')
        context = pointer(lib.xkb_context_new(0))
        self.keymap = pointer(lib.xkb_keymap_new_from_names(context, ctypes.byref(names), 0))
        if not self.keymap:
            raise RuntimeError('unknown keyboard layout ' + layout)
        self.text = lib.xkb_keymap_get_as_string(self.keymap, 1)
        self.modifiers = {
            name: 1 << lib.xkb_keymap_mod_get_index(self.keymap, xkb)
            for name, xkb in (('Control', b'Control'), ('Shift', b'Shift'),
                              ('Alt', b'Mod1'), ('Super', b'Mod4'))}
        self.keys = {}
        self._collect()

    def _collect(self):
        lib, keymap = self.lib, self.keymap
        syms = ctypes.POINTER(ctypes.c_uint32)()
        masks = (ctypes.c_uint32 * 8)()
        for code in range(lib.xkb_keymap_min_keycode(keymap), lib.xkb_keymap_max_keycode(keymap) + 1):
            for group in range(lib.xkb_keymap_num_layouts_for_key(keymap, code)):
                for level in range(lib.xkb_keymap_num_levels_for_key(keymap, code, group)):
                    if lib.xkb_keymap_key_get_syms_by_level(keymap, code, group, level, ctypes.byref(syms)) != 1:
                        continue
                    n = lib.xkb_keymap_key_get_mods_for_level(keymap, code, group, level, masks, 8)
                    if n == 0:
                        continue
                    mask = min(masks[i] for i in range(n))
                    rank = (group, bin(mask).count('1'), code, mask)
                    if syms[0] not in self.keys or rank < self.keys[syms[0]]:
                        self.keys[syms[0]] = rank

    def find(self, name):
        """(keycode, modifier mask, group) of a keysym's name or of one character."""
        sym = (self.lib.xkb_utf32_to_keysym(ord(name)) if len(name) == 1
               else self.lib.xkb_keysym_from_name(name.encode(), 0))
        if sym not in self.keys:
            raise KeyError('no key for %r in this layout' % name)
        group, _, code, mask = self.keys[sym]
        return code, mask, group


class Input:
    """zwp_virtual_keyboard_v1 and zwlr_virtual_pointer_v1."""

    def __init__(self, socket_path, layout='us'):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(socket_path)
        self.next_id = 2
        self.buffer = b''
        self.globals = {}
        self.keymap = Keymap(layout)
        self.registry = self._new_id()
        self._request(1, 1, struct.pack('=I', self.registry))
        self.roundtrip()
        seat = self._bind('wl_seat')
        manager = self._bind('zwp_virtual_keyboard_manager_v1')
        self.keyboard = self._new_id()
        self._request(manager, 0, struct.pack('=II', seat, self.keyboard))
        fd = os.memfd_create('keymap')
        text = self.keymap.text + b'\0'
        os.write(fd, text)
        self._request(self.keyboard, 0, struct.pack('=II', 1, len(text)), fd)
        os.close(fd)
        manager = self._bind('zwlr_virtual_pointer_manager_v1')
        self.pointer = self._new_id()
        self._request(manager, 0, struct.pack('=II', seat, self.pointer))
        self._set_modifiers(0, 0)
        self.roundtrip()

    def _new_id(self):
        self.next_id += 1
        return self.next_id - 1

    def _request(self, target, opcode, body=b'', fd=None):
        message = struct.pack('=II', target, ((8 + len(body)) << 16) | opcode) + body
        if fd is None:
            self.socket.sendall(message)
        else:
            rights = (socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array('i', [fd]))
            self.socket.sendmsg([message], [rights])

    def _bind(self, interface):
        if interface not in self.globals:
            raise RuntimeError('the compositor lacks ' + interface)
        new = self._new_id()
        name = interface.encode() + b'\0'
        name += b'\0' * (-len(name) % 4)
        self._request(self.registry, 0,
                      struct.pack('=II', self.globals[interface], len(interface) + 1)
                      + name + struct.pack('=II', 1, new))
        return new

    def roundtrip(self):
        """Return when the compositor has seen everything sent so far."""
        callback = self._new_id()
        self._request(1, 0, struct.pack('=I', callback))
        while True:
            while len(self.buffer) >= 8:
                target, word = struct.unpack('=II', self.buffer[:8])
                size, opcode = word >> 16, word & 0xffff
                if len(self.buffer) < size:
                    break
                body, self.buffer = self.buffer[8:size], self.buffer[size:]
                if target == 1 and opcode == 0:
                    raise RuntimeError('Wayland error: %r' % body)
                if target == self.registry and opcode == 0:
                    name, length = struct.unpack('=II', body[:8])
                    self.globals[body[8:8 + length - 1].decode()] = name
                if target == callback:
                    return
            data = self.socket.recv(65536)
            if not data:
                raise RuntimeError('the compositor closed the connection')
            self.buffer += data

    @staticmethod
    def _now():
        return int(time.monotonic() * 1000) & 0xffffffff

    def _set_modifiers(self, mask, group):
        self._request(self.keyboard, 2, struct.pack('=IIII', mask, 0, 0, group))

    def _key(self, code, pressed):
        self._request(self.keyboard, 1, struct.pack('=III', self._now(), code - 8, pressed))

    def type(self, text):
        for character in text:
            code, mask, group = self.keymap.find({'\n': 'Return', '\t': 'Tab'}.get(character, character))
            self._set_modifiers(mask, group)
            self._key(code, 1)
            self._key(code, 0)
            self._set_modifiers(0, 0)
            self.roundtrip()
            time.sleep(0.004)

    def key(self, combination):
        """`Control+Shift+Down`, `Escape`, `F5`, `a`."""
        with self.holding(combination):
            pass

    @contextlib.contextmanager
    def holding(self, combination):
        """The keys stay down for as long as the block lasts."""
        *modifiers, key = combination.split('+') if combination != '+' else ['+']
        code, mask, group = self.keymap.find(key)
        for name in modifiers:
            mask |= self.keymap.modifiers[name]
            self._key(self.keymap.find(MODIFIER_KEYS[name])[0], 1)
        self._set_modifiers(mask, group)
        self._key(code, 1)
        self.roundtrip()
        yield
        self._key(code, 0)
        for name in reversed(modifiers):
            self._key(self.keymap.find(MODIFIER_KEYS[name])[0], 0)
        self._set_modifiers(0, 0)
        self.roundtrip()
        time.sleep(0.01)

    def _frame(self):
        self._request(self.pointer, 4)
        self.roundtrip()

    def move(self, x, y, width, height):
        """Absolute, in a layout of outputs `width` × `height` large."""
        self._request(self.pointer, 1, struct.pack('=IIIII', self._now(), int(x), int(y), int(width), int(height)))
        self._frame()

    def button(self, pressed, button=LEFT_BUTTON):
        self._request(self.pointer, 2, struct.pack('=III', self._now(), button, pressed))
        self._frame()

    def scroll(self, steps, control=False, sideways=False):
        """Turn the wheel down (or to the right) by `steps`, while Control is held if asked."""
        if control:
            self._set_modifiers(4, 0)
            self.roundtrip()
        self._request(self.pointer, 5, struct.pack('=I', 0))
        self._request(self.pointer, 7, struct.pack('=IIii', self._now(), int(sideways), int(steps * 15 * 256), int(steps)))
        self._frame()
        if control:
            self._set_modifiers(0, 0)
            self.roundtrip()
