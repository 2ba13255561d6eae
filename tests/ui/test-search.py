#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Search, by keyboard alone and through the accessibility bus alone, in both languages."""
import os
import re
import subprocess

from driver import Failure, main, regex, test, wait

WIDE = {'monitors': ['1920x1080']}
NARROW = {'monitors': ['1280x800']}
LESSON = 'resource:///org/gigogne/Gigogne/lessons/foundation-models.md'
RESULTS = regex('^(Search results|Résultats de la recherche)$')


def results(app):
    return app.find(role='list', name=RESULTS).find_all(role='list item')


def names(app):
    return [n.name for n in results(app)]


def first(app):
    return next(iter(names(app)), '')


def entry(app):
    return app.find(role='search box', name=regex('^(Search|Rechercher)$'))


@test(args=['--concept', 'fm'], **NARROW)
def by_keyboard_in_both_languages(app):
    app.find(role='heading')
    heard = app.listen()
    app.type('transformer')
    app.heard(heard, regex('^[0-9]+ pages$'))
    wait(lambda: first(app) == 'What is a transformer?', 'the English page first')
    app.key('Control+l')
    app.find(role='search box', name='Rechercher', state='focused')
    wait(lambda: first(app) == 'Qu’est-ce qu’un transformeur\u00a0?', 'the same query in French')
    app.key('Down')
    app.key('Down')
    second = wait(lambda: app.find(role='list item', state='focused').name, 'a result with the focus')
    app.key('Control+l')
    wait(lambda: first(app) == 'What is a transformer?', 'English again')
    focused = app.find(role='list item', state='focused')
    if focused.name == first(app) or focused.name == second:
        raise Failure('the focus went from the second result to %r' % focused.name)
    app.key('Up')
    app.key('Return')
    app.find(role='heading', name='What is a transformer?', state='focused')
    app.key('Control+f')
    app.find(role='search box', state='focused')
    app.key('Escape')
    app.gone(role='list', name=RESULTS)


@test(args=['--concept', 'fm'], locale='fr_FR.UTF-8', **WIDE)
def through_the_accessibility_bus(app):
    app.resize(1920, 1080)
    app.find(role='heading', name='Modèles de fondation')
    heard = app.listen()
    app.windows[0].act('win.search')
    entry(app).set_text('jetons')
    app.heard(heard, regex('pages?$'))
    wait(lambda: first(app) == 'Qu’est-ce qu’un jeton\u00a0?', 'the page')
    app.windows[0].act('win.toggle-language')
    foreign = wait(lambda: results(app) and results(app)[0].matches(name='Qu’est-ce qu’un jeton\u00a0?', description=regex('^Français')) and results(app)[0],
                   'a result in the other language that says so')
    foreign.act('row.activate')
    app.find(role='heading', name='What is a token?')
    entry(app).set_text('zzzz')
    app.heard(heard, 'Nothing found')
    entry(app).set_text('')
    app.find(role='list', name='Contents')


@test(args=['--concept', 'fm'], **WIDE)
def a_question_is_asked(app):
    app.resize(1920, 1080)
    app.find(role='heading')
    app.key('Control+f')
    app.type('widest narrowest')
    wait(lambda: first(app).startswith('From the widest'), 'the question')
    app.key('Return')
    dialog = app.find(role='dialog', name='Quiz')
    dialog.find(role='heading', name=regex('^From the widest'))
    app.type('model')  # is not for the search below
    app.key('Escape')
    app.gone(role='dialog', name='Quiz')
    if first(app) != 'From the widest to the narrowest: what is the order of these sets?':
        raise Failure('typing in a dialog has searched: %s' % names(app)[:3])


@test(args=['--concept', 'fm'], **WIDE)
def some_of_the_words_are_told_from_all(app):
    app.find(role='heading')
    heard = app.listen()
    app.type('vocabulary tokenisation proteins')
    app.heard(heard, regex('^[0-9]+ pages? with some of the words$'))
    app.key('Control+l')
    app.find(name=regex('^[0-9]+ pages? avec certains des mots$'))


@test(args=['--concept', 'fm'], **WIDE)
def anything_may_be_typed(app):
    app.resize(1920, 1080)
    app.find(role='heading')
    for text in ('the of', 'a', '« ?! » — (*', 'x' * 500, '🤖🦜', 'ﬁne-tuning', 'ŒUVRE', '%s %n \\', '<b>&'):
        entry(app).set_text(text)
        app.find(name=regex('^([0-9]+ pages?.*|Nothing found)$'))
    entry(app).set_text('ﬁne-tuning')
    wait(lambda: first(app) == 'What is fine-tuning?', 'the page behind a ligature')


@test(args=['--concept', 'fm'], **WIDE)
def the_command_line_finds_the_same(app):
    app.resize(1920, 1080)
    app.find(role='heading')
    for language, query in (('en', 'what is a token'), ('en', 'difference between llm and foundation model'),
                            ('en', 'spam filter'), ('fr', 'modele de raisonnement'), ('fr', 'large language model'),
                            ('fr', 'combien ca coute')):
        output = subprocess.run([os.environ.get('GIGOGNE_LESSON_TOOL', 'gigogne-lesson'), 'search', LESSON, query,
                                 '--language', language], capture_output=True, text=True, check=True).stdout
        titles = [line.strip().replace('*', '') for line in re.findall(r'(?m)^#.*\n(.*)$', output)]
        wanted = 'FR' if language == 'fr' else 'EN'
        app.find(role='radio', name=wanted).act()
        app.find(role='radio', name=wanted, state='checked')
        entry(app).set_text(query)
        wait(lambda: names(app)[:len(titles)] == titles, 'the results of the command line: %s' % titles[:3])


if __name__ == '__main__':
    main()
