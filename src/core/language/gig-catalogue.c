/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-catalogue-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gig-plural-forms.h"

struct _GigCatalogue
{
  gatomicrefcount  ref_count;
  const char      *language;
  GBytes          *bytes;
  GStringChunk    *store;
  GigPluralForms  *plural_forms;
  GArray          *entries;       /* of GigCatalogueEntry */
  guint32         *slots;         /* open addressing: index + 1 into entries, 0 empty */
  guint32          slot_mask;
  guint64          seed;
};

typedef struct
{
  guint       line;
  const char *format;
  char       *argument;
} GigCatalogueErrorPrivate;

static void
gig_catalogue_error_private_init (GigCatalogueErrorPrivate *priv)
{
  priv->format = "";
}

static void
gig_catalogue_error_private_copy (const GigCatalogueErrorPrivate *from,
                                  GigCatalogueErrorPrivate       *to)
{
  *to = *from;
  to->argument = g_strdup (from->argument);
}

static void
gig_catalogue_error_private_clear (GigCatalogueErrorPrivate *priv)
{
  g_free (priv->argument);
}

G_DEFINE_EXTENDED_ERROR (GigCatalogueError, gig_catalogue_error)

#define HASH_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

static inline guint64
load (const char *at,
      gsize       length)
{
  guint64 value = 0;

  memcpy (&value, at, length);
  return value;
}

static inline guint64
mix (guint64 hash,
     guint64 value)
{
  hash = (hash ^ value) * HASH_FACTOR;
  return hash ^ (hash >> 29);
}

/* Eight bytes a step; the last step overlaps the one before instead of going
 * byte by byte. */
static inline guint64
hash_bytes (guint64     hash,
            const char *text,
            gsize       length)
{
  hash = mix (hash, length);
  if (length >= 8)
    {
      const char *last = text + length - 8;

      for (; text < last; text += 8)
        hash = mix (hash, load (text, 8));
      return mix (hash, load (last, 8));
    }
  if (length >= 4)
    return mix (hash, load (text, 4) | load (text + length - 4, 4) << 32);
  for (gsize i = 0; i < length; i++)
    hash = mix (hash, (guchar) text[i]);
  return hash;
}

static inline guint32
hash_message (GigCatalogue *self,
              const char   *context,
              gsize         context_length,
              const char   *msgid,
              gsize         msgid_length)
{
  guint64 hash = self->seed;

  if (context != NULL)
    hash = hash_bytes (~hash, context, context_length);
  hash = hash_bytes (hash, msgid, msgid_length);
  return (guint32) (hash ^ (hash >> 32));
}

static inline gboolean
entry_is (const GigCatalogueEntry *entry,
          guint32                  hash,
          const char              *context,
          gsize                    context_length,
          const char              *msgid,
          gsize                    msgid_length)
{
  return entry->hash == hash
    && entry->msgid_length == msgid_length
    && entry->context_length == context_length
    && (entry->context != NULL) == (context != NULL)
    && memcmp (entry->msgid, msgid, msgid_length) == 0
    && (context == NULL || memcmp (entry->context, context, context_length) == 0);
}

static const GigCatalogueEntry *
find_hashed (GigCatalogue *self,
             guint32       hash,
             const char   *context,
             gsize         context_length,
             const char   *msgid,
             gsize         msgid_length)
{
  const GigCatalogueEntry *entries = (const GigCatalogueEntry *) (gpointer) self->entries->data;

  for (guint32 slot = hash & self->slot_mask; self->slots[slot] != 0; slot = (slot + 1) & self->slot_mask)
    {
      const GigCatalogueEntry *entry = &entries[self->slots[slot] - 1];

      if (entry_is (entry, hash, context, context_length, msgid, msgid_length))
        return entry;
    }

  return NULL;
}

static const GigCatalogueEntry *
find (GigCatalogue *self,
      const char   *context,
      const char   *msgid)
{
  gsize context_length = context != NULL ? strlen (context) : 0;
  gsize msgid_length = strlen (msgid);
  guint32 hash;

  if (msgid_length == 0)
    return NULL;

  hash = hash_message (self, context, context_length, msgid, msgid_length);
  return find_hashed (self, hash, context, context_length, msgid, msgid_length);
}

