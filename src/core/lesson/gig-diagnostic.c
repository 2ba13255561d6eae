/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-diagnostic.h"

#include <glib/gi18n.h>
#include <string.h>

struct _GigDiagnostic
{
  gatomicrefcount   ref_count;
  GigSeverity       severity;
  guint             line;
  guint             column;
  char             *file;
  const char       *message;
  const char       *advice;
  char            **arguments;
};

GigDiagnostic *
gig_diagnostic_new (GigSeverity         severity,
                    const char         *file,
                    guint               line,
                    guint               column,
                    const char         *message,
                    const char         *advice,
                    const char * const *arguments)
{
  static const char * const none[] = { NULL };
  GigDiagnostic *self;

  g_return_val_if_fail (message != NULL, NULL);

  self = g_new0 (GigDiagnostic, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->severity = severity;
  self->file = g_strdup (file);
  self->line = line;
  self->column = column;
  self->message = g_intern_string (message);
  self->advice = advice != NULL ? g_intern_string (advice) : NULL;
  self->arguments = g_strdupv ((char **) (arguments != NULL ? arguments : none));

  return self;
}

GigDiagnostic *
gig_diagnostic_ref (GigDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
gig_diagnostic_unref (GigDiagnostic *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->file);
  g_strfreev (self->arguments);
  g_free (self);
}

GigSeverity
gig_diagnostic_get_severity (GigDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, GIG_SEVERITY_ERROR);

  return self->severity;
}

const char *
gig_diagnostic_get_file (GigDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->file;
}

guint
gig_diagnostic_get_line (GigDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

guint
gig_diagnostic_get_column (GigDiagnostic *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->column;
}

static const char *
translate (GigLanguage *language,
           const char  *text)
{
  return language != NULL ? gig_language_gettext (language, text) : text;
}

/* Fills the placeholders of @format. A `%s` takes the argument at @next. */
static void
append_filled (GString              *result,
               const char           *format,
               const char   * const *arguments,
               guint                *next)
{
  guint n_arguments = g_strv_length ((char **) arguments);

  for (const char *p = format; *p != '\0'; p++)
    {
      char *end;
      guint64 position;

      if (*p != '%')
        {
          g_string_append_c (result, *p);
          continue;
        }

      position = g_ascii_strtoull (p + 1, &end, 10);
      if (p[1] == 's')
        {
          if (*next < n_arguments)
            g_string_append (result, arguments[*next]);
          (*next)++;
          p++;
        }
      else if (position > 0 && end[0] == '$' && end[1] == 's')
        {
          if (position <= n_arguments)
            g_string_append (result, arguments[position - 1]);
          p = end + 1;
        }
      else
        {
          g_string_append_c (result, '%');
          if (p[1] == '%')
            p++;
        }
    }
}

static guint
count_placeholders (const char *format)
{
  guint n = 0;

  for (const char *p = strstr (format, "%s"); p != NULL; p = strstr (p + 2, "%s"))
    n++;

  return n;
}

char *
gig_diagnostic_get_text (GigDiagnostic *self,
                         GigLanguage   *language)
{
  const char * const *arguments;
  g_autoptr (GString) message = NULL;
  g_autoptr (GString) advice = NULL;
  GString *result;
  const char *both[3] = { NULL, NULL, NULL };
  guint next = 0;

  g_return_val_if_fail (self != NULL, NULL);

  arguments = (const char * const *) self->arguments;
  message = g_string_new (NULL);
  append_filled (message, translate (language, self->message), arguments, &next);
  if (self->advice == NULL)
    return g_string_free_and_steal (g_steal_pointer (&message));

  /* A translation may use its arguments out of order: the advice's start where
   * the message's own text says, not where the translation stopped. */
  next = count_placeholders (self->message);
  advice = g_string_new (NULL);
  append_filled (advice, translate (language, self->advice), arguments, &next);

  both[0] = message->str;
  both[1] = advice->str;
  next = 0;
  result = g_string_new (NULL);
  /* Translators: what is wrong; what to write instead */
  append_filled (result, translate (language, N_("%s; %s")), both, &next);

  return g_string_free_and_steal (result);
}

char *
gig_diagnostic_format (GigDiagnostic *self,
                       GigLanguage   *language)
{
  g_autofree char *text = NULL;
  const char *severity;

  g_return_val_if_fail (self != NULL, NULL);

  /* The words are read by editors and stay as they are, as in compilers' messages. */
  severity = self->severity == GIG_SEVERITY_ERROR ? "error" : "warning";
  text = gig_diagnostic_get_text (self, language);
  if (self->line == 0)
    return g_strdup_printf ("%s: %s: %s", self->file, severity, text);
  if (self->column == 0)
    return g_strdup_printf ("%s:%u: %s: %s", self->file, self->line, severity, text);

  return g_strdup_printf ("%s:%u:%u: %s: %s", self->file, self->line, self->column, severity, text);
}

void
_gig_diagnostic_move (GigDiagnostic *self,
                      int            by)
{
  g_return_if_fail (self != NULL);

  self->line = (guint) MAX ((int) self->line + by, 1);
}
