/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-presenter-keys.h"

#include <glib/gi18n.h>
#include <string.h>

/* X's keycodes of the keys 1 … 9, 0 of any layout's digit row. */
#define KEYCODE_1 10
#define KEYCODE_0 19

typedef struct
{
  const char          *name;      /* letters in lower case */
  int                  shift;     /* 1: only with, 0: only without, -1: either */
  GigPresenterCommand  command;
  guint                argument;
} Binding;

/* Clickers send Page_Down/Page_Up, some Right/Left or Down/Up; for black `b` or
 * `.`; to start F5 or Shift+F5, to end Escape. */
static const Binding bindings[] = {
  { "Page_Down", 1, GIG_PRESENTER_NEXT_STEP },
  { "Page_Up", 1, GIG_PRESENTER_PREVIOUS_STEP },
  { "Page_Down", 0, GIG_PRESENTER_NEXT },
  { "Page_Up", 0, GIG_PRESENTER_PREVIOUS },
  { "KP_Page_Down", -1, GIG_PRESENTER_NEXT },
  { "KP_Page_Up", -1, GIG_PRESENTER_PREVIOUS },
  { "Right", -1, GIG_PRESENTER_NEXT },
  { "Left", -1, GIG_PRESENTER_PREVIOUS },
  { "Down", -1, GIG_PRESENTER_NEXT },
  { "Up", -1, GIG_PRESENTER_PREVIOUS },
  { "KP_Right", -1, GIG_PRESENTER_NEXT },
  { "KP_Left", -1, GIG_PRESENTER_PREVIOUS },
  { "KP_Down", -1, GIG_PRESENTER_NEXT },
  { "KP_Up", -1, GIG_PRESENTER_PREVIOUS },
  { "space", 1, GIG_PRESENTER_PREVIOUS },
  { "space", 0, GIG_PRESENTER_NEXT },
  { "BackSpace", -1, GIG_PRESENTER_BACK },
  { "Home", -1, GIG_PRESENTER_FIRST },
  { "End", -1, GIG_PRESENTER_LAST },
  { "KP_Home", -1, GIG_PRESENTER_FIRST },
  { "KP_End", -1, GIG_PRESENTER_LAST },
  { "Return", -1, GIG_PRESENTER_ACCEPT },
  { "KP_Enter", -1, GIG_PRESENTER_ACCEPT },
  { "ISO_Enter", -1, GIG_PRESENTER_ACCEPT },
  { "Escape", -1, GIG_PRESENTER_CANCEL },
  { "F5", 1, GIG_PRESENTER_START_HERE },
  { "F5", 0, GIG_PRESENTER_START },
  { "b", -1, GIG_PRESENTER_BLACK },
  { "period", -1, GIG_PRESENTER_BLACK },
  { "KP_Decimal", -1, GIG_PRESENTER_BLACK },
  { "w", -1, GIG_PRESENTER_WHITE },
  { "f", -1, GIG_PRESENTER_FREEZE },
  { "Tab", -1, GIG_PRESENTER_OVERVIEW },
  { "ISO_Left_Tab", -1, GIG_PRESENTER_OVERVIEW },
  { "F1", -1, GIG_PRESENTER_HELP },
  { "question", -1, GIG_PRESENTER_HELP },
  { "Help", -1, GIG_PRESENTER_HELP },
  { "l", 1, GIG_PRESENTER_BOTH_LANGUAGES },
  { "l", 0, GIG_PRESENTER_FLIP_LANGUAGE },
  { "s", -1, GIG_PRESENTER_SWAP_SCREENS },
  { "z", -1, GIG_PRESENTER_ZOOM },
  { "c", -1, GIG_PRESENTER_CLEAR_INK },
  { "u", -1, GIG_PRESENTER_UNDO_INK },
  { "t", -1, GIG_PRESENTER_THEME },
  { "r", -1, GIG_PRESENTER_CURTAIN },
  { "F6", -1, GIG_PRESENTER_TOOL, GIG_PRESENTER_TOOL_NONE },
  { "F7", -1, GIG_PRESENTER_TOOL, GIG_PRESENTER_TOOL_LASER },
  { "F8", -1, GIG_PRESENTER_TOOL, GIG_PRESENTER_TOOL_PEN },
  { "F9", -1, GIG_PRESENTER_TOOL, GIG_PRESENTER_TOOL_ERASER },
  { "F10", -1, GIG_PRESENTER_TOOL, GIG_PRESENTER_TOOL_SPOTLIGHT },
  { "p", -1, GIG_PRESENTER_POINT },
  { "o", -1, GIG_PRESENTER_OPEN },
  { "q", -1, GIG_PRESENTER_QUESTION },
  { "v", -1, GIG_PRESENTER_REVEAL },
};

