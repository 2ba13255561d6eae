/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-export.h"

#include "gig-html.h"

#define PICTURE_WIDTH_ONE  900.0
#define PICTURE_WIDTH_TWO  640.0
#define PICTURE_RATIO      0.72

/* --- Diagrams --- */

static GigEulerLayout *
get_layout (GigHtml *self,
            GigView *view)
{
  GigEulerLayout             *layout = g_hash_table_lookup (self->layouts, view);
  g_autoptr (GigSceneRequest) request = NULL;

  if (layout != NULL)
    return layout;
  request = gig_scene_request_new (self->lesson, view, self->context, GIG_EULER_CANVAS_WIDE, NULL);
  layout = gig_scene_compute_layout (request, NULL);
  if (layout != NULL)
    g_hash_table_insert (self->layouts, view, layout);

  return layout;
}

typedef struct
{
  GigView        *view;
  GigEulerLayout *layout;
  GigSceneFlags   flags;
} Picture;

static void
write_picture (GigHtml  *self,
               guint     column,
               gpointer  data)
{
  Picture             *picture = data;
  double               width = self->n_languages > 1 ? PICTURE_WIDTH_TWO : PICTURE_WIDTH_ONE;
  g_autoptr (GigScene) scene = NULL;
  g_autofree char     *prefix = g_strdup_printf ("v%u-", self->n_pictures++);
  g_autofree char     *svg = NULL;
  GigSceneOptions      options = { 0 };

  options.lesson = self->lesson;
  options.view = picture->view;
  options.layout = picture->layout;
  options.language = self->programs[column];
  options.theme = self->theme;
  options.width = width;
  options.height = width * PICTURE_RATIO;
  options.text_scale = 1;
  options.flags = picture->flags | GIG_SCENE_TITLE;
  scene = gig_scene_new (&options, self->context);
  svg = gig_export_to_svg (scene, prefix, GIG_SVG_INLINE);
  g_string_append_printf (self->out, "<figure>\n%s</figure>", svg);
}

void
gig_html_view (GigHtml       *self,
               GigView       *view,
               GigSceneFlags  flags)
{
  Picture picture = { view, NULL, flags };

  if (view == NULL)
    return;
  picture.layout = get_layout (self, view);
  if (picture.layout != NULL)
    gig_html_row (self, NULL, write_picture, &picture);
}

/* --- Concepts --- */

static void
write_title (GigHtml  *self,
             guint     column,
             gpointer  data)
{
  GigConcept *concept = data;
  guint       level = MIN (gig_concept_get_level (concept) + 1, 6);

  g_string_append_printf (self->out, "<h%u>", level);
  gig_html_message (self, column, gig_concept_get_title (concept));
  g_string_append_printf (self->out, "</h%u>\n", level);
}

static void
write_notes_title (GigHtml  *self,
                   guint     column,
                   gpointer  data)
{
  g_string_append (self->out, "<h6>");
  gig_html_escape (self, gig_language_gettext (self->programs[column], "Speaker notes"));
  g_string_append (self->out, "</h6>\n");
}

static void
write_concept (GigHtml    *self,
               GigConcept *concept)
{
  GPtrArray *children = gig_concept_get_children (concept);
  GPtrArray *notes = gig_concept_get_notes (concept);

  /* The heading of the tours, for one, holds nothing to read. */
  if (gig_concept_get_blocks (concept)->len == 0 && children->len == 0)
    return;
  self->concept = concept;
  g_string_append (self->out, "<section id=\"");
  gig_html_escape (self, gig_concept_get_id (concept));
  g_string_append (self->out, "\">\n");
  gig_html_row (self, NULL, write_title, concept);
  gig_html_blocks (self, gig_concept_get_blocks (concept));
  if ((self->flags & GIG_HANDOUT_NOTES) != 0 && notes != NULL && notes->len > 0)
    {
      gig_html_row (self, NULL, write_notes_title, NULL);
      gig_html_blocks (self, notes);
    }
  for (guint i = 0; i < children->len; i++)
    write_concept (self, g_ptr_array_index (children, i));
  g_string_append (self->out, "</section>\n");
}

static GPtrArray *
collect_questions (GigHtml *self)
{
  GPtrArray *found = g_ptr_array_new ();
  GPtrArray *questions = gig_lesson_get_questions (self->lesson);

  for (guint i = 0; questions != NULL && i < questions->len; i++)
    {
      GigQuestion *question = g_ptr_array_index (questions, i);
      GPtrArray   *concepts = gig_question_get_concepts (question);
      gboolean     about = self->root == NULL;

      for (guint j = 0; !about && concepts != NULL && j < concepts->len; j++)
        about = gig_html_contains (self, g_ptr_array_index (concepts, j));
      if (about)
        g_ptr_array_add (found, question);
    }

  return found;
}

