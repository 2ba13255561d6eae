/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-search-view.h"

#include "gig-language-host.h"
#include "gig-rows.h"
#include "gig-search-names.h"

/* More texts than this are searched in a thread. */
#define MAX_TEXTS_AT_ONCE 10000
#define MAX_RESULTS       60
/* As many as may be in sight come at once, the others a few at a time while nothing else happens. */
#define FIRST_ROWS       14
#define MORE_ROWS        6

struct _GigSearchView
{
  AdwBin            parent_instance;

  GigLesson        *lesson;
  GigSearchIndex   *index;          /* (nullable): while it is being made */
  GigSearchResults *results;        /* (nullable) */
  guint             n_rows;         /* of its results, so far */
  guint             rows_id;
  char             *query;
  const char       *code;           /* interned: the language searched first */
  guint             stamp;          /* of the newest query: older answers are dropped */
  guint             index_stamp;
  gboolean          waiting;        /* an answer is on its way */
  gboolean          choose;         /* and its first result is to be chosen */
  gboolean          quiet;          /* and need not be announced: the language changed, not the query */

  GtkStack         *stack;
  AdwStatusPage    *empty_page;
  GtkWidget        *count;
  GtkListBox       *list;
};

enum
{
  RESULT_CHOSEN,
  NAMES_FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GigSearchView, gig_search_view, ADW_TYPE_BIN)

/* What a query in a thread needs. */
typedef struct
{
  GigSearchIndex *index;
  char           *query;
  const char     *code;
  guint           stamp;
} Request;

static void
request_free (Request *request)
{
  gig_search_index_unref (request->index);
  g_free (request->query);
  g_free (request);
}

/* --- Rows --- */

static char *
create_markup (const char           *text,
               const GigSearchRange *ranges,
               guint                 n_ranges)
{
  g_autoptr(GString) markup = g_string_new (NULL);
  const char *position = text;
  guint offset = 0;

  for (guint i = 0; i < n_ranges; i++)
    {
      const char *start = g_utf8_offset_to_pointer (position, ranges[i].start - offset);
      const char *end = g_utf8_offset_to_pointer (start, ranges[i].length);
      g_autofree char *before = g_markup_escape_text (position, start - position);
      g_autofree char *hit = g_markup_escape_text (start, end - start);

      g_string_append_printf (markup, "%s<b>%s</b>", before, hit);
      position = end;
      offset = ranges[i].start + ranges[i].length;
    }
  {
    g_autofree char *rest = g_markup_escape_text (position, -1);

    g_string_append (markup, rest);
  }

  return g_string_free_and_steal (g_steal_pointer (&markup));
}

static GtkWidget *
create_label (const char *markup,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_row (GigSearchView         *self,
            const GigSearchResult *result)
{
  g_autofree char *title = create_markup (result->title, result->title_ranges, result->n_title_ranges);
  g_autofree char *snippet = create_markup (result->snippet, result->snippet_ranges, result->n_snippet_ranges);
  g_autofree char *notes = NULL;
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  GtkWidget *row = gig_list_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), create_label (title, NULL));
  if (*snippet != '\0')
    {
      GtkWidget *label = create_label (snippet, "caption");

      gtk_widget_add_css_class (label, "dimmed");
      gtk_box_append (GTK_BOX (box), label);
    }
  if (result->language != self->code)
    gtk_box_append (GTK_BOX (box), create_label (gig_language_title_of (result->language), "language-tag"));
  gtk_widget_add_css_class (box, "search-result");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  if (result->language != self->code && language != NULL)
    {
      const char *parts[] = { gig_language_title_of (result->language), *result->snippet != '\0' ? result->snippet : NULL, NULL };

      notes = gig_language_join_notes (language, parts);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, result->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, notes != NULL ? notes : result->snippet,
                                  -1);
  g_object_set_data (G_OBJECT (row), "result", (gpointer) result);

  return row;
}

