#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The switch of the language: nothing left behind, nothing lost, nothing leaked."""
import re

from driver import Failure, main, regex, test, wait

WIDE = {'monitors': ['1920x1080']}
DIALOGS = ('Control+comma', 'Control+question', 'Control+g', 'Control+b')
# Names, numbers, codes and the toolkit's own words, which follow the system's catalogues.
NOT_OURS = re.compile(r'^[\W\d_]*$|^(EN|FR|QPS|⟦Pseudo⟧|Gigogne|Close|Minimize|Maximize|Restore|English|Français|gigogne|Close the window|-|\+|›|…)$|^[A-Z]$|^F\d+$')


def texts(app):
    found = {}
    for node in app.walk():
        for text in (node.name, node.description):
            if text and text.strip():
                found.setdefault(text.strip(), node.role)
    return found


def settle(app):
    """The tree's texts once two looks agree."""
    seen = []

    def same():
        seen.append(sorted(texts(app)))
        return len(seen) > 1 and seen[-1] == seen[-2]
    # A hundred keys take a while on a slow machine.
    wait(same, 'a tree that stays the same', 120)
    return seen[-1]


def check_pseudo(app, where):
    strange = {t: r for t, r in texts(app).items()
               if '⟦' not in t and not NOT_OURS.match(t) and r not in ('menu item',)}
    if strange:
        raise Failure('%s: not through a catalogue: %s' % (where, strange))


@test(args=['--concept', 'relation.subset', '--language', 'qps'], program_env={'GIGOGNE_PSEUDO': '1'}, **WIDE)
def every_text_goes_through_a_catalogue(app):
    app.resize(1920, 1080)
    app.find(role='heading', name=regex('⟦'))
    settle(app)
    check_pseudo(app, 'window')
    for keys in DIALOGS:
        app.key(keys)
        app.find(role='dialog')
        settle(app)
        check_pseudo(app, keys)
        app.key('Escape')
        app.gone(role='dialog')


@test(args=['--concept', 'fm.examples'], **WIDE)
def a_thousand_switches_change_nothing(app):
    app.resize(1920, 1080)
    before = settle(app)
    for _ in range(10):
        app.key('Control+l')
    settle(app)
    start = resident(app)
    for i in range(990):
        app.key('Control+l')
        if i % 99 == 98:
            after = settle(app)
    if after != before:
        raise Failure('changed: %s' % sorted(set(before) ^ set(after))[:10])
    grown = resident(app) / start - 1
    if grown > 0.02:
        raise Failure('memory grew by %.1f %%' % (100 * grown))


def resident(app):
    with open('/proc/%d/statm' % app.process.pid, encoding='utf-8') as f:
        return int(f.read().split()[1])


@test(args=['--concept', 'fm'], **WIDE)
def an_open_dialog_follows(app):
    app.resize(1920, 1080)
    app.key('Control+comma')
    app.find(role='dialog', name='Preferences')
    app.key('Control+l')
    app.find(role='dialog', name='Préférences')
    app.find(name='Largeur du texte')
    app.key('Control+l')
    app.find(role='dialog', name='Preferences')
    app.key('Escape')
    app.gone(role='dialog')


@test(args=['--concept', 'fm'], monitors=['1280x800'])
def an_open_popover_follows(app):
    app.find(role='heading')
    app.key('F10')
    app.find(role='menu item', name='Glossary')
    app.key('Control+l')
    app.find(role='menu item', name='Glossaire')
    app.key('Control+l')
    app.find(role='menu item', name='Glossary')
    app.key('Escape')
    app.gone(role='menu item')
    app.windows[0].act('win.compare')
    app.find(role='toggle button', name='Compared: Foundation models').act()
    app.find(role='search box', name='Concept or model')
    app.key('Control+l')
    app.find(role='search box', name='Notion ou modèle')


@test(args=['--concept', 'fm'], locale='fr_FR.UTF-8', settings={'org/gigogne/Gigogne': {'language': "'en'"}}, **WIDE)
def the_toolkit_speaks_the_language_in_the_middle_of_it(app):
    app.find(role='heading')
    app.activate('about')
    app.find(role='dialog', name='About')
    app.find(role='list item', name='Legal')
    for title, word in (('À propos', 'Mentions légales'), ('About', 'Legal')):
        app.key('Control+l')
        app.find(role='list item', name=word)
        app.gone(role='list item', name='Legal' if word != 'Legal' else 'Mentions légales')
        app.find(role='dialog', name=title)
    app.key('Escape')
    app.gone(role='dialog')


@test(args=['--concept', 'fm'], **WIDE)
def both_languages_side_by_side(app):
    app.resize(1920, 1080)
    app.key('Control+Shift+l')
    app.find(role='heading', name='Foundation models')
    app.find(role='heading', name='Modèles de fondation')
    app.key('Control+l')
    app.find(role='heading', name='Modèles de fondation')
    app.find(role='heading', name='Foundation models')
    app.key('Control+Shift+l')
    app.gone(role='heading', name='Foundation models')


@test(args=['--concept', 'fm'], **WIDE)
def search_finds_in_either_language(app):
    app.resize(1920, 1080)
    app.find(role='heading', name='Foundation models')
    app.type('affinage')  # the French page of that name; then the glossary
    app.key('Return')
    app.find(role='heading', name='What is fine-tuning?')
    app.key('Control+f')
    app.key('Control+a')
    app.type('zzzz')
    app.find(name='Nothing found')
    app.key('Escape')
    app.gone(name='Nothing found')


if __name__ == '__main__':
    main()
