#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing a lesson in an editor while Gigogne shows it."""
import os
import time

from driver import Failure, main, regex, test, wait

HEAD = '---\ntitle: Shapes\nlang: en\ngigogne: 1\n---\n\n'
SQUARES = '# Squares {#square}\n\nFour equal sides.\n\n'
LONG = '# Circles {#circle}\n\nRound.\n\n' + ''.join('## Part %d {#part-%d}\n\nA text.\n\n' % (i, i) for i in range(40)) + \
    '# Lines {#line}\n\n' + ''.join('Paragraph %d of a long page.\n\n' % i for i in range(60))


def path(app):
    return os.path.join(app.session.env['HOME'], 'shapes.md')


def write(app, text, atomically=False):
    name = path(app) + ('.new' if atomically else '')
    with open(name, 'w', encoding='utf-8') as f:
        f.write(text)
    if atomically:
        os.rename(name, path(app))


def opened(app, text, concept):
    write(app, text)
    app.start_again('--concept', concept, path(app))


def at_rest(app, node):
    """Where a node stands once all keys have been answered."""
    def rests():
        app.session.settle()
        before = node.extents[1]
        time.sleep(0.3)
        return node.extents[1] == before
    wait(rests, 'the page to come to rest')
    return node.extents[1]


@test(monitors=['1280x800'])
def a_saved_change_is_shown_where_one_was(app):
    opened(app, HEAD + SQUARES + LONG, 'line')
    heading = app.find(role='heading', name='Lines')
    top = heading.extents[1]
    app.key('F6')
    app.key('F6')
    for _ in range(30):
        app.key('Control+Down')
    wait(lambda: heading.extents[1] < top, 'the page to scroll')
    before = at_rest(app, heading)
    for atomically, name in ((False, 'Straight lines'), (True, 'Curved lines')):
        write(app, HEAD + SQUARES + LONG.replace('# Lines', '# ' + name), atomically)
        wait(lambda: app.find(role='heading', name=name).extents[1] == before,
             'the same place of the page')
    app.key('Control+Shift+Up')
    wait(lambda: app.focused() and app.focused().matches(role='heading', name='Curved lines'), 'focus to go up from where it was')
    app.key('Control+Down')
    wait(lambda: app.focused() and not app.focused().matches(role='heading'), 'focus on the first paragraph')


@test(monitors=['1280x800'])
def the_last_of_many_saves_counts(app):
    opened(app, HEAD + SQUARES, 'square')
    app.find(role='heading', name='Squares')
    # As fast as somebody types in an editor that saves by itself; some fall into a reading.
    for i in range(40):
        write(app, HEAD + SQUARES.replace('Squares', 'Squares %d' % i), i % 2 == 0)
        time.sleep(0.03 if i % 5 else 0.21)
    app.find(role='heading', name='Squares 39')


@test(monitors=['1280x800'])
def a_broken_save_loses_nothing(app):
    opened(app, HEAD + SQUARES + LONG, 'part-3')
    app.find(role='heading', name='Part 3')
    write(app, '')
    wait(lambda: not any(n.matches(role='heading', name='Part 3') for n in app.walk()), 'what is written')
    os.unlink(path(app))
    write(app, HEAD + SQUARES + LONG)
    app.find(role='heading', name='Part 3')


@test(monitors=['1280x800'])
def problems_come_and_go(app):
    opened(app, HEAD + SQUARES, 'square')
    app.find(role='heading', name='Squares')
    write(app, HEAD + SQUARES + 'See [circles](#circle).\n')
    app.find(role='button', name='Show', state='showing').act()
    app.find(name=regex('^Line 11, column'))
    write(app, HEAD + SQUARES)
    app.find(name='No problems', state='showing')


@test(monitors=['1280x800'])
def a_translation_put_beside_it_is_there_at_once(app):
    opened(app, HEAD + SQUARES, 'square')
    app.find(role='heading', name='Squares')
    with open(os.path.join(app.session.env['HOME'], 'shapes.fr.po'), 'w', encoding='utf-8') as f:
        f.write('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: fr\\n"\n\nmsgid "Squares"\nmsgstr "Carrés"\n')
    app.find(role='radio', name='FR').act()
    app.find(role='heading', name='Carrés')


@test(monitors=['1280x800'])
def pictures_have_their_size_and_a_lesson_without_diagrams_its_window(app):
    with open(os.path.join(app.session.env['HOME'], 'a disc.svg'), 'w', encoding='utf-8') as f:
        f.write('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="240"><circle cx="120" cy="120" r="90"/></svg>')
    opened(app, HEAD + '# Discs {#disc}\n\nRound.\n\n![A disc](a%20disc.svg)\n\n![Gone](gone.svg)\n' + LONG, 'disc')
    picture = app.find(role='image', name='A disc')
    wait(lambda: picture.extents[2:] == (300, 240), 'a picture of its own size')
    if any(n.matches(name='No diagram', state='showing') for n in app.walk()):
        raise Failure('an empty pane beside the page')


@test(monitors=['1280x800'])
def a_file_in_another_encoding_says_so(app):
    """It is read as it was meant, and named."""
    with open(path(app), 'wb') as f:
        f.write('# Carr\u00e9s\n\n\u00e9gaux\n'.encode('latin-1'))
    app.start_again(path(app))
    app.find(role='heading', name='Carrés')
    app.find(role='button', name='Show', state='showing').act()
    app.find(name=regex('Windows-1252'))


@test(locale='fr_FR.UTF-8', monitors=['1280x800'])
def what_cannot_be_opened_is_said_in_french(app):
    app.start_again(app.session.env['HOME'])
    app.find(name=regex('n’est pas un fichier'))


@test(args=['--concept', 'fm', '--language', 'fr'], monitors=['1280x800'])
def the_guide_stands_beside_the_lesson(app):
    """It opens in a window of its own, in the language shown, and only once."""
    app.find(role='heading')
    for _ in range(2):
        app.activate('guide')
        app.find(role='heading', name='Écrire une leçon')
    wait(lambda: len(app.windows) == 2, 'two windows')


PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Squares"\nmsgstr "%s"\n'
DIAGRAM = '```mermaid\nvenn-beta\nset A\nset B\ntext A x["x"]\n```\n\nTwo sets.\n\n'


@test(monitors=['1280x800'])
def a_lesson_may_speak_a_language_that_the_program_does_not(app):
    """Its texts are its own and the program's are English; it is asked for as any other."""
    write(app, HEAD + SQUARES + DIAGRAM)
    for code, title in (('de', 'Quadrate'), ('ar', 'مربعات')):
        with open(path(app)[:-2] + code + '.po', 'w', encoding='utf-8') as f:
            f.write(PO % title)
    app.start_again('--language', 'de', path(app))
    app.find(role='heading', name='Quadrate')
    app.windows[0].act('win.toggle-language')
    app.find(role='heading', name='Squares')
    app.start_again('--language', 'ar', path(app))
    app.find(role='heading', name='مربعات')
    app.windows[0].act('win.quiz')
    app.find(role='dialog')


if __name__ == '__main__':
    main()
