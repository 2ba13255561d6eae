/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-lesson.h"

/* A lesson as text that is the same for the same lesson: (transfer full). */
char *lesson_dump (GigLesson *lesson);