/* While a name is typed, letters are letters: only these keep a meaning. */
static const Binding pointing_bindings[] = {
  { "Page_Down", -1, GIG_PRESENTER_NEXT },
  { "Page_Up", -1, GIG_PRESENTER_PREVIOUS },
  { "KP_Page_Down", -1, GIG_PRESENTER_NEXT },
  { "KP_Page_Up", -1, GIG_PRESENTER_PREVIOUS },
  { "Right", -1, GIG_PRESENTER_NEXT },
  { "Left", -1, GIG_PRESENTER_PREVIOUS },
  { "Down", -1, GIG_PRESENTER_NEXT },
  { "Up", -1, GIG_PRESENTER_PREVIOUS },
  { "Tab", -1, GIG_PRESENTER_NEXT },
  { "ISO_Left_Tab", -1, GIG_PRESENTER_PREVIOUS },
  { "BackSpace", -1, GIG_PRESENTER_ERASE_LETTER },
  { "Return", -1, GIG_PRESENTER_ACCEPT },
  { "KP_Enter", -1, GIG_PRESENTER_ACCEPT },
  { "ISO_Enter", -1, GIG_PRESENTER_ACCEPT },
  { "Escape", -1, GIG_PRESENTER_CANCEL },
};

static const GigPresenterKeyHelp key_help[] = {
  { "F5", N_("Start from the first step") },
  { "Shift+F5", N_("Start from here") },
  { "Page_Down Right Down space", N_("Next") },
  { "Page_Up Left Up BackSpace", N_("Previous, or back from a detour") },
  { "Shift+Page_Down", N_("Next step, without the pauses") },
  { "Shift+Page_Up", N_("Previous step, without the pauses") },
  { "Home", N_("First step") },
  { "End", N_("Last step") },
  { "1 2 3 Return", N_("Go to the step of that number") },
  { "Tab", N_("All steps at a glance") },
  { "o", N_("Open any concept as a detour") },
  { "b period", N_("Black wall") },
  { "w", N_("White wall") },
  { "f", N_("Freeze the wall") },
  { "l", N_("Other language on the wall") },
  { "Shift+l", N_("Both languages on the wall") },
  { "t", N_("Light or dark wall") },
  { "z", N_("Zoom into a part of the wall") },
  { "r", N_("Curtain over the wall") },
  { "p", N_("Point at a set or model by its name") },
  /* Translators: the key that puts laser, pen and the like away */
  { "F6", N_("No tool") },
  { "F7", N_("Laser") },
  { "F8", N_("Pen") },
  { "F9", N_("Eraser") },
  { "F10", N_("Spotlight") },
  { "u", N_("Undo the last stroke of the pen") },
  { "c", N_("Clear the drawing") },
  { "q", N_("A question for the class") },
  { "v", N_("Reveal the answer") },
  { "s", N_("Swap the screens") },
  { "F1 question", N_("All keys") },
  { "Escape", N_("End what is under way, at last the show") },
};

