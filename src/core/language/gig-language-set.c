/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-language.h"

#include <gio/gio.h>
#include <string.h>

#define RESOURCE_PATH "/org/gigogne/Gigogne/locale/"

struct _GigLanguageSet
{
  gatomicrefcount  ref_count;
  GPtrArray       *codes;         /* of interned strings, NULL-terminated */
  GPtrArray       *catalogues;    /* of (nullable) GigCatalogue, as codes */
};

G_DEFINE_BOXED_TYPE (GigLanguageSet, gig_language_set, gig_language_set_ref, gig_language_set_unref)

static void
unref_catalogue (gpointer catalogue)
{
  if (catalogue != NULL)
    gig_catalogue_unref (catalogue);
}

static gssize
find_code (GigLanguageSet *self,
           const char     *code)
{
  for (guint i = 0; i < self->catalogues->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (self->codes, i), code))
        return (gssize) i;
    }

  return -1;
}

static void
add_language (GigLanguageSet *self,
              const char     *code,
              GigCatalogue   *catalogue)
{
  if (find_code (self, code) >= 0)
    return;

  g_ptr_array_index (self->codes, self->codes->len - 1) = (gpointer) g_intern_string (code);
  g_ptr_array_add (self->codes, NULL);
  g_ptr_array_add (self->catalogues, catalogue != NULL ? gig_catalogue_ref (catalogue) : NULL);
}

static GigCatalogue *
load_catalogue (const char *code)
{
  g_autofree char *path = g_strconcat (RESOURCE_PATH, code, ".mo", NULL);
  g_autoptr(GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr(GError) error = NULL;
  GigCatalogue *catalogue;

  if (bytes == NULL)
    return NULL;

  catalogue = gig_catalogue_new_from_mo (code, bytes, &error);
  if (catalogue == NULL)
    g_critical ("%s: %s", path, error->message);
  return catalogue;
}

GigLanguageSet *
gig_language_set_new (GPtrArray *catalogues)
{
  GigLanguageSet *self = g_new0 (GigLanguageSet, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->codes = g_ptr_array_new ();
  g_ptr_array_add (self->codes, NULL);
  self->catalogues = g_ptr_array_new_with_free_func (unref_catalogue);

  add_language (self, "en", NULL);
  for (guint i = 0; catalogues != NULL && i < catalogues->len; i++)
    {
      GigCatalogue *catalogue = g_ptr_array_index (catalogues, i);

      add_language (self, gig_catalogue_get_language (catalogue), catalogue);
    }

  return self;
}

GigLanguageSet *
gig_language_set_new_from_resources (void)
{
  g_autoptr(GPtrArray) catalogues = g_ptr_array_new_with_free_func (unref_catalogue);
  g_autoptr(GBytes) linguas = g_resources_lookup_data (RESOURCE_PATH "LINGUAS", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto(GStrv) words = NULL;
  GigLanguageSet *self;

  if (linguas != NULL)
    {
      gsize size;
      const char *data = g_bytes_get_data (linguas, &size);
      g_autofree char *text = g_strndup (data, size);

      words = g_strsplit_set (text, " \t\n", -1);
    }

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      GigCatalogue *catalogue = *words[i] != '\0' ? load_catalogue (words[i]) : NULL;

      if (catalogue != NULL)
        g_ptr_array_add (catalogues, catalogue);
    }

  self = gig_language_set_new (catalogues);
  if (g_strcmp0 (g_getenv ("GIGOGNE_PSEUDO"), "1") == 0)
    add_language (self, GIG_LANGUAGE_PSEUDO, NULL);
  return self;
}

GigLanguageSet *
gig_language_set_ref (GigLanguageSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
gig_language_set_unref (GigLanguageSet *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->catalogues);
  g_free (self);
}

const char * const *
gig_language_set_get_codes (GigLanguageSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char * const *) self->codes->pdata;
}

GigCatalogue *
gig_language_set_get_catalogue (GigLanguageSet *self,
                                const char     *code)
{
  gssize index;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  index = find_code (self, code);
  return index >= 0 ? g_ptr_array_index (self->catalogues, index) : NULL;
}

/* The parts of `language[_TERRITORY][.codeset][@modifier]`, or of `pt-BR`. */
static void
split_name (const char  *name,
            char       **language,
            char       **territory,
            char       **modifier)
{
  gsize language_length = strcspn (name, "_-.@");
  const char *at = name + language_length;
  const char *modifier_at = strchr (name, '@');

  *language = g_ascii_strdown (name, (gssize) language_length);
  *territory = NULL;
  if (*at == '_' || *at == '-')
    *territory = g_ascii_strup (at + 1, (gssize) strcspn (at + 1, ".@"));
  *modifier = modifier_at != NULL ? g_strdup (modifier_at + 1) : NULL;
}

static const char *
find_first (GigLanguageSet      *self,
            const char * const  *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      gssize index = *names[i] != '\0' ? find_code (self, names[i]) : -1;

      if (index >= 0)
        return g_ptr_array_index (self->codes, index);
    }

  return NULL;
}

static const char *
find_relative (GigLanguageSet *self,
               const char     *language)
{
  gsize length = strlen (language);

  for (guint i = 0; i < self->catalogues->len; i++)
    {
      const char *code = g_ptr_array_index (self->codes, i);

      if (strncmp (code, language, length) == 0 && (code[length] == '_' || code[length] == '@'))
        return code;
    }

  return NULL;
}

static const char *
negotiate_one (GigLanguageSet *self,
               const char     *name)
{
  g_autofree char *language = NULL;
  g_autofree char *territory = NULL;
  g_autofree char *modifier = NULL;
  g_autofree char *full = NULL;
  g_autofree char *regional = NULL;
  g_autofree char *modified = NULL;
  const char *found;

  split_name (name, &language, &territory, &modifier);
  if (*language == '\0')
    return NULL;
  if (g_str_equal (language, "c") || g_str_equal (language, "posix"))
    return g_intern_static_string ("en");

  regional = territory != NULL ? g_strconcat (language, "_", territory, NULL) : g_strdup ("");
  modified = modifier != NULL ? g_strconcat (language, "@", modifier, NULL) : g_strdup ("");
  full = modifier != NULL && territory != NULL ? g_strconcat (regional, "@", modifier, NULL) : g_strdup ("");

  found = find_first (self, (const char * const[]) { full, regional, modified, language, NULL });
  return found != NULL ? found : find_relative (self, language);
}

const char *
gig_language_set_negotiate (GigLanguageSet     *self,
                            const char * const *wanted)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; wanted != NULL && wanted[i] != NULL; i++)
    {
      const char *code = negotiate_one (self, wanted[i]);

      if (code != NULL)
        return code;
    }

  return g_intern_static_string ("en");
}
