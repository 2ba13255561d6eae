/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-application.h"

#include "gig-about.h"
#include "gig-actions.h"
#include "gig-dialog.h"
#include "gig-language-host.h"
#include "gig-lesson-reader.h"
#include "gig-preferences-dialog.h"
#include "gig-shortcuts-dialog.h"
#include "gig-timing.h"
#include "gig-toolkit-catalogues.h"
#include "gig-toolkit-locale.h"
#include "gig-window.h"

#define SHIPPED_LESSON "foundation-models"
#define GUIDE          "writing-lessons"
#define LESSONS_URI    "resource:///org/gigogne/Gigogne/lessons/"

#define N_(text) (text)

struct _GigApplication
{
  AdwApplication   parent_instance;

  char           **session_languages;
  GigLanguageSet  *languages;
  GSettings       *settings;
  gint64           started;       /* for the first window's timing */
};

G_DEFINE_FINAL_TYPE (GigApplication, gig_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "language", 'l', G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL,
    N_("Speak this language"), N_("CODE") },
  { "concept", 'c', G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL,
    N_("Open this concept of the lesson"), N_("ID") },
  { "present", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL,
    N_("Present the lesson, or one of its tours"), N_("TOUR") },
  { "wall-language", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_STRING, NULL,
    N_("Language of the wall while presenting"), N_("CODE") },
  { "new-window", 'n', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_("Open a new window"), NULL },
  { "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_("Print the version and exit"), NULL },
  { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, NULL,
    NULL, N_("[LESSON.md]") },
  { NULL }
};

static const char *
choose_code (GigApplication *self,
             const char     *wanted)
{
  g_autofree char *remembered = g_settings_get_string (self->settings, "language");
  const char *asked = wanted != NULL ? wanted : remembered;

  if (*asked != '\0')
    return gig_language_set_negotiate (self->languages, (const char *[]) { asked, NULL });

  return gig_language_set_negotiate (self->languages, (const char * const *) self->session_languages);
}