static void
put_slot (GigCatalogue *self,
          guint32       hash,
          guint32       index)
{
  guint32 slot = hash & self->slot_mask;

  while (self->slots[slot] != 0)
    slot = (slot + 1) & self->slot_mask;
  self->slots[slot] = index + 1;
}

static void
make_slots (GigCatalogue *self,
            guint         n_entries)
{
  guint32 n_slots = 16;

  while (n_slots < 2 * n_entries)
    n_slots *= 2;

  g_free (self->slots);
  self->slots = g_new0 (guint32, n_slots);
  self->slot_mask = n_slots - 1;
  for (guint i = 0; i < self->entries->len; i++)
    put_slot (self, g_array_index (self->entries, GigCatalogueEntry, i).hash, i);
}

/* A header's field: `Language: fr\n`. */
static char *
get_field (const char *header,
           const char *name)
{
  gsize length = strlen (name);

  for (const char *line = header; line != NULL && *line != '\0';)
    {
      const char *end = line + strcspn (line, "\n");

      if (g_ascii_strncasecmp (line, name, length) == 0 && line[length] == ':')
        {
          char *value = g_strndup (line + length + 1, (gsize) (end - line) - length - 1);

          return g_strstrip (value);
        }
      line = *end == '\n' ? end + 1 : end;
    }

  return NULL;
}

/* An unfilled template says CHARSET. */
static gboolean
charset_is_utf8 (const char *charset)
{
  static const char * const names[] = { "utf-8", "utf8", "us-ascii", "ascii", "charset", NULL };
  g_autofree char *lower = g_ascii_strdown (charset, -1);

  return g_strv_contains (names, lower);
}

gboolean
gig_catalogue_read_header (GigCatalogue  *self,
                           const char    *header,
                           const char   **format,
                           char         **argument)
{
  g_autofree char *type = get_field (header, "Content-Type");
  g_autofree char *plural = get_field (header, "Plural-Forms");
  g_autofree char *language = get_field (header, "Language");
  const char *charset = type != NULL ? strstr (type, "charset=") : NULL;

  if (charset != NULL)
    {
      g_autofree char *name = g_strdup (charset + strlen ("charset="));

      g_strdelimit (name, "; \t", '\0');
      if (!charset_is_utf8 (name))
        {
          *format = N_("the file’s encoding is %s; only UTF-8 is read");
          *argument = g_steal_pointer (&name);
          return FALSE;
        }
    }

  if (self->language == NULL && language != NULL && *language != '\0')
    gig_catalogue_set_language (self, language);

  /* msginit's template: `nplurals=INTEGER; plural=EXPRESSION;` */
  if (plural != NULL && strstr (plural, "INTEGER") == NULL)
    {
      GigPluralForms *forms = gig_plural_forms_new (plural);

      if (forms == NULL)
        {
          *format = N_("“%s” is not a plural rule; write for example “nplurals=2; plural=(n != 1);”");
          *argument = g_steal_pointer (&plural);
          return FALSE;
        }
      gig_plural_forms_free (self->plural_forms);
      self->plural_forms = forms;
    }

  return TRUE;
}

