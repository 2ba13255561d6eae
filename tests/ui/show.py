# SPDX-License-Identifier: GPL-3.0-or-later
"""A show as its two readers get it: the class in front of the wall, the teacher behind the console."""
import re

from accessible import Failure, GLib, wait

TWO = {'monitors': ['1280x800', '1920x1080']}
PLACE = re.compile(r'^(Step|Étape) \d+ (of|sur) \d|^(Detour|Détour)')
WALL = re.compile(r'– (wall|écran de la classe)$')
# Words that stand in nearly every sentence of one language and in none of the other.
FRENCH = re.compile(r'\b(le|la|les|des|du|une|est|et|qui|que|pour|dans|sont|sur|pas|de|ce|cette|modèles?)\b', re.I)
ENGLISH = re.compile(r'\b(the|of|and|is|are|with|which|that|what|from|into|its|has|not|every|this|be|models?)\b', re.I)
LANGUAGES = {'fr': (FRENCH, ENGLISH), 'en': (ENGLISH, FRENCH)}


def _kept(app, key, look, good):
    """An accessible found once and asked again while it is what was looked for: walking a window takes long."""
    kept = app.__dict__.setdefault('kept', {})
    try:
        if key in kept and good(kept[key]):
            return kept[key]
    except GLib.Error:
        pass
    kept[key] = wait(look, key)
    return kept[key]


def _window(app, pattern):
    return next((w for w in app.windows if re.search(pattern, w.name)), None)


def wall(app):
    return _kept(app, 'the wall', lambda: _window(app, WALL), lambda w: WALL.search(w.name) and 'showing' in w.states)


def console(app):
    return _kept(app, 'the console', lambda: _window(app, '^Console$'), lambda w: w.name == 'Console' and 'showing' in w.states)


def texts(window):
    """All that is there to be read."""
    return [t for n in window.walk() if n != window for t in dict.fromkeys((n.name, n.text, n.description)) if t]


def headline(app):
    return _kept(app, 'the headline', lambda: wall(app).find(role='heading', timeout=2),
                 lambda n: 'showing' in n.states).name


def step(app):
    """“Step 3 of 7, part 1 of 2”, or the detour."""
    return _kept(app, 'where the show is', lambda: console(app).find(name=PLACE, timeout=2), lambda n: PLACE.search(n.name)).name


def number(app):
    """The step's number; None on a detour."""
    found = re.search(r'\d+', step(app))
    return int(found.group()) if found else None


def toast(app, pattern):
    return console(app).find(name=re.compile(pattern))


def go_on(app, key='Page_Down', timeout=20):
    """Press a key and wait for the console to be elsewhere."""
    before = step(app)
    app.key(key)
    wait(lambda: step(app) not in ('', before), 'another step than ' + before, timeout)


def must_speak(app, code):
    """The wall is wholly in one language."""
    own, other = LANGUAGES[code]
    said = texts(wall(app))
    whole = ' '.join(said)
    if not own.search(whole):
        raise Failure('nothing in %s on the wall: %r' % (code, whole))
    for text in said:
        found = other.findall(text)
        if found:
            raise Failure('%r in %r is not %s' % (found, text, code))


def begun(app):
    """The show is at its first step, and keys reach it."""
    wait(lambda: step(app).startswith('Step 1'), 'the first step')
    wait(lambda: any('active' in w.states for w in app.windows if w.name == 'Console' or WALL.search(w.name)),
         'a show with the keyboard')


def ended(app):
    wait(lambda: all('Console' not in w.name and not WALL.search(w.name) for w in app.windows) and
         any('active' in w.states for w in app.windows), 'the end of the show')