/* Window buttons take their accessible names when they are made: make them anew. */
static void
renew_window_controls (GtkWidget *widget)
{
  if (ADW_IS_HEADER_BAR (widget))
    {
      AdwHeaderBar *bar = ADW_HEADER_BAR (widget);
      g_autofree char *layout = g_strdup (adw_header_bar_get_decoration_layout (bar));

      adw_header_bar_set_decoration_layout (bar, ":");
      adw_header_bar_set_decoration_layout (bar, layout);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    renew_window_controls (child);
}

static void
window_language_cb (GigLanguage *language,
                    GParamSpec  *pspec,
                    GtkWidget   *window)
{
  gig_toolkit_locale_switch (gig_language_get_code (language));
  renew_window_controls (window);
}

/* A language that only lessons speak: there it is taken when the lesson is known. */
static void
wish_language (GigApplication *self,
               GigWindow      *window,
               const char     *asked)
{
  g_autofree char *remembered = g_settings_get_string (self->settings, "language");
  const char *wish = asked != NULL ? asked : remembered;

  if (*wish != '\0' && !g_str_equal (wish, choose_code (self, asked)))
    gig_window_wish_language (window, wish);
}

static GigWindow *
create_window (GigApplication *self,
               const char     *language)
{
  const char *code = choose_code (self, language);
  GtkWidget *window;

  gig_toolkit_locale_switch (code);
  window = gig_window_new (GTK_APPLICATION (self), self->languages, code);
  g_signal_connect_object (gig_window_get_language (GIG_WINDOW (window)), "notify::code",
                           G_CALLBACK (window_language_cb), window, G_CONNECT_DEFAULT);
  wish_language (self, GIG_WINDOW (window), language);
  gig_timing_watch_window (GTK_WINDOW (window), self->started);
  self->started = 0;

  return GIG_WINDOW (window);
}

static GFile *
shipped_lesson (void)
{
  return g_file_new_for_uri (LESSONS_URI SHIPPED_LESSON ".md");
}

/* gigogne://LESSON?compare=CONCEPT,CONCEPT#CONCEPT */
typedef struct
{
  char *lesson;         /* (nullable): its name */
  char *concept;        /* (nullable) */
  char *compared;       /* (nullable): see gig_window_compare() */
} Link;

static void
link_clear (Link *link)
{
  g_clear_pointer (&link->lesson, g_free);
  g_clear_pointer (&link->concept, g_free);
  g_clear_pointer (&link->compared, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Link, link_clear)

static gboolean
is_link (const char *uri)
{
  return g_str_has_prefix (uri, "gigogne:");
}

static void
parse_link (const char *uri,
            Link       *link)
{
  g_autoptr(GUri) parsed = g_uri_parse (uri, G_URI_FLAGS_PARSE_RELAXED, NULL);
  g_autoptr(GHashTable) query = NULL;

  if (parsed == NULL)
    return;
  link->lesson = g_strdup (g_uri_get_host (parsed));
  link->concept = g_strdup (g_uri_get_fragment (parsed));
  if (g_uri_get_query (parsed) == NULL)
    return;
  query = g_uri_parse_params (g_uri_get_query (parsed), -1, "&", G_URI_PARAMS_NONE, NULL);
  if (query != NULL)
    link->compared = g_strdup (g_hash_table_lookup (query, "compare"));
}

static void
show (GigApplication *self,
      GigWindow      *window,
      GFile          *file,
      const char     *concept)
{
  /* A lesson that is shown already only moves to the concept. */
  if (gig_window_get_lesson (window) == NULL || file != NULL)
    {
      g_autoptr(GFile) shipped = shipped_lesson ();
      g_autoptr(GigLesson) lesson = NULL;

      /* It is in memory and soon read: the first frame has it. */
      if (file == NULL)
        lesson = gig_lesson_read_file (shipped, NULL, NULL);
      if (lesson != NULL)
        gig_window_set_lesson (window, lesson, concept);
      else
        gig_window_open (window, file != NULL ? file : shipped, concept);
    }
  else if (concept != NULL)
    gig_window_show_concept (window, concept);
  gtk_window_present (GTK_WINDOW (window));
}

static gboolean
shows_lesson (GigWindow  *window,
              const char *name)
{
  GigLesson *lesson = gig_window_get_lesson (window);

  return lesson != NULL && g_strcmp0 (gig_lesson_get_name (lesson), name) == 0;
}

/* The lesson shown, the one that comes with the program, or one that was opened before. */
static void
show_link (GigApplication *self,
           GigWindow      *window,
           const char     *uri)
{
  g_auto(Link) link = { 0 };

  parse_link (uri, &link);
  if (link.lesson == NULL || shows_lesson (window, link.lesson) || g_str_equal (link.lesson, SHIPPED_LESSON))
    {
      g_autoptr(GFile) shipped = shipped_lesson ();

      show (self, window, shows_lesson (window, link.lesson) ? NULL : shipped, link.concept);
    }
  else if (gig_window_open_by_name (window, link.lesson, link.concept))
    gtk_window_present (GTK_WINDOW (window));
  else
    {
      GigLanguage *language = gig_window_get_language (window);
      g_autofree char *text = gig_language_format (language, "The lesson “%s” of the link has never been opened here",
                                                   link.lesson);

      show (self, window, NULL, NULL);
      gig_window_show_toast (window, text);
      return;
    }
  if (link.compared != NULL)
    gig_window_compare (window, link.compared);
}

static GigWindow *
get_window (GigApplication *self,
            gboolean        fresh,
            const char     *language)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (fresh || !GIG_IS_WINDOW (active))
    return create_window (self, language);
  if (language != NULL)
    {
      gig_language_set_code (gig_window_get_language (GIG_WINDOW (active)), choose_code (self, language));
      wish_language (self, GIG_WINDOW (active), language);
    }

  return GIG_WINDOW (active);
}

static void
gig_application_activate (GApplication *application)
{
  GigApplication *self = GIG_APPLICATION (application);

  show (self, get_window (self, FALSE, NULL), NULL, NULL);
}

static void
gig_application_open (GApplication  *application,
                      GFile        **files,
                      int            n_files,
                      const char    *hint)
{
  GigApplication *self = GIG_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *scheme = g_file_get_uri_scheme (files[i]);

      if (g_strcmp0 (scheme, "gigogne") == 0)
        {
          g_autofree char *uri = g_file_get_uri (files[i]);

          show_link (self, get_window (self, FALSE, NULL), uri);
        }
      else
        show (self, get_window (self, TRUE, NULL), files[i], NULL);
    }
}

