#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparing, by keyboard alone and through the accessibility bus alone, in both languages."""
from driver import Failure, main, regex, test, wait

WIDE = {'monitors': ['1280x800']}


@test(args=['--concept', 'llm'], **WIDE)
def two_sets_and_a_model_side_by_side(app):
    app.find(role='heading')
    app.key('Control+k')
    app.find(name=regex('^Everything in “LLMs” is also in “Foundation models”'))
    app.find(role='toggle button', name='Compared: Nothing').act()
    app.find(role='button', name='SAM')
    # The list is there before its entry has the focus.
    wait(lambda: app.focused() is not None and app.focused().role in ('text', 'text box', 'search box'), 'the entry with the focus')
    app.type('SAM')
    app.gone(role='button', name='BERT')
    app.key('Return')
    app.find(name='Compared: SAM')
    app.find(name=regex('SAM is in .*not in “LLMs”'))
    app.find(role='button', name='Swap the first two').act()
    app.find(name=regex('^Not everything in|^Some|^Everything'))
    app.key('Control+l')
    app.find(name='Comparé\u00a0: SAM')
    app.find(role='row header', name='Définition')
    app.gone(role='button', name='Close')
    app.find(role='button', name='Copier en tableau Markdown').act()
    app.find(name='Comparaison copiée')
    app.key('Escape')
    app.gone(name='Comparaison copiée')
    app.key('Escape')
    app.gone(name='Comparé\u00a0: SAM')


@test(args=['gigogne://foundation-models?compare=llm,model:bert,nix'], **WIDE)
def a_link_opens_a_comparison(app):
    app.find(name='Compared: LLMs')
    app.find(name='Compared: BERT')
    app.find(name='This lesson has no concept or model “nix”')
    app.find(role='heading', name='Where they stand')
    app.find(name='BERT', description=regex('Being compared'))
    app.find(role='button', name='Copy a link to this comparison').act()
    app.find(name='Link copied')
    app.key('Control+l')
    app.find(role='heading', name='Où ils se situent')
    app.find(name='Cette leçon n’a ni notion ni modèle «\u00a0nix\u00a0»')
    app.find(role='button', name=regex('^Ouvrir le diagramme')).act()
    app.gone(name='Comparé\u00a0: BERT')
    app.start_again('gigogne://foundation-models?compare=nix')
    app.find(name='Cette leçon n’a ni notion ni modèle «\u00a0nix\u00a0»')
    app.start_again('gigogne://unheard-of#llm')
    app.find(name='La leçon «\u00a0unheard-of\u00a0» du lien n’a jamais été ouverte ici')


@test(args=['gigogne://foundation-models?compare=llm,fm,model:sam'], monitors=['360x720'])
def without_room_a_comparison_is_a_list(app):
    app.find(role='heading', name='Definition')
    if app.find_all(role='column header', name='Foundation models'):
        raise Failure('columns where there is no room for them')


@test(args=['--concept', 'llm'], locale='fr_FR.UTF-8', **WIDE)
def terms_stand_on_the_page_in_both_languages(app):
    strip = app.find(name='Termes de cette page')
    strip.find(showing=False, name=regex('grand modèle de langage'))


if __name__ == '__main__':
    main()
