/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-wall-pages.h"

#include <math.h>
#include <string.h>

#include "gig-step-content.h"
#include "gig-wall-layout.h"

/* Pieces that one sentence is cut into at most. */
#define MAX_PIECES 6

struct _GigWallPages
{
  grefcount           ref_count;
  const char * const *languages;    /* of the lesson */
  GPtrArray          *pages;        /* (element-type GStrv): a text for every language */
  GArray             *headlines;    /* (element-type gboolean): one for every page */
  guint               n_cut;        /* sentences in pieces */
  gboolean            fits;
};

/* --- Words of a block --- */

static void
append_children (GString    *string,
                 GigLesson  *lesson,
                 GigBlock   *block,
                 const char *language)
{
  GPtrArray *children = gig_block_get_children (block);

  for (guint i = 0; i < children->len; i++)
    {
      g_autofree char *text = gig_wall_get_block_text (lesson, g_ptr_array_index (children, i), language);

      if (*text == '\0')
        continue;
      if (string->len > 0)
        g_string_append (string, gig_block_get_block_type (block) == GIG_BLOCK_LIST ? "\n" : " ");
      if (gig_block_get_block_type (block) == GIG_BLOCK_LIST)
        g_string_append (string, "• ");
      g_string_append (string, text);
    }
}

char *
gig_wall_get_block_text (GigLesson  *lesson,
                         GigBlock   *block,
                         const char *language)
{
  GString *string = g_string_new (NULL);
  const GigMessage *message = gig_block_get_message (block);

  if (message != NULL)
    {
      g_autofree char *text = gig_lesson_get_plain_text (lesson, message, language);

      g_string_append (string, text);
    }
  append_children (string, lesson, block, language);

  return g_string_free (string, FALSE);
}

/* --- Cutting texts --- */

static gboolean
is_closing (gunichar c)
{
  return c == 0x201d || c == 0xbb || c == ')' || c == '"' || c == 0xa0 || c == 0x202f;
}

/* The last letter or mark before @p, without quotes, brackets and blanks. */
static gunichar
get_mark_before (const char *text,
                 const char *p)
{
  const char *q = g_utf8_find_prev_char (text, p);

  while (q != NULL && (is_closing (g_utf8_get_char (q)) || *q == ' '))
    q = g_utf8_find_prev_char (text, q);

  return q != NULL ? g_utf8_get_char (q) : 0;
}

static gboolean
ends_sentence (const char *text,
               const char *blank)
{
  gunichar mark = get_mark_before (text, blank);

  return (mark == '.' || mark == '?' || mark == '!' || mark == 0x2026) && !g_unichar_islower (g_utf8_get_char (blank + 1));
}

GArray *
gig_wall_split_sentences (const char *text)
{
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (guint));
  guint length;

  g_return_val_if_fail (text != NULL, ends);

  length = (guint) strlen (text);
  for (guint i = 0; i < length; i++)
    if (text[i] == '\n' || (text[i] == ' ' && ends_sentence (text, text + i)))
      g_array_append_vals (ends, &i, 1);
  if (ends->len == 0 || g_array_index (ends, guint, ends->len - 1) < length)
    g_array_append_vals (ends, &length, 1);

  return ends;
}

/* Words that begin a clause; a language without any is cut at its commas. */
static gboolean
begins_clause (const char *p)
{
  static const char * const words[] = {
    "and ", "but ", "or ", "because ", "which ", "that ", "when ", "while ", "where ", "if ",
    "et ", "mais ", "ou ", "parce ", "qui ", "que ", "dont ", "quand ", "où ", "si ", "pour ",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (strncmp (p, words[i], strlen (words[i])) == 0)
      return TRUE;

  return FALSE;
}

/* How bad it is to cut at the blank @p; in parts of a piece. */
static double
cut_penalty (const char *text,
             const char *p)
{
  gunichar mark = get_mark_before (text, p);

  if (mark == 0)
    return 1;
  if (mark == ';' || mark == ':')
    return 0.1;
  if (mark == ',' || mark == 0x2013)
    return 0.2;

  return begins_clause (p + 1) ? 0.3 : 0.6;
}

static const char *
find_cut (const char *text,
          const char *start,
          double      target,
          double      piece)
{
  const char *best = NULL;
  double best_cost = G_MAXDOUBLE;

  for (const char *p = start; *p != '\0'; p++)
    {
      double cost;

      if (*p != ' ')
        continue;
      cost = fabs ((double) (p - text) - target) / MAX (piece, 1) + cut_penalty (text, p);
      if (cost < best_cost)
        {
          best_cost = cost;
          best = p;
        }
    }

  return best;
}

GStrv
gig_wall_split_clauses (const char *text,
                        guint       n_pieces)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  const char *start = text;
  double piece;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (n_pieces > 0, NULL);

  piece = (double) strlen (text) / n_pieces;
  for (guint i = 1; i < n_pieces; i++)
    {
      const char *cut = find_cut (text, start, i * piece, piece);

      if (cut == NULL)
        cut = start + strlen (start);
      g_strv_builder_take (builder, g_strndup (start, (gsize) (cut - start)));
      start = *cut == ' ' ? cut + 1 : cut;
    }
  g_strv_builder_add (builder, start);

  return g_strv_builder_end (builder);
}

