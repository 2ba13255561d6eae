#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A show on GNOME's compositor: its screens side by side, mirrored, swapped, unplugged and plugged in again."""
from driver import Failure, main, regex, test, wait
from show import WALL, begun, console, ended, must_speak, step, wall

SHOW = ['--present=tour.short', '--wall-language', 'fr', '--language', 'en']
CHOSEN = {'settings': {'org/gigogne/Gigogne': {'present-tour': "'tour.short'", 'wall-language': "'fr'"}}}
LAPTOP, PROJECTOR = (1280, 800), (1920, 1080)
NOTES = regex('show of hands')


def size(window):
    return window.extents[2:]


def wall_on(app, area):
    wait(lambda: size(wall(app)) == area, 'a wall of %r' % (area,))


def console_on(app, area):
    wait(lambda: size(console(app)) == area, 'a console of %r' % (area,))


def plug_in(app):
    app.session.mutter.arrange(*app.session.side_by_side())


def start(app):
    # Not before the window has the keyboard.
    wait(lambda: any('active' in w.states for w in app.windows), 'an active window')
    app.key('F5')
    begun(app)


@test(args=['--language', 'en'], compositor='mutter', monitors=['1280x800', '2880x1620'], scale=[1, 1.5], **CHOSEN)
def side_by_side_and_swapped(app):
    start(app)
    wall_on(app, PROJECTOR)
    console_on(app, LAPTOP)
    must_speak(app, 'fr')
    console(app).find(text=NOTES)
    app.key('Page_Down')
    before = wait(lambda: 'part 2' in step(app) and step(app), 'the second part')
    app.key('s')
    wall_on(app, LAPTOP)
    console_on(app, PROJECTOR)
    app.key('s')
    wall_on(app, PROJECTOR)
    console_on(app, LAPTOP)
    app.key('l')
    wait(lambda: not must_speak(app, 'en'), 'English on the wall')
    if step(app) != before:
        raise Failure('the show moved')
    # What is typed after o goes into the search, not to the wall.
    app.key('o')
    console(app).find(role='search box', state='focused')
    for letter in 'bert':
        app.key(letter)
    console(app).find(name=regex('BERT'))
    app.key('Return')
    wait(lambda: step(app).startswith('Detour'), 'the detour')
    app.key('BackSpace')
    wait(lambda: step(app) == before, 'the step left')
    app.key('Escape')
    ended(app)


@test(args=SHOW, compositor='mutter', monitors=['1280x800', '1920x1080'])
def unplugged_and_plugged_in_again(app):
    console(app).find(text=NOTES)
    app.session.mutter.arrange((0, 1, 'Meta-0'))
    console(app).find(name='The projector was unplugged: the wall is closed')
    wait(lambda: not any(WALL.search(w.name) for w in app.windows), 'the wall to close')
    console(app).find(name=regex('notes are hidden'))
    plug_in(app)
    console(app).find(name='A projector is there again')
    console(app).find(role='button', name='Show the wall on it').act()
    wall_on(app, PROJECTOR)
    console_on(app, LAPTOP)
    console(app).find(text=NOTES)


@test(args=SHOW, compositor='mutter', monitors=['1280x800', '1280x800'])
def mirrored_screens_hide_the_notes(app):
    console(app).find(text=NOTES)
    app.session.mutter.arrange((0, 1, 'Meta-0', 'Meta-1'))
    console(app).find(name=regex('^The screens now show the same picture'))
    console(app).find(name='The notes are hidden')
    if console(app).find_all(text=NOTES):
        raise Failure('the class can read the notes')
    console(app).find(role='button', name='Show the notes here').act()
    console(app).find(text=NOTES)
    # What was agreed for these screens says nothing about others.
    plug_in(app)
    console(app).gone(name='The notes are hidden')
    app.session.mutter.arrange((0, 1, 'Meta-0', 'Meta-1'))
    console(app).find(name='The notes are hidden')


if __name__ == '__main__':
    main()
