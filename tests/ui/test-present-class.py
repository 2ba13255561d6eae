#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A lesson as it is given: the whole tour with a clicker, questions for the class, a place kept for each class."""
import os
import re

from session import SOURCE
from driver import Failure, main, regex, test, wait
from show import TWO, begun, console, ended, go_on, headline, must_speak, number, step, texts, toast, wall

with open(os.path.join(SOURCE, 'data', 'lessons', 'foundation-models.md'), encoding='utf-8') as lesson:
    LESSON = lesson.read()
SHOW = ['--present=tour.short', '--wall-language', 'fr', '--language', 'en']


def begins_with(tour, **more):
    return {'settings': {'org/gigogne/Gigogne': {'present-tour': "'%s'" % tour, 'wall-language': "'fr'", **more}}}


def walk(app, code):
    """From the first step to the last, by clicker; how many steps there were."""
    seen = []
    while True:
        must_speak(app, code)
        before = step(app)
        if number(app) not in seen:
            seen.append(number(app))
        app.key('Page_Down')
        if re.fullmatch(r'Step (\d+) of \1(, part (\d+) of \3)?', before):
            toast(app, 'This was the last step')
            return seen
        wait(lambda: step(app) not in ('', before), 'what comes after ' + before)


def a_clicker_walks(app, n_steps):
    app.key('F5')
    wait(lambda: step(app).startswith('Step 1 of %d' % n_steps), 'the first step')
    app.key('b')
    console(app).find(name='The wall is black')
    app.key('b')
    console(app).find(name=regex('^On the wall'))
    app.key('period')
    console(app).find(name='The wall is black')
    app.key('Page_Down')
    console(app).find(name=regex('^On the wall'))
    if number(app) != 1:
        raise Failure('a key that lights the wall went on, too')
    for code in ('fr', 'en'):
        if walk(app, code) != list(range(1, n_steps + 1)):
            raise Failure('steps are missing')
        app.key('Page_Up')
        wait(lambda: not step(app).startswith('Step %d of' % n_steps) or 'part' in step(app), 'the step before the last')
        app.key('Home')
        wait(lambda: number(app) == 1, 'the first step again')
        before = headline(app)
        app.key('l')
        wait(lambda: headline(app) != before, 'the other language')
    app.key('Escape')
    ended(app)


@test(args=['--language', 'en'], **TWO, **begins_with('tour.short'))
def the_short_tour_from_f5_to_escape(app):
    a_clicker_walks(app, 7)


@test(args=['--language', 'en'], **TWO, **begins_with('tour.full'))
def the_full_tour_from_f5_to_escape(app):
    a_clicker_walks(app, len(re.findall(r'\n\d+\. ', re.search(r'tour\.full}(.*?)\n## ', LESSON, re.S).group(1))))


def name_class(app, name):
    console(app).find(role='button', name='Show, room and class').act()
    entry = console(app).find(role='text box', name='Name of the class')
    entry.set_text(name)
    app.key('Escape')
    console(app).gone(role='text box', name='Name of the class')


def start(app):
    app.key('F5')
    begun(app)


@test(args=['--language', 'en'], **TWO, **begins_with('tour.short'))
def each_class_goes_on_where_it_stopped(app):
    start(app)
    name_class(app, '3eA')
    for _ in range(2):
        app.key('Shift+Page_Down')
    wait(lambda: number(app) == 3, 'step 3')
    app.key('Escape')
    ended(app)

    start(app)
    console(app).find(name=regex('^3eA stopped here: Step 3, in français, on '))
    name_class(app, '3eB')
    app.key('5')
    app.key('Return')
    wait(lambda: number(app) == 5, 'step 5')
    french = headline(app)
    app.key('l')
    wait(lambda: headline(app) != french, 'English on the wall')
    app.key('Escape')
    ended(app)

    start(app)
    app.key('l')
    wait(lambda: re.search('français', ' '.join(texts(console(app)))), 'French on the wall')
    console(app).find(name=regex('^3eB stopped here: Step 5, in English, on '))
    console(app).find(role='button', name='Resume').act()
    wait(lambda: number(app) == 5, 'step 5 again')
    must_speak(app, 'en')
    console(app).find(role='button', name='Show, room and class').act()
    console(app).find(role='button', name='Resume with 3eA').act()
    wait(lambda: number(app) == 3, 'the step of the other class')
    must_speak(app, 'fr')
    app.key('Escape')
    ended(app)

    # Only looking at the first step loses nothing.
    start(app)
    console(app).find(name=regex('^3eA stopped here: Step 3'))
    app.key('Escape')
    ended(app)
    start(app)
    console(app).find(name=regex('^3eA stopped here: Step 3'))


