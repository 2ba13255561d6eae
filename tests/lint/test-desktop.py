#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What software centres and desktops ask of an application, beyond what their validators see."""
import configparser
import datetime
import glob
import os
import re
import xml.etree.ElementTree as ElementTree

from lint import BUILD, SOURCE, Skip, check, main, read, run

LANG = '{http://www.w3.org/XML/1998/namespace}lang'
LANGUAGES = read('po/LINGUAS').split()
FINISH_ARGS = ['--share=ipc', '--socket=fallback-x11', '--socket=wayland', '--device=dri']


def built(suffix):
    found = glob.glob(os.path.join(BUILD, 'data', 'org.gigogne.*' + suffix))
    if not found:
        raise Skip('not built')
    return found[0]


def metainfo():
    return ElementTree.parse(built('.metainfo.xml')).getroot()


@check
def desktop_file():
    """The desktop file is valid and complete in every language"""
    path = built('.desktop')
    code, output = run('desktop-file-validate', path)
    if code or output:
        yield output
    parser = configparser.ConfigParser(interpolation=None, delimiters='=')
    parser.optionxform = str
    parser.read(path, encoding='utf-8')
    entry = parser['Desktop Entry']
    for key in ('Name', 'Comment', 'Keywords'):
        for language in LANGUAGES:
            if '%s[%s]' % (key, language) not in entry:
                yield '%s is not translated to %s' % (key, language)
    for key in entry:
        if key.startswith('Keywords') and not entry[key].endswith(';'):
            yield key + ' does not end with a semicolon'
    if 'x-scheme-handler/gigogne' not in entry['MimeType'] or 'text/markdown' not in entry['MimeType']:
        yield 'MimeType lacks a type'


@check
def appstream():
    """The metainfo is strictly valid"""
    code, output = run('appstreamcli', 'validate', '--strict', '--no-net', '--no-color', built('.metainfo.xml'))
    if code:
        yield output


@check
def names():
    """Name and summary are short, plain and translated"""
    root = metainfo()
    for tag, longest in (('name', 15), ('summary', 35)):
        found = {e.get(LANG, 'en'): e.text for e in root.findall(tag)}
        for language in ['en'] + LANGUAGES:
            text = found.get(language)
            if not text:
                yield 'no %s in %s' % (tag, language)
            elif len(text) > longest or text.endswith('.'):
                yield '%s in %s: “%s” (at most %d characters, no full stop)' % (tag, language, text, longest)
            elif tag == 'summary' and text.lower().startswith(('a ', 'an ', 'the ', 'un ', 'une ', 'le ', 'la ')):
                yield 'summary in %s starts with an article' % language


@check
def description():
    """Every paragraph, keyword and caption is there in every language"""
    root = metainfo()
    for parent in root.iter():
        for tag in ('p', 'li', 'keyword', 'caption'):
            english = [e for e in parent.findall(tag) if LANG not in e.attrib]
            for language in LANGUAGES:
                other = [e for e in parent.findall(tag) if e.get(LANG) == language]
                if len(other) != len(english):
                    yield '<%s> in <%s>: %d in English, %d in %s' % (tag, parent.tag, len(english), len(other), language)


@check
def complete():
    """Licence, branding, translation, displays, controls and content rating are stated"""
    root = metainfo()
    if root.findtext('project_license') != 'GPL-3.0-or-later':
        yield 'project_license'
    colours = {c.get('scheme_preference'): c.text for c in root.findall('branding/color')}
    if set(colours) != {'light', 'dark'} or len(set(colours.values())) != 2:
        yield 'branding: two different colours, light and dark'
    if root.findtext('translation') != 'gigogne':
        yield 'translation'
    if root.findtext('requires/display_length') != '360':
        yield 'display_length'
    if {c.text for c in root.findall('supports/control')} != {'keyboard', 'pointing', 'touch'}:
        yield 'controls'
    if root.find('content_rating').get('type') != 'oars-1.1':
        yield 'content_rating'