/* --- Sentences side by side --- */

/* Everything that a part says, while it is being cut. */
typedef struct
{
  const GigWallRoom *room;
  PangoContext      *context;
  guint              n_languages;
  char             **headlines;
  char             **texts;
  GArray           **ends;      /* (element-type guint): of each language's units, as many in all */
  gboolean           with_area;
} Source;

/* Where @ends has more sentences than @n, those nearest to the @wanted shares stay. */
static void
merge_ends (GArray *ends,
            guint   n,
            GArray *wanted)
{
  double length = g_array_index (ends, guint, ends->len - 1);
  double wanted_length = g_array_index (wanted, guint, wanted->len - 1);
  guint from = 0;

  for (guint i = 0; i + 1 < n; i++)
    {
      double share = g_array_index (wanted, guint, i) / wanted_length;
      guint best = from;

      /* The units still to come need an end each. */
      for (guint j = from; j + (n - i) <= ends->len; j++)
        if (fabs (g_array_index (ends, guint, j) / length - share) < fabs (g_array_index (ends, guint, best) / length - share))
          best = j;
      g_array_index (ends, guint, i) = g_array_index (ends, guint, best);
      from = best + 1;
    }
  g_array_index (ends, guint, n - 1) = (guint) length;
  g_array_set_size (ends, n);
}

static guint
align_sentences (Source *source)
{
  guint fewest = 0;

  for (guint i = 0; i < source->n_languages; i++)
    {
      source->ends[i] = gig_wall_split_sentences (source->texts[i]);
      if (source->ends[i]->len < source->ends[fewest]->len)
        fewest = i;
    }
  for (guint i = 0; i < source->n_languages; i++)
    if (source->ends[i]->len > source->ends[fewest]->len)
      merge_ends (source->ends[i], source->ends[fewest]->len, source->ends[fewest]);

  return source->n_languages > 0 ? source->ends[0]->len : 0;
}

/* Units @from to @to of a language. (transfer full) */
static char *
get_units (const Source *source,
           guint         language,
           guint         from,
           guint         to)
{
  guint start = from > 0 ? g_array_index (source->ends[language], guint, from - 1) + 1 : 0;
  guint end = g_array_index (source->ends[language], guint, to);

  return g_strndup (source->texts[language] + start, end - start);
}

/* --- Whether they fit --- */

/* Whether the words are not too many: a step is not read, it is spoken. A sentence
 * in two halves would be worse than a long one. */
static gboolean
has_few_words (const Source *source,
               GStrv         page,
               gboolean      headline,
               gboolean      single)
{
  guint limit = source->room->both && !single ? GIG_STEP_MAX_WORDS_BOTH : GIG_STEP_MAX_WORDS;

  for (guint i = 0; i < source->n_languages; i++)
    if (gig_count_words (page[i]) + (headline ? gig_count_words (source->headlines[i]) : 0) > limit)
      return FALSE;

  return TRUE;
}

