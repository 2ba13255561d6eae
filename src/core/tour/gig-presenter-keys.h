/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a key, a clicker, a button or a menu asks of the presenter. */
typedef enum
{
  GIG_PRESENTER_NOTHING,        /* the key is not the presenter's: let it pass */
  GIG_PRESENTER_IGNORE,         /* the presenter's, but without effect now */
  GIG_PRESENTER_START,          /* the show, from the first step */
  GIG_PRESENTER_START_HERE,
  GIG_PRESENTER_NEXT,
  GIG_PRESENTER_PREVIOUS,
  GIG_PRESENTER_NEXT_STEP,      /* without the pauses between */
  GIG_PRESENTER_PREVIOUS_STEP,
  GIG_PRESENTER_FIRST,
  GIG_PRESENTER_LAST,
  GIG_PRESENTER_BACK,           /* from a detour; else previous */
  GIG_PRESENTER_DIGIT,          /* argument: 0–9 */
  GIG_PRESENTER_ACCEPT,         /* Enter: goes to the step typed, takes the name typed */
  GIG_PRESENTER_CANCEL,         /* Escape: leaves what is innermost, at last the show */
  GIG_PRESENTER_BLACK,
  GIG_PRESENTER_WHITE,
  GIG_PRESENTER_FREEZE,
  GIG_PRESENTER_OVERVIEW,
  GIG_PRESENTER_HELP,
  GIG_PRESENTER_FLIP_LANGUAGE,  /* of the wall */
  GIG_PRESENTER_BOTH_LANGUAGES,
  GIG_PRESENTER_SWAP_SCREENS,
  GIG_PRESENTER_ZOOM,
  GIG_PRESENTER_CLEAR_INK,
  GIG_PRESENTER_UNDO_INK,
  GIG_PRESENTER_THEME,
  GIG_PRESENTER_CURTAIN,
  GIG_PRESENTER_TOOL,           /* argument: a GigPresenterTool */
  GIG_PRESENTER_POINT,          /* point at, by name */
  GIG_PRESENTER_LETTER,         /* argument: a character of the name */
  GIG_PRESENTER_ERASE_LETTER,
  GIG_PRESENTER_OPEN,           /* any concept, as a detour */
  GIG_PRESENTER_QUESTION,       /* a question for the class, or back from it */
  GIG_PRESENTER_REVEAL,         /* its answer */
} GigPresenterCommand;

typedef enum
{
  GIG_PRESENTER_TOOL_NONE,
  GIG_PRESENTER_TOOL_LASER,
  GIG_PRESENTER_TOOL_PEN,
  GIG_PRESENTER_TOOL_ERASER,
  GIG_PRESENTER_TOOL_SPOTLIGHT,
} GigPresenterTool;

/* What the presenter is at, as far as keys are concerned. */
typedef enum
{
  GIG_PRESENTER_MODE_OFF,       /* no show is running */
  GIG_PRESENTER_MODE_STEPS,
  GIG_PRESENTER_MODE_POINTING,  /* a name is being typed */
} GigPresenterMode;

/* The same bits as GdkModifierType's, which core cannot see. */
typedef enum
{
  GIG_KEY_SHIFT   = 1 << 0,
  GIG_KEY_CONTROL = 1 << 2,
  GIG_KEY_ALT     = 1 << 3,
  GIG_KEY_SUPER   = 1 << 26,
} GigKeyModifiers;

typedef struct
{
  const char *name;         /* gdk_keyval_name(): `Page_Down`, `b`, `eacute` */
  guint       keycode;      /* the hardware's, X's numbering (evdev + 8): 10–19 are the digits */
  gunichar    character;    /* gdk_keyval_to_unicode(), or 0 */
  guint       modifiers;    /* GigKeyModifiers; other bits do not matter */
} GigPresenterKey;

/**
 * gig_presenter_map_key:
 * @argument: (out): of the command
 *
 * What @key means: one table, no state but @mode. Every function is on a key
 * that QWERTY and AZERTY reach unshifted; digits are known by their place too.
 */
GigPresenterCommand gig_presenter_map_key   (const GigPresenterKey *key,
                                             GigPresenterMode       mode,
                                             guint                 *argument);

/* One line of the list of keys. */
typedef struct
{
  const char *keys;         /* names as in GigPresenterKey, with blanks between: `Page_Down Right space` */
  const char *description;  /* N_(), for gig_language_gettext() */
} GigPresenterKeyHelp;

/* All keys, for F1 and for the manual. */
const GigPresenterKeyHelp *gig_presenter_get_key_help (guint *n_lines);

G_END_DECLS