/* The options in the session's language, where somebody reads of them. GApplication keeps the texts. */
static void
add_options (GigApplication *self,
             char          **arguments)
{
  g_autofree GOptionEntry *entries = g_memdup2 (options, sizeof options);
  g_autoptr(GigLanguage) language = NULL;

  if (g_strv_contains ((const char * const *) arguments, "--help")
      || g_strv_contains ((const char * const *) arguments, "-h")
      || g_strv_contains ((const char * const *) arguments, "--help-all"))
    {
      self->languages = gig_language_set_new_from_resources ();
      language = gig_language_new (self->languages, gig_language_set_negotiate (self->languages, (const char * const *) self->session_languages));
    }
  for (GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    {
      if (entry->description != NULL)
        entry->description = gig_language_gettext (language, entry->description);
      if (entry->arg_description != NULL)
        entry->arg_description = gig_language_gettext (language, entry->arg_description);
    }
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

/* GApplication knows no option with an argument that may be left out. */
static gboolean
gig_application_local_command_line (GApplication   *application,
                                    char         ***arguments,
                                    int            *exit_status)
{
  add_options (GIG_APPLICATION (application), *arguments);
  for (guint i = 0; (*arguments)[i] != NULL; i++)
    if (g_str_equal ((*arguments)[i], "--present"))
      {
        g_free ((*arguments)[i]);
        (*arguments)[i] = g_strdup ("--present=");
      }

  return G_APPLICATION_CLASS (gig_application_parent_class)->local_command_line (application, arguments, exit_status);
}

static void
present (GigApplication *self,
         GVariantDict   *dict)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  const char *tour = NULL, *wall_language = NULL;

  if (!g_variant_dict_lookup (dict, "present", "&s", &tour) || !GIG_IS_WINDOW (window))
    return;
  g_variant_dict_lookup (dict, "wall-language", "&s", &wall_language);
  gig_window_present (GIG_WINDOW (window), *tour != '\0' ? tour : NULL, wall_language);
}

static int
gig_application_handle_local_options (GApplication *application,
                                      GVariantDict *dict)
{
  if (!g_variant_dict_contains (dict, "version"))
    return -1;

  g_print ("Gigogne %s\n", GIG_VERSION);

  return 0;
}

static int
gig_application_command_line (GApplication            *application,
                              GApplicationCommandLine *command_line)
{
  GigApplication *self = GIG_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_autofree const char **files = NULL;
  const char *language = NULL, *concept = NULL;
  gboolean fresh = g_variant_dict_contains (dict, "new-window");

  g_variant_dict_lookup (dict, "language", "&s", &language);
  g_variant_dict_lookup (dict, "concept", "&s", &concept);
  g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &files);
  for (guint i = 0; files != NULL && files[i] != NULL; i++)
    {
      GigWindow *window = get_window (self, fresh || i > 0, language);
      g_autoptr(GFile) file = NULL;

      if (is_link (files[i]))
        {
          show_link (self, window, files[i]);
          continue;
        }
      file = g_application_command_line_create_file_for_arg (command_line, files[i]);
      show (self, window, file, concept);
    }
  if (files == NULL || files[0] == NULL)
    show (self, get_window (self, fresh, language), NULL, concept);

  present (self, dict);

  return 0;
}

/* --- Actions --- */

/* An open dialog would take the window's closing for its own. */
static void
close_dialogs (GtkWindow *window)
{
  g_autoptr(GListModel) dialogs = NULL;

  if (!ADW_IS_APPLICATION_WINDOW (window))
    return;

  dialogs = adw_application_window_get_dialogs (ADW_APPLICATION_WINDOW (window));
  for (guint i = g_list_model_get_n_items (dialogs); i > 0; i--)
    {
      g_autoptr(AdwDialog) dialog = g_list_model_get_item (dialogs, i - 1);

      adw_dialog_force_close (dialog);
    }
}

static void
quit_activated_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  GList *windows = g_list_copy (gtk_application_get_windows (application));

  for (GList *l = windows; l != NULL; l = l->next)
    {
      close_dialogs (l->data);
      gtk_window_close (l->data);
    }
  g_list_free (windows);
}

static void
new_window_activated_cb (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       user_data)
{
  GigApplication *self = GIG_APPLICATION (user_data);

  show (self, get_window (self, TRUE, NULL), NULL, NULL);
}