static const Binding *
find_binding (const Binding         *table,
              guint                  n_bindings,
              const GigPresenterKey *key)
{
  gboolean shift = (key->modifiers & GIG_KEY_SHIFT) != 0;
  gboolean letter = strlen (key->name) == 1 && g_ascii_isalpha (*key->name);

  for (guint i = 0; i < n_bindings; i++)
    {
      const Binding *binding = &table[i];
      gboolean same = letter ? g_ascii_strcasecmp (binding->name, key->name) == 0
                             : g_str_equal (binding->name, key->name);

      if (same && (binding->shift < 0 || binding->shift == (shift ? 1 : 0)))
        return binding;
    }
  return NULL;
}

/* The digit of a key: by what it says, else by where it is; -1 for none. */
static int
get_digit (const GigPresenterKey *key)
{
  if (strlen (key->name) == 1 && g_ascii_isdigit (*key->name))
    return *key->name - '0';
  if (g_str_has_prefix (key->name, "KP_") && strlen (key->name) == 4 && g_ascii_isdigit (key->name[3]))
    return key->name[3] - '0';
  if (key->keycode >= KEYCODE_1 && key->keycode <= KEYCODE_0)
    return (int) (key->keycode - KEYCODE_1 + 1) % 10;
  return -1;
}

static gunichar
get_character (const GigPresenterKey *key)
{
  if (key->character != 0)
    return key->character;
  if (g_str_equal (key->name, "space"))
    return ' ';
  if (strlen (key->name) == 1)
    return (guchar) *key->name;
  return 0;
}

static GigPresenterCommand
map_pointing (const GigPresenterKey *key,
              guint                 *argument)
{
  const Binding *binding = find_binding (pointing_bindings, G_N_ELEMENTS (pointing_bindings), key);
  gunichar character = get_character (key);
  int digit = get_digit (key);

  if (binding != NULL)
    {
      *argument = binding->argument;
      return binding->command;
    }
  /* A name may hold digits, which AZERTY has shifted over signs; of those signs
   * only the hyphen stands in names. */
  if (g_unichar_isalnum (character) || character == '-' || (digit < 0 && g_unichar_isprint (character)))
    {
      *argument = character;
      return GIG_PRESENTER_LETTER;
    }
  if (digit >= 0)
    {
      *argument = (guint) ('0' + digit);
      return GIG_PRESENTER_LETTER;
    }
  return GIG_PRESENTER_IGNORE;
}

GigPresenterCommand
gig_presenter_map_key (const GigPresenterKey *key,
                       GigPresenterMode       mode,
                       guint                 *argument)
{
  const Binding *binding;
  int digit;

  g_return_val_if_fail (key != NULL && key->name != NULL, GIG_PRESENTER_NOTHING);
  g_return_val_if_fail (argument != NULL, GIG_PRESENTER_NOTHING);

  *argument = 0;
  if (key->modifiers & (GIG_KEY_CONTROL | GIG_KEY_ALT | GIG_KEY_SUPER))
    return GIG_PRESENTER_NOTHING;
  if (mode == GIG_PRESENTER_MODE_POINTING)
    return map_pointing (key, argument);

  binding = find_binding (bindings, G_N_ELEMENTS (bindings), key);
  if (mode == GIG_PRESENTER_MODE_OFF)
    return binding != NULL && (binding->command == GIG_PRESENTER_START
                               || binding->command == GIG_PRESENTER_START_HERE)
           ? binding->command : GIG_PRESENTER_NOTHING;
  if (binding != NULL)
    {
      *argument = binding->argument;
      return binding->command;
    }
  digit = get_digit (key);
  if (digit >= 0)
    {
      *argument = (guint) digit;
      return GIG_PRESENTER_DIGIT;
    }
  return GIG_PRESENTER_NOTHING;
}

const GigPresenterKeyHelp *
gig_presenter_get_key_help (guint *n_lines)
{
  g_return_val_if_fail (n_lines != NULL, NULL);

  *n_lines = G_N_ELEMENTS (key_help);
  return key_help;
}
