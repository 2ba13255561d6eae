#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ordering and matching in the quiz, by keyboard, by pointer and through the accessibility bus."""
from driver import Failure, main, regex, test, wait

WIDE = {'monitors': ['1280x800']}
NEXT = regex('^(Next question|Question suivante)$')
CHECK = regex('^(Check|Vérifier)$')


def dialog(app):
    return app.find(role='dialog', name='Quiz')


def ask(app, words):
    """The question that a search finds first."""
    app.key('Control+f')
    app.find(role='search box', state='focused')
    app.key('Control+a')
    app.type(words)
    app.find(role='list', name=regex('^(Search results|Résultats de la recherche)$'))
    app.key('Return')
    return dialog(app)


def order(app):
    return [n.name for n in dialog(app).find_all(role='list item')]


@test(args=['--concept', 'llm'], **WIDE)
def an_order_is_made_by_keyboard(app):
    app.find(role='heading')
    ask(app, 'widest narrowest')
    english = wait(lambda: len(order(app)) == 5 and order(app), 'five to order')
    heard = app.listen()
    dialog(app).find(role='list item', name=english[0], state='focused')
    app.key('Alt+Down')
    wait(lambda: order(app)[:2] == [english[1], english[0]], 'the first below the second')
    app.heard(heard, '“%s” is number 2 of 5' % english[0])
    moved = dialog(app).find(role='list item', name=english[0], state='focused')
    app.key('Control+l')
    app.find(role='button', name='Vérifier')
    wait(lambda: moved.name != english[0] or english[0] == 'LLMs', 'its name in French')
    if 'focused' not in moved.states or len(order(app)) != 5:
        raise Failure('the switch of the language has moved the focus or the order: %s' % order(app))
    app.key('Control+l')
    app.find(role='button', name='Check')
    if order(app) != [english[1], english[0]] + english[2:]:
        raise Failure('the order %s became %s' % (english, order(app)))
    app.key('Return')
    app.find(role='button', name=NEXT)
    app.heard(heard, regex('⊃'))
    app.key('Escape')
    app.gone(role='dialog', name='Quiz')


@test(args=['--concept', 'llm'], **WIDE)
def an_order_is_made_by_dragging_and_over_the_bus(app):
    app.find(role='heading')
    ask(app, 'widest narrowest')
    before = wait(lambda: len(order(app)) == 5 and order(app), 'five to order')
    for first, last in ((0, 3), (1, 4)):
        # Rows that still move would be missed.
        app.session.settle()
        rows = dialog(app).find_all(role='list item')
        before = order(app)
        app.drag(app.position_of(rows[first]), app.position_of(rows[last]), steps=20)
        after = before[:first] + before[first + 1:last + 1] + [before[first]] + before[last + 1:]
        wait(lambda: order(app) == after, 'the order %s' % after)
    for position, name in enumerate(('Artificial intelligence', 'Machine learning', 'Deep learning', 'Foundation models', 'LLMs')):
        while order(app).index(name) > position:
            place = order(app).index(name)
            dialog(app).find(role='button', name='Move “%s” up' % name).act()
            wait(lambda: order(app).index(name) == place - 1, '%s one higher' % name)
    app.find(role='button', name=CHECK).act()
    app.find(name=regex('^(Right|That is right|Correct|Yes)'))


@test(args=['--concept', 'llm'], locale='fr_FR.UTF-8', **WIDE)
def things_are_matched_by_keyboard(app):
    app.find(role='heading')
    ask(app, 'entre sort associez')
    menus = wait(lambda: dialog(app).find_all(role='toggle button', name=regex('Choisir…$')), 'things to match')
    if len(menus) != 4:
        raise Failure('%d things to match' % len(menus))
    wait(lambda: 'focused' in menus[0].states, 'focus on the first')
    app.key('space')
    chosen = dialog(app).find(role='button', state='focused', name=regex('→')).name
    app.key('Return')
    dialog(app).find(role='toggle button', state='focused', name=regex(chosen + '$'))
    app.key('Control+l')
    kept = dialog(app).find(role='toggle button', state='focused', name=regex('^Matched with .* → '))
    if len(dialog(app).find_all(role='toggle button', name=regex('Choose…$'))) != 3:
        raise Failure('the language has changed the answer')
    if chosen in kept.name:
        raise Failure('not in English: %s' % kept.name)


@test(args=['--concept', 'llm'], **WIDE)
def things_are_matched_over_the_bus(app):
    app.find(role='heading')
    ask(app, 'goes in match')
    for name, pair in (('Whisper', 'audio → text'), ('SAM', 'picture and clicks → masks'),
                       ('Stable Diffusion', 'text → picture'), ('LLaMA', 'text → text')):
        dialog(app).find(role='toggle button', name=regex('^Matched with “%s”' % name)).act()
        dialog(app).find(role='button', name=pair).act()
        dialog(app).find(role='toggle button', name='Matched with “%s”: %s' % (name, pair))
    heard = app.listen()
    app.find(role='button', name=CHECK, state='sensitive').act()
    app.find(role='button', name=NEXT)
    app.heard(heard, regex('^(Right|That is right|Correct|Yes)'))


@test(args=['--concept', 'fm.kinds.vision'], **WIDE)
def a_page_tries_a_question(app):
    row = app.find(role='list item', name='Try a question')
    row.act('row.activate')
    dialog(app).find(role='heading', name='Where does DINOv2 belong?')
    app.key('Escape')
    app.gone(role='dialog', name='Quiz')
    app.find(role='heading', name='What is a vision foundation model?')


if __name__ == '__main__':
    main()
