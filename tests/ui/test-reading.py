#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finding one's way: tree, page, history, panes and wide tables."""
from driver import Failure, main, regex, test, wait


def shown(app, **what):
    return next((n for n in app.walk() if n.matches(state='showing', **what)), None)


def tree_row(app, name):
    return app.find(role='list item', name=name, state='showing')


def focus_is(app, **what):
    wait(lambda: (app.focused() or app.windows[0]).matches(**what), 'focus on %r' % what)


@test(args=['--concept', 'overview'], monitors=['1280x800'])
def a_click_in_the_overlaid_tree_goes_there(app):
    app.key('F9')
    app.click_at(*app.position_of(tree_row(app, 'LLMs')))
    app.find(role='heading', name='Large language models')
    wait(lambda: not shown(app, role='list', name='Contents'), 'the tree to close')
    focus_is(app, role='heading', name='Large language models')


@test(args=['--concept', 'overview'], monitors=['1280x800'])
def the_arrows_in_the_tree_only_look_around(app):
    app.key('F9')
    focus_is(app, role='list item', name='The big picture')
    app.key('Down')
    app.find(role='heading', name='Foundation models')
    focus_is(app, role='list item', name='Foundation models')
    if not shown(app, role='list', name='Contents'):
        raise Failure('the tree closed under the arrow keys')


@test(args=['--concept', 'fm'], monitors=['1280x800'])
def reading_goes_on_at_the_new_title(app):
    app.find(role='heading', name='Foundation models')
    app.key('F6')
    app.key('F6')
    focus_is(app, role='heading', name='Foundation models')
    app.key('Control+Down')
    app.key('Alt+Down')
    focus_is(app, role='heading', name='What is a foundation model?')


@test(args=['--concept', 'fm.examples'], monitors=['1280x800'])
def back_returns_to_where_one_was(app):
    heading = app.find(role='heading', name=regex('Gallery'))
    top = heading.extents[1]
    app.key('F6')
    app.key('F6')
    for _ in range(100):
        app.key('Control+Down')
    wait(lambda: heading.extents[1] < top, 'the page to scroll')
    app.session.settle()
    before = heading.extents[1]
    app.key('Alt+Down')
    app.find(role='heading', name=regex('^Large language'))
    app.key('Alt+Left')
    wait(lambda: app.find(role='heading', name=regex('Gallery')).extents[1] == before,
         'the page to be scrolled to %s' % before)


@test(args=['--concept', 'fm'], monitors=['400x720'])
def the_pane_key_reaches_all_panes_on_a_phone(app):
    app.find(role='heading', name='Foundation models')
    app.key('F6')
    wait(lambda: shown(app, role='radio', name='Picture'), 'the diagram')
    wait(lambda: app.focused() and app.focused().role != 'heading', 'focus in the diagram')
    app.key('F6')
    focus_is(app, role='list item', name='Foundation models')
    app.key('F6')
    focus_is(app, role='heading', name='Foundation models')


@test(args=['--concept', 'fm.examples'], monitors=['1280x800'])
def a_wide_table_opens_with_all_its_columns(app):
    app.find(role='button', name='Show the whole table').act()
    dialog = app.find(role='dialog', name=regex('Gallery'))
    # The node of the dialog is as wide as the window: its button to close it stands at its end.
    close = dialog.find(role='button', name='Close').extents
    last = [n for n in dialog.walk() if n.role == 'column header'][-1]
    if last.extents[0] + last.extents[2] > close[0] + close[2] + 6:
        raise Failure('the last column is not in sight')
    app.key('Escape')
    wait(lambda: not shown(app, role='dialog'), 'the dialog to close')


@test(args=['--concept', 'llm.examples'], monitors=['360x720'])
def the_rows_of_a_table_stay_low_on_a_phone(app):
    rows = wait(lambda: [r.extents[3] for r in app.find(role='table').children], 'the rows')
    if max(rows) > 120:
        raise Failure('rows of %s px' % rows)


@test(args=['--concept', 'fm'], monitors=['1280x800'])
def the_projection_fills_the_screen_from_a_narrow_window_too(app):
    app.resize(700, 600)
    app.find(role='button', name='Diagram', state='showing')
    for leave in ('F11', 'Escape'):
        app.key('F11')
        wait(lambda: not shown(app, role='heading', name='Foundation models'), 'the page to go')
        wait(lambda: not shown(app, role='button', name='Search'), 'the header to go')
        app.key(leave)
        app.find(role='heading', name='Foundation models', state='showing')
        app.find(role='button', name='Diagram', state='showing')


@test(args=['--concept', 'fm'], monitors=['1280x800'])
def enter_opens_a_branch_of_the_overlaid_tree_and_then_goes_there(app):
    app.find(role='heading', name='Foundation models')
    app.key('F9')
    focus_is(app, role='list item', name='Foundation models')
    app.key('Home')
    focus_is(app, role='list item', name='The big picture')
    branch = app.focused().find(role='button', state='expandable')
    if 'expanded' in branch.states:
        branch.act('listitem.collapse')
        wait(lambda: 'expanded' not in branch.states, 'the branch to close')
    app.key('Return')
    wait(lambda: 'expanded' in branch.states, 'the branch to open')
    focus_is(app, role='list item', name='The big picture')
    app.key('Return')
    wait(lambda: not shown(app, role='list', name='Contents'), 'the tree to close')
    wait(lambda: app.focused() and app.focused().role == 'heading', 'focus on the title')


@test(args=['--concept', 'fm'], locale='fr_FR.UTF-8', monitors=['1920x1080'])
def the_tree_over_the_bus(app):
    app.resize(1920, 1080)
    app.find(role='list', name=regex('^(Sommaire|Contenu|Table des matières)$')).find(role='link', name='LLM').act()
    app.find(role='heading', name='Grands modèles de langage')


@test(args=['--concept', 'llm'], monitors=['1280x800'], settings={'org/gigogne/Gigogne': {'text-scale': '2.0'}})
def the_locator_grows_with_the_text(app):
    button = app.find(role='button', name=regex('^You are here'))
    wait(lambda: button.extents[2] >= 88 and button.extents[3] >= 88, 'a locator of 96 px')
    app.key('Control+0')
    wait(lambda: button.extents[3] < 64, 'a locator of 48 px')


@test(args=['--concept', 'practice.glossary'], monitors=['1280x800'])
def the_column_that_stays_takes_its_clicks(app):
    cell = app.find(role='table').find(role=('row header', 'table cell', 'cell'), name=regex('^adapter$'))
    x, y = app.position_of(cell)
    app.move_to(x + 200, y)
    for _ in range(8):
        app.session.input.scroll(1, sideways=True)
    wait(lambda: app.position_of(app.find(role='column header', name='Note'))[0] < x + 480, 'the columns to slide')
    _, _, width, height = cell.extents
    app.move_to(x - width / 2 + 36, y - height / 2 + 20)
    app.click_at(x - width / 2 + 38, y - height / 2 + 22)
    app.find(role='heading', name='What is fine-tuning?')


if __name__ == '__main__':
    main()
