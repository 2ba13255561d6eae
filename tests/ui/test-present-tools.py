#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tools on the wall, by pointer from both windows and by key: what the class sees of them, pixel by pixel."""
import os
import re
import subprocess

from driver import Failure, main, regex, test, wait
from show import TWO, console, headline, must_speak, number, step, texts, wall

SHOW = ['--present=tour.short', '--wall-language', 'fr', '--language', 'en']
LEFT = 1280  # of the wall, on the layout of outputs
WIDTH, HEIGHT = 1920, 1080
PEN, LASER, WHITE = (213, 94, 0), (214, 26, 26), (255, 255, 255)


class Picture:
    """What is on the wall now."""

    def __init__(self, app):
        data = subprocess.run(['grim', '-t', 'ppm', '-o', 'HEADLESS-2', '-'], env={**os.environ, **app.session.env},
                              check=True, capture_output=True).stdout
        header = re.match(rb'P6\s+(\d+)\s+(\d+)\s+255\s', data)
        self.width, self.data = int(header.group(1)), data[header.end():]

    def at(self, x, y):
        start = 3 * (int(y) * self.width + int(x))
        return tuple(self.data[start:start + 3])

    def is_(self, x, y, color, tolerance=8):
        return all(abs(a - b) <= tolerance for a, b in zip(self.at(x, y), color))

    def places(self, color, step=3):
        return {(x, y) for y in range(0, HEIGHT, step) for x in range(0, WIDTH, step) if self.is_(x, y, color)}


def shows(app, x, y, color, what):
    wait(lambda: Picture(app).is_(x, y, color), '%s at %d, %d of the wall' % (what, x, y), 8)


def shows_not(app, x, y, color, what):
    wait(lambda: not Picture(app).is_(x, y, color), 'no %s at %d, %d of the wall' % (what, x, y), 8)


def stroke(app, start, end):
    app.drag((LEFT + start[0], start[1]), (LEFT + end[0], end[1]))


def begin(app):
    # A hidden pointer has left the wall, says the compositor.
    app.session.sway('seat * hide_cursor 0')
    wait(lambda: step(app).startswith('Step 1'), 'the first step')
    app.key('2')
    app.key('Return')
    wait(lambda: number(app) == 2, 'the second step')
    app.session.settle()


@test(args=SHOW, **TWO)
def ink_stays_with_its_step_through_zoom_and_language(app):
    begin(app)
    app.key('F8')
    stroke(app, (300, 1040), (700, 1040))
    shows(app, 500, 1040, PEN, 'ink')
    x, y, width, height = console(app).find(role='image', name=regex('^On the wall')).extents
    app.drag((x + width * 0.5, y + height * 0.03), (x + width * 0.9, y + height * 0.03))
    shows(app, WIDTH * 0.7, HEIGHT * 0.03, PEN, 'ink drawn at the console')

    app.key('z')
    stroke(app, (100, 500), (1060, 1075))
    shows_not(app, 500, 1040, WHITE, 'wall without a zoom')
    app.session.settle()
    zoomed = Picture(app).places(PEN)
    if not zoomed or (WIDTH * 0.7, HEIGHT * 0.03) in zoomed:
        raise Failure('the zoom shows %d px of ink' % len(zoomed))
    french, place = headline(app), step(app)
    app.key('l')
    wait(lambda: headline(app) != french, 'the other language')
    must_speak(app, 'en')
    app.session.settle()
    if Picture(app).places(PEN) != zoomed or step(app) != place:
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
    wait(lambda: len(Picture(app).places(WHITE, 40)) == (HEIGHT // 40) * (WIDTH // 40), 'a white wall')
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
