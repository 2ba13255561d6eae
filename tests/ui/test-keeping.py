#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeping one’s place and one’s words: bookmarks, the last page, glossary, terms, the other language of a block."""
import os

from driver import App, Failure, main, regex, test, wait


def focus_is(app, **what):
    wait(lambda: (app.focused() or app.windows[0]).matches(**what), 'focus on %r' % what)


@test(args=['--concept', 'training.tokens'], monitors=['1280x800'])
def a_bookmark_leads_back_in_its_language(app):
    app.find(role='heading', name='What is a token?')
    app.key('Control+l')
    app.key('Control+b')
    app.find(role='text box', state='focused')
    app.type('3eB, étape 17')
    app.key('Control+l')
    name = app.find(role='text box', name=regex('3eB, step 17'), state='focused')
    if name.text != '3eB, étape 17':
        raise Failure('the name typed became %r' % name.text)
    app.key('Control+l')
    app.find(role='text box', name=regex('étape'), state='focused')
    heard = app.listen()
    app.key('Return')
    app.heard(heard, 'Signet ajouté')
    app.find(role='list item', name='3eB, étape 17')
    app.key('Escape')
    app.gone(role='dialog')
    app.key('Control+l')
    app.key('Alt+Down')
    app.find(role='heading', name='What data does a foundation model learn from?')
    app.key('Control+b')
    app.find(role='list item', name='3eB, étape 17').act('row.activate')
    app.find(role='heading', name='Qu’est-ce qu’un jeton\u00a0?')
    app.key('Control+b')
    app.find(role='button', name=regex('^Supprimer le signet')).act()
    app.gone(role='list item', name='3eB, étape 17')
    app.find(name='Aucun signet pour l’instant')
    app.find(role='button', name='Ajouter le signet').act()
    app.find(role='list item', name='Qu’est-ce qu’un jeton\u00a0?')
    app.key('Escape')
    app.gone(role='dialog')


@test(args=['--concept', 'fm'], monitors=['1280x800'])
def the_next_start_is_where_one_was(app):
    app.find(role='heading', name='Foundation models')
    app.show_concept('training.tokens')
    app.find(role='heading', name='What is a token?')
    app.quit()
    again = App(app.session)
    again.find(role='heading', name='What is a token?')
    again.quit()


@test(args=['--concept', 'fm'], monitors=['1280x800'])
def the_glossary_leads_to_the_page_of_a_term(app):
    app.find(role='heading', name='Foundation models')
    app.key('Control+g')
    dialog = app.find(role='dialog')
    dialog.find(role='search box', name='Search in either language', state='focused')
    heard = app.listen()
    app.type('jeton')
    app.heard(heard, '2 terms')
    app.key('Control+l')
    dialog.find(role='search box', name=regex('^(Ch|Rech)erche'), state='focused')
    rows = [n.name for n in dialog.find_all(role='list item')]
    if rows != ['jeton textuel', 'segmentation en jetons']:
        raise Failure('the glossary shows %s' % rows)
    app.key('Tab')
    focus_is(app, role='list item', name='jeton textuel')
    app.key('Return')
    app.find(role='heading', name='Qu’est-ce qu’un jeton\u00a0?')
    focus_is(app, role='heading', name='Qu’est-ce qu’un jeton\u00a0?')


@test(args=['--concept', 'fm.kinds.vision'], monitors=['1280x800'])
def the_terms_of_a_page_open_over_the_bus(app):
    strip = app.find(role='list item', name='Terms on this page')
    strip.act('row.toggle')
    wait(lambda: 'expanded' in strip.states, 'the terms')
    terms = wait(lambda: [n for n in strip.find_all(role='list item') if n.name not in ('', 'Terms on this page')], 'the terms')
    if not 1 <= len(terms) <= 5:
        raise Failure('%d terms' % len(terms))
    app.key('Control+l')
    app.find(role='list item', name='Termes de cette page', state='expanded')
    strip.find(role='list item', name=regex('^mod[èe]le'))


@test(args=['--concept', 'fm.definition'], monitors=['1280x800'])
def a_key_held_shows_one_block_in_the_other_language(app):
    app.find(role='heading', name='What is a foundation model?')
    app.key('F6')
    app.key('F6')
    focus_is(app, role='heading')
    with app.holding('Alt+l'):
        app.find(role='heading', name='Qu’est-ce qu’un modèle de fondation\u00a0?')
        app.find(role='radio', name='EN', state='checked')
    app.find(role='heading', name='What is a foundation model?')


@test(args=['--concept', 'fm'], monitors=['1280x800'])
def a_recent_lesson_is_opened_again_over_the_bus(app):
    path = os.path.join(app.session.env['HOME'], 'shapes.md')
    with open(path, 'w', encoding='utf-8') as f:
        f.write('---\ntitle: Shapes\nlang: en\ngigogne: 1\n---\n\n# Squares {#square}\n\nFour equal sides.\n')
    app.start_again(path)
    app.find(role='heading', name='Squares')
    app.start_again('gigogne://foundation-models#llm')
    app.find(role='heading', name='Large language models')
    app.key('Control+l')
    app.find(role='heading', name='Grands modèles de langage')
    app.key('F10')
    app.find(role='menu item', name='Leçons récentes').act()
    app.find(role='menu item', name=regex('(?i)shapes')).act()
    app.find(role='heading', name='Squares')


def taken(app, name):
    path = os.path.join(app.session.env['HOME'], name)
    if not os.path.exists(path):
        return b''
    with open(path, 'rb') as f:
        return f.read()


@test(args=['--concept', 'llm'], monitors=['1280x800'])
def a_diagram_is_taken_away_as_a_picture(app):
    app.find(role='heading', name='Large language models')
    app.windows[0].act('win.export')
    dialog = app.find(role='dialog', name='Export the diagram')
    picture = dialog.find(role='image', name='Foundation models and LLMs')
    dialog.find(role='combo box', name='Format', state='focused')
    app.key('Control+l')
    dialog = app.find(role='dialog', name='Exporter le diagramme')
    # The words of the dialog change; the picture keeps the language chosen for it.
    dialog.find(role='combo box', name='Langue')
    if picture.name != 'Foundation models and LLMs':
        raise Failure('the picture became %r' % picture.name)
    for name, whole, start in (('picture.pdf', 'picture.pdf', b'%PDF'), ('drawing', 'drawing.svg', b'<')):
        dialog.find(role='button', name='Enregistrer…').act()
        app.find(role='text box', name='Nom', state='focused')
        app.key('Control+a')
        app.type(os.path.join(app.session.env['HOME'], name))
        app.key('Return')
        wait(lambda: taken(app, whole).startswith(start), whole)
        app.find(name='Diagramme enregistré')
        app.gone(role='dialog')
        app.windows[0].act('win.export')
        dialog = app.find(role='dialog', name='Exporter le diagramme')
    app.find(role='button', name='Copier l’image').act()
    app.find(name='Image copiée')


if __name__ == '__main__':
    main()