@check
def releases():
    """The newest release is this version, has notes and is not in the future"""
    found = metainfo().findall('releases/release')
    version = re.search(r"version: '([^']+)'", read('meson.build')).group(1)
    if not found or found[0].get('version') != version:
        yield 'the first release is not ' + version
    for release in found:
        if not release.findtext('description/p'):
            yield release.get('version') + ': no notes'
        # A day of grace: somewhere it is tomorrow already.
        if datetime.date.fromisoformat(release.get('date')) > datetime.date.today() + datetime.timedelta(days=1):
            yield release.get('version') + ': its date is in the future'


@check
def screenshots():
    """Screenshots: at least three, each with a sentence and a picture in every language"""
    shots = metainfo().findall('screenshots/screenshot')
    if len(shots) < 3:
        yield 'only %d screenshots' % len(shots)
    for shot in shots:
        images = {i.get(LANG, 'en'): i for i in shot.findall('image')}
        for language in ['en'] + LANGUAGES:
            if language not in images:
                yield 'no picture in %s' % language
                continue
            image = images[language]
            if int(image.get('width', 0)) > 1000 or int(image.get('height', 0)) > 700:
                yield '%s: larger than 1000 × 700' % image.text
            if not os.path.exists(os.path.join(SOURCE, 'data', 'screenshots', os.path.basename(image.text))):
                yield '%s: no such file in data/screenshots' % image.text
        for caption in shot.findall('caption'):
            if caption.text.endswith('.') or re.match(r'\d', caption.text):
                yield 'caption “%s”' % caption.text


@check
def flatpak():
    """Both flatpak manifests agree and ask for no more than they need"""
    release, devel = (read('flatpak/org.gigogne.Gigogne%s.yml' % s) for s in ('', '.Devel'))
    for text, name in ((release, 'release'), (devel, 'devel')):
        arguments = re.findall(r'^  - (--\S+)$', text, re.MULTILINE)
        if arguments != FINISH_ARGS:
            yield '%s: finish-args are %s' % (name, arguments)
        if 'separate-locales: false' not in text:
            yield name + ': separate-locales must be false'
    shared = [re.findall(r'^runtime-version:.*|^ +url:.*|^ +sha256:.*', t, re.MULTILINE) for t in (release, devel)]
    if shared[0] != shared[1]:
        yield 'they differ: %s' % shared


def options(*command):
    """The long options that a program lists."""
    code, output = run(*command, '--help')
    return set(re.findall(r'--[a-z-]+', output)) - {'--help-all', '--help-gapplication'} if code == 0 else set()


@check
def manuals():
    """The manual pages name every option and every command, in every language"""
    tool = os.path.join(BUILD, 'src', 'lesson-tool', 'gigogne-lesson')
    if not os.path.exists(tool):
        raise Skip('not built')
    commands = re.findall(r'^  gigogne-lesson (\w+)', run(tool, '--help')[1], re.MULTILINE)
    wanted = {'gigogne-lesson': set().union(*(options(tool, c) for c in commands)), 'gigogne': set()}
    # The window's program is asked without a display: its options are in the source.
    wanted['gigogne'] = {'--' + o for o in re.findall(r'^  \{ "([a-z-]+)", ', read('src/ui/app/gig-application.c'), re.MULTILINE)}
    if len(commands) < 6 or len(wanted['gigogne']) < 6:
        yield 'found no options'
    for folder in [''] + [language + '/' for language in LANGUAGES]:
        for program in wanted:
            page = read('data/man/%s%s.1' % (folder, program)).replace('\\-', '-')
            for option in sorted(wanted[program]):
                if not re.search(re.escape(option) + r'(?![a-z-])', page):
                    yield 'data/man/%s%s.1: no %s' % (folder, program, option)
        for command in commands:
            if '.SH ' + command.upper() not in read('data/man/%sgigogne-lesson.1' % folder):
                yield 'data/man/%sgigogne-lesson.1: no %s' % (folder, command)


if __name__ == '__main__':
    main()
