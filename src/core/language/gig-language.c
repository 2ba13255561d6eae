/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-language.h"

#include <string.h>

#include "gig-format.h"
#include "gig-language-private.h"

struct _GigLanguage
{
  GObject         parent_instance;

  GigLanguageSet *set;
  const char     *code;         /* interned */
  const char     *previous;     /* (nullable), interned: the code before */
  GigCatalogue   *catalogue;    /* (nullable), owned by the set */
  gboolean        pseudo;
};

G_DEFINE_FINAL_TYPE (GigLanguage, gig_language, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SET,
  PROP_CODE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
gig_language_finalize (GObject *object)
{
  GigLanguage *self = GIG_LANGUAGE (object);

  g_clear_pointer (&self->set, gig_language_set_unref);

  G_OBJECT_CLASS (gig_language_parent_class)->finalize (object);
}

static void
gig_language_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  GigLanguage *self = GIG_LANGUAGE (object);

  switch (prop_id)
    {
    case PROP_SET:
      g_value_set_boxed (value, self->set);
      break;
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gig_language_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  GigLanguage *self = GIG_LANGUAGE (object);

  switch (prop_id)
    {
    case PROP_SET:
      self->set = g_value_dup_boxed (value);
      break;
    case PROP_CODE:
      gig_language_set_code (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
gig_language_class_init (GigLanguageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = gig_language_finalize;
  object_class->get_property = gig_language_get_property;
  object_class->set_property = gig_language_set_property;

  properties[PROP_SET] =
    g_param_spec_boxed ("set", NULL, NULL,
                        GIG_TYPE_LANGUAGE_SET,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CODE] =
    g_param_spec_string ("code", NULL, NULL,
                         "en",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
gig_language_init (GigLanguage *self)
{
  self->code = g_intern_static_string ("en");
}

GigLanguage *
gig_language_new (GigLanguageSet *set,
                  const char     *code)
{
  g_return_val_if_fail (set != NULL, NULL);
  g_return_val_if_fail (code != NULL, NULL);

  return g_object_new (GIG_TYPE_LANGUAGE, "set", set, "code", code, NULL);
}

GigLanguageSet *
gig_language_get_set (GigLanguage *self)
{
  g_return_val_if_fail (GIG_IS_LANGUAGE (self), NULL);

  return self->set;
}

const char *
gig_language_get_code (GigLanguage *self)
{
  g_return_val_if_fail (self == NULL || GIG_IS_LANGUAGE (self), NULL);

  return self != NULL ? self->code : g_intern_static_string ("en");
}

static void
take_code (GigLanguage *self,
           const char  *code,
           const char  *catalogue_code)
{
  if (code == self->code)
    return;

  self->previous = self->code;
  self->code = code;
  self->pseudo = g_str_equal (code, GIG_LANGUAGE_PSEUDO);
  self->catalogue = gig_language_set_get_catalogue (self->set, catalogue_code);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CODE]);
}

void
gig_language_set_code (GigLanguage *self,
                       const char  *code)
{
  const char *wanted[] = { code, NULL };
  const char *found;

  g_return_if_fail (GIG_IS_LANGUAGE (self));
  g_return_if_fail (code != NULL);

  found = gig_language_set_negotiate (self->set, wanted);
  take_code (self, found, found);
}

void
gig_language_set_exact_code (GigLanguage *self,
                             const char  *code)
{
  const char *wanted[] = { code, NULL };

  g_return_if_fail (GIG_IS_LANGUAGE (self));
  g_return_if_fail (code != NULL);

  take_code (self, g_intern_string (code), gig_language_set_negotiate (self->set, wanted));
}

const char *
gig_language_get_other_code (GigLanguage *self)
{
  const char * const *codes;
  guint i = 0;

  g_return_val_if_fail (GIG_IS_LANGUAGE (self), NULL);

  if (self->previous != NULL && self->previous != self->code)
    return self->previous;

  codes = gig_language_set_get_codes (self->set);
  while (codes[i] != NULL && !g_str_equal (codes[i], self->code))
    i++;

  return codes[i] != NULL && codes[i + 1] != NULL ? codes[i + 1] : codes[0];
}

/* Looks up without the English text as a stand-in. */
static const char *
look_up (GigLanguage *self,
         const char  *context,
         const char  *msgid)
{
  if (self == NULL || *msgid == '\0')
    return NULL;
  if (self->pseudo)
    return gig_pseudo_translate (msgid);
  if (self->catalogue == NULL)
    return NULL;

  return gig_catalogue_lookup (self->catalogue, context, msgid);
}

static const char *
look_up_plural (GigLanguage *self,
                const char  *msgid,
                const char  *msgid_plural,
                gulong       n)
{
  if (self == NULL || *msgid == '\0')
    return NULL;
  if (self->pseudo)
    return gig_pseudo_translate (n == 1 ? msgid : msgid_plural);
  if (self->catalogue == NULL)
    return NULL;

  return gig_catalogue_lookup_plural (self->catalogue, NULL, msgid, msgid_plural, n);
}

const char *
gig_language_gettext (GigLanguage *self,
                      const char  *msgid)
{
  const char *translation;

  g_return_val_if_fail (self == NULL || GIG_IS_LANGUAGE (self), msgid);
  g_return_val_if_fail (msgid != NULL, "");

  translation = look_up (self, NULL, msgid);
  return translation != NULL ? translation : msgid;
}

const char *
gig_language_pgettext (GigLanguage *self,
                       const char  *context,
                       const char  *msgid)
{
  const char *translation;

  g_return_val_if_fail (self == NULL || GIG_IS_LANGUAGE (self), msgid);
  g_return_val_if_fail (msgid != NULL, "");

  translation = look_up (self, context, msgid);
  return translation != NULL ? translation : msgid;
}

const char *
gig_language_ngettext (GigLanguage *self,
                       const char  *msgid,
                       const char  *msgid_plural,
                       gulong       n)
{
  const char *translation;

  g_return_val_if_fail (self == NULL || GIG_IS_LANGUAGE (self), msgid);
  g_return_val_if_fail (msgid != NULL && msgid_plural != NULL, "");

  translation = look_up_plural (self, msgid, msgid_plural, n);
  if (translation != NULL)
    return translation;
  return n == 1 ? msgid : msgid_plural;
}

const char *
gig_language_get_symbol (GigLanguage *self,
                         const char  *context,
                         const char  *msgid)
{
  const char *translation = NULL;

  if (self != NULL && self->catalogue != NULL)
    translation = gig_catalogue_lookup (self->catalogue, context, msgid);

  return translation != NULL ? translation : msgid;
}

char *
gig_language_format (GigLanguage *self,
                     const char  *format,
                     ...)
{
  const char *translation;
  va_list arguments;
  char *text;

  g_return_val_if_fail (self == NULL || GIG_IS_LANGUAGE (self), NULL);
  g_return_val_if_fail (format != NULL, NULL);

  translation = look_up (self, NULL, format);
  if (translation == NULL || !gig_format_matches (format, NULL, translation))
    translation = format;

  va_start (arguments, format);
  text = gig_format_apply (self, format, NULL, translation, arguments);
  va_end (arguments);
  return text;
}

char *
gig_language_pformat (GigLanguage *self,
                      const char  *context,
                      const char  *format,
                      ...)
{
  const char *translation;
  va_list arguments;
  char *text;

  g_return_val_if_fail (self == NULL || GIG_IS_LANGUAGE (self), NULL);
  g_return_val_if_fail (context != NULL && format != NULL, NULL);

  translation = look_up (self, context, format);
  if (translation == NULL || !gig_format_matches (format, NULL, translation))
    translation = format;

  va_start (arguments, format);
  text = gig_format_apply (self, format, NULL, translation, arguments);
  va_end (arguments);
  return text;
}

/* A va_list cannot be made, but a call can: the unused arguments do no harm. */
char *
gig_language_format_strv (GigLanguage        *self,
                          const char         *format,
                          const char * const *arguments)
{
  const char *a[8] = { "", "", "", "", "", "", "", "" };

  g_return_val_if_fail (format != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (a) && arguments != NULL && arguments[i] != NULL; i++)
    a[i] = arguments[i];

  return gig_language_format (self, format, a[0], a[1], a[2], a[3], a[4], a[5], a[6], a[7]);
}

char *
gig_language_nformat (GigLanguage *self,
                      gulong       n,
                      const char  *format,
                      const char  *format_plural,
                      ...)
{
  const char *translation;
  va_list arguments;
  char *text;

  g_return_val_if_fail (self == NULL || GIG_IS_LANGUAGE (self), NULL);
  g_return_val_if_fail (format != NULL && format_plural != NULL, NULL);

  translation = look_up_plural (self, format, format_plural, n);
  if (translation == NULL || !gig_format_matches (format, format_plural, translation))
    translation = n == 1 ? format : format_plural;

  va_start (arguments, format_plural);
  text = gig_format_apply (self, format, format_plural, translation, arguments);
  va_end (arguments);
  return text;
}
