/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-keyword.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gig-language.h"

#define CONTEXT "lesson keyword"

struct _GigKeywords
{
  char *forms[GIG_N_KEYWORDS][2];   /* case-folded: English, the lesson's language or NULL */
};

/* The French stands here too, as a lesson is also read where there is no catalogue. */
static const struct
{
  const char *name;
  const char *french;
} keywords[GIG_N_KEYWORDS] = {
  [GIG_KEYWORD_MODEL] = { NC_("lesson keyword", "Model"), "Modèle" },
  [GIG_KEYWORD_EXAMPLE] = { NC_("lesson keyword", "Example"), "Exemple" },
  [GIG_KEYWORD_KIND] = { NC_("lesson keyword", "Kind"), "Type" },
  [GIG_KEYWORD_A_KIND_OF] = { NC_("lesson keyword", "A kind of"), "Un cas particulier de" },
  [GIG_KEYWORD_OVERLAPS] = { NC_("lesson keyword", "Overlaps"), "Recoupe" },
  [GIG_KEYWORD_TOUR] = { NC_("lesson keyword", "Tour"), "Parcours" },
  [GIG_KEYWORD_QUIZ] = { NC_("lesson keyword", "Quiz"), "Quiz" },
  [GIG_KEYWORD_ABOUT] = { NC_("lesson keyword", "About"), "À propos de" },
  [GIG_KEYWORD_TERM] = { NC_("lesson keyword", "Term"), "Terme" },
  [GIG_KEYWORD_SPEAKER_NOTES] = { NC_("lesson keyword", "Speaker notes"), "Notes" },
};

static gboolean
is_language (const char *language,
             const char *code)
{
  gsize length = strlen (code);

  return strncmp (language, code, length) == 0 && !g_ascii_isalpha (language[length]);
}

GigKeywords *
gig_keywords_new (const char *language)
{
  GigKeywords *self = g_new0 (GigKeywords, 1);
  g_autoptr (GigLanguageSet) set = NULL;
  GigCatalogue *catalogue = NULL;

  if (!is_language (language, "en") && !is_language (language, "fr"))
    {
      set = gig_language_set_new_from_resources ();
      catalogue = gig_language_set_get_catalogue (set, language);
    }

  for (guint i = 0; i < GIG_N_KEYWORDS; i++)
    {
      const char *own = NULL;

      if (is_language (language, "fr"))
        own = keywords[i].french;
      else if (catalogue != NULL)
        own = gig_catalogue_lookup (catalogue, CONTEXT, keywords[i].name);

      self->forms[i][0] = g_utf8_casefold (keywords[i].name, -1);
      self->forms[i][1] = own != NULL ? g_utf8_casefold (own, -1) : NULL;
    }

  return self;
}

void
gig_keywords_free (GigKeywords *self)
{
  for (guint i = 0; i < GIG_N_KEYWORDS; i++)
    {
      g_free (self->forms[i][0]);
      g_free (self->forms[i][1]);
    }
  g_free (self);
}

gboolean
gig_keywords_match (const GigKeywords *self,
                    GigKeyword         keyword,
                    const char        *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *folded = g_utf8_casefold (stripped, -1);

  return strcmp (folded, self->forms[keyword][0]) == 0 || g_strcmp0 (folded, self->forms[keyword][1]) == 0;
}

const char *
gig_keywords_skip_prefix (const GigKeywords *self,
                          GigKeyword         keyword,
                          const char        *text)
{
  const char *colon = strchr (text, ':');
  const char *end = colon;
  g_autofree char *before = NULL;

  /* The longest keyword has 21 letters; French puts a no-break space before the colon. */
  if (colon == NULL || colon - text > 64)
    return NULL;
  while (end > text)
    {
      const char *previous = g_utf8_find_prev_char (text, end);

      if (previous == NULL || !g_unichar_isspace (g_utf8_get_char (previous)))
        break;
      end = previous;
    }

  before = g_strndup (text, end - text);
  if (!gig_keywords_match (self, keyword, before))
    return NULL;

  return colon + 1;
}

const char *
gig_keyword_get_name (GigKeyword keyword)
{
  return keywords[keyword].name;
}
