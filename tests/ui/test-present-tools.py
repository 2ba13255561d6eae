#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tools on the wall, by pointer from both windows and by key: what the class sees of them, pixel by pixel."""
import os
import re
import subprocess

from driver import Failure, main, regex, test, wait
from show import TWO, begun, console, headline, must_speak, number, step, texts, wall

SHOW = ['--present=tour.short', '--wall-language', 'fr', '--language', 'en']
LEFT = 1280  # of the wall, on the layout of outputs
WIDTH, HEIGHT = 1920, 1080
PEN, LASER, WHITE = (213, 94, 0), (214, 26, 26), (255, 255, 255)


def picture(app, x, y, width, height):
    """Pixels of a part of the wall, row after row."""
    data = subprocess.run(['grim', '-t', 'ppm', '-g', '%d,%d %dx%d' % (LEFT + x, y, width, height), '-'],
                          env={**os.environ, **app.session.env}, check=True, capture_output=True).stdout
    return data[re.match(rb'P6\s+\d+\s+\d+\s+255\s', data).end():]


def like(pixel, color):
    return all(abs(a - b) <= 8 for a, b in zip(pixel, color))


def shows(app, x, y, color, what):
    wait(lambda: like(picture(app, x, y, 1, 1), color), '%s at %d, %d of the wall' % (what, x, y))


def shows_not(app, x, y, color, what):
    wait(lambda: not like(picture(app, x, y, 1, 1), color), 'no %s at %d, %d of the wall' % (what, x, y))


def ink(app):
    """Where the pen drew on the lower part of the wall, when that has come to rest."""
    last = None
    for _ in range(20):
        data = picture(app, 0, 500, WIDTH, 560)
        if data == last:
            break
        last = data
    return {i for i in range(0, len(data), 3 * 7) if data[i] > 200 and data[i + 2] < 20}


def stroke(app, start, end):
    app.drag((LEFT + start[0], start[1]), (LEFT + end[0], end[1]))


def begin(app):
    # A hidden pointer has left the wall, says the compositor.
    app.session.sway('seat * hide_cursor 0')
    begun(app)
    app.key('2')
    app.key('Return')
    wait(lambda: number(app) == 2, 'the second step')


@test(args=SHOW, **TWO)
def ink_stays_with_its_step_through_zoom_and_language(app):
    begin(app)
    app.key('F8')
    stroke(app, (300, 1040), (700, 1040))
    shows(app, 500, 1040, PEN, 'ink')
    x, y, width, height = console(app).find(role='image', name=regex('^On the wall')).extents
    app.drag((x + width * 0.5, y + height * 0.03), (x + width * 0.9, y + height * 0.03))
    shows(app, WIDTH * 0.7, HEIGHT * 0.03, PEN, 'ink drawn at the console')

    whole = ink(app)
    app.key('z')
    stroke(app, (100, 500), (1060, 1075))
    shows_not(app, 500, 1040, PEN, 'wall without a zoom')
    zoomed = ink(app)
    if not zoomed or zoomed == whole:
        raise Failure('%d px of ink on the whole wall, %d zoomed' % (len(whole), len(zoomed)))
    french, place = headline(app), step(app)
    app.key('l')
    wait(lambda: headline(app) != french, 'the other language')
    must_speak(app, 'en')
    if ink(app) != zoomed or step(app) != place:
        raise Failure('ink, zoom or step changed with the language')

    app.key('Escape')
    shows(app, WIDTH * 0.7, HEIGHT * 0.03, PEN, 'ink of the whole wall')
    app.key('Shift+Page_Down')
    shows(app, WIDTH * 0.7, HEIGHT * 0.03, WHITE, 'another step without ink')
    app.key('Shift+Page_Up')
    shows(app, WIDTH * 0.7, HEIGHT * 0.03, PEN, 'the ink of the step')
    app.key('F9')
    stroke(app, (280, 1040), (720, 1040))
    shows(app, 500, 1040, WHITE, 'what was erased')
    shows(app, WIDTH * 0.7, HEIGHT * 0.03, PEN, 'what was not')
    app.key('c')
    shows(app, WIDTH * 0.7, HEIGHT * 0.03, WHITE, 'a clear wall')


@test(args=SHOW, **TWO)
def light_follows_the_hand(app):
    begin(app)
    app.key('F10')
    app.move_to(LEFT + 300, 540)
    app.move_to(LEFT + 60, 540)
    shows(app, 60, 540, WHITE, 'light')
    shows_not(app, 1880, 20, WHITE, 'light far from the hand')
    x, y, width, height = console(app).find(role='image', name=regex('^On the wall')).extents
    app.move_to(x + width * 0.5, y + height * 0.5)
    app.move_to(x + width * 0.98, y + height * 0.04)
    shows(app, 1880, 20, WHITE, 'light of a hand at the console')
    shows_not(app, 60, 540, WHITE, 'light where the hand was')
    app.key('F7')
    app.move_to(LEFT + 300, 1040)
    app.move_to(LEFT + 500, 1040)
    shows(app, 500, 1040, LASER, 'the laser')
    app.key('F6')
    shows(app, 500, 1040, WHITE, 'the wall again')


@test(args=SHOW, **TWO)
def curtain_freeze_black_and_white(app):
    begin(app)
    app.key('r')
    shows_not(app, 60, 1040, WHITE, 'wall before the curtain')
    app.key('r')
    shows(app, 60, 1040, WHITE, 'wall without its curtain')
    app.key('b')
    shows(app, 960, 540, (0, 0, 0), 'black')
    app.key('b')
    app.key('w')
    wait(lambda: picture(app, 0, 0, WIDTH, HEIGHT) == b'\xff' * (3 * WIDTH * HEIGHT), 'a white wall')
    app.key('w')
    before = headline(app)
    app.key('f')
    console(app).find(name='The wall is frozen')
    app.key('Shift+Page_Down')
    wait(lambda: number(app) == 3, 'the next step at the console')
    console(app).find(name='Behind the frozen wall')
    if headline(app) != before:
        raise Failure('a frozen wall went on')
    app.key('f')
    wait(lambda: headline(app) != before, 'the wall to follow')
    must_speak(app, 'fr')


@test(args=SHOW, **TWO)
def pointing_by_name_and_a_detour(app):
    heard = app.listen()
    begin(app)
    app.key('p')
    console(app).find(name='Type the first letters of a name')
    app.type('app')
    pointed = console(app).find(name=regex('^Pointing at ')).name
    app.heard(heard, regex('^Apprentissage'))
    app.key('Page_Down')
    wait(lambda: console(app).find_all(name=regex('^Pointing at ')) and
         console(app).find(name=regex('^Pointing at ')).name != pointed, 'the next name')
    if number(app) != 2:
        raise Failure('pointing moved the show')
    app.key('Return')
    console(app).gone(name=regex('^Pointing at '))
    app.key('o')
    console(app).find(role='search box', state='focused')
    app.type('bert')
    console(app).find(name=regex('BERT'))
    app.key('Return')
    wait(lambda: step(app).startswith('Detour: '), 'the detour')
    if not any('BERT' in t for t in texts(wall(app))):
        raise Failure('the detour is not on the wall')
    must_speak(app, 'fr')
    app.key('BackSpace')
    wait(lambda: number(app) == 2, 'the step left')


if __name__ == '__main__':
    main()
