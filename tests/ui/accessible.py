# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessible tree of the program, asked over D-Bus and never cached: what a screen reader gets."""
import re
import time

import gi
gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

ATSPI = 'org.a11y.atspi.'
TIMEOUT = 20.0
STATES = '''invalid active armed busy checked collapsed defunct editable enabled expandable expanded focusable
focused has-tooltip horizontal iconified modal multi-line multiselectable opaque pressed resizable selectable
selected sensitive showing single-line stale transient vertical visible manages-descendants indeterminate required
truncated animated invalid-entry supports-autocompletion selectable-text is-default visited checkable has-popup
read-only'''.split()


class Failure(AssertionError):
    """Something a person would have seen is not there."""


def wait(condition, what, timeout=TIMEOUT):
    """Poll until condition() is true and return its value. Effects come late: never sleep for them."""
    end = time.monotonic() + timeout
    while True:
        try:
            result = condition()
        except (Failure, GLib.Error):
            result = None
        if result:
            return result
        if time.monotonic() > end:
            raise Failure('waited %d s for %s' % (timeout, what))
        time.sleep(0.02)


def _matches(value, wanted):
    return bool(wanted.search(value or '')) if hasattr(wanted, 'search') else value == wanted


class Bus:
    def __init__(self, env):
        flags = (Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
                 | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION)
        self.a11y = Gio.DBusConnection.new_for_address_sync(env['AT_SPI_BUS_ADDRESS'], flags, None, None)
        self.session = Gio.DBusConnection.new_for_address_sync(env['DBUS_SESSION_BUS_ADDRESS'], flags, None, None)

    def call(self, name, path, interface, method, arguments=None):
        reply = self.a11y.call_sync(name, path, interface, method, arguments, None, 0, 10000, None).unpack()
        return reply[0] if len(reply) == 1 else reply

    @staticmethod
    def pump():
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass

    def listen(self, event):
        """Record events such as `object:announcement`; GTK sends them only while somebody listens."""
        heard = []
        self.call(ATSPI + 'Registry', '/org/a11y/atspi/registry', ATSPI + 'Registry', 'RegisterEvent',
                  GLib.Variant('(sass)', (event, [], '')))
        parts = event.split(':')
        signal = ''.join(word.capitalize() for word in parts[1].split('-'))

        def received(_connection, _sender, _path, _interface, _signal, parameters):
            values = parameters.unpack()
            if len(parts) < 3 or values[0] == parts[2]:
                heard.append(values[3])

        self.a11y.signal_subscribe(None, ATSPI + 'Event.' + parts[0].capitalize(), signal,
                                   None, None, 0, received)
        self.pump()
        return heard