/* @smaller: whether in smaller letters, too */
static gboolean
page_fits (const Source *source,
           GStrv         page,
           gboolean      headline,
           gboolean      smaller)
{
  for (guint i = 0; i < source->n_languages; i++)
    {
      GigWallTexts texts[2];
      guint n_texts = 0;
      g_autoptr(GigWallLayout) layout = NULL;

      texts[n_texts++] = (GigWallTexts) { headline ? source->headlines[i] : NULL, page[i], NULL };
      for (guint j = 0; source->room->both && j < source->n_languages && n_texts < 2; j++)
        if (j != i)
          texts[n_texts++] = (GigWallTexts) { headline ? source->headlines[j] : NULL, page[j], NULL };
      layout = gig_wall_layout_new (source->context, 1080 * source->room->aspect, 1080, source->room->x_height,
                                    texts, n_texts, source->with_area);
      if (!layout->fits || (!smaller && layout->body_scale < 1))
        return FALSE;
    }

  return TRUE;
}

/* --- Pages --- */

static void
add_page (GigWallPages *self,
          GStrv         page,
          gboolean      headline)
{
  g_ptr_array_add (self->pages, page);
  g_array_append_vals (self->headlines, &headline, 1);
}

static GStrv
create_page (const Source *source,
             guint         from,
             guint         to)
{
  GStrv page = g_new0 (char *, source->n_languages + 1);

  for (guint i = 0; i < source->n_languages; i++)
    page[i] = get_units (source, i, from, to);

  return page;
}

/* Adds the longest run of units from @from that fits, or one unit in smaller letters.
 * Returns the next one; @from if there is none. */
static guint
add_run (GigWallPages *self,
         const Source *source,
         guint         from,
         guint         n_units,
         gboolean      headline)
{
  for (guint to = n_units; to > from; to--)
    {
      gboolean single = to == from + 1;
      GStrv page = create_page (source, from, to - 1);

      if (has_few_words (source, page, headline, single) &&
          page_fits (source, page, headline, single))
        {
          add_page (self, page, headline);
          return to;
        }
      g_strfreev (page);
    }

  return from;
}

/* The pieces of unit @index: one GStrv a piece. */
static GPtrArray *
create_pieces (const Source *source,
               guint         index,
               guint         n_pieces)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint k = 0; k < n_pieces; k++)
    g_ptr_array_add (pieces, g_new0 (char *, source->n_languages + 1));
  for (guint i = 0; i < source->n_languages; i++)
    {
      g_autofree char *text = get_units (source, i, index, index);
      g_auto(GStrv) parts = gig_wall_split_clauses (text, n_pieces);

      for (guint k = 0; k < n_pieces; k++)
        {
          GStrv piece = g_ptr_array_index (pieces, k);

          piece[i] = g_strconcat (k > 0 ? "…\302\240" : "", parts[k], k + 1 < n_pieces ? "\302\240…" : "", NULL);
        }
    }

  return pieces;
}

static void
add_pieces (GigWallPages *self,
            const Source *source,
            guint         index,
            gboolean      headline)
{
  for (guint n_pieces = 2; ; n_pieces++)
    {
      g_autoptr(GPtrArray) pieces = create_pieces (source, index, n_pieces);
      gboolean fits = TRUE;

      for (guint k = 0; fits && k < n_pieces; k++)
        fits = has_few_words (source, g_ptr_array_index (pieces, k), headline, TRUE) &&
               page_fits (source, g_ptr_array_index (pieces, k), headline, TRUE);
      if (!fits && n_pieces < MAX_PIECES)
        continue;
      self->fits = self->fits && fits;
      self->n_cut++;
      for (guint k = 0; k < n_pieces; k++)
        add_page (self, g_strdupv (g_ptr_array_index (pieces, k)), headline);
      return;
    }
}

static GigWallPages *
pages_alloc (GigLesson *lesson)
{
  GigWallPages *self = g_new0 (GigWallPages, 1);

  g_ref_count_init (&self->ref_count);
  self->languages = gig_lesson_get_languages (lesson);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->headlines = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->fits = TRUE;

  return self;
}

/* @headline: on all pages; else on the first only, with as much text as fits below */
static GigWallPages *
cut (GigLesson    *lesson,
     const Source *source,
     guint         n_units,
     gboolean      first_part,
     gboolean      headline)
{
  GigWallPages *self = pages_alloc (lesson);
  guint at = 0;

  if (!headline && first_part)
    {
      at = add_run (self, source, 0, n_units, TRUE);
      if (at == 0)
        {
          GStrv page = g_new0 (char *, source->n_languages + 1);

          for (guint i = 0; i < source->n_languages; i++)
            page[i] = g_strdup ("");
          self->fits = page_fits (source, page, TRUE, FALSE);
          add_page (self, page, TRUE);
        }
    }
  while (at < n_units)
    {
      guint next = add_run (self, source, at, n_units, headline);

      if (next == at)
        {
          add_pieces (self, source, at, headline);
          next = at + 1;
        }
      at = next;
    }

  return self;
}

