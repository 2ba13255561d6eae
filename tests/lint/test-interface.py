#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Blueprints, icons, resources and settings."""
import glob
import os
import re
import tempfile
import xml.etree.ElementTree as ElementTree

from lint import Skip, check, files, lines, main, read, run

SCHEMA = 'data/org.gigogne.Gigogne.gschema.xml'
ICON = re.compile(r'"([a-z0-9]+(?:-[a-z0-9]+)*-symbolic)"')
RESOURCE = re.compile(r'"(?:resource://)?(/org/gigogne/Gigogne/[^"%]+\.(?:ui|css|svg|md|mo|png))"')
SETTING = re.compile(r'g_settings_(?:get|set|bind|create_action|reset|get_user_value)\w*\s*\([^,()]+(?:\([^()]*\))?,\s*"([a-z-]+)"')


def compiled():
    """(blueprint, root element) of every Blueprint."""
    blueprints = files('.blp', under='src')
    if not blueprints:
        return
    with tempfile.TemporaryDirectory() as folder:
        code, output = run('blueprint-compiler', 'batch-compile', folder, 'src', *blueprints)
        if code:
            raise RuntimeError(output)
        for path in blueprints:
            ui = os.path.join(folder, os.path.relpath(path, 'src'))[:-4] + '.ui'
            yield path, ElementTree.parse(ui).getroot()


@check
def blueprint_format():
    """Blueprints are formatted as blueprint-compiler formats them"""
    blueprints = files('.blp', under='src')
    if blueprints:
        code, output = run('blueprint-compiler', 'format', '--no-diff', *blueprints)
        if code:
            yield output + '\nblueprint-compiler format --fix does it.'


@check
def translatable_objects():
    """Every object with a translatable property has an id, so that it can follow the language"""
    for path, root in compiled():
        for element in list(root.iter('object')) + list(root.iter('template')):
            texts = [p.text for p in element.findall('property') + element.findall('accessibility/property')
                     if p.get('translatable') == 'yes']
            if texts and not element.get('id') and element.tag == 'object':
                yield '%s: %s with “%s” has no id' % (path, element.get('class'), texts[0])


@check
def translatable_elsewhere():
    """Nothing translatable stands where the language switch cannot reach it"""
    for path, root in compiled():
        if root.get('domain'):
            yield path + ': has a translation domain'
        for tag in ('item', 'attribute', 'col', 'mark'):
            for element in root.iter(tag):
                if element.get('translatable') == 'yes':
                    yield '%s: “%s” in a <%s>: make it in code, for a language' % (path, element.text, tag)


@check
def template_children():
    """Template children are bound once, by gig_widget_class_bind_child ()"""
    for path in files('.c', under='src/ui'):
        if 'gtk_widget_class_bind_template_child (' in read(path):
            yield path + ': gtk_widget_class_bind_template_child () binds again what the language switch binds'


@check
def icons():
    """Every icon that is named exists"""
    have = {os.path.splitext(os.path.basename(p))[0] for p in files('.svg')}
    system = glob.glob('/usr/share/icons/Adwaita/**/*-symbolic.svg', recursive=True)
    if not system:
        raise Skip('the Adwaita icon theme is not installed')
    have |= {os.path.splitext(os.path.basename(p))[0] for p in system}
    for library in glob.glob('/usr/lib/*/libgtk-4.so.1') + glob.glob('/usr/lib*/libgtk-4.so.1'):
        _, listing = run('gresource', 'list', library)
        have |= {os.path.splitext(os.path.basename(p))[0] for p in listing.split()}
    for path in files('.c', '.blp', under='src'):
        for number, line in lines(path):
            for name in ICON.findall(line):
                if name not in have:
                    yield '%s:%d: there is no icon “%s”' % (path, number, name)


@check
def resources():
    """Every resource that is named is compiled in"""
    listed = set()
    for path in files('.gresource.xml', under='src'):
        for group in ElementTree.fromstring(read(path)).iter('gresource'):
            for entry in group.iter('file'):
                listed.add(group.get('prefix') + '/' + (entry.get('alias') or entry.text))
    for path in files('.c', '.blp', under='src'):
        for number, line in lines(path):
            for name in RESOURCE.findall(line):
                if name not in listed and not name.startswith(('/org/gigogne/Gigogne/lessons/',
                                                               '/org/gigogne/Gigogne/locale/')):
                    yield '%s:%d: no resource %s' % (path, number, name)


@check
def schema():
    """The settings schema compiles strictly and every key says what it is for"""
    code, output = run('glib-compile-schemas', '--strict', '--dry-run', 'data')
    if code:
        yield output
    for key in ElementTree.fromstring(read(SCHEMA)).iter('key'):
        if not key.findtext('summary'):
            yield key.get('name') + ': no summary'


@check
def settings():
    """Every setting that is read exists, and none is there for nothing"""
    keys = {k.get('name') for k in ElementTree.fromstring(read(SCHEMA)).iter('key')}
    sources = {p: read(p) for p in files('.c', '.blp', under='src')}
    for path, text in sources.items():
        for name in SETTING.findall(text):
            if name not in keys:
                yield '%s: there is no setting “%s”' % (path, name)
    everything = '\n'.join(sources.values())
    for key in sorted(keys):
        if '"%s"' % key not in everything:
            yield 'the setting “%s” is used nowhere' % key


if __name__ == '__main__':
    main()
