#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who presses everything: whatever comes after whatever, nothing breaks.

GIGOGNE_MONKEY=SEED:SECONDS plays another and longer game.
"""
import datetime
import os
import random
import re
import time

from driver import App, Failure, main, test

SEED, SECONDS = os.environ.get('GIGOGNE_MONKEY', '1:12').split(':')
MOVES = ('Alt+Down', 'Alt+Up', 'Alt+Left', 'Alt+Right', 'F6', 'Shift+F6', 'Tab', 'Shift+Tab', 'Down', 'Up', 'Right',
         'Left', 'Return', 'space', 'Control+Down', 'Control+Up', 'Control+Shift+Down', 'Page_Down', 'Home', 'End')
CHANGES = ('Control+l', 'Control+l', 'Control+Shift+l', 'Control+plus', 'Control+minus', 'Control+0', 'Control+d', 'F9',
           'F11', 'Escape', 'Escape', 'Escape')
OPENERS = ('Control+k', 'Control+m', 'Control+Shift+q', 'Control+g', 'Control+b', 'Control+comma', 'Control+question',
           'Control+f', 'F5', 'Shift+F5', 'F10', 'Control+n')
SIZES = ((360, 640), (800, 600), (1280, 800), (1900, 1000))
CONCEPTS = ('overview', 'llm', 'fm', 'relation', 'fm.examples', 'quiz', 'no-such-concept')
LESSONS = (
    '# One\n\nText\n', '', 'no heading, only **text**\n', '# A {#a}\n\n# B {#b}\n\nA kind of: [A](#a)\n',
    '---\ntitle: X\ngigogne: 1\n---\n\n# A {#a}\n\n| Model | Kind |\n|---|---|\n| m | [A](#a) |\n| n | [B](#b)? |\n\n# B {#b}\n',
    '# Loop {#l}\n\nA kind of: [Loop](#l)\n\n```mermaid\nvenn-beta\n  set A["a"]\n  set B["b"]\n```\n',
    '```mermaid\nvenn-beta\n  set A\n', '![gone](gone.png)\n\n# ' + 'long' * 200 + '\n', '# \u05e9\u05dc\u05d5\u05dd {#s}\n\n\u4f60\u597d\n',
)


class Monkey:
    def __init__(self, app, seed):
        self.app = app
        self.dice = random.Random(seed)
        self.done = []
        self.diary = open(os.path.join(app.session.out, 'diary.log'), 'w', encoding='utf-8', buffering=1)
        self.path = os.path.join(app.session.env['HOME'], 'lesson.md')
        self.write()

    def note(self, *what):
        """What is done when, to find what a complaint in the log comes from."""
        self.diary.write('%s %s\n' % (datetime.datetime.now().strftime('%H:%M:%S.%f')[:-3], what))
        self.done.append(what)

    def write(self):
        with open(self.path, 'w', encoding='utf-8') as f:
            f.write(self.dice.choice(LESSONS))
        # GTK complains when what is pressed goes before it is let go.
        time.sleep(0.4)

    def press(self, keys):
        key = self.dice.choice(keys)
        self.note(key)
        self.app.key(key)

    def click(self):
        place = self.dice.randrange(1900), self.dice.randrange(1000)
        self.note(*place)
        self.app.click_at(*place)

    def resize(self):
        views = self.app.views()
        if views and not views[0]['fullscreen']:
            width, height = self.dice.choice(SIZES)
            self.note(width, height)
            self.app.session.sway('[con_id=%d] floating enable, resize set %d px %d px, move position 0 0'
                                  % (views[0]['id'], width, height))

    def close(self):
        if len(self.app.views()) > 1:
            self.app.key('Control+w')

    def start(self):
        what = self.dice.choice((['--concept', self.dice.choice(CONCEPTS)], [self.path], ['--new-window'],
                                 ['gigogne://foundation-models#llm'], ['--language', 'fr'], [self.path + '.missing'],
                                 ['/'], ['--present']))
        self.note(*what)
        self.app.start_again(*what)
        time.sleep(0.2)

    def step(self):
        deed, weight = zip(*(((self.press, MOVES), 40), ((self.press, CHANGES), 18), ((self.press, OPENERS), 9),
                             ((self.click,), 12), ((self.app.type, 'gpt'), 2), ((self.resize,), 3), ((self.write,), 4),
                             ((self.close,), 3), ((self.start,), 4)))
        function, *arguments = self.dice.choices(deed, weight)[0]
        if function not in (self.press, self.click, self.start):
            self.note(function.__name__)
        function(*arguments)


@test(monitors=['1920x1080', '1280x800'])
def nothing_breaks(app):
    # Not what GTK says of sizes half-way through a change of size.
    app.complaints = lambda: [line for line in App.complaints(app) if 'CRITICAL' in line or not re.search('(Gtk|Adwaita)-WARNING', line)]
    monkey = Monkey(app, int(SEED))
    end = time.monotonic() + float(SECONDS)
    while time.monotonic() < end:
        try:
            monkey.step()
        except (Failure, OSError):
            if app.process.poll() is None:
                raise
        if app.process.poll() is not None:
            raise Failure('it ended with %s after %s\n%s' % (app.process.returncode, monkey.done[-12:], app.log()[-2000:]))
        time.sleep(0.03)


if __name__ == '__main__':
    main()