static GPtrArray *
collect_views (GigHtml *self)
{
  GPtrArray *found = g_ptr_array_new ();
  GPtrArray *views = gig_lesson_get_views (self->lesson);

  for (guint i = 0; i < views->len; i++)
    {
      if (gig_html_contains (self, gig_view_get_concept (g_ptr_array_index (views, i))))
        g_ptr_array_add (found, g_ptr_array_index (views, i));
    }

  return found;
}

/* --- The page --- */

static void
write_lesson_title (GigHtml  *self,
                    guint     column,
                    gpointer  data)
{
  const char      *author = gig_lesson_get_metadata (self->lesson, "author");
  const char      *license = gig_lesson_get_metadata (self->lesson, "license");
  const char      *notes[] = { author != NULL ? author : license, author != NULL ? license : NULL, NULL };
  g_autofree char *line = NULL;

  g_string_append (self->out, "<h1>");
  gig_html_message (self, column, gig_lesson_get_title (self->lesson));
  g_string_append (self->out, "</h1>\n");
  if (author == NULL && license == NULL)
    return;
  line = gig_language_join_notes (self->programs[column], notes);
  g_string_append (self->out, "<p class=\"meta\">");
  gig_html_escape (self, line);
  g_string_append (self->out, "</p>\n");
}

static void
write_head (GigHtml    *self,
            GigConcept *concept)
{
  const GigMessage *message = concept != NULL ? gig_concept_get_title (concept) : gig_lesson_get_title (self->lesson);
  g_autofree char  *title = NULL;

  if (message != NULL)
    title = gig_lesson_get_plain_text (self->lesson, message, self->languages[0]);
  g_string_append_printf (self->out,
                          "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                          "<meta name=\"generator\" content=\"Gigogne\"/>\n<title>",
                          self->languages[0]);
  gig_html_escape (self, title != NULL ? title : gig_lesson_get_name (self->lesson));
  g_string_append (self->out, "</title>\n");
  gig_html_style (self);
  g_string_append_printf (self->out, "</head>\n<body class=\"%s\">\n", self->n_languages > 1 ? "two" : "one");
}

static void
write_body (GigHtml    *self,
            GigConcept *concept)
{
  GPtrArray *roots = gig_lesson_get_roots (self->lesson);

  if (concept != NULL)
    {
      write_concept (self, concept);
      return;
    }
  g_string_append (self->out, "<header>\n");
  gig_html_row (self, NULL, write_lesson_title, NULL);
  g_string_append (self->out, "</header>\n");
  for (guint i = 0; i < roots->len; i++)
    write_concept (self, g_ptr_array_index (roots, i));
}

char *
gig_export_to_html (GigLesson          *lesson,
                    GigConcept         *concept,
                    const char * const *languages,
                    guint               n_languages,
                    GigLanguageSet     *program,
                    const GigTheme     *theme,
                    PangoContext       *context,
                    GigHandoutFlags     flags)
{
  GigHtml              self = { 0 };
  g_autoptr (GPtrArray) questions = NULL;
  g_autoptr (GPtrArray) views = NULL;

  g_return_val_if_fail (lesson != NULL && languages != NULL && n_languages > 0, NULL);
  g_return_val_if_fail (program != NULL && theme != NULL && PANGO_IS_CONTEXT (context), NULL);

  self.out = g_string_new (NULL);
  self.lesson = lesson;
  self.theme = theme;
  self.context = context;
  self.flags = flags;
  self.root = concept;
  self.n_languages = MIN (n_languages, GIG_HTML_MAX_LANGUAGES);
  self.layouts = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gig_euler_layout_unref);
  for (guint i = 0; i < self.n_languages; i++)
    {
      self.languages[i] = g_intern_string (languages[i]);
      self.programs[i] = gig_language_new (program, languages[i]);
    }
  questions = collect_questions (&self);
  views = collect_views (&self);
  write_head (&self, concept);
  g_string_append (self.out, "<main>\n");
  write_body (&self, concept);
  self.concept = NULL;
  if ((flags & GIG_HANDOUT_EXERCISES) != 0)
    gig_html_exercises (&self, questions, views);
  if ((flags & GIG_HANDOUT_SOLUTIONS) != 0)
    gig_html_solutions (&self, questions);
  g_string_append (self.out, "</main>\n</body>\n</html>\n");
  for (guint i = 0; i < self.n_languages; i++)
    g_object_unref (self.programs[i]);
  g_hash_table_unref (self.layouts);

  return g_string_free (self.out, FALSE);
}
