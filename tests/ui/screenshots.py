#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots.py [--walk | --store] FOLDER: pictures of the program in a virtual display.

Without an option: one concept with its diagram in both languages, at four widths, light, dark and in
high contrast, with normal and with doubled text. With --walk: the shipped lesson, step by step. With
--store: those of README and software centres, in data/screenshots."""
import argparse
import html
import os
import re
import shutil
import sys

import gi
gi.require_version('GdkPixbuf', '2.0')
from gi.repository import GdkPixbuf  # noqa: E402

from driver import App, wait  # noqa: E402
from session import SOURCE, Missing, Session  # noqa: E402

LESSON = os.path.join(SOURCE, 'data', 'lessons', 'foundation-models.md')
SIZES = {360: (360, 720), 800: (800, 1000), 1280: (1280, 800), 1920: (1920, 1080)}
LANGUAGES = {'en': 'English', 'fr': 'French'}
THEMES = {
    'light': {},
    'dark': {'org/gnome/desktop/interface': {'color-scheme': "'prefer-dark'"}},
    'contrast': {'org/gnome/desktop/a11y/interface': {'high-contrast': 'true'}},
}


def concepts():
    """Ids of the concepts in the order of the lesson's tour, or of its headings."""
    with open(LESSON, encoding='utf-8') as f:
        text = f.read()
    headings = re.findall(r'^#+ .*\{#([\w:.-]+)', text, re.MULTILINE)
    tour = re.search(r'^# *(?:Tour|Parcours)\b.*?(?=^# |\Z)', text, re.MULTILINE | re.DOTALL)
    steps = re.findall(r'^\d+\. .*?\]\(#([\w:.-]+)\)', tour.group(0), re.MULTILINE) if tour else []
    return list(dict.fromkeys(steps)) or headings


class Album:
    """Takes the pictures and lists them in an index.html."""

    def __init__(self, folder):
        self.folder = folder
        self.pictures = []
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)

    def session(self, language, theme, scale=1.0):
        settings = {**THEMES[theme],
                    'org/gigogne/Gigogne': {'language': "'%s'" % language, 'text-scale': str(scale)}}
        return Session(monitors=['1920x1080'], settings=settings, out=os.path.join(self.folder, '.logs'))

    def take(self, app, width, caption):
        size = SIZES[width]
        app.resize(*size)
        name = '%02d-%s.png' % (len(self.pictures) + 1, re.sub(r'[^a-z0-9]+', '-', caption.lower()).strip('-'))
        app.session.settle()
        app.session.shot(os.path.join(self.folder, name), region=(0, 0) + size)
        self.pictures.append((name, caption))
        print('  %s' % name, flush=True)

    def close(self):
        rows = ''.join('<figure><a href="{0}"><img src="{0}" alt="" loading="lazy"></a><figcaption>{1}</figcaption>'
                       '</figure>\n'.format(name, html.escape(caption)) for name, caption in self.pictures)
        with open(os.path.join(self.folder, 'index.html'), 'w', encoding='utf-8') as f:
            f.write('<!DOCTYPE html><meta charset="utf-8"><title>Gigogne</title><style>body{font:16px sans-serif;'
                    'display:flex;flex-wrap:wrap;gap:24px}figure{margin:0}img{max-width:600px;max-height:500px;'
                    'border:1px solid #ccc}</style>\n' + rows)
        shutil.rmtree(os.path.join(self.folder, '.logs'), ignore_errors=True)
        print('%d pictures in %s' % (len(self.pictures), self.folder))


