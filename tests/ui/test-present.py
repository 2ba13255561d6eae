#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A show with two screens: the class in one language, the teacher in another, from F5 to Escape."""
import re
import time

from driver import Failure, main, regex, test, wait
from show import TWO, WALL, begun, console, ended, headline, must_speak, number, step, texts, wall

SHOW = ['--present=tour.short', '--wall-language', 'fr', '--language', 'en']
CHOSEN = {'settings': {'org/gigogne/Gigogne': {'present-tour': "'tour.short'", 'wall-language': "'fr'"}}}


def view(app, name):
    return wait(lambda: next((v for v in app.views() if re.search(name, v['title'])), None), 'a window called ' + name)


def stands_on(app, name, output):
    wait(lambda: view(app, name)['output'] == output and view(app, name)['fullscreen'],
         '%s on %s, not as in %r' % (name, output, app.views()))


def wall_on(app, output):
    stands_on(app, WALL.pattern, output)


@test(args=['--present=tour.short', '--wall-language', 'fr', '--language', 'en'], **TWO)
def each_screen_has_its_language(app):
    wall_on(app, 'HEADLESS-2')
    stands_on(app, 'Console', 'HEADLESS-1')
    wall(app).find(role='image')
    must_speak(app, 'fr')
    if not step(app).startswith('Step 1'):
        raise Failure('the console is not English: %r' % step(app))
    console(app).find(role='button', name='End the show')
    # Ten minutes, says the tour; who is at its end at once is ahead.
    times = [time.strftime('Ends at %H:%M', time.gmtime(time.time() + 600 + d)) for d in (-60, -30, 0)]
    console(app).find(name=regex('|'.join(times)))
    app.key('End')
    console(app).find(name=regex(r'^\d minutes ahead$'))
    app.key('Home')
    if not view(app, WALL.pattern)['awake']:
        raise Failure('the screen may fall asleep during the show')
    app.key('Escape')
    ended(app)
    if any(v['awake'] for v in app.views()):
        raise Failure('the screen stays awake after the show')


@test(args=['--language', 'en'], monitors=['1280x800', '1920x1080'], scale=[1, 1.5], **CHOSEN)
def screens_swap_and_swap_back(app):
    # The main window fills the first screen, and its shadow reaches the second.
    app.resize(1280, 800)
    app.key('F5')
    wall_on(app, 'HEADLESS-2')
    stands_on(app, 'Console', 'HEADLESS-1')
    wait(lambda: view(app, 'Console')['focused'], 'the keyboard at the console')
    app.key('s')
    wall_on(app, 'HEADLESS-1')
    stands_on(app, 'Console', 'HEADLESS-2')
    must_speak(app, 'fr')
    app.key('s')
    wall_on(app, 'HEADLESS-2')
    stands_on(app, 'Console', 'HEADLESS-1')


@test(args=['--present=tour.short', '--wall-language', 'fr', '--language', 'en'], **TWO)
def the_wall_flips_and_nothing_else_moves(app):
    french = headline(app)
    app.key('Page_Down')
    wait(lambda: 'part 2' in step(app), 'the second part')
    before = step(app)
    must_speak(app, 'fr')
    app.key('l')
    wait(lambda: headline(app) != french, 'another language on the wall')
    if step(app) != before:
        raise Failure('flipping the language moved from %r to %r' % (before, step(app)))
    must_speak(app, 'en')
    app.key('l')
    wait(lambda: headline(app) == french, 'French again')
    must_speak(app, 'fr')


@test(args=['--present=tour.short', '--language', 'en'], layout='fr', **TWO)
def digits_go_to_a_step_on_azerty(app):
    begun(app)
    app.key('ampersand')
    app.key('Return')
    wait(lambda: step(app).startswith('Step 1'), 'step 1')
    app.key('apostrophe')
    console(app).find(name=regex('Go to step 4'))
    app.key('Return')
    wait(lambda: step(app).startswith('Step 4'), 'step 4')


@test(args=['--present=tour.short', '--language', 'en'], monitors=['1280x800'])
def on_one_screen_notes_are_hidden_until_asked(app):
    console(app).find(name=regex('notes are hidden'))
    console(app).find(role='button', name='Show the notes here').act()
    console(app).find(text=regex('show of hands'))
    # A projector that comes later is offered, and the notes are private again.
    app.session.sway('create_output')
    console(app).find(name='A projector is there')
    console(app).find(role='button', name='Show the wall on it').act()
    wall_on(app, 'HEADLESS-2')
    stands_on(app, 'Console', 'HEADLESS-1')
    console(app).find(text=regex('show of hands'))


@test(args=['--present=tour.short', '--language', 'en'], **TWO)
def unplugged_and_plugged_in_again(app):
    wall_on(app, 'HEADLESS-2')
    console(app).find(text=regex('show of hands'))
    app.session.sway('output HEADLESS-2 unplug')
    console(app).find(name='The projector was unplugged: the wall is closed')
    wait(lambda: not any(WALL.search(v['title']) for v in app.views()), 'the wall to close')
    console(app).find(name=regex('notes are hidden'))
    wait(lambda: view(app, 'Console')['awake'], 'the console to keep the screen awake')
    app.session.sway('create_output')
    console(app).find(name='A projector is there again')
    app.key('Page_Down')
    before = wait(lambda: 'part 2' in step(app) and step(app), 'the second part')
    console(app).find(role='button', name='Show the wall on it').act()
    wall_on(app, 'HEADLESS-3')
    stands_on(app, 'Console', 'HEADLESS-1')
    if step(app) != before:
        raise Failure('the show moved')


@test(args=['--present=tour.short', '--language', 'en'], **TWO)
def slips_of_the_finger_cost_nothing(app):
    begun(app)
    # Once more, as nothing seemed to happen.
    app.key('F5')
    app.key('Page_Down')
    before = wait(lambda: 'part 2' in step(app) and step(app), 'the second part')
    app.key('F5')
    app.type('99')
    console(app).find(name='There is no step 99; the last one is 7')
    app.key('Return')
    console(app).gone(name=regex('^There is no step 99'))
    for key in ('q', 'o'):
        app.key(key)
        console(app).find(role='search box', state='focused')
        app.type('qqqq')
        console(app).find(name='Nothing found')
        app.key('Escape')
        console(app).gone(role='search box')
    if step(app) != before:
        raise Failure('the show moved to ' + step(app))
    # What is looked at is where one is, and Enter goes there.
    app.key('Tab')
    console(app).find(role='button', name=regex(r'^1\s'), state='focused')
    app.key('Shift+Page_Down')
    console(app).find(role='button', name=regex(r'^2\s'), state='focused')
    app.key('Return')
    console(app).find(text=regex('five rings'))
    wait(lambda: step(app).startswith('Step 2'), 'step 2')


if __name__ == '__main__':
    main()
