/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-translation.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gig-markdown.h"

#define MAX_CATALOGUE_BYTES (64 * 1024 * 1024)

/* --- Is a translation usable? --- */

/* The first of @marks that is not in @others as often; both are sorted. */
static const char *
find_difference (char       **marks,
                 char       **others)
{
  while (*marks != NULL)
    {
      int order = *others != NULL ? strcmp (*marks, *others) : -1;

      if (order < 0)
        return *marks;
      if (order == 0)
        marks++;
      others++;
    }

  return NULL;
}

static gboolean
is_usable (const char  *source,
           const char  *translation,
           char       **missing,
           char       **extra,
           gboolean    *several)
{
  g_auto (GStrv) source_marks = NULL;
  g_auto (GStrv) translation_marks = NULL;
  guint n_blocks;

  *missing = NULL;
  *extra = NULL;
  *several = FALSE;
  if (gig_markdown_is_plain (source) && gig_markdown_is_plain (translation))
    return TRUE;

  source_marks = gig_markdown_get_marks (source, NULL);
  translation_marks = gig_markdown_get_marks (translation, &n_blocks);
  *several = n_blocks > 1;
  *missing = g_strdup (find_difference (source_marks, translation_marks));
  *extra = g_strdup (find_difference (translation_marks, source_marks));

  return !*several && *missing == NULL && *extra == NULL;
}

static GigLessonState
find_state (GigLessonTranslation *translation,
            const GigMessage     *message)
{
  const char *text = gig_catalogue_lookup (translation->catalogue, message->context, message->source);
  g_autofree char *missing = NULL;
  g_autofree char *extra = NULL;
  gboolean several;

  if (text == NULL)
    {
      if (gig_catalogue_get_state (translation->catalogue, message->context, message->source) == GIG_TRANSLATION_FUZZY)
        return GIG_LESSON_STATE_FUZZY;
      return GIG_LESSON_STATE_MISSING;
    }

  return is_usable (message->source, text, &missing, &extra, &several) ? GIG_LESSON_STATE_DONE : GIG_LESSON_STATE_BROKEN;
}

/* Threads that ask at once find the same. */
static GigLessonState
get_state (GigLessonTranslation *translation,
           const GigMessage     *message)
{
  guint number = ((const GigLessonMessage *) message)->number;
  GigLessonState state = g_atomic_int_get (&translation->states[number]);

  if (state == GIG_LESSON_STATE_UNKNOWN)
    {
      state = find_state (translation, message);
      g_atomic_int_set (&translation->states[number], state);
    }

  return state;
}

/* --- Look-up --- */

static GigLessonTranslation *
find_translation (GigLesson  *self,
                  const char *language)
{
  gsize base = strcspn (language, "-_@");

  for (guint i = 0; i < self->translations->len; i++)
    {
      GigLessonTranslation *translation = g_ptr_array_index (self->translations, i);

      if (strcmp (translation->language, language) == 0)
        return translation;
    }
  for (guint i = 0; i < self->translations->len; i++)
    {
      GigLessonTranslation *translation = g_ptr_array_index (self->translations, i);

      if (strncmp (translation->language, language, base) == 0 && translation->language[base] == '\0')
        return translation;
    }

  return NULL;
}

static gboolean
is_own_language (GigLesson  *self,
                 const char *language)
{
  gsize base = strcspn (language, "-_@");
  gsize own = strcspn (self->language, "-_@");

  return strcmp (language, self->language) == 0 || (base == own && strncmp (language, self->language, own) == 0);
}

void
gig_lesson_get_text (GigLesson        *self,
                     const GigMessage *message,
                     const char       *language,
                     GigText          *text)
{
  GigLessonTranslation *translation;

  g_return_if_fail (self != NULL);
  g_return_if_fail (language != NULL);
  g_return_if_fail (text != NULL);

  text->markdown = message != NULL ? message->source : "";
  text->language = self->language;
  text->state = GIG_TRANSLATION_DONE;
  if (message == NULL || !message->translatable)
    {
      text->language = g_intern_string (language);
      return;
    }

  translation = find_translation (self, language);
  if (translation == NULL)
    {
      if (!is_own_language (self, language))
        text->state = GIG_TRANSLATION_MISSING;
      return;
    }
  if (translation->catalogue == NULL)
    {
      text->markdown = gig_pseudo_translate (message->source);
      text->language = translation->language;
      return;
    }

  switch (get_state (translation, message))
    {
    case GIG_LESSON_STATE_DONE:
      text->markdown = gig_catalogue_lookup (translation->catalogue, message->context, message->source);
      text->language = translation->language;
      break;
    case GIG_LESSON_STATE_FUZZY:
      text->state = GIG_TRANSLATION_FUZZY;
      break;
    case GIG_LESSON_STATE_UNKNOWN:
    case GIG_LESSON_STATE_MISSING:
    case GIG_LESSON_STATE_BROKEN:
    default:
      text->state = GIG_TRANSLATION_MISSING;
      break;
    }
}

