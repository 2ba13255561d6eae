#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first minutes with Gigogne: it opens, moves, changes the language and closes."""
import os
import re

from driver import PROGRAM, Failure, main, regex, test, wait

WIDE = {'monitors': ['1920x1080']}
FRENCH_TITLE = regex('(?i)modèles? de langage')
ACTIVE = ('button', 'toggle button', 'radio', 'check box', 'menu item', 'link', 'search box', 'text box', 'slider')


def toggle(app, label):
    app.find(role='radio', name=label).act()
    app.find(role='radio', name=label, state='checked')


def title(app):
    return app.find(role='heading').name


@test(args=['--concept', 'llm'], **WIDE)
def the_shipped_lesson_opens(app):
    app.find(role='heading', name=regex('language model'))
    app.resize(1920, 1080)
    app.find(role='list', name='Contents')


@test(args=['--concept', 'llm'], **WIDE)
def french_is_one_click_away(app):
    english = title(app)
    toggle(app, 'FR')
    app.find(role='heading', name=FRENCH_TITLE)
    app.find(role='button', name=regex('^(Précédent|Retour|Reculer)'))
    toggle(app, 'EN')
    app.find(role='heading', name=english)


@test(args=['--concept', 'llm'], **WIDE)
def the_language_key_keeps_the_focus(app):
    app.key('F6')
    before = wait(app.focused, 'something with focus')
    for _ in range(6):
        app.key('Control+l')
    app.find(role='radio', name='EN', state='checked')
    if app.focused() != before:
        raise Failure('focus was on %r and is on %r' % (before, app.focused()))


@test(locale='fr_FR.UTF-8', args=['--concept', 'llm'], **WIDE)
def a_french_session_starts_in_french(app):
    app.find(role='heading', name=FRENCH_TITLE)


@test(settings={'org/gigogne/Gigogne': {'language': "'fr'"}}, args=['--concept', 'llm'], **WIDE)
def the_language_is_remembered(app):
    app.find(role='heading', name=FRENCH_TITLE)


@test(args=['--concept', 'fm'], **WIDE)
def a_second_start_shows_its_concept(app):
    first = title(app)
    app.show_concept('llm')
    app.find(role='heading', name=regex('language model'))
    app.key('Alt+Left')
    app.find(role='heading', name=first)
    app.start_again('gigogne://foundation-models#llm')
    app.find(role='heading', name=regex('language model'))
    if len(app.windows) != 1:
        raise Failure('a second start opened a second window')


@test(args=['--concept', 'llm'], **WIDE)
def everything_active_has_a_name_in_both_languages(app):
    for language in ('EN', 'FR'):
        toggle(app, language)
        nameless = [n for n in app.walk() if n.role in ACTIVE and not n.name.strip()]
        if nameless:
            raise Failure('%s: without a name: %s' % (language, [(n.role, n.parent.role) for n in nameless]))


@test(args=['--concept', 'llm'], **WIDE)
def nothing_english_is_left_in_french(app):
    app.find(role='heading')
    english = {n.name for n in app.walk() if len(n.name) > 3}
    toggle(app, 'FR')
    app.find(role='heading', name=FRENCH_TITLE)
    # Names, and what is equal on purpose.
    same = re.compile(r'^(EN|FR|[Gg]igogne|Quiz|Images?|\S*\d\S*( [\w.-]+){0,2}|[A-Z][\w.·-]*( [\w.-]+){0,2})$')
    left = {n.name for n in app.walk() if n.name in english and not same.match(n.name)}
    if left:
        raise Failure('still English: %s' % sorted(left))


@test(**WIDE)
def it_runs_without_any_bus(app):
    alone = app.session.spawn(['env', '-u', 'GTK_A11Y', '-u', 'AT_SPI_BUS_ADDRESS', 'DBUS_SESSION_BUS_ADDRESS=disabled:',
                               PROGRAM, '--concept', 'llm'], 'alone.log')
    wait(lambda: any(v['pid'] == alone.pid and 'anguage' in v['title'] for v in app.session.views()), 'its window')
    app.session.settle()
    if alone.poll() is not None:
        raise Failure('it ended with %s' % alone.returncode)