GigCatalogue *
gig_catalogue_new (GBytes *bytes,
                   guint   n_expected)
{
  GigCatalogue *self = g_new0 (GigCatalogue, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->bytes = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->plural_forms = gig_plural_forms_new_germanic ();
  self->entries = g_array_sized_new (FALSE, FALSE, sizeof (GigCatalogueEntry), n_expected);
  /* Not the same for two runs, so that no file can be made to collide. */
  self->seed = (guint64) g_random_int () << 32 | g_random_int ();
  make_slots (self, n_expected);

  return self;
}

void
gig_catalogue_set_language (GigCatalogue *self,
                            const char   *language)
{
  self->language = g_intern_string (language);
}

const char *
gig_catalogue_store (GigCatalogue *self,
                     const char   *text,
                     gsize         length)
{
  if (self->store == NULL)
    self->store = g_string_chunk_new (32 * 1024);

  return g_string_chunk_insert_len (self->store, text, (gssize) length);
}

gboolean
gig_catalogue_add (GigCatalogue            *self,
                   const GigCatalogueEntry *entry)
{
  GigCatalogueEntry added = *entry;

  added.hash = hash_message (self, entry->context, entry->context_length, entry->msgid, entry->msgid_length);
  if (find_hashed (self, added.hash, entry->context, entry->context_length, entry->msgid, entry->msgid_length))
    return FALSE;

  g_array_append_val (self->entries, added);
  if (2 * self->entries->len > self->slot_mask)
    make_slots (self, 2 * self->entries->len);
  else
    put_slot (self, added.hash, self->entries->len - 1);

  return TRUE;
}

void
gig_catalogue_set_error (GError            **error,
                         GigCatalogueError   code,
                         const char         *name,
                         guint               line,
                         const char         *format,
                         char               *argument)
{
  g_autofree char *owned = argument;
  g_autoptr(GString) text = g_string_new (format);
  GigCatalogueErrorPrivate *priv;

  if (error == NULL)
    return;

  if (argument != NULL)
    g_string_replace (text, "%s", argument, 1);
  if (name != NULL && line > 0)
    *error = g_error_new (GIG_CATALOGUE_ERROR, (int) code, "%s:%u: error: %s", name, line, text->str);
  else if (name != NULL)
    *error = g_error_new (GIG_CATALOGUE_ERROR, (int) code, "%s: error: %s", name, text->str);
  else
    *error = g_error_new_literal (GIG_CATALOGUE_ERROR, (int) code, text->str);
  priv = gig_catalogue_error_get_private (*error);
  priv->line = line;
  priv->format = format;
  priv->argument = g_steal_pointer (&owned);
}

guint
gig_catalogue_error_get_line (const GError *error)
{
  g_return_val_if_fail (error != NULL && error->domain == GIG_CATALOGUE_ERROR, 0);

  return gig_catalogue_error_get_private (error)->line;
}

const char *
gig_catalogue_error_get_format (const GError *error)
{
  g_return_val_if_fail (error != NULL && error->domain == GIG_CATALOGUE_ERROR, "");

  return gig_catalogue_error_get_private (error)->format;
}

const char *
gig_catalogue_error_get_argument (const GError *error)
{
  g_return_val_if_fail (error != NULL && error->domain == GIG_CATALOGUE_ERROR, NULL);

  return gig_catalogue_error_get_private (error)->argument;
}

GigCatalogue *
gig_catalogue_ref (GigCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
gig_catalogue_unref (GigCatalogue *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->store, g_string_chunk_free);
  g_clear_pointer (&self->plural_forms, gig_plural_forms_free);
  g_array_unref (self->entries);
  g_free (self->slots);
  g_free (self);
}

const char *
gig_catalogue_get_language (GigCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

const char *
gig_catalogue_lookup (GigCatalogue *self,
                      const char   *context,
                      const char   *msgid)
{
  const GigCatalogueEntry *entry;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (msgid != NULL, NULL);

  entry = find (self, context, msgid);
  return entry != NULL && entry->state == GIG_TRANSLATION_DONE ? entry->value : NULL;
}

const char *
gig_catalogue_lookup_plural (GigCatalogue *self,
                             const char   *context,
                             const char   *msgid,
                             const char   *msgid_plural,
                             gulong        n)
{
  const GigCatalogueEntry *entry;
  const char *form, *end;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (msgid != NULL, NULL);

  entry = find (self, context, msgid);
  if (entry == NULL || entry->state != GIG_TRANSLATION_DONE || !entry->plural)
    return NULL;

  form = entry->value;
  end = form + entry->value_length;
  for (guint i = gig_plural_forms_choose (self->plural_forms, n); i > 0; i--)
    {
      form += strlen (form) + 1;
      if (form > end)
        return NULL;
    }

  return form;
}

GigTranslationState
gig_catalogue_get_state (GigCatalogue *self,
                         const char   *context,
                         const char   *msgid)
{
  const GigCatalogueEntry *entry;

  g_return_val_if_fail (self != NULL, GIG_TRANSLATION_MISSING);
  g_return_val_if_fail (msgid != NULL, GIG_TRANSLATION_MISSING);

  entry = find (self, context, msgid);
  return entry != NULL ? entry->state : GIG_TRANSLATION_MISSING;
}

guint
gig_catalogue_get_line (GigCatalogue *self,
                        const char   *context,
                        const char   *msgid)
{
  const GigCatalogueEntry *entry;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (msgid != NULL, 0);

  entry = find (self, context, msgid);
  return entry != NULL ? entry->line : 0;
}

guint
gig_catalogue_get_n_messages (GigCatalogue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->entries->len;
}
