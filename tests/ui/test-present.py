#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A show with two screens: the class in one language, the teacher in another, from F5 to Escape."""
import re

from driver import Failure, main, regex, test, wait

TWO = {'monitors': ['1280x800', '1920x1080']}
CONSOLE = ('Console',)
FRENCH = re.compile(r'(?i)modèles?|langage|étape|voitures|véhicules|fondation')
ENGLISH = re.compile(r'\b(the|vehicles|every|foundation models|language model)\b', re.I)


def wall(app):
    return wait(lambda: next((w for w in app.windows if re.search(r'– (wall|écran de la classe)$', w.name)), None), 'the wall')


def console(app):
    return wait(lambda: next((w for w in app.windows if w.name == 'Console'), None), 'the console')


def texts(window):
    return [t for n in window.walk() for t in (n.name, n.description) if t and n != window]


def headline(app):
    return wall(app).find(role='heading').name


def step(app):
    return next((t for t in texts(console(app)) if re.match(r'(Step|Étape) \d+', t)), '')


def view(app, name):
    return wait(lambda: next((v for v in app.views() if name in v['title']), None), 'a window called ' + name)


def next_until(app, before):
    app.key('Page_Down')
    wait(lambda: (headline(app), step(app)) != before, 'another step')


@test(args=['--present=tour.short', '--wall-language', 'fr', '--language', 'en'], **TWO)
def each_screen_has_its_language(app):
    wall(app)
    console(app)
    if view(app, '– ')['output'] == view(app, 'Console')['output'] or \
            next(v for v in app.views() if re.search('– (wall|écran)', v['title']))['output'] != 'HEADLESS-2':
        raise Failure('the wall is not on the second screen: %r' % app.views())
    if view(app, 'Console')['output'] != 'HEADLESS-1':
        raise Failure('the console is not on the first screen')
    wall(app).find(role='image')
    spoken = ' '.join(texts(wall(app)))
    if not FRENCH.search(spoken) or ENGLISH.search(spoken):
        raise Failure('the wall is not wholly French: %r' % spoken)
    if FRENCH.search(step(app)) or not step(app).startswith('Step 1'):
        raise Failure('the console is not English: %r' % step(app))
    console(app).find(role='button', name='End the show')


@test(args=['--present=tour.short', '--wall-language', 'fr', '--language', 'en'], **TWO)
def the_wall_flips_and_nothing_else_moves(app):
    french = headline(app)
    app.key('Page_Down')
    wait(lambda: 'part 2' in step(app), 'the second part')
    before = step(app)
    app.key('l')
    wait(lambda: headline(app) != french, 'another language on the wall')
    if step(app) != before:
        raise Failure('flipping the language moved from %r to %r' % (before, step(app)))
    spoken = ' '.join(texts(wall(app)))
    if not ENGLISH.search(spoken):
        raise Failure('the wall is not English: %r' % spoken)
    app.key('l')
    wait(lambda: headline(app) == french, 'French again')


@test(args=['--present=tour.short', '--wall-language', 'fr', '--language', 'en'], **TWO)
def a_clicker_walks_the_tour_and_leaves(app):
    seen, last = set(), None
    for _ in range(60):
        place = step(app)
        seen.add(place.split(',')[0])
        if place == last:
            break
        last = place
        app.key('Page_Down')
        try:
            wait(lambda: step(app) != last, 'the next part', 2)
        except Failure:
            break
    if len(seen) != 7 or 'Step 7 of 7' not in seen:
        raise Failure('walked over %r' % sorted(seen))
    app.key('Escape')
    wait(lambda: all('Console' not in v['title'] for v in app.views()), 'the end of the show')


@test(args=['--present=tour.short', '--language', 'en'], layout='fr', **TWO)
def digits_go_to_a_step_on_azerty(app):
    wait(lambda: step(app).startswith('Step 1'), 'the first step')
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


@test(args=['--present=tour.short', '--language', 'en'], **TWO)
def unplugging_closes_the_wall(app):
    wall(app)
    console(app).find(text=regex('show of hands'))
    app.session.sway('output HEADLESS-2 unplug')
    console(app).find(name=regex('projector.*(unplugged|gone)'))
    wait(lambda: not any(re.search('– wall$', v['title']) for v in app.views()), 'the wall to close')
    console(app).find(name=regex('notes are hidden'))


if __name__ == '__main__':
    main()
