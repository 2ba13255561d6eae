#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Placing the models, by keyboard alone and through the accessibility bus alone, in both languages."""
from driver import Failure, main, regex, test, wait

WIDE = {'monitors': ['1280x800']}


def pick(app, name):
    app.find(role='toggle button', name=name).act()
    app.find(role='toggle button', name=name, state='pressed')


def put_into(app, button, zone):
    app.find(role='toggle button', name=button, state='sensitive').act()
    app.find(role='button', name=zone).act()


@test(args=['--concept', 'fm.kinds'], **WIDE)
def a_wrong_place_says_why(app):
    app.find(role='heading')
    app.windows[0].act('win.place')
    pick(app, 'DINOv2')
    put_into(app, 'Put into…', regex('“LLMs”, but in none'))
    app.find(name=regex('^Not there: DINOv2'))
    app.key('Control+l')
    app.find(name=regex('^Pas là.*DINOv2'))
    app.find(role='toggle button', name='DINOv2', state='pressed')
    put_into(app, 'Placer dans…', regex('et «.Vision.»'))
    app.gone(role='toggle button', name='DINOv2')
    app.find(name=regex('^1 placé sur'))
    app.find(role='button', name='Révéler').act()
    app.gone(role='toggle button', name='BERT')
    app.find(role='button', name='Recommencer').act()
    app.find(role='toggle button', name='BERT')
    app.key('Escape')
    app.gone(role='toggle button', name='BERT')


@test(args=['--concept', 'fm.kinds'], **WIDE)
def a_place_is_found_by_keyboard(app):
    app.find(role='heading')
    app.key('Control+m')
    wait(lambda: app.focused() and app.focused().role == 'toggle button', 'focus in the tray')
    app.key('space')
    picked = app.find(role='toggle button', state='pressed').name
    for _ in range(6):
        app.key('Shift+Tab')
        focus = app.focused()
        if focus is not None and 'item.activate' in focus.actions:
            break
    else:
        raise Failure('the diagram cannot be reached with Tab')
    app.key('Return')
    app.find(name=regex('^(Not there|Right|Yes|Both|It depends|%s).*' % picked))
    app.key('Escape')


@test(args=['--concept', 'fm.kinds'], **WIDE)
def outside_is_a_place_too(app):
    app.find(role='heading')
    app.windows[0].act('win.place')
    pick(app, 'BERT')
    put_into(app, 'Put into…', 'Outside every set of this diagram.')
    app.find(name=regex('^Not there: BERT'))


@test(args=['--concept', 'fm.kinds'], **WIDE)
def a_class_predicts_then_sees(app):
    app.find(role='heading')
    app.windows[0].act('win.place')
    app.find(name='Predict, then reveal').act()
    heading = app.find(role='heading', name=regex('^Where does “.+” belong'))
    asked = heading.name.split('“')[1].split('”')[0]
    first = app.find(role='spin button', name='Hands: Foundation models')
    wait(lambda: first.click() or app.focused() == first, 'focus in a counter')
    app.key('Control+a')
    app.type('12')
    app.key('Return')
    wait(lambda: app.focused() and app.focused().name == 'Hands: LLMs', 'the next counter')
    app.key('Control+a')
    app.type('4')
    app.key('Return')
    app.find(name='12 hands, 75%')
    app.key('Control+l')
    app.find(name='12 mains, 75\u00a0%')
    app.find(role='heading', name='Où placer «\u00a0%s\u00a0»\u00a0?' % asked)
    app.find(role='spin button', name='Mains levées\u00a0: En dehors de tous les ensembles')
    app.find(role='button', name='Révéler la réponse').act()
    app.find(name=regex('mains? sur 16 pour la bonne réponse'))
    app.find(name=regex('^(Juste|Accepté)$'))
    app.find(name=regex('^%s est dans' % asked))
    wait(lambda: app.focused() and app.focused().name == 'Modèle suivant', 'focus on what comes next')
    app.key('space')
    app.find(role='heading', name=regex('^Où placer «\u00a0(?!%s\u00a0)' % asked))
    app.gone(name=regex('mains? sur 16'))
    app.find(name='Placer').act()
    app.find(name=regex('^1 placé sur'))


@test(args=['--concept', 'fm.kinds'], **WIDE)
def a_model_is_dragged_to_its_place(app):
    app.find(role='heading')
    app.windows[0].act('win.place')
    dialog = app.find(role='dialog')
    zone = dialog.find(role='button', name='Vision only')
    where = app.views()[0]['rect']
    app.drag(app.position_of(dialog.find(role='toggle button', name='GPT-3')), app.position_of(zone), steps=30)
    app.find(name=regex('^Not there: GPT-3'))
    app.drag(app.position_of(dialog.find(role='toggle button', name='DINOv2')), app.position_of(zone), steps=30)
    app.gone(role='toggle button', name='DINOv2')
    app.find(name='1 of 14 placed')
    if app.views()[0]['rect'] != where:
        raise Failure('the window was dragged instead')
    app.key('Escape')
    app.gone(role='dialog')


if __name__ == '__main__':
    main()