def walk(album, arguments):
    """Eight views of the lesson: both languages, wide and narrow, light and dark, a step further each time."""
    steps = concepts()
    number = 0
    for language in LANGUAGES:
        for theme in ('light', 'dark'):
            with album.session(language, theme) as session:
                app = App(session, arguments)
                for width in (1920, 1280, 360):
                    concept = steps[number * max(1, len(steps) // 12) % len(steps)]
                    number += 1
                    app.show_concept(concept)
                    album.take(app, width, '%s, %s, %d wide: %s' % (LANGUAGES[language], theme, width, concept))
                app.quit()


def every_size(album, arguments):
    steps = concepts()
    concept = next((c for c in ('llm', 'llms') if c in steps), steps[0])
    for language in LANGUAGES:
        for theme, scale in (('light', 1.0), ('dark', 1.0), ('contrast', 1.0), ('light', 2.0)):
            with album.session(language, theme, scale) as session:
                app = App(session, arguments)
                app.show_concept(concept)
                for width in SIZES:
                    album.take(app, width, '%s, %s, %d wide%s' % (LANGUAGES[language], theme, width,
                                                                  ', text at 200 %' if scale == 2 else ''))
                app.quit()


def round_corners(path, radius=15):
    """Cut away what lies outside the window's rounded corners."""
    picture = GdkPixbuf.Pixbuf.new_from_file(path).add_alpha(False, 0, 0, 0)
    width, height, stride = picture.get_width(), picture.get_height(), picture.get_rowstride()
    pixels = bytearray(picture.get_pixels())
    for y in list(range(radius)) + list(range(height - radius, height)):
        for x in list(range(radius)) + list(range(width - radius, width)):
            dx = max(radius - x - 0.5, x + 0.5 - (width - radius), 0)
            dy = max(radius - y - 0.5, y + 0.5 - (height - radius), 0)
            cover = min(1, max(0, radius + 0.5 - (dx * dx + dy * dy) ** 0.5))
            at = y * stride + x * 4
            if cover < 1:
                # The colour of the window shines through where black was mixed in.
                inside = (y + (radius if y < radius else -radius)) * stride + x * 4
                pixels[at:at + 3] = pixels[inside:inside + 3]
            pixels[at + 3] = round(255 * cover)
    GdkPixbuf.Pixbuf.new_from_data(bytes(pixels), GdkPixbuf.Colorspace.RGB, True, 8,
                                   width, height, stride).savev(path, 'png', [], [])


def quiz(app):
    app.windows[0].act('win.quiz')
    app.find(role='dialog')


def glossary(app):
    app.windows[0].act('win.glossary')
    app.find(role='dialog')


def wall(app):
    """The picture of the second screen, some steps into the short tour."""
    app.session.settle()
    for key in ('F5', 'Down', 'Return'):
        app.key(key)
        app.session.settle()
    wait(lambda: any(v['fullscreen'] for v in app.views()), 'the wall')
    for _ in range(4):
        app.session.settle()
        app.key('Page_Down')


# name, size, concept, theme, what to do first
STORE = [
    ('overview', (1600, 900), 'relation', 'light', None),
    ('relation', (1000, 700), 'relation', 'light', None),
    ('nest', (1000, 700), 'overview.nest', 'dark', None),
    ('quiz', (1000, 700), 'llm', 'light', quiz),
    ('glossary', (1000, 700), 'llm', 'light', glossary),
    ('phone', (360, 700), 'relation.subset', 'light', None),
]


def store(folder, arguments):
    os.makedirs(folder, exist_ok=True)
    for language in LANGUAGES:
        for name, size, concept, theme, prepare in STORE:
            settings = {**THEMES[theme], 'org/gigogne/Gigogne': {'language': "'%s'" % language}}
            path = os.path.join(folder, '%s-%s.png' % (name, language))
            with Session(monitors=['1920x1080'], settings=settings) as session:
                app = App(session, ['--concept', concept, *arguments])
                app.resize(*size)
                if prepare:
                    prepare(app)
                session.settle()
                session.shot(path, region=(0, 0) + size)
                app.quit()
            round_corners(path)
            print('  ' + path)
        path = os.path.join(folder, 'console-%s.png' % language)
        settings = {'org/gigogne/Gigogne': {'language': "'%s'" % language}}
        with Session(monitors=['1000x640', '1000x640'], settings=settings) as session:
            app = App(session, arguments)
            wall(app)
            session.settle()
            view = next(v for v in app.views() if v['title'] in ('Console', 'Pupitre'))
            session.shot(path, view['output'])
            app.quit()
        print('  ' + path)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--walk', action='store_true')
    parser.add_argument('--store', action='store_true')
    parser.add_argument('folder')
    options, arguments = parser.parse_known_args()
    if options.store:
        store(os.path.join(SOURCE, 'data', 'screenshots'), arguments)
        return
    album = Album(os.path.abspath(options.folder))
    try:
        (walk if options.walk else every_size)(album, arguments)
    except Missing as missing:
        sys.exit('No virtual display: %s' % missing)
    finally:
        album.close()


if __name__ == '__main__':
    main()