GigInlines *
gig_lesson_get_inlines (GigLesson        *self,
                        const GigMessage *message,
                        const char       *language)
{
  GigText text;

  g_return_val_if_fail (self != NULL, NULL);

  gig_lesson_get_text (self, message, language, &text);

  return gig_inlines_parse (text.markdown);
}

char *
gig_lesson_get_plain_text (GigLesson        *self,
                           const GigMessage *message,
                           const char       *language)
{
  g_autoptr (GigInlines) inlines = gig_lesson_get_inlines (self, message, language);

  return gig_inlines_to_text (inlines);
}

/* --- Adding catalogues --- */

static void
report (GigLesson         *self,
        const char        *file_name,
        guint              line,
        const char        *message,
        const char        *advice,
        const char * const arguments[])
{
  g_ptr_array_add (self->diagnostics,
                   gig_diagnostic_new (GIG_SEVERITY_ERROR, file_name, line, 0, message, advice, arguments));
}

static void
report_broken (GigLesson            *self,
               GigLessonTranslation *translation,
               const GigMessage     *message)
{
  const char *text = gig_catalogue_lookup (translation->catalogue, message->context, message->source);
  guint line = gig_catalogue_get_line (translation->catalogue, message->context, message->source);
  g_autofree char *missing = NULL;
  g_autofree char *extra = NULL;
  gboolean several;
  const char *arguments[] = { NULL, NULL };

  is_usable (message->source, text, &missing, &extra, &several);
  if (several)
    report (self, translation->file_name, line, N_("the translation is more than one paragraph"),
            N_("write it as one, like the source"), NULL);
  arguments[0] = missing;
  if (missing != NULL)
    report (self, translation->file_name, line, N_("the translation lacks “%s” of the source"),
            N_("keep links, code and footnotes as they are"), arguments);
  arguments[0] = extra;
  if (extra != NULL)
    report (self, translation->file_name, line, N_("the translation has “%s”, which the source has not"),
            N_("keep links, code and footnotes as they are"), arguments);
}

/* A .po file is somebody's work in progress: all of it is checked at once. */
static void
check_catalogue (GigLesson            *self,
                 GigLessonTranslation *translation)
{
  for (guint i = 0; i < self->messages->len; i++)
    {
      const GigMessage *message = g_ptr_array_index (self->messages, i);
      guint number = ((const GigLessonMessage *) message)->number;

      if (!message->translatable || translation->states[number] != GIG_LESSON_STATE_UNKNOWN)
        continue;
      if (get_state (translation, message) == GIG_LESSON_STATE_BROKEN)
        report_broken (self, translation, message);
    }
}

void
_gig_lesson_add_catalogue (GigLesson    *self,
                           GigCatalogue *catalogue,
                           const char   *file_name)
{
  const char *language = g_intern_string (gig_catalogue_get_language (catalogue));
  GigLessonTranslation *translation;

  if (is_own_language (self, language))
    return;
  for (guint i = 0; i < self->translations->len; i++)
    {
      if (strcmp (((GigLessonTranslation *) g_ptr_array_index (self->translations, i))->language, language) == 0)
        return;
    }

  translation = g_new0 (GigLessonTranslation, 1);
  translation->language = language;
  translation->catalogue = gig_catalogue_ref (catalogue);
  translation->file_name = g_strdup (file_name);
  translation->states = g_new0 (gint, MAX (1, self->n_different));
  g_ptr_array_add (self->translations, translation);
  if (file_name != NULL)
    check_catalogue (self, translation);
}

void
_gig_lesson_end_catalogues (GigLesson *self)
{
  if (g_strcmp0 (g_getenv ("GIGOGNE_PSEUDO"), "1") == 0)
    {
      GigLessonTranslation *translation = g_new0 (GigLessonTranslation, 1);

      translation->language = g_intern_static_string (GIG_LANGUAGE_PSEUDO);
      g_ptr_array_add (self->translations, translation);
    }

  self->languages = gig_arena_alloc (self->arena, (self->translations->len + 2) * sizeof (char *));
  self->languages[0] = self->language;
  for (guint i = 0; i < self->translations->len; i++)
    self->languages[i + 1] = ((GigLessonTranslation *) g_ptr_array_index (self->translations, i))->language;
}

/* --- Finding catalogues --- */

char *
_gig_lesson_name_file (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autoptr(GFile) here = NULL;
  char *name;

  if (path == NULL)
    return g_file_get_uri (file);

  here = g_file_new_for_path (".");
  name = g_file_get_relative_path (here, file);

  return name != NULL ? name : g_strdup (path);
}