static void
source_init (Source        *source,
             GigLesson     *lesson,
             const GigStep *step,
             guint          part)
{
  const char * const *languages = gig_lesson_get_languages (lesson);
  g_autoptr(GPtrArray) spoken = gig_step_get_part (step, part);

  source->n_languages = g_strv_length ((char **) languages);
  source->headlines = g_new0 (char *, source->n_languages + 1);
  source->texts = g_new0 (char *, source->n_languages + 1);
  source->ends = g_new0 (GArray *, source->n_languages + 1);
  source->with_area = gig_step_get_part_view (lesson, step, part) != NULL;
  for (guint i = 0; i < source->n_languages; i++)
    {
      source->headlines[i] = gig_lesson_get_plain_text (lesson, gig_step_get_headline (step), languages[i]);
      source->texts[i] = spoken->len > 0 ? gig_wall_get_block_text (lesson, g_ptr_array_index (spoken, 0), languages[i])
                                         : g_strdup ("");
    }
}

static void
source_clear (Source *source)
{
  for (guint i = 0; i < source->n_languages; i++)
    g_clear_pointer (&source->ends[i], g_array_unref);
  g_free (source->ends);
  g_strfreev (source->headlines);
  g_strfreev (source->texts);
}

static gboolean
is_better (const GigWallPages *self,
           const GigWallPages *other)
{
  if (self->fits != other->fits)
    return self->fits;
  if (self->n_cut != other->n_cut)
    return self->n_cut < other->n_cut;

  return self->pages->len < other->pages->len;
}

GigWallPages *
gig_wall_pages_new (GigLesson         *lesson,
                    const GigStep     *step,
                    guint              part,
                    const GigWallRoom *room,
                    PangoContext      *context)
{
  Source source = { .room = room, .context = context };
  GigWallPages *self;
  guint n_units;

  g_return_val_if_fail (lesson != NULL && step != NULL, NULL);
  g_return_val_if_fail (room == NULL || PANGO_IS_CONTEXT (context), NULL);

  source_init (&source, lesson, step, part);
  if (room == NULL)
    {
      self = pages_alloc (lesson);
      add_page (self, g_strdupv (source.texts), TRUE);
      source_clear (&source);
      return self;
    }

  n_units = align_sentences (&source);
  self = cut (lesson, &source, n_units, part == 0, TRUE);
  if (room->both && (!self->fits || self->pages->len > 1))
    {
      GigWallPages *other = cut (lesson, &source, n_units, part == 0, FALSE);

      if (is_better (other, self))
        {
          gig_wall_pages_unref (self);
          self = other;
        }
      else
        gig_wall_pages_unref (other);
    }
  source_clear (&source);

  return self;
}

GigWallPages *
gig_wall_pages_ref (GigWallPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_ref_count_inc (&self->ref_count);

  return self;
}

void
gig_wall_pages_unref (GigWallPages *self)
{
  g_return_if_fail (self != NULL);

  if (!g_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->pages);
  g_array_unref (self->headlines);
  g_free (self);
}

guint
gig_wall_pages_get_n (GigWallPages *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->pages->len;
}

gboolean
gig_wall_pages_get_fits (GigWallPages *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->fits;
}

const char *
gig_wall_pages_get_text (GigWallPages *self,
                         guint         page,
                         const char   *language)
{
  GStrv texts;

  g_return_val_if_fail (self != NULL && page < self->pages->len, "");

  texts = g_ptr_array_index (self->pages, page);
  for (guint i = 0; self->languages[i] != NULL; i++)
    if (g_str_equal (self->languages[i], language))
      return texts[i];

  return texts[0] != NULL ? texts[0] : "";
}

gboolean
gig_wall_pages_has_headline (GigWallPages *self,
                             guint         page)
{
  g_return_val_if_fail (self != NULL && page < self->headlines->len, TRUE);

  return g_array_index (self->headlines, gboolean, page);
}
