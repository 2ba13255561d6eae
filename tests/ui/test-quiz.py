#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The quiz, by keyboard alone and through the accessibility bus alone, in both languages."""
from driver import Failure, main, regex, test, wait

WIDE = {'monitors': ['1280x800']}
NEXT = regex('^(Next question|Question suivante)$')
CHECK = regex('^(Check|Vérifier)$')


def dialog(app):
    return app.find(role='dialog', name='Quiz')


def choices(app):
    return dialog(app).find_all(role=('radio', 'check box'))


def prompt(app):
    return dialog(app).find(role='heading').name


def answer(app):
    """Any answer, checked: what the quiz says about it."""
    events = app.listen()
    choices(app)[0].act()
    app.find(role='button', name=CHECK, state='sensitive').act()
    app.find(role='button', name=NEXT)
    wait(lambda: (app.bus.pump(), events)[1], 'a spoken reason')
    return str(events[0])


@test(args=['--concept', 'llm'], **WIDE)
def a_question_by_keyboard(app):
    app.find(role='heading')
    app.key('Control+Shift+q')
    first = prompt(app)
    wait(lambda: any('focused' in c.states for c in choices(app)), 'focus on a choice')
    app.key('2')
    wait(lambda: 'checked' in choices(app)[1].states, 'the second choice')
    app.key('Return')
    app.find(role='button', name=NEXT, state='focused')
    app.key('Return')
    wait(lambda: prompt(app) != first, 'another question')
    app.key('Escape')
    app.gone(role='dialog', name='Quiz')


@test(args=['--concept', 'llm'], **WIDE)
def a_language_switch_keeps_the_answer(app):
    app.find(role='heading')
    app.windows[0].act('win.quiz')
    english = prompt(app)
    choices(app)[1].act()
    wait(lambda: 'checked' in choices(app)[1].states, 'the second choice')
    app.key('Control+l')
    wait(lambda: prompt(app) != english, 'the question in French')
    app.find(role='button', name='Vérifier')
    if 'checked' not in choices(app)[1].states:
        raise Failure('the answer was lost with the language')
    answer(app)
    app.key('Control+l')
    wait(lambda: prompt(app) == english, 'the question in English again')
    app.find(role='button', name='Next question')
    app.key('Escape')
    app.gone(role='dialog', name='Quiz')


@test(args=['--concept', 'llm'], **WIDE)
def progress_is_kept(app):
    app.find(role='heading')
    app.windows[0].act('win.quiz')
    answer(app)
    app.find(role='button', name=NEXT).act()
    app.find(role='button', name=CHECK)
    second = prompt(app)
    said = app.find(name=regex('of 1 answer')).name
    app.key('Escape')
    app.gone(role='dialog', name='Quiz')
    app.windows[0].act('win.quiz')
    if prompt(app) != second:
        raise Failure('the quiz went on with %r, not with %r' % (prompt(app), second))
    app.find(name=said)
    app.find(role='button', name='Start over').act()
    wait(lambda: len(app.find_all(role='button', name='Start over')) > 1, 'the question whether to')
    app.find_all(role='button', name='Start over')[-1].act()
    app.gone(name=said)
    app.key('Escape')
    app.gone(role='dialog', name='Quiz')


@test(args=['--concept', 'practice.quiz'], locale='fr_FR.UTF-8', **WIDE)
def the_quiz_begins_on_its_page(app):
    app.find(role='button', name='Commencer le quiz').act()
    answer(app)
    app.find(role='button', name='Vision', description=regex('^Lire la page')).act()
    app.gone(role='dialog', name='Quiz')
    app.gone(role='button', name='Commencer le quiz')


if __name__ == '__main__':
    main()
