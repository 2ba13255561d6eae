/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-keyword.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gig-language.h"

#define CONTEXT "lesson keyword"

struct _GigKeywords
{
  GStrv forms[GIG_N_KEYWORDS];      /* folded: English, then those of the lesson's language */
  char *names[GIG_N_KEYWORDS];      /* as it is written in the lesson's language */
};

/* Longer texts are compared with no keyword. */
#define MAX_LENGTH 48

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

/* What people write instead; a slip of a letter is found without this. Folded. */
static const struct
{
  GigKeyword  keyword;
  const char *texts[18];
} mistaken[] = {
  { GIG_KEYWORD_KIND, { "type", "category", "set", "genre", "sorte", "categorie", "ensemble", "espece" } },
  { GIG_KEYWORD_A_KIND_OF,
    { "a sort of", "a type of", "kind of", "sort of", "type of", "is a", "is a kind of", "subset of", "une sorte de",
      "un type de", "une espece de", "un genre de", "cas particulier de", "sorte de", "type de", "est un", "est une",
      "sous-ensemble de" } },
  { GIG_KEYWORD_OVERLAPS, { "overlaps with", "intersects", "chevauche", "croise", "coupe" } },
  { GIG_KEYWORD_SPEAKER_NOTES,
    { "notes", "note", "teacher notes", "teacher’s notes", "presenter notes", "notes for the speaker",
      "notes for the teacher", "notes de presentation", "notes de l’orateur", "notes de l’oratrice",
      "notes du presentateur", "notes du professeur", "notes pour le professeur", "notes de l’enseignant",
      "notes pour l’enseignant", "notes de l’enseignante", "notes pour l’enseignante", "notes personnelles" } },
};

/* Nearly all that is compared is plain: a tenth of the work. (transfer full) */
static char *
fold_ascii (const char *text)
{
  char *folded = g_ascii_strdown (text, -1);

  for (char *p = folded; *p != '\0'; p++)
    if (g_ascii_isspace (*p))
      *p = ' ';

  return g_strstrip (folded);
}

/* In one case, without accents: “A propos de” is typed for “À propos de”. (transfer full) */
static char *
fold_any (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_NFKD);
  g_autofree char *folded = decomposed != NULL ? g_utf8_casefold (decomposed, -1) : g_utf8_casefold (text, -1);
  GString *plain = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\'')
        c = 0x2019;
      if (!g_unichar_ismark (c))
        g_string_append_unichar (plain, g_unichar_isspace (c) ? ' ' : c);
    }

  return g_strstrip (g_string_free_and_steal (plain));
}

static char *
fold (const char *text)
{
  return g_str_is_ascii (text) && strchr (text, '\'') == NULL ? fold_ascii (text) : fold_any (text);
}

static GStrv
fold_forms (const char *english,
            const char *own)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) forms = own != NULL ? g_strsplit (own, "|", -1) : NULL;

  g_strv_builder_take (builder, fold (english));
  for (guint i = 0; forms != NULL && forms[i] != NULL; i++)
    {
      if (*forms[i] != '\0')
        g_strv_builder_take (builder, fold (forms[i]));
    }

  return g_strv_builder_end (builder);
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
      self->names[i] = own != NULL ? g_strndup (own, strcspn (own, "|")) : g_strdup (keywords[i].name);
    }

  return self;
}

void
gig_keywords_free (GigKeywords *self)
{
  for (guint i = 0; i < GIG_N_KEYWORDS; i++)
    {
      g_strfreev (self->forms[i]);
      g_free (self->names[i]);
    }
  g_free (self);
}

gboolean
gig_keywords_match (const GigKeywords *self,
                    GigKeyword         keyword,
                    const char        *text)
{
  gboolean header = keyword == GIG_KEYWORD_MODEL || keyword == GIG_KEYWORD_EXAMPLE || keyword == GIG_KEYWORD_KIND
                    || keyword == GIG_KEYWORD_TERM;
  g_autofree char *folded = fold (text);
  gsize length = strlen (folded);

  if (g_strv_contains ((const char * const *) self->forms[keyword], folded))
    return TRUE;
  /* The header of a column may be in the plural. */
  if (!header || length < 2 || folded[length - 1] != 's')
    return FALSE;
  folded[length - 1] = '\0';

  return g_strv_contains ((const char * const *) self->forms[keyword], folded);
}

gboolean
gig_keywords_match_start (const GigKeywords *self,
                          GigKeyword         keyword,
                          const char        *text)
{
  g_autofree char *folded = fold (text);

  for (char **form = self->forms[keyword]; *form != NULL; form++)
    {
      const char *rest = folded + strlen (*form);

      if (g_str_has_prefix (folded, *form) && !g_unichar_isalnum (g_utf8_get_char (rest)))
        return TRUE;
    }

  return FALSE;
}

guint
gig_text_distance (const char *first,
                   const char *second)
{
  glong n_first, n_second;
  g_autofree gunichar *a = g_utf8_to_ucs4_fast (first, -1, &n_first);
  g_autofree gunichar *b = g_utf8_to_ucs4_fast (second, -1, &n_second);
  guint rows[3][MAX_LENGTH + 1];

  if (n_first > MAX_LENGTH || n_second > MAX_LENGTH)
    return G_MAXUINT;

  /* Letters changed, added, left out, or two swapped: optimal string alignment. */
  for (glong i = 0; i <= n_first; i++)
    for (glong j = 0; j <= n_second; j++)
      {
        guint *row = rows[i % 3], *above = rows[(i + 2) % 3], *higher = rows[(i + 1) % 3];

        if (i == 0 || j == 0)
          {
            row[j] = i + j;
            continue;
          }
        row[j] = MIN (above[j], row[j - 1]) + 1;
        row[j] = MIN (row[j], above[j - 1] + (a[i - 1] != b[j - 1]));
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          row[j] = MIN (row[j], higher[j - 2] + 1);
      }

  return rows[n_first % 3][n_second];
}

gboolean
gig_text_is_near (const char *text,
                  const char *wanted)
{
  g_autofree char *a = fold (text);
  g_autofree char *b = fold (wanted);
  glong length = g_utf8_strlen (b, -1);
  glong most = length >= 10 ? 3 : length >= 5 ? 2 : length >= 4 ? 1 : 0;

  /* Each letter more or less is one step. */
  return ABS (g_utf8_strlen (a, -1) - length) <= most && gig_text_distance (a, b) <= (guint) most;
}

gboolean
gig_keywords_is_near (const GigKeywords *self,
                      GigKeyword         keyword,
                      const char        *text)
{
  g_autofree char *folded = fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (mistaken); i++)
    for (guint j = 0; mistaken[i].keyword == keyword && j < G_N_ELEMENTS (mistaken[i].texts); j++)
      if (g_strcmp0 (mistaken[i].texts[j], folded) == 0)
        return TRUE;

  for (char **form = self->forms[keyword]; *form != NULL; form++)
    if (gig_text_is_near (folded, *form))
      return TRUE;

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
gig_keywords_get_name (const GigKeywords *self,
                       GigKeyword         keyword)
{
  return self->names[keyword];
}
