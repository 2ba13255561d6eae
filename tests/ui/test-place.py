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
    put_into(app, 'Mettre dans…', regex('et «.Vision.»'))
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


if __name__ == '__main__':
    main()
