# SPDX-License-Identifier: GPL-3.0-or-later
"""The diagram by the keyboard alone, through the accessibility bus alone, and with the pointer."""
from driver import main, regex, test, wait

INSIDE = ['--concept', 'relation']
FRENCH = {'org/gigogne/Gigogne': {'language': "'fr'"}}
SETS = {'Foundation models', 'LLMs', 'Vision', 'Speech and audio', 'Code'}
MEMBERS = {'GPT-3', 'GPT-4', 'CLIP', 'StarCoder', 'GPT-4o', 'wav2vec 2.0', 'ImageBind', 'AudioPaLM', 'ESM-2', 'BERT',
           'Flamingo', 'DINOv2', 'Claude 3', 'DALL·E'}

ZONES = {'Foundation models only', 'LLMs only', 'LLMs and Vision', 'LLMs and Speech and audio',
         'LLMs, Vision and Speech and audio', 'Vision only', 'Vision and Speech and audio', 'Speech and audio only'}
# Where a set leads, and a zone that one set alone describes.
PAGES = {'Foundation models': 'Foundation models', 'Foundation models only': 'Foundation models',
         'LLMs': 'Large language models', 'LLMs only': 'Large language models', 'Code': 'What is a code model?',
         'Vision': 'What is a vision foundation model?', 'Vision only': 'What is a vision foundation model?',
         'Speech and audio': 'What is a speech or audio foundation model?',
         'Speech and audio only': 'What is a speech or audio foundation model?'}
PAGES_FR = {'Modèles de fondation': 'Modèles de fondation', 'Modèles de fondation uniquement': 'Modèles de fondation',
            'LLM': 'Grands modèles de langage', 'LLM uniquement': 'Grands modèles de langage',
            'Code': 'Qu’est-ce qu’un modèle de code', 'Vision': 'Qu’est-ce qu’un modèle de fondation de vision',
            'Vision uniquement': 'Qu’est-ce qu’un modèle de fondation de vision',
            'Parole et audio': 'Qu’est-ce qu’un modèle de fondation de la parole',
            'Parole et audio uniquement': 'Qu’est-ce qu’un modèle de fondation de la parole'}


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


class Diagram:
    """What stands in the diagram, looked at without the rest of the window."""

    def __init__(self, app):
        self.app = app
        self.node = item(app, 'GPT-3').parent
        self.items = [n for n in self.node.children if n.actions == ['item.activate']]
        self.names = [n.name for n in self.items]

    def focused(self):
        return next((i for i, n in enumerate(self.items) if 'focused' in n.states), None)

    def card(self):
        """The name of the open card, which begins with what it is about."""
        for child in reversed(self.node.children):
            if child not in self.items and 'showing' in child.states:
                return next((n.name for n in child.walk() if n.role == 'group' and '\n' in n.name), None)
        return None

    def opens_card(self, opening, name):
        opening()
        card = wait(self.card, 'the card of ' + name)
        assert card.split('\n')[0] == name or name not in MEMBERS, (card, name)
        self.app.key('Escape')
        wait(lambda: self.card() is None, 'the card of %s to close' % name)

    def opens_page(self, opening, title):
        window = self.app.windows[0]
        opening()
        wait(lambda: window.name.startswith(title), 'the page ' + title)


def check_names(diagram, sets_and_zones, more):
    names = set(diagram.names)
    assert sets_and_zones <= names, sets_and_zones - names
    hidden = ' '.join(n.description for n in diagram.items if n.name.endswith(more))
    assert all(m in names or m in hidden for m in MEMBERS), MEMBERS - names
    assert all(n.name and n.description for n in diagram.items), diagram.names


@test(args=INSIDE)
def the_keyboard_reaches_and_opens_everything(app):
    diagram = Diagram(app)
    check_names(diagram, SETS | ZONES, ' more')
    focus(app, 'Control+d', diagram.names[0])
    for i, name in enumerate(diagram.names):
        if i > 0:
            app.key('Right')
        wait(lambda n=i: diagram.focused() == n, 'the focus on ' + name)
        if name in PAGES:
            diagram.opens_page(lambda: app.key('Return'), PAGES[name])
        else:
            diagram.opens_card(lambda: app.key('Return'), name)
            wait(lambda n=i: diagram.focused() == n, 'the focus back on ' + name)


@test(args=INSIDE, settings=FRENCH)
def the_bus_reaches_and_opens_everything(app):
    diagram = Diagram(app)
    check_names(diagram, set(PAGES_FR), (' autre', ' autres'))
    for node, name in zip(diagram.items, diagram.names):
        if name in PAGES_FR:
            diagram.opens_page(node.act, PAGES_FR[name])
        else:
            diagram.opens_card(node.act, name)


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
def zoom_and_pan(app):
    at_rest = item(app, 'CLIP').extents

    def width():
        return item(app, 'CLIP').extents[2]

    focus(app, 'Control+d', 'Foundation models')
    app.key('plus')
    wait(lambda: width() > at_rest[2], 'a larger picture by +')
    app.key('plus')
    app.key('minus')
    app.key('minus')
    wait(lambda: item(app, 'CLIP').extents == at_rest, 'the whole picture by −')
    # The wheel zooms about the pointer.
    x, y = app.position_of(item(app, 'CLIP'))
    app.move_to(x, y)
    app.session.input.scroll(-4, control=True)
    wait(lambda: width() > at_rest[2] * 1.2, 'a larger picture by the wheel')
    app.session.settle()
    assert all(abs(a - b) <= 8 for a, b in zip(app.position_of(item(app, 'CLIP')), (x, y))), app.position_of(item(app, 'CLIP'))
    app.drag((x - 30, y + 60), (x - 90, y + 100))
    wait(lambda: abs(app.position_of(item(app, 'CLIP'))[0] - (x - 60)) <= 12, 'the picture drawn along')
    app.find(role='button', name='Whole diagram').act()
    wait(lambda: item(app, 'CLIP').extents == at_rest, 'the whole picture by its button')
    app.click_at(*app.position_of(item(app, 'Vision')), count=2)
    wait(lambda: width() > at_rest[2] * 1.2, 'the set framed')
    app.key('0')
    wait(lambda: item(app, 'CLIP').extents == at_rest, 'the whole picture by 0')


@test(args=INSIDE)
def a_match_glows(app):
    item(app, 'BERT')
    app.key('Control+f')
    wait(lambda: app.focused() and app.focused().role == 'search box', 'the search entry')
    app.type('bert')
    wait(lambda: 'Found by the search.' in item(app, 'BERT').description, 'BERT found')
    assert 'Found by' not in item(app, 'CLIP').description
    app.key('Control+l')
    wait(lambda: 'Trouvé par la recherche.' in item(app, 'BERT').description, 'BERT trouvé')
    # In words too.
    app.find(role='radio', name='Texte').act()
    wait(lambda: app.find_all(role='button', name=regex('^BERT'), description='Trouvé par la recherche.'), 'BERT trouvé')
    app.find(role='radio', name='Image').act()
    app.key('Escape')
    wait(lambda: 'Trouvé' not in item(app, 'BERT').description, 'the end of the search')


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


@test(args=['--concept', 'fm.kinds'], monitors=['1280x800'])
def tab_stays_on_what_a_card_has(app):
    app.find(role='button', name='SAM').act()
    app.find(role='group', name=regex('^SAM'), state='focused')
    for _ in range(4):
        app.key('Tab')
        wait(lambda: app.focused() and app.focused().name, 'focus on something with a name')
        if app.focused().role not in ('button', 'group'):
            raise Failure('focus on %r' % app.focused())


if __name__ == '__main__':
    main()
