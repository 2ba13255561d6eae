/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What comments and HTML tags say to the reader. */

#include "gig-lesson-build.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *
get_argument (const char *text,
              const char *name)
{
  gsize length = strlen (name);

  while (g_ascii_isspace (*text))
    text++;
  if (strncmp (text, name, length) != 0 || (text[length] != '\0' && !g_ascii_isspace (text[length])))
    return NULL;
  text += length;
  while (g_ascii_isspace (*text))
    text++;

  return text;
}

static const char *
keep (GigLessonBuild *build,
      const char     *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return gig_arena_strdup (build->lesson->arena, stripped);
}

/* The room doubles: full whenever the number with its end is a power of two. */
static void
add_ledger_id (GigLessonBuild *build,
               const char     *id)
{
  GigDirectives *directives = &build->directives;
  gsize used = (gsize) directives->n_ledger + 1;

  if ((used & (used - 1)) == 0)
    {
      const char **ledger = gig_arena_alloc (build->lesson->arena, 2 * used * sizeof (char *));

      if (directives->ledger != NULL)
        memcpy (ledger, directives->ledger, used * sizeof (char *));
      directives->ledger = ledger;
    }
  directives->ledger[directives->n_ledger++] = id;
  directives->ledger[directives->n_ledger] = NULL;
}

static void
add_ledger (GigLessonBuild *build,
            const char     *text)
{
  g_auto (GStrv) ids = g_strsplit_set (text, " ,\t\r\n", -1);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      if (*ids[i] != '\0')
        add_ledger_id (build, keep (build, ids[i]));
    }
}

void
gig_lesson_build_comment (GigLessonBuild *build,
                          const char     *text,
                          guint           line)
{
  const char *argument;

  if ((argument = get_argument (text, "i18n:comment")) != NULL)
    build->directives.comment = keep (build, argument);
  else if ((argument = get_argument (text, "i18n:context")) != NULL)
    build->directives.context = keep (build, argument);
  else if (get_argument (text, "i18n:skip") != NULL)
    build->directives.skip = TRUE;
  else if ((argument = get_argument (text, "ledger:")) != NULL)
    add_ledger (build, argument);
  else if ((argument = get_argument (text, "id:")) != NULL)
    {
      const char *id = keep (build, argument);

      if (g_hash_table_contains (build->taken_ids, id))
        gig_lesson_build_report (build, GIG_SEVERITY_ERROR, line, 1, N_("there are two ids “%s”"),
                                 N_("choose another one for one of them"), id, NULL);
      else
        {
          g_hash_table_add (build->taken_ids, (gpointer) id);
          build->directives.anchor = id;
          if (build->concept != NULL)
            g_hash_table_insert (build->lesson->ids, (gpointer) id, build->concept);
        }
    }
  else if (g_str_has_prefix (text, " i18n:"))
    gig_lesson_build_report (build, GIG_SEVERITY_WARNING, line, 1, N_("“%s” is not an instruction for translators"),
                             N_("write i18n:comment, i18n:context or i18n:skip"), keep (build, text), NULL);
}

void
gig_lesson_build_take_directives (GigLessonBuild *build,
                                  GigBlock       *block)
{
  if (block != NULL)
    {
      block->anchor = build->directives.anchor;
      block->ledger = build->directives.ledger;
    }
  build->directives = (GigDirectives) { 0 };
}

/* `<a id="x">` and `name="x"`: targets for links in ordinary Markdown files. */
void
gig_lesson_build_note_anchors (GigLessonBuild *build,
                               const char     *html)
{
  static const char * const names[] = { " id=", " name=" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      for (const char *p = strstr (html, names[i]); p != NULL; p = strstr (p + 1, names[i]))
        {
          const char *start = p + strlen (names[i]);
          gsize length;

          if (*start != '"' && *start != '\'')
            continue;
          length = strcspn (start + 1, *start == '"' ? "\"" : "'");
          g_hash_table_add (build->anchors, gig_arena_strndup (build->scratch, start + 1, length));
        }
    }
}