/* The first page that has only some of the words is told from those above it. */
static void
header_cb (GtkListBoxRow *row,
           GtkListBoxRow *before,
           gpointer       user_data)
{
  GigSearchView *self = user_data;
  const GigSearchResult *result = g_object_get_data (G_OBJECT (row), "result");
  const GigSearchResult *previous = before != NULL ? g_object_get_data (G_OBJECT (before), "result") : NULL;
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  GtkWidget *header;

  if (language == NULL || result->complete || previous == NULL || !previous->complete)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  header = gtk_label_new (gig_language_gettext (language, "With some of the words"));
  gtk_label_set_xalign (GTK_LABEL (header), 0.0f);
  gtk_label_set_wrap (GTK_LABEL (header), TRUE);
  gtk_widget_add_css_class (header, "caption-heading");
  gtk_widget_add_css_class (header, "search-count");
  gtk_list_box_row_set_header (row, header);
}

/* --- Showing --- */

/* Pages that have all the words; fewer than all found only when others follow. */
static guint
count_complete (GigSearchResults *results)
{
  guint n = gig_search_results_get_n_results (results);

  if (n == 0 || gig_search_results_get_result (results, n - 1)->complete)
    return gig_search_results_get_n_pages (results);
  while (n > 0 && !gig_search_results_get_result (results, n - 1)->complete)
    n--;

  return n;
}

static void
show_count (GigSearchView *self,
            GigLanguage   *language,
            gboolean       announce)
{
  guint n_pages = self->results != NULL ? gig_search_results_get_n_pages (self->results) : 0;
  guint n = self->results != NULL ? count_complete (self->results) : 0;
  g_autofree char *text = n > 0 || n_pages == 0
                            ? gig_language_nformat (language, n, "%u page", "%u pages", n)
                            : gig_language_nformat (language, n_pages, "%u page with some of the words",
                                                    "%u pages with some of the words", n_pages);

  gtk_label_set_label (GTK_LABEL (self->count), text);
  adw_status_page_set_title (self->empty_page, gig_language_gettext (language, "Nothing found"));
  adw_status_page_set_description (self->empty_page, gig_language_gettext (language, "Try fewer words or another spelling."));
  if (announce)
    gig_widget_announce (GTK_WIDGET (self), n_pages > 0 ? text : gig_language_gettext (language, "Nothing found"));
}

/* @query: (nullable): %NULL when the search has ended */
static void
tell_names (GigSearchView  *self,
            GigSearchQuery *query)
{
  g_auto(GStrv) ids = query != NULL ? gig_search_query_find_names (query, self->lesson) : NULL;

  g_signal_emit (self, signals[NAMES_FOUND], 0, ids);
}

static gpointer
get_target (const GigSearchResult *result)
{
  return result->question != NULL ? (gpointer) result->question : (gpointer) result->concept;
}

/* What the row with the focus leads to: a question, else a concept. (nullable) */
static gpointer
find_focused_target (GigSearchView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  if (row == NULL || gtk_widget_get_parent (row) != GTK_WIDGET (self->list))
    return NULL;

  return get_target (g_object_get_data (G_OBJECT (row), "result"));
}

static void
focus_target (GigSearchView *self,
              gpointer       target)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  for (int i = 0; gtk_list_box_get_row_at_index (self->list, i) != NULL; i++)
    {
      if (get_target (g_object_get_data (G_OBJECT (gtk_list_box_get_row_at_index (self->list, i)), "result")) == target)
        row = gtk_list_box_get_row_at_index (self->list, i);
    }
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
append_rows (GigSearchView *self,
             guint          n)
{
  for (; n > 0 && self->n_rows < gig_search_results_get_n_results (self->results); n--)
    gtk_list_box_append (self->list, create_row (self, gig_search_results_get_result (self->results, self->n_rows++)));
}

static gboolean
more_rows_idle (gpointer user_data)
{
  GigSearchView *self = user_data;

  append_rows (self, MORE_ROWS);
  if (self->n_rows < gig_search_results_get_n_results (self->results))
    return G_SOURCE_CONTINUE;
  self->rows_id = 0;

  return G_SOURCE_REMOVE;
}

