#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Comparing, by keyboard alone and through the accessibility bus alone, in both languages."""
from driver import main, regex, test, wait

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
    app.find(role='button', name='Copier en tableau Markdown').act()
    app.find(name='Comparaison copiée')
    app.key('Escape')
    app.gone(name='Comparaison copiée')
    app.key('Escape')
    app.gone(name='Comparé\u00a0: SAM')


@test(args=['--concept', 'llm'], locale='fr_FR.UTF-8', **WIDE)
def terms_stand_on_the_page_in_both_languages(app):
    strip = app.find(name='Termes de cette page')
    strip.find(showing=False, name=regex('grand modèle de langage'))


if __name__ == '__main__':
    main()