@test(args=['--present=tour.short', '--language', 'en'], **TWO, **begins_with('tour.short', **{
    'present-class': "'3eB'",
    'class-places': "[('foundation-models', '3eB', 1700000000, <'not a place'>),"
                    " ('foundation-models', '4eC', 1700000000, <(uint32 1, 'tour.full', uint32 16, 'no-such-concept',"
                    " uint32 0, 'fr', false, false)>)]"}))
def a_place_that_cannot_be_read_is_told_and_kept(app):
    begun(app)
    console(app).find(role='button', name='Show, room and class').act()
    console(app).find(name='This place cannot be read; it is kept')
    if 'sensitive' in console(app).find(role='button', name='Resume with 3eB').states:
        raise Failure('a place that cannot be read can be resumed')
    console(app).find(role='button', name='Resume with 4eC').act()
    wait(lambda: step(app).startswith('Step 17 of'), 'the step of the class, in its own tour')
    console(app).find(name=regex('4eC · '))
    app.key('Escape')
    ended(app)
    app.key('F5')
    begun(app)
    console(app).find(role='button', name='Show, room and class').act()
    console(app).find(role='button', name='Resume with 3eB')


def said(app, pattern):
    return wait(lambda: next((t for t in texts(wall(app)) if re.search(pattern, t)), None), '%r on the wall' % pattern)


def silent(app, pattern):
    wait(lambda: not any(re.search(pattern, t) for t in texts(wall(app))), 'no %r on the wall' % pattern)


@test(args=SHOW, animations=True, **TWO)
def the_class_says_where_a_model_belongs(app):
    begun(app)
    app.key('3')
    app.key('Return')
    wait(lambda: number(app) == 3, 'step 3')
    app.key('q')
    console(app).find(role='search box', state='focused')
    app.type('where does gpt-4')
    console(app).gone(name='Where does SAM belong?')
    app.key('Return')
    said(app, '^Où placer GPT-4')
    must_speak(app, 'fr')
    silent(app, 'Exact|mains')
    if number(app) != 3:
        raise Failure('the question moved the show')
    # Hands are typed at once; a clicker's keys do not change them.
    console(app).find(name=regex('^Hands for'), state='focused')
    app.key('9')
    app.key('Tab')
    said(app, '9 mains')
    silent(app, '1 main\\b')
    hands = console(app).find_all(role='spin button')
    if [h.value for h in hands] != [9] + [0] * (len(hands) - 1):
        raise Failure('the hands are %r' % [(h.name, h.value) for h in hands])
    right = next(h for h in hands if 'and “LLMs”' in h.name)
    (hands[1] if right == hands[0] else right).value = 3
    said(app, '3 mains, 25')
    silent(app, 'Exact')
    app.key('l')
    said(app, '^Where does GPT-4 belong')
    said(app, '9 hands, 75')
    must_speak(app, 'en')
    app.key('l')
    said(app, '^Où placer GPT-4')
    app.key('Page_Down')
    said(app, '^Exact. GPT-4 est dans')
    console(app).find(name='%d hands of 12 for the right answer' % (9 if right == hands[0] else 3))
    # Back to the question, which hides the answer again, then to the step.
    app.key('Page_Up')
    silent(app, 'Exact')
    said(app, '9 mains')
    app.key('v')
    said(app, 'Exact')
    app.key('Page_Down')
    silent(app, 'GPT-4 \\?')
    if number(app) != 3:
        raise Failure('the show is at %r' % step(app))


if __name__ == '__main__':
    main()
