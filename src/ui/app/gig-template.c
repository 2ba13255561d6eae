/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The translatable texts of a template, read once a class from its compiled
 * Blueprint and set anew on each instance whenever its window's language
 * changes: GtkBuilder translates once, at building. */

#include "gig-language-host.h"

typedef enum
{
  BINDING_PROPERTY,
  BINDING_ACCESSIBLE_LABEL,
  BINDING_ACCESSIBLE_DESCRIPTION,
} BindingKind;

/* One translatable text: which object, which property, what text. */
typedef struct
{
  BindingKind  kind;
  char        *object;      /* id; NULL for the template itself */
  char        *property;
  char        *context;     /* nullable */
  GString     *msgid;
} Binding;

typedef struct
{
  GPtrArray *bindings;
  GPtrArray *ids;           /* stack of enclosing objects' ids; "" for none */
  Binding   *open;
  gboolean   in_accessibility;
} Parser;

/* Of one class, for the life of the program. */
typedef struct
{
  GPtrArray  *bindings;
  GHashTable *bound;        /* set of the ids that are bound as template children */
} Template;

#define QUARK_TEMPLATE (g_quark_from_static_string ("gig-template"))

static void
binding_free (Binding *binding)
{
  g_free (binding->object);
  g_free (binding->property);
  g_free (binding->context);
  g_string_free (binding->msgid, TRUE);
  g_free (binding);
}

static const char *
find_attribute (const char **names,
                const char **values,
                const char  *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return values[i];

  return NULL;
}

static void
open_binding (Parser      *parser,
              const char **names,
              const char **values)
{
  const char *translatable = find_attribute (names, values, "translatable");
  const char *property = find_attribute (names, values, "name");
  const char *object = parser->ids->len > 0 ? g_ptr_array_index (parser->ids, parser->ids->len - 1) : NULL;

  if (translatable == NULL || (!g_str_equal (translatable, "yes") && !g_str_equal (translatable, "true")))
    return;

  if (object != NULL && *object == '\0')
    {
      g_critical ("A translatable “%s” belongs to an object without an id", property);
      return;
    }

  parser->open = g_new0 (Binding, 1);
  parser->open->object = g_strdup (object);
  parser->open->property = g_strdup (property);
  parser->open->context = g_strdup (find_attribute (names, values, "context"));
  parser->open->msgid = g_string_new (NULL);
  if (parser->in_accessibility)
    parser->open->kind = g_strcmp0 (property, "description") == 0 ? BINDING_ACCESSIBLE_DESCRIPTION
                                                                  : BINDING_ACCESSIBLE_LABEL;
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *element,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  Parser *parser = user_data;

  if (g_str_equal (element, "template"))
    g_ptr_array_add (parser->ids, NULL);
  else if (g_str_equal (element, "object"))
    {
      const char *id = find_attribute (names, values, "id");

      g_ptr_array_add (parser->ids, g_strdup (id != NULL ? id : ""));
    }
  else if (g_str_equal (element, "accessibility"))
    parser->in_accessibility = TRUE;
  else if (g_str_equal (element, "property"))
    open_binding (parser, names, values);
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *element,
                gpointer              user_data,
                GError              **error)
{
  Parser *parser = user_data;

  if (g_str_equal (element, "template") || g_str_equal (element, "object"))
    g_ptr_array_remove_index (parser->ids, parser->ids->len - 1);
  else if (g_str_equal (element, "accessibility"))
    parser->in_accessibility = FALSE;
  else if (g_str_equal (element, "property") && parser->open != NULL)
    g_ptr_array_add (parser->bindings, g_steal_pointer (&parser->open));
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Parser *parser = user_data;

  if (parser->open != NULL)
    g_string_append_len (parser->open->msgid, text, length);
}

static GPtrArray *
read_bindings (const char *resource_path)
{
  static const GMarkupParser callbacks = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  g_autoptr(GBytes) bytes = g_resources_lookup_data (resource_path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(GMarkupParseContext) context = NULL;
  g_autoptr(GError) error = NULL;
  Parser parser = { 0 };

  parser.bindings = g_ptr_array_new_with_free_func ((GDestroyNotify) binding_free);
  parser.ids = g_ptr_array_new_with_free_func (g_free);
  context = g_markup_parse_context_new (&callbacks, G_MARKUP_DEFAULT_FLAGS, &parser, NULL);
  if (bytes == NULL
      || !g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error)
      || !g_markup_parse_context_end_parse (context, &error))
    g_critical ("%s: %s", resource_path, error != NULL ? error->message : "no such resource");
  g_ptr_array_unref (parser.ids);

  return parser.bindings;
}

static void
apply_binding (GtkWidget   *widget,
               Binding     *binding,
               GigLanguage *language)
{
  const char *text = binding->context != NULL
                       ? gig_language_pgettext (language, binding->context, binding->msgid->str)
                       : gig_language_gettext (language, binding->msgid->str);
  GObject *object = G_OBJECT (widget);

  if (binding->object != NULL)
    object = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), binding->object);
  if (object == NULL)
    return;

  if (binding->kind == BINDING_PROPERTY)
    g_object_set (object, binding->property, text, NULL);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (object),
                                    binding->kind == BINDING_ACCESSIBLE_LABEL ? GTK_ACCESSIBLE_PROPERTY_LABEL
                                                                              : GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    text, -1);
}

static void
language_cb (GtkWidget   *widget,
             GigLanguage *language,
             gpointer     user_data)
{
  GPtrArray *bindings = user_data;

  for (guint i = 0; i < bindings->len; i++)
    apply_binding (widget, g_ptr_array_index (bindings, i), language);
}

void
gig_widget_class_set_template (GtkWidgetClass *widget_class,
                               const char     *resource_path)
{
  Template *template = g_new0 (Template, 1);

  gtk_widget_class_set_template_from_resource (widget_class, resource_path);
  template->bindings = read_bindings (resource_path);
  template->bound = g_hash_table_new (g_str_hash, g_str_equal);
  g_type_set_qdata (G_TYPE_FROM_CLASS (widget_class), QUARK_TEMPLATE, template);
}

void
gig_widget_class_bind_child_at (GtkWidgetClass *widget_class,
                                const char     *name,
                                gssize          offset)
{
  Template *template = g_type_get_qdata (G_TYPE_FROM_CLASS (widget_class), QUARK_TEMPLATE);

  g_return_if_fail (template != NULL);

  gtk_widget_class_bind_template_child_full (widget_class, name, FALSE, offset);
  g_hash_table_add (template->bound, (gpointer) name);
}

void
gig_widget_init_template (GtkWidget *widget)
{
  Template *template = g_type_get_qdata (G_OBJECT_TYPE (widget), QUARK_TEMPLATE);

  g_return_if_fail (template != NULL);

  /* What the class has not bound itself, at its first instance: GTK disposes of
   * a template badly in which one child is bound twice. */
  for (guint i = 0; i < template->bindings->len; i++)
    {
      Binding *binding = g_ptr_array_index (template->bindings, i);

      if (binding->object != NULL && g_hash_table_add (template->bound, binding->object))
        gtk_widget_class_bind_template_child_full (GTK_WIDGET_GET_CLASS (widget), binding->object, FALSE, 0);
    }

  gtk_widget_init_template (widget);
  gig_widget_watch_language (widget, language_cb, template->bindings);
}