class Node:
    """One accessible. Found by role and name, as a person finds it."""

    def __init__(self, bus, reference, app=None):
        self.bus, self.reference, self.app = bus, tuple(reference), app

    def __eq__(self, other):
        return isinstance(other, Node) and self.reference == other.reference

    def __hash__(self):
        return hash(self.reference)

    def __repr__(self):
        try:
            return '<%s “%s”>' % (self.role, self.name)
        except GLib.Error:
            return '<gone %s>' % self.reference[1]

    def _call(self, interface, method, signature=None, *arguments):
        variant = GLib.Variant(signature, arguments) if signature else None
        return self.bus.call(*self.reference, ATSPI + interface, method, variant)

    def _property(self, name, interface='Accessible'):
        return self.bus.call(*self.reference, 'org.freedesktop.DBus.Properties', 'Get',
                             GLib.Variant('(ss)', (ATSPI + interface, name)))

    @property
    def name(self):
        return self._property('Name')

    @property
    def description(self):
        return self._property('Description')

    @property
    def role(self):
        return self._call('Accessible', 'GetRoleName')

    @property
    def states(self):
        low, high = (list(self._call('Accessible', 'GetState')) + [0, 0])[:2]
        bits = low | high << 32
        return {name for i, name in enumerate(STATES) if bits >> i & 1}

    @property
    def interfaces(self):
        return [i.rsplit('.', 1)[-1] for i in self._call('Accessible', 'GetInterfaces')]

    @property
    def attributes(self):
        return self._call('Accessible', 'GetAttributes')

    @property
    def children(self):
        return [Node(self.bus, r, self.app) for r in self._call('Accessible', 'GetChildren')]

    @property
    def parent(self):
        return Node(self.bus, self._property('Parent'), self.app)

    @property
    def relations(self):
        return {kind: [Node(self.bus, r, self.app) for r in references]
                for kind, references in self._call('Accessible', 'GetRelationSet')}

    @property
    def text(self):
        try:
            return self._call('Text', 'GetText', '(ii)', 0, -1)
        except GLib.Error:
            return self.name

    @property
    def value(self):
        return self._property('CurrentValue', 'Value')

    @value.setter
    def value(self, number):
        self.bus.call(*self.reference, 'org.freedesktop.DBus.Properties', 'Set',
                      GLib.Variant('(ssv)', (ATSPI + 'Value', 'CurrentValue', GLib.Variant('d', number))))

    @property
    def actions(self):
        return [a[0] for a in self._call('Action', 'GetActions')] if 'Action' in self.interfaces else []

    @property
    def extents(self):
        """(x, y, width, height) in the window; GTK 4.18 is wrong inside popovers."""
        return tuple(self._call('Component', 'GetExtents', '(u)', 1))

    # Looking

    def walk(self, showing=True):
        yield self
        try:
            children = self.children
        except GLib.Error:
            return
        for child in children:
            try:
                if showing and 'showing' not in child.states:
                    continue
            except GLib.Error:
                continue
            yield from child.walk(showing)

    def matches(self, role=None, name=None, text=None, description=None, state=None):
        """Strings compare whole, compiled expressions search; a state may be `!negated`."""
        try:
            if role is not None and self.role not in ((role,) if isinstance(role, str) else role):
                return False
            for wanted, attribute in ((name, 'name'), (text, 'text'), (description, 'description')):
                if wanted is not None and not _matches(getattr(self, attribute), wanted):
                    return False
            if state is not None:
                states = self.states
                for s in [state] if isinstance(state, str) else state:
                    if (s[1:] in states) if s.startswith('!') else (s not in states):
                        return False
            return True
        except GLib.Error:
            return False

    def find_all(self, showing=True, **wanted):
        return [n for n in self.walk(showing) if n.matches(**wanted)]

    def find(self, timeout=TIMEOUT, showing=True, **wanted):
        """The first match, waited for."""
        return wait(lambda: next((n for n in self.walk(showing) if n.matches(**wanted)), None),
                    '%s in %r' % (wanted, self), timeout)

    def gone(self, timeout=TIMEOUT, **wanted):
        wait(lambda: not self.find_all(**wanted), '%s to go away' % wanted, timeout)

    def window(self):
        node = self
        while True:
            parent = node.parent
            if parent.reference[1].endswith('/root') or parent.role == 'application':
                return node
            node = parent

    def tree(self, showing=True):
        """A readable dump, for failures and for people."""
        try:
            entry = {'role': self.role, 'name': self.name}
            if self.description:
                entry['description'] = self.description
            entry['states'] = sorted(self.states - {'enabled', 'sensitive', 'visible', 'showing'})
            if self.actions:
                entry['actions'] = self.actions
            if 'Component' in self.interfaces:
                entry['extents'] = self.extents
            children = [c.tree(showing) for c in self.children if not showing or 'showing' in c.states]
        except GLib.Error as error:
            return {'error': error.message}
        if children:
            entry['children'] = children
        return entry

    # Acting

    def act(self, name=None):
        """An accessible action, the first by default. Its effect may come 250 ms later: wait for it."""
        actions = self.actions
        if not actions or (name and name not in actions):
            raise Failure('%r has no action %s, only %s' % (self, name or '', actions))
        if not self._call('Action', 'DoAction', '(i)', actions.index(name) if name else 0):
            raise Failure('%r refused %s' % (self, name or actions[0]))

    def set_text(self, text):
        self._call('EditableText', 'SetTextContents', '(s)', text)

    def click(self, button=None, count=1):
        self.app.click_at(*self.app.position_of(self), button=button, count=count)


def regex(pattern):
    return re.compile(pattern)
