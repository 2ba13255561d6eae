#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""startup.py FLOOR GIGOGNE: what it takes from exec to the first frame, beside a bare window and a peer.

Two gates: instructions (which noise does not move) and peak memory, both against the bare window of
the same run. Times are printed for people."""
import os
import re
import shutil
import statistics
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'ui'))
from session import Session  # noqa: E402

RUNS = 5
COUNTS = 3  # GTK reads the icon theme once or twice, as its threads happen to run: the least is what is needed
MOST_INSTRUCTIONS = 1.5  # times the bare window's
MOST_MEMORY = 30  # MiB above the bare window's


def descendant_cpu(pid):
    """ms of processor time so far."""
    with open('/proc/%d/stat' % pid, encoding='utf-8') as f:
        fields = f.read().rsplit(')', 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf('SC_CLK_TCK')


def until_window(session, process, timeout):
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        if session.views():
            return
        if process.poll() is not None:
            raise RuntimeError('ended with %s before it showed a window' % process.returncode)
        time.sleep(0.002)
    raise RuntimeError('no window in %d s' % timeout)


def finish(process):
    process.terminate()
    process.wait(120)


def start(session, command):
    """(ms until the window, ms of processor, MiB at the highest)"""
    begin = time.monotonic()
    process = session.spawn(command, 'program.log')
    until_window(session, process, 60)
    wall = (time.monotonic() - begin) * 1000
    cpu = descendant_cpu(process.pid)
    session.settle()
    with open('/proc/%d/status' % process.pid, encoding='utf-8') as f:
        memory = next(int(line.split()[1]) for line in f if line.startswith('VmHWM')) / 1024
    finish(process)
    return wall, cpu, memory


def instructions(session, command):
    """Millions of instructions until the first frame."""
    output = os.path.join(session.base, 'callgrind.out')
    process = session.spawn(['valgrind', '--tool=callgrind', '--callgrind-out-file=' + output, *command],
                            'callgrind.log')
    until_window(session, process, 600)
    finish(process)
    with open(output, encoding='utf-8') as f:
        return int(re.search(r'^(?:summary|totals): (\d+)', f.read(), re.MULTILINE).group(1)) / 1e6


def count(command):
    with Session(accessible=False) as session:
        return instructions(session, command)


def main():
    programs = {'bare window': [sys.argv[1]], 'gigogne': [sys.argv[2]]}
    if shutil.which('gnome-text-editor'):
        programs['gnome-text-editor'] = ['gnome-text-editor', '--standalone']
    figures = {}
    print('%-20s %12s %8s %8s %14s' % ('', 'first frame', 'CPU', 'peak', 'instructions'))
    for name, command in programs.items():
        runs = []
        for _ in range(RUNS + 1):
            with Session(accessible=False) as session:
                runs.append(start(session, command))
        counted = min(count(command) for _ in range(COUNTS))
        wall, cpu, memory = (statistics.median(column) for column in zip(*runs[1:]))
        figures[name] = counted, memory
        print('%-20s %9.0f ms %5.0f ms %4.0f MiB %12.0f M' % (name, wall, cpu, memory, counted), flush=True)

    ratio = figures['gigogne'][0] / figures['bare window'][0]
    more = figures['gigogne'][1] - figures['bare window'][1]
    print('instructions: %.2f times the bare window’s (at most %.1f)' % (ratio, MOST_INSTRUCTIONS))
    print('memory: %.0f MiB above the bare window (at most %d)' % (more, MOST_MEMORY))
    return int(ratio > MOST_INSTRUCTIONS or more > MOST_MEMORY)


if __name__ == '__main__':
    try:
        sys.exit(main())
    except (RuntimeError, subprocess.SubprocessError) as error:
        sys.exit('startup: %s' % error)
