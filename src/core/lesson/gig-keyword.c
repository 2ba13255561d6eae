/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-keyword.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gig-language.h"

#define CONTEXT "lesson keyword"

struct _GigKeywords
{
  GStrv forms[GIG_N_KEYWORDS];   /* case-folded: English, then those of the lesson's language */
};

/* The French stands here too, as a lesson is also read where there is no catalogue. A bar
 * parts the forms of a word that has several. */
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
  /* Translators: the column of a table of models that says what goes into one: “text, image” */
  [GIG_KEYWORD_IN] = { NC_("lesson keyword", "In"), "Entrée|Entrées" },
  /* Translators: the column of a table of models that says what comes out of one */
  [GIG_KEYWORD_OUT] = { NC_("lesson keyword", "Out"), "Sortie|Sorties" },
  /* Translators: the column of a table of models that says when its facts were checked. A bar
   * may part several forms of a keyword. */
  [GIG_KEYWORD_AS_OF] = { NC_("lesson keyword", "As of"), "À jour en|À jour au|Au" },
};

static GStrv
fold_forms (const char *english,
            const char *own)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) forms = own != NULL ? g_strsplit (own, "|", -1) : NULL;

  g_strv_builder_take (builder, g_utf8_casefold (english, -1));
  for (guint i = 0; forms != NULL && forms[i] != NULL; i++)
    {
      if (*forms[i] != '\0')
        g_strv_builder_take (builder, g_utf8_casefold (forms[i], -1));
    }

  return g_strv_builder_end (builder);
}

static char *
fold_text (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  return g_utf8_casefold (stripped, -1);
}

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

      self->forms[i] = fold_forms (keywords[i].name, own);
    }

  return self;
}

void
gig_keywords_free (GigKeywords *self)
{
  for (guint i = 0; i < GIG_N_KEYWORDS; i++)
    g_strfreev (self->forms[i]);
  g_free (self);
}

gboolean
gig_keywords_match (const GigKeywords *self,
                    GigKeyword         keyword,
                    const char        *text)
{
  g_autofree char *folded = fold_text (text);

  return g_strv_contains ((const char * const *) self->forms[keyword], folded);
}

gboolean
gig_keywords_match_start (const GigKeywords *self,
                          GigKeyword         keyword,
                          const char        *text)
{
  g_autofree char *folded = fold_text (text);

  for (char **form = self->forms[keyword]; *form != NULL; form++)
    {
      const char *rest = folded + strlen (*form);

      if (g_str_has_prefix (folded, *form) && !g_unichar_isalnum (g_utf8_get_char (rest)))
        return TRUE;
    }

  return FALSE;
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
