/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-build.h"

#include <glib/gi18n.h>
#include <string.h>

/* Slips that Markdown's parser takes for text, so that a heading or half a lesson
 * would be lost: named where they stand, and read as they were meant. Each line
 * stays a line. */

#define NO_BREAK_SPACE "\302\240"

typedef struct
{
  GigLessonBuild *build;
  GPtrArray      *lines;        /* (element-type utf8): without their ends */
  guint           first_line;
  GigSeverity     severity;
  gboolean        changed;
} Mend;

/* Where a fenced block stands open. */
typedef struct
{
  guint       line;             /* index among the lines; meaningful while length > 0 */
  char        mark;             /* ` or ~ */
  gsize       length;
  gboolean    diagram;
} Fence;

static const char *
get_line (Mend  *self,
          guint  index)
{
  return g_ptr_array_index (self->lines, index);
}

static void
set_line (Mend  *self,
          guint  index,
          char  *text)
{
  g_free (g_ptr_array_index (self->lines, index));
  g_ptr_array_index (self->lines, index) = text;
  self->changed = TRUE;
}

static void
report (Mend       *self,
        guint       index,
        guint       column,
        const char *message,
        const char *advice,
        const char *argument)
{
  gig_lesson_build_report (self->build, self->severity, self->first_line + index, column,
                           message, advice, argument, NULL);
}

static gboolean
is_blank (const char *line)
{
  return line[strspn (line, " \t")] == '\0';
}

/* --- Fences --- */

/* Whether @line opens a fenced block; @info: (out): what stands behind the marks */
static gboolean
opens_fence (const char  *line,
             Fence       *fence,
             const char **info)
{
  const char *p = line + strspn (line, " \t");
  gsize length;

  if (*p != '`' && *p != '~')
    return FALSE;
  length = strspn (p, *p == '`' ? "`" : "~");
  if (length < 3 || (*p == '`' && strchr (p + length, '`') != NULL))
    return FALSE;

  fence->mark = *p;
  fence->length = length;
  *info = p + length + strspn (p + length, " \t");

  return TRUE;
}

static gboolean
closes_fence (const char  *line,
              const Fence *fence)
{
  const char marks[] = { fence->mark, '\0' };
  const char *p = line + strspn (line, " \t");
  gsize length = strspn (p, marks);

  return length >= fence->length && is_blank (p + length);
}

static gboolean
is_heading (const char *line)
{
  gsize level = strspn (line, "#");

  return level > 0 && level <= 6 && line[level] == ' ';
}

/* In a diagram, a heading or the start of another block: its end was forgotten. */
static gboolean
is_outside (const char *line)
{
  Fence other;
  const char *info;

  return is_heading (line) || (opens_fence (line, &other, &info) && *info != '\0');
}

/* Ends the diagram at its first empty line. Returns: the line to go on from */
static guint
end_diagram (Mend        *self,
             const Fence *fence,
             guint        index)
{
  g_autofree char *marks = g_strnfill (fence->length, fence->mark);

  report (self, fence->line, 1, N_("this diagram has no end"),
          N_("write “%s” on a line of its own below it"), marks);
  for (guint i = fence->line + 1; i < index; i++)
    if (is_blank (get_line (self, i)))
      {
        set_line (self, i, g_steal_pointer (&marks));
        return i;
      }

  return index;
}

/* “~~~” is not closed by “```”, nor four marks by three. */
static void
close_with_marks (Mend        *self,
                  const Fence *fence,
                  guint        index)
{
  g_autofree char *marks = g_strnfill (fence->length, fence->mark);

  report (self, index, 1, N_("a diagram ends with the same marks that it begins with"), N_("write “%s”"), marks);
  set_line (self, index, g_steal_pointer (&marks));
}

/* --- Lines --- */

/* `##Title {#id}` or `## Title` with a space that is none to the parser. */
static void
mend_heading (Mend  *self,
              guint  index)
{
  const char *line = get_line (self, index);
  gsize level = strspn (line, "#");
  const char *rest = line + level;
  gboolean no_break = g_str_has_prefix (rest, NO_BREAK_SPACE);
  g_autofree char *marks = NULL;

  if (level == 0 || level > 6 || *rest == ' ' || *rest == '\t' || *rest == '\0')
    return;
  /* “#1” and “#word” are said in texts. */
  if (!no_break && strstr (rest, "{#") == NULL && (level < 2 || !g_unichar_isalpha (g_utf8_get_char (rest))))
    return;

  marks = g_strndup (line, level);
  report (self, index, level + 1,
          no_break ? N_("the space behind “%s” is a no-break space: this is no heading")
                   : N_("a space is missing behind “%s”: this is no heading"),
          N_("type an ordinary space there"), marks);
  set_line (self, index, g_strdup_printf ("%s %s", marks, no_break ? rest + strlen (NO_BREAK_SPACE) : rest));
}