static void
show_results (GigSearchView    *self,
              GigSearchResults *results)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  GigSearchResults *before = self->results;
  gpointer focused = find_focused_target (self);

  g_clear_handle_id (&self->rows_id, g_source_remove);
  gtk_list_box_remove_all (self->list);
  self->results = results;
  self->n_rows = 0;
  /* What had the focus may be anywhere. */
  append_rows (self, focused != NULL ? G_MAXUINT : FIRST_ROWS);
  if (self->n_rows < gig_search_results_get_n_results (results))
    self->rows_id = g_idle_add_full (GDK_PRIORITY_REDRAW + 20, more_rows_idle, self, NULL);
  g_clear_pointer (&before, gig_search_results_unref);
  gtk_stack_set_visible_child_name (self->stack, gig_search_results_get_n_results (results) > 0 ? "results" : "empty");
  if (language != NULL)
    show_count (self, language, !self->quiet);
  if (focused != NULL)
    focus_target (self, focused);
  tell_names (self, gig_search_results_get_query (results));
  self->waiting = FALSE;
  if (self->choose)
    {
      self->choose = FALSE;
      gig_search_view_choose_first (self);
    }
}

/* --- Asking --- */

static void
query_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Request *request = task_data;

  g_task_return_pointer (task, gig_search_index_query (request->index, request->query, request->code, MAX_RESULTS),
                         (GDestroyNotify) gig_search_results_unref);
}

static void
query_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GigSearchView *self = GIG_SEARCH_VIEW (source);
  Request *request = g_task_get_task_data (G_TASK (result));
  g_autoptr(GigSearchResults) results = g_task_propagate_pointer (G_TASK (result), NULL);

  if (results != NULL && request->stamp == self->stamp)
    show_results (self, g_steal_pointer (&results));
}

static void
ask (GigSearchView *self)
{
  GigLanguage *language = gig_widget_get_language (GTK_WIDGET (self));
  g_autoptr(GTask) task = NULL;
  Request *request;

  self->stamp++;
  self->waiting = self->query != NULL && *self->query != '\0';
  if (self->index == NULL || self->query == NULL || *self->query == '\0' || language == NULL)
    return;

  self->code = gig_language_get_code (language);
  if (gig_search_index_get_n_texts (self->index) <= MAX_TEXTS_AT_ONCE)
    {
      show_results (self, gig_search_index_query (self->index, self->query, self->code, MAX_RESULTS));
      return;
    }

  request = g_new0 (Request, 1);
  request->index = gig_search_index_ref (self->index);
  request->query = g_strdup (self->query);
  request->code = self->code;
  request->stamp = self->stamp;
  task = g_task_new (self, NULL, query_cb, NULL);
  g_task_set_source_tag (task, ask);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, query_thread);
}

/* --- Indexing --- */

typedef struct
{
  GigLesson      *lesson;
  GigLanguageSet *set;
  guint           stamp;
} IndexRequest;

static void
index_request_free (IndexRequest *request)
{
  gig_lesson_unref (request->lesson);
  g_clear_pointer (&request->set, gig_language_set_unref);
  g_free (request);
}

static void
index_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  IndexRequest *request = task_data;

  g_task_return_pointer (task, gig_search_index_new (request->lesson, request->set), (GDestroyNotify) gig_search_index_unref);
}

static void
index_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  GigSearchView *self = GIG_SEARCH_VIEW (source);
  IndexRequest *request = g_task_get_task_data (G_TASK (result));
  g_autoptr(GigSearchIndex) index = g_task_propagate_pointer (G_TASK (result), NULL);

  if (index == NULL || request->stamp != self->index_stamp)
    return;

  g_clear_pointer (&self->index, gig_search_index_unref);
  self->index = g_steal_pointer (&index);
  ask (self);
}

static void
start_indexing (GigSearchView *self,
                GigLanguage   *language)
{
  IndexRequest *request = g_new0 (IndexRequest, 1);
  g_autoptr(GTask) task = NULL;

  request->lesson = gig_lesson_ref (self->lesson);
  request->set = gig_language_set_ref (gig_language_get_set (language));
  request->stamp = ++self->index_stamp;
  task = g_task_new (self, NULL, index_cb, NULL);
  g_task_set_source_tag (task, start_indexing);
  g_task_set_task_data (task, request, (GDestroyNotify) index_request_free);
  g_task_run_in_thread (task, index_thread);
}

/* --- Choosing --- */