@test(**WIDE)
def quitting_does_not_stop_at_a_dialog(app):
    app.find(role='heading')
    app.windows[0].act('win.glossary')
    app.find(role='dialog')
    app.activate('quit')
    wait(lambda: app.process.poll() is not None, 'the end')


@test(args=['--concept', 'llm'], **WIDE)
def the_key_to_quit_works_above_any_dialog(app):
    app.find(role='heading')
    for keys in ('Control+g', 'Control+Shift+q'):
        app.key(keys)
        app.find(role='dialog')
        if keys != 'Control+Shift+q':
            app.key('Escape')
            app.gone(role='dialog')
    app.key('Control+q')
    wait(lambda: app.process.poll() is not None, 'the end')


@test(args=['--concept', 'fm.kinds'], **WIDE)
def every_list_has_a_name_and_every_stop_is_heard(app):
    app.find(role='heading')
    app.resize(1920, 1080)
    nameless = [n.parent for n in app.find_all(role='list', state='focusable') if not n.name]
    if nameless:
        raise Failure('lists without a name in %s' % nameless)
    app.activate('preferences')
    dialog = app.find(role='dialog', name='Preferences')
    names = []
    for _ in range(12):
        stop = wait(app.focused, 'a stop that a screen reader can see, after %s' % names)
        if stop.name in names:
            break
        names.append(stop.name)
        app.key('Tab')
        wait(lambda: app.focused() not in (None, stop), 'the stop after %s' % stop)
    for name in ('Text size', 'Height of the picture', 'From the last row'):
        if not any(n.startswith(name) for n in names):
            raise Failure('“%s” is not among %s' % (name, names))
        dialog.find(role='spin button', name=regex('^' + name))


@test(monitors=['640x480'], settings={'org/gigogne/Gigogne': {'text-scale': '2.0'}}, args=['--concept', 'fm'])
def the_size_of_the_text_is_that_of_the_dialogs(app):
    app.find(role='heading')
    for action, role, name in (('win.glossary', 'list item', 'adapter'), ('win.quiz', 'heading', regex('.')),
                               ('win.place', 'toggle button', regex('^GPT-3$'))):
        app.windows[0].act(action)
        dialog = app.find(role='dialog')
        large = dialog.find(role=role, name=name).extents[3]
        app.key('Control+0')
        wait(lambda: 0 < dialog.find(role=role, name=name).extents[3] < 0.9 * large, 'usual text in ' + action)
        app.key('Escape')
        app.gone(role='dialog')
        for _ in range(8):
            app.key('Control+plus')


@test(monitors=['1920x1080'])
def it_fits_a_phone_and_a_wall(app):
    for width, height in ((360, 720), (800, 600), (1280, 800), (1920, 1080)):
        app.resize(width, height)
        app.find(role='heading', state='showing')
        if app.views()[0]['rect'][2:] != (width, height):
            raise Failure('%d × %d became %s' % (width, height, app.views()[0]['rect']))


@test(**WIDE)
def a_lesson_of_ones_own_opens(app):
    path = os.path.join(app.session.env['HOME'], 'shapes.md')
    with open(path, 'w', encoding='utf-8') as f:
        f.write('---\ntitle: Shapes\nlang: en\ngigogne: 1\n---\n\n# Squares {#square}\n\nFour equal sides.\n')
    app.start_again(path)
    app.find(role='heading', name='Squares')


@test(**WIDE)
def a_missing_file_is_said_and_survived(app):
    app.start_again(os.path.join(app.session.env['HOME'], 'nothing-here.md'))
    app.find(name=regex('nothing-here'))


if __name__ == '__main__':
    main()