static void
mend_braces (Mend  *self,
             guint  index)
{
  const char *line = get_line (self, index);
  const char *open = strstr (line, "{#");

  if (!is_heading (line) || open == NULL || strchr (open, '}') != NULL)
    return;

  report (self, index, 1 + g_utf8_strlen (line, open - line), N_("the brace of this heading is not closed"),
          N_("write } at the end of the line"), NULL);
  set_line (self, index, g_strdup_printf ("%s}", line));
}

/* A heading that is indented so far that it is code. */
static void
mend_indent (Mend  *self,
             guint  index)
{
  const char *line = get_line (self, index);
  gsize indent = strspn (line, " \t");

  if (!(indent >= 4 || memchr (line, '\t', indent) != NULL) || !is_heading (line + indent)
      || strstr (line, "{#") == NULL || (index > 0 && !is_blank (get_line (self, index - 1))))
    return;

  report (self, index, 1, N_("this heading is indented and would be shown as code"),
          N_("begin the line with “#”"), NULL);
  set_line (self, index, g_strdup (line + indent));
}

/* `1. ` or `- ` with a no-break space. */
static void
mend_bullet (Mend  *self,
             guint  index)
{
  const char *line = get_line (self, index);
  gsize start = strspn (line, " \t");
  gsize digits = strspn (line + start, "0123456789");
  gsize end = start + digits + 1;
  char mark = line[start + digits];
  g_autofree char *bullet = NULL;

  if (mark == '\0' || (digits > 0 ? strchr (".)", mark) : strchr ("-*+", mark)) == NULL
      || !g_str_has_prefix (line + end, NO_BREAK_SPACE))
    return;

  bullet = g_strndup (line, end);
  report (self, index, 1 + end, N_("the space behind “%s” is a no-break space: this is no item of a list"),
          N_("type an ordinary space there"), bullet + start);
  set_line (self, index, g_strdup_printf ("%s %s", bullet, line + end + strlen (NO_BREAK_SPACE)));
}

static void
mend_lines (Mend *self)
{
  Fence fence = { 0 };
  guint i;

  for (i = 0; i < self->lines->len; i++)
    {
      const char *info;

      if (fence.length > 0)
        {
          if (fence.diagram && is_outside (get_line (self, i)))
            {
              i = end_diagram (self, &fence, i);
              fence.length = 0;
              if (is_heading (get_line (self, i)))
                mend_braces (self, i);
            }
          else if (closes_fence (get_line (self, i), &fence))
            fence.length = 0;
          else if (fence.diagram && opens_fence (get_line (self, i), &(Fence) { 0 }, &info))
            {
              close_with_marks (self, &fence, i);
              fence.length = 0;
            }
          continue;
        }
      if (opens_fence (get_line (self, i), &fence, &info))
        {
          fence.line = i;
          fence.diagram = g_str_has_prefix (info, "mermaid");
          continue;
        }
      mend_indent (self, i);
      mend_heading (self, i);
      mend_braces (self, i);
      mend_bullet (self, i);
    }

  if (fence.length > 0 && fence.diagram)
    end_diagram (self, &fence, i);
  else if (fence.length > 0)
    {
      g_autofree char *marks = g_strnfill (fence.length, fence.mark);

      report (self, fence.line, 1, N_("this block of code has no end: all that follows is in it"),
              N_("write “%s” on a line of its own below it"), marks);
    }
}

char *
gig_lesson_mend (GigLessonBuild *build,
                 guint           first_line)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint n_lines = gig_source_get_n_lines (build->source);
  Mend self = { .build = build, .lines = lines, .first_line = first_line };

  self.severity = gig_lesson_build_get_severity (build);

  for (guint i = first_line; i <= n_lines; i++)
    {
      gsize length;
      const char *text = gig_source_get_line (build->source, i, &length);

      g_ptr_array_add (lines, g_strndup (text, length));
      /* The ids make a lesson of a file that does not say so; they are read later. */
      if (text[0] == '#' && g_strstr_len (text, length, "{#") != NULL)
        self.severity = GIG_SEVERITY_ERROR;
    }
  mend_lines (&self);
  if (!self.changed)
    return NULL;

  /* The front matter has been read: its lines are only counted. */
  for (guint i = 1; i < first_line; i++)
    g_ptr_array_insert (lines, 0, g_strdup (""));
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}