static void
row_activated_cb (GigSearchView *self,
                  GtkListBoxRow *row)
{
  g_assert (GIG_IS_SEARCH_VIEW (self));

  g_signal_emit (self, signals[RESULT_CHOSEN], 0, g_object_get_data (G_OBJECT (row), "result"));
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  GigSearchView *self = GIG_SEARCH_VIEW (widget);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gig_language_gettext (language, "Search results"),
                                  -1);
  self->quiet = TRUE;
  if (self->results == NULL)
    show_count (self, language, FALSE);
  else
    ask (self);
}

static void
gig_search_view_dispose (GObject *object)
{
  GigSearchView *self = GIG_SEARCH_VIEW (object);

  g_clear_handle_id (&self->rows_id, g_source_remove);
  self->index_stamp++;
  self->stamp++;
  g_clear_pointer (&self->index, gig_search_index_unref);
  g_clear_pointer (&self->results, gig_search_results_unref);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  g_clear_pointer (&self->query, g_free);

  G_OBJECT_CLASS (gig_search_view_parent_class)->dispose (object);
}

static void
gig_search_view_class_init (GigSearchViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gig_search_view_dispose;

  signals[RESULT_CHOSEN] = g_signal_new ("result-chosen", GIG_TYPE_SEARCH_VIEW, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[NAMES_FOUND] = g_signal_new ("names-found", GIG_TYPE_SEARCH_VIEW, G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
}

static void
gig_search_view_init (GigSearchView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->count), 0.0f);
  gtk_widget_add_css_class (self->count, "caption-heading");
  gtk_widget_add_css_class (self->count, "search-count");
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);

  self->empty_page = ADW_STATUS_PAGE (adw_status_page_new ());
  adw_status_page_set_icon_name (self->empty_page, "edit-find-symbolic");
  gtk_widget_add_css_class (GTK_WIDGET (self->empty_page), "compact");

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, scroller, "results");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty_page), "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  gig_widget_watch_language (GTK_WIDGET (self), language_cb, NULL);
}

void
gig_search_view_set_lesson (GigSearchView *self,
                            GigLesson     *lesson)
{
  g_return_if_fail (GIG_IS_SEARCH_VIEW (self));
  g_return_if_fail (lesson != NULL);

  g_clear_handle_id (&self->rows_id, g_source_remove);
  gtk_list_box_remove_all (self->list);
  g_clear_pointer (&self->results, gig_search_results_unref);
  g_clear_pointer (&self->index, gig_search_index_unref);
  g_clear_pointer (&self->query, g_free);
  self->index_stamp++;
  gig_lesson_ref (lesson);
  g_clear_pointer (&self->lesson, gig_lesson_unref);
  self->lesson = lesson;
}

void
gig_search_view_set_query (GigSearchView *self,
                           const char    *query)
{
  GigLanguage *language;

  g_return_if_fail (GIG_IS_SEARCH_VIEW (self));

  /* The entry tells of a change late: by then Enter may have asked already. */
  if (g_strcmp0 (self->query, query) == 0)
    return;

  language = gig_widget_get_language (GTK_WIDGET (self));
  g_set_str (&self->query, query);
  self->choose = FALSE;
  self->quiet = FALSE;
  /* The index is made at the first search: many readers never search. */
  if (self->index == NULL && self->lesson != NULL && language != NULL && query != NULL && *query != '\0')
    start_indexing (self, language);
  if (query == NULL || *query == '\0')
    tell_names (self, NULL);
  ask (self);
}

gboolean
gig_search_view_choose_first (GigSearchView *self)
{
  g_return_val_if_fail (GIG_IS_SEARCH_VIEW (self), FALSE);

  if (self->waiting)
    {
      self->choose = TRUE;
      return TRUE;
    }
  if (self->results == NULL || gig_search_results_get_n_results (self->results) == 0)
    return FALSE;

  g_signal_emit (self, signals[RESULT_CHOSEN], 0, gig_search_results_get_result (self->results, 0));

  return TRUE;
}

gboolean
gig_search_view_focus_first (GigSearchView *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (GIG_IS_SEARCH_VIEW (self), FALSE);

  row = gtk_list_box_get_row_at_index (self->list, 0);

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

GigSearchQuery *
gig_search_view_get_query (GigSearchView *self)
{
  g_return_val_if_fail (GIG_IS_SEARCH_VIEW (self), NULL);

  return self->results != NULL ? gig_search_results_get_query (self->results) : NULL;
}