static void
report_catalogue (GigLesson    *self,
                  const char   *file_name,
                  const GError *error)
{
  const char *advice = N_("this translation cannot be read, and the source text is shown");
  const char *arguments[] = { NULL, NULL };

  if (error->domain != GIG_CATALOGUE_ERROR)
    {
      report (self, file_name, 0, N_("this file could not be read"), advice, arguments);
      return;
    }
  /* What is wrong, in words that can be translated. */
  arguments[0] = gig_catalogue_error_get_argument (error);
  report (self, file_name, gig_catalogue_error_get_line (error), gig_catalogue_error_get_format (error), advice, arguments);
}

void
_gig_lesson_read_catalogue (GigLesson  *self,
                            GFile      *file,
                            const char *language)
{
  g_autofree char *file_name = _gig_lesson_name_file (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GigCatalogue) catalogue = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, NULL, &error);
  if (info != NULL && g_file_info_get_size (info) > MAX_CATALOGUE_BYTES)
    {
      const char *arguments[] = { NULL };

      report (self, file_name, 0, N_("this file is larger than 64 MB"), N_("this translation cannot be read, and the source text is shown"),
              arguments);
      return;
    }
  if (error == NULL)
    bytes = g_file_load_bytes (file, NULL, NULL, &error);
  if (bytes != NULL)
    catalogue = gig_catalogue_new_from_po (language, bytes, file_name, &error);

  if (catalogue != NULL)
    _gig_lesson_add_catalogue (self, catalogue, file_name);
  else
    report_catalogue (self, file_name, error);
}

static gboolean
is_language_code (const char *text)
{
  gsize base = strspn (text, G_CSET_a_2_z);

  return (base == 2 || base == 3) && (text[base] == '\0' || strchr ("_-@", text[base]) != NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* The names in @folder that end in @suffix, sorted. */
static GPtrArray *
list_names (GFile      *folder,
            const char *suffix)
{
  g_autoptr (GFileEnumerator) enumerator = NULL;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  GFileInfo *info;

  enumerator = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  while (enumerator != NULL && g_file_enumerator_iterate (enumerator, &info, NULL, NULL, NULL) && info != NULL)
    {
      if (g_str_has_suffix (g_file_info_get_name (info), suffix))
        g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));
    }
  g_ptr_array_sort (names, compare_names);

  return names;
}

/* Reads the files PREFIX LANG SUFFIX of @folder. */
static void
read_folder (GigLesson  *self,
             GFile      *folder,
             const char *prefix)
{
  g_autoptr (GPtrArray) names = list_names (folder, ".po");

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *language = NULL;
      g_autoptr (GFile) file = NULL;

      if (!g_str_has_prefix (name, prefix) || strlen (name) <= strlen (prefix) + strlen (".po"))
        continue;
      language = g_strndup (name + strlen (prefix), strlen (name) - strlen (prefix) - strlen (".po"));
      if (!is_language_code (language))
        continue;
      file = g_file_get_child (folder, name);
      _gig_lesson_read_catalogue (self, file, language);
    }
}

static void
read_resources (GigLesson *self)
{
  g_autofree char *uri = g_file_get_uri (self->file);
  g_autofree char *path = g_uri_unescape_string (uri + strlen ("resource://"), NULL);
  g_auto (GStrv) names = NULL;

  if (path == NULL || !g_str_has_suffix (path, ".md"))
    return;

  path[strlen (path) - strlen (".md")] = '\0';
  names = g_resources_enumerate_children (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *child = g_build_path ("/", path, names[i], NULL);
      g_autofree char *language = g_strndup (names[i], strcspn (names[i], "."));
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GigCatalogue) catalogue = NULL;

      if (!g_str_has_suffix (names[i], ".mo"))
        continue;
      bytes = g_resources_lookup_data (child, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
      catalogue = bytes != NULL ? gig_catalogue_new_from_mo (language, bytes, NULL) : NULL;
      if (catalogue != NULL)
        _gig_lesson_add_catalogue (self, catalogue, NULL);
    }
}

/* How many folders above its own a lesson of a project looks for `po/NAME/`: two,
 * as in `data/lessons/NAME.md`. */
#define MAX_FOLDERS_ABOVE 2

void
_gig_lesson_find_catalogues (GigLesson *self)
{
  g_autoptr (GFile) folder = g_file_get_parent (self->file);
  g_autoptr (GFile) above = NULL;
  g_autoptr (GPtrArray) lessons = NULL;
  g_autofree char *prefix = g_strconcat (self->name, ".", NULL);

  if (g_file_has_uri_scheme (self->file, "resource"))
    {
      read_resources (self);
      return;
    }
  if (folder == NULL)
    return;

  read_folder (self, folder, prefix);
  above = g_object_ref (folder);
  for (guint i = 0; i <= MAX_FOLDERS_ABOVE && above != NULL; i++)
    {
      g_autoptr (GFile) po = g_file_get_child (above, "po");
      g_autoptr (GFile) own = g_file_get_child (po, self->name);
      GFile *next = g_file_get_parent (above);

      read_folder (self, own, "");
      g_object_unref (above);
      above = next;
    }
  lessons = list_names (folder, ".md");
  if (lessons->len == 1)
    read_folder (self, folder, "");
}