static void
present_dialog (GigApplication *self,
                AdwDialog      *dialog)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  gig_dialog_present (dialog, GTK_WIDGET (window));
}

static void
preferences_activated_cb (GSimpleAction *action,
                          GVariant      *parameter,
                          gpointer       user_data)
{
  GigApplication *self = GIG_APPLICATION (user_data);

  present_dialog (self, gig_preferences_dialog_new (self->settings));
}

/* Beside the lesson that is being written, not in its place. */
static void
guide_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  GigApplication *self = GIG_APPLICATION (user_data);
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  g_autoptr(GFile) guide = g_file_new_for_uri (LESSONS_URI GUIDE ".md");
  const char *language = GIG_IS_WINDOW (active) ? gig_language_get_code (gig_window_get_language (GIG_WINDOW (active))) : NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (GIG_IS_WINDOW (l->data) && shows_lesson (l->data, GUIDE))
      {
        gtk_window_present (l->data);
        return;
      }
  show (self, get_window (self, TRUE, language), guide, NULL);
}

static void
shortcuts_activated_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  present_dialog (GIG_APPLICATION (user_data), gig_shortcuts_dialog_new ());
}

static void
about_activated_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  gig_about_present (window != NULL ? GTK_WIDGET (window) : NULL);
}

static const GActionEntry entries[] = {
  { .name = "preferences", .activate = preferences_activated_cb },
  { .name = "guide", .activate = guide_activated_cb },
  { .name = "shortcuts", .activate = shortcuts_activated_cb },
  { .name = "about", .activate = about_activated_cb },
  { .name = "quit", .activate = quit_activated_cb },
  { .name = "new-window", .activate = new_window_activated_cb },
};

static void
apply_color_scheme (GigApplication *self)
{
  g_autofree char *scheme = g_settings_get_string (self->settings, "color-scheme");
  AdwStyleManager *manager = adw_application_get_style_manager (ADW_APPLICATION (self));

  adw_style_manager_set_color_scheme (manager,
                                      g_str_equal (scheme, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                      : g_str_equal (scheme, "dark") ? ADW_COLOR_SCHEME_FORCE_DARK
                                                                     : ADW_COLOR_SCHEME_DEFAULT);
}

static void
gig_application_startup (GApplication *application)
{
  GigApplication *self = GIG_APPLICATION (application);

  G_APPLICATION_CLASS (gig_application_parent_class)->startup (application);
  gig_toolkit_catalogues_bind (NULL);
  /* All text of a page can be selected; moving the focus over it is reading, not selecting. */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);

  self->settings = g_settings_new ("org.gigogne.Gigogne");
  if (self->languages == NULL)
    self->languages = gig_language_set_new_from_resources ();
  g_signal_connect_object (self->settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme), self, G_CONNECT_SWAPPED);
  apply_color_scheme (self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  gig_actions_set_accels (GTK_APPLICATION (self));
  gig_actions_keep_keys_in_popovers ();
  gtk_window_set_default_icon_name (GIG_APP_ID);
}

static void
gig_application_dispose (GObject *object)
{
  GigApplication *self = GIG_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_pointer (&self->languages, gig_language_set_unref);
  g_clear_pointer (&self->session_languages, g_strfreev);

  G_OBJECT_CLASS (gig_application_parent_class)->dispose (object);
}

static void
gig_application_class_init (GigApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gig_application_dispose;
  application_class->startup = gig_application_startup;
  application_class->activate = gig_application_activate;
  application_class->open = gig_application_open;
  application_class->handle_local_options = gig_application_handle_local_options;
  application_class->local_command_line = gig_application_local_command_line;
  application_class->command_line = gig_application_command_line;
}

static void
gig_application_init (GigApplication *self)
{
}

GApplication *
gig_application_new (const char * const *session_languages)
{
  GigApplication *self;

  self = g_object_new (GIG_TYPE_APPLICATION,
                       "application-id", GIG_APP_ID,
                       "resource-base-path", "/org/gigogne/Gigogne",
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       NULL);
  self->session_languages = g_strdupv ((char **) session_languages);
  self->started = g_get_monotonic_time ();

  return G_APPLICATION (self);
}

GigLanguageSet *
gig_application_get_languages (GigApplication *self)
{
  g_return_val_if_fail (GIG_IS_APPLICATION (self), NULL);

  return self->languages;
}
