/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gig-fence-private.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

guint
_gig_fence_get_column (GigFenceParser *self,
                       const char     *place)
{
  return self->column + (guint) g_utf8_pointer_to_offset (self->start, place);
}

void
_gig_fence_report_at (GigFenceParser *self,
                      GigSeverity     severity,
                      guint           line,
                      guint           column,
                      const char     *message,
                      const char     *advice,
                      const char     *argument1,
                      const char     *argument2)
{
  const char *arguments[] = { argument1, argument2, NULL };

  if (severity == GIG_SEVERITY_ERROR)
    self->fence->n_errors++;
  g_ptr_array_add (self->diagnostics,
                   gig_diagnostic_new (severity, self->file, line, column,
                                       message, advice, arguments));
}

void
_gig_fence_report (GigFenceParser *self,
                   guint           column,
                   const char     *message,
                   const char     *advice,
                   const char     *argument)
{
  _gig_fence_report_at (self, GIG_SEVERITY_ERROR, self->line, column, message, advice, argument, NULL);
}

static gboolean
is_word_start (char c)
{
  return g_ascii_isalpha (c) || c == '_';
}

gboolean
_gig_fence_is_word (char c)
{
  return g_ascii_isalnum (c) || c == '_' || c == '-';
}

void
_gig_fence_skip_blanks (GigFenceParser *self)
{
  while (self->p < self->end && (*self->p == ' ' || *self->p == '\t'))
    self->p++;
}

/* [+-]?(digits(.digits)?|.digits), and nothing of a word behind it. */
static const char *
scan_number (const char *p,
             const char *end)
{
  const char *digits;

  if (p < end && (*p == '+' || *p == '-'))
    p++;
  digits = p;
  while (p < end && g_ascii_isdigit (*p))
    p++;
  if (p + 1 < end && *p == '.' && g_ascii_isdigit (p[1]))
    {
      p++;
      while (p < end && g_ascii_isdigit (*p))
        p++;
    }
  if (p == digits || (p < end && _gig_fence_is_word (*p)))
    return NULL;
  return p;
}

/* A word, a string or a number; anything else is the run up to the next blank,
 * so that the message can show it. */
void
_gig_fence_read_token (GigFenceParser *self,
                       GigFenceToken  *token)
{
  const char *start, *stop;

  _gig_fence_skip_blanks (self);
  start = self->p;
  token->text = NULL;
  token->column = _gig_fence_get_column (self, start);
  if (start >= self->end)
    {
      token->kind = GIG_FENCE_TOKEN_END;
      return;
    }

  if (*start == '"')
    {
      stop = memchr (start + 1, '"', self->end - start - 1);
      if (stop != NULL)
        {
          token->kind = GIG_FENCE_TOKEN_STRING;
          token->text = g_strndup (start + 1, stop - start - 1);
          self->p = stop + 1;
          return;
        }
    }
  else if (is_word_start (*start))
    {
      for (stop = start; stop < self->end && _gig_fence_is_word (*stop); stop++)
        ;
      if (stop == self->end || (guchar) *stop < 0x80)
        {
          token->kind = GIG_FENCE_TOKEN_WORD;
          token->text = g_strndup (start, stop - start);
          self->p = stop;
          return;
        }
    }
  else if ((stop = scan_number (start, self->end)) != NULL)
    {
      token->kind = GIG_FENCE_TOKEN_NUMBER;
      token->text = g_strndup (start, stop - start);
      self->p = stop;
      return;
    }

  for (stop = start; stop < self->end && *stop != ' ' && *stop != '\t' && *stop != ','; stop++)
    ;
  if (stop == start)
    stop++;
  token->kind = GIG_FENCE_TOKEN_OTHER;
  token->text = g_strndup (start, stop - start);
  self->p = stop;
}

gboolean
_gig_fence_accept_char (GigFenceParser *self,
                        char            c)
{
  _gig_fence_skip_blanks (self);
  if (self->p >= self->end || *self->p != c)
    return FALSE;
  self->p++;
  return TRUE;
}

static gboolean
is_smart_quote (gunichar c)
{
  return c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB;
}

/* ["…"] or […]; nothing written is right too. */
gboolean
_gig_fence_read_label (GigFenceParser *self,
                       GigFenceText   *label)
{
  const char *open, *start, *stop;

  _gig_fence_skip_blanks (self);
  if (self->p >= self->end || *self->p != '[')
    return TRUE;
  open = self->p++;
  _gig_fence_skip_blanks (self);
  start = self->p;
  if (start < self->end && *start == '"')
    {
      start++;
      stop = memchr (start, '"', self->end - start);
      self->p = stop != NULL ? stop + 1 : self->end;
      if (stop == NULL || !_gig_fence_accept_char (self, ']'))
        stop = NULL;
    }
  else if (start < self->end && is_smart_quote (g_utf8_get_char (start)))
    {
      _gig_fence_report (self, _gig_fence_get_column (self, start), N_("the label stands between typographic quotation marks"),
                         N_("write straight ones: [\"label\"]"), NULL);
      return FALSE;
    }
  else
    {
      stop = memchr (start, ']', self->end - start);
      self->p = stop != NULL ? stop + 1 : self->end;
      while (stop != NULL && stop > start && g_ascii_isspace (stop[-1]))
        stop--;
    }
  if (stop == NULL)
    {
      _gig_fence_report (self, _gig_fence_get_column (self, open), N_("the label is not closed"),
                         N_("write it as [\"label\"]"), NULL);
      return FALSE;
    }
  if (stop == start)
    {
      _gig_fence_report (self, _gig_fence_get_column (self, open), N_("the label is empty"),
                         N_("write a name between the brackets or leave them out"), NULL);
      return FALSE;
    }
  label->text = g_strndup (start, stop - start);
  label->line = self->line;
  label->column = _gig_fence_get_column (self, start);
  return TRUE;
}

gboolean
_gig_fence_read_size (GigFenceParser *self,
                      double         *size)
{
  g_auto (GigFenceToken) token = { 0 };

  *size = NAN;
  if (!_gig_fence_accept_char (self, ':'))
    return TRUE;
  _gig_fence_read_token (self, &token);
  if (token.kind != GIG_FENCE_TOKEN_NUMBER)
    {
      _gig_fence_report (self, token.column, N_("a number is missing after “:”"),
                         N_("write a size such as “: 12” or leave out the colon"), NULL);
      return FALSE;
    }
  *size = g_ascii_strtod (token.text, NULL);
  if (!(*size >= 0))
    {
      _gig_fence_report (self, token.column, N_("the size %s is negative"),
                         N_("write a number from 0 up"), token.text);
      return FALSE;
    }
  return TRUE;
}

gboolean
_gig_fence_expect_end (GigFenceParser *self)
{
  g_auto (GigFenceToken) token = { 0 };

  _gig_fence_read_token (self, &token);
  if (token.kind == GIG_FENCE_TOKEN_END)
    return TRUE;
  _gig_fence_report (self, token.column, N_("“%s” is one word too many"),
                     N_("put names that hold blanks or signs between quotation marks"), token.text);
  return FALSE;
}
