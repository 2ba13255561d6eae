# SPDX-License-Identifier: GPL-3.0-or-later
"""The diagram by the keyboard alone, through the accessibility bus alone, and with the pointer."""
from driver import main, regex, test, wait

INSIDE = ['--concept', 'relation']
SETS = {'Foundation models', 'LLMs', 'Vision', 'Speech and audio', 'Code'}
MEMBERS = {'GPT-3', 'GPT-4', 'CLIP', 'StarCoder', 'GPT-4o', 'wav2vec 2.0', 'ImageBind', 'AudioPaLM', 'ESM-2', 'BERT',
           'Flamingo', 'DINOv2', 'Claude 3', 'DALL·E'}


def items(app):
    return [n for n in app.walk() if n.actions == ['item.activate']]


def item(app, name):
    return wait(lambda: next((n for n in items(app) if n.name == name), None), 'the item ' + name)


def focused_name(app):
    node = app.focused()
    return node.name if node else None


def focus(app, key, name):
    app.key(key)
    wait(lambda: focused_name(app) == name, 'focus on ' + name)


def walk(app):
    """Everything that Right comes to, from the first item on."""
    names = []
    order = [n.name for n in items(app)]
    for name in order:
        names.append(name)
        if len(names) < len(order):
            focus(app, 'Right', order[len(names)])
    return names


@test(args=INSIDE)
def arrows_reach_everything(app):
    item(app, 'GPT-3')
    focus(app, 'Control+d', 'Foundation models')
    names = set(walk(app))
    assert SETS <= names, SETS - names
    hidden = ' '.join(n.description for n in items(app) if n.name.endswith(' more'))
    assert all(m in names or m in hidden for m in MEMBERS), MEMBERS - names
    assert 'LLMs and Vision' in names, names


@test(args=INSIDE)
def enter_opens_and_escape_goes_out(app):
    item(app, 'GPT-3')
    focus(app, 'Control+d', 'Foundation models')
    while focused_name(app) != 'GPT-3':
        before = focused_name(app)
        app.key('Right')
        wait(lambda: focused_name(app) != before, 'another item than ' + before)
    app.key('Return')
    card = wait(lambda: app.focused() if app.focused() and app.focused().role == 'group' else None, 'the card')
    assert 'OpenAI' in card.name and '2020' in card.name, card.name
    focus(app, 'Escape', 'GPT-3')
    focus(app, 'Escape', 'LLMs only')
    focus(app, 'Escape', 'LLMs')
    app.key('Return')
    app.find(role='heading', name='Large language models')
    # The picture one is in stays.
    item(app, 'StarCoder')


@test(args=INSIDE)
def the_bus_is_enough(app):
    bert = item(app, 'BERT')
    assert 'Debated' in bert.description, bert.description
    bert.act()
    app.find(role='label', name='Google')
    app.find(role='label', name='Debated')
    app.key('Escape')
    app.gone(role='label', name='Google')
    item(app, 'LLMs and Vision').act()
    wait(lambda: [n for n in app.find_all(role='button', name='Claude 3') if n.actions != ['item.activate']], 'the list')
    app.key('Escape')
    item(app, 'Vision').act()
    app.find(role='heading', name='What is a vision foundation model?')


@test(args=INSIDE)
def french_moves_nothing(app):
    item(app, 'GPT-3')
    places = {n.name: n.extents for n in items(app) if n.name in MEMBERS}
    app.key('Control+l')
    item(app, 'Modèles de fondation')
    for node in items(app):
        if node.name in places:
            assert node.extents == places[node.name], (node.name, node.extents, places[node.name])


@test(args=INSIDE)
def the_pointer_says_where(app):
    node = item(app, 'CLIP')
    # The page says it too, before the diagram.
    caption = app.find_all(role='label', name='The kinds overlap: ask what goes in and what comes out.')[-1]
    x, y = app.position_of(node)

    def said():
        # A pointer at rest is soon hidden by the session, and then it points at nothing.
        for dx in range(4):
            app.move_to(x + dx, y)
        return [n for n in [caption.name for _ in range(10)] if n.startswith('CLIP is in “Foundation models” and “Vision”')]
    wait(said, 'the sentence of what is under the pointer')
    node.click()
    app.find(role='label', name='OpenAI')


@test(args=INSIDE)
def words_say_the_same(app):
    item(app, 'GPT-3')
    app.find(role='radio', name='Text').act()
    app.find(role='heading', name='What belongs where')
    app.find(role='button', name='BERT (debated)')
    app.find(role=('table row header', 'row header'), name='StarCoder', showing=False)


@test(args=INSIDE)
def another_picture(app):
    item(app, 'GPT-3')
    focus(app, 'Control+d', 'Foundation models')
    app.key('Page_Up')
    item(app, 'Stable Diffusion 1')
    wait(lambda: focused_name(app) == 'Foundation models', 'the focus on the set that both have')
    app.find(role='toggle button', name='Diagram: Generative or not').act()
    app.find(role='toggle button', name='Vehicles and cars').act()
    item(app, 'Taxi')


if __name__ == '__main__':
    main()
