/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-plural-forms.h"

#include <string.h>

/* The expression in postfix order, for a machine with one small stack: a
 * damaged or hostile header can neither recurse nor grow without bound. */
#define MAX_CODE  256
#define MAX_DEPTH 32

typedef enum
{
  OP_NUMBER,
  OP_N,
  OP_NOT,
  OP_MULTIPLY,
  OP_DIVIDE,
  OP_MODULO,
  OP_ADD,
  OP_SUBTRACT,
  OP_LESS,
  OP_GREATER,
  OP_LESS_EQUAL,
  OP_GREATER_EQUAL,
  OP_EQUAL,
  OP_NOT_EQUAL,
  OP_AND,
  OP_OR,
  OP_CHOOSE,
} Op;

typedef struct
{
  Op     op;
  gulong number;
} Code;

struct _GigPluralForms
{
  guint n_forms;
  guint n_codes;
  Code  codes[MAX_CODE];
};

typedef struct
{
  const char     *at;
  GigPluralForms *forms;
  guint           depth;
  gboolean        failed;
} Parser;

/* Binary operators by rising precedence; `?:` binds weaker than all of them. */
static const struct
{
  const char *token;
  guint       level;
  Op          op;
} operators[] = {
  { "||", 0, OP_OR },
  { "&&", 1, OP_AND },
  { "==", 2, OP_EQUAL },
  { "!=", 2, OP_NOT_EQUAL },
  { "<=", 3, OP_LESS_EQUAL },
  { ">=", 3, OP_GREATER_EQUAL },
  { "<", 3, OP_LESS },
  { ">", 3, OP_GREATER },
  { "+", 4, OP_ADD },
  { "-", 4, OP_SUBTRACT },
  { "*", 5, OP_MULTIPLY },
  { "/", 5, OP_DIVIDE },
  { "%", 5, OP_MODULO },
};
#define UNARY_LEVEL 6

static void parse_choice (Parser *parser);

static void
skip_blanks (Parser *parser)
{
  while (g_ascii_isspace (*parser->at))
    parser->at++;
}

static void
emit (Parser *parser,
      Op      op,
      gulong  number)
{
  if (parser->forms->n_codes == MAX_CODE)
    {
      parser->failed = TRUE;
      return;
    }

  parser->forms->codes[parser->forms->n_codes++] = (Code) { op, number };
}

static gboolean
take (Parser     *parser,
      const char *token)
{
  skip_blanks (parser);
  if (!g_str_has_prefix (parser->at, token))
    return FALSE;

  parser->at += strlen (token);
  return TRUE;
}

static void
parse_unary (Parser *parser)
{
  skip_blanks (parser);

  if (parser->failed || ++parser->depth > MAX_DEPTH)
    {
      parser->failed = TRUE;
      return;
    }

  if (*parser->at == '!' && parser->at[1] != '=')
    {
      parser->at++;
      parse_unary (parser);
      emit (parser, OP_NOT, 0);
    }
  else if (take (parser, "("))
    {
      parse_choice (parser);
      if (!take (parser, ")"))
        parser->failed = TRUE;
    }
  else if (take (parser, "n"))
    {
      emit (parser, OP_N, 0);
    }
  else if (g_ascii_isdigit (*parser->at))
    {
      char *end;

      emit (parser, OP_NUMBER, (gulong) g_ascii_strtoull (parser->at, &end, 10));
      parser->at = end;
    }
  else
    {
      parser->failed = TRUE;
    }

  parser->depth--;
}

static gboolean
take_operator (Parser *parser,
               guint   level,
               Op     *op)
{
  skip_blanks (parser);

  for (gsize i = 0; i < G_N_ELEMENTS (operators); i++)
    {
      if (g_str_has_prefix (parser->at, operators[i].token))
        {
          if (operators[i].level != level)
            return FALSE;
          parser->at += strlen (operators[i].token);
          *op = operators[i].op;
          return TRUE;
        }
    }

  return FALSE;
}

static void
parse_binary (Parser *parser,
              guint   level)
{
  Op op;

  if (level == UNARY_LEVEL)
    {
      parse_unary (parser);
      return;
    }

  parse_binary (parser, level + 1);
  while (!parser->failed && take_operator (parser, level, &op))
    {
      parse_binary (parser, level + 1);
      emit (parser, op, 0);
    }
}

static void
parse_choice (Parser *parser)
{
  if (++parser->depth > MAX_DEPTH)
    parser->failed = TRUE;
  if (parser->failed)
    return;

  parse_binary (parser, 0);
  if (take (parser, "?"))
    {
      parse_choice (parser);
      if (!take (parser, ":"))
        parser->failed = TRUE;
      parse_choice (parser);
      emit (parser, OP_CHOOSE, 0);
    }

  parser->depth--;
}

static gulong
apply (Op     op,
       gulong a,
       gulong b)
{
  switch (op)
    {
    case OP_MULTIPLY: return a * b;
    case OP_DIVIDE: return b != 0 ? a / b : 0;
    case OP_MODULO: return b != 0 ? a % b : 0;
    case OP_ADD: return a + b;
    case OP_SUBTRACT: return a - b;
    case OP_LESS: return a < b;
    case OP_GREATER: return a > b;
    case OP_LESS_EQUAL: return a <= b;
    case OP_GREATER_EQUAL: return a >= b;
    case OP_EQUAL: return a == b;
    case OP_NOT_EQUAL: return a != b;
    case OP_AND: return a && b;
    case OP_OR: return a || b;
    case OP_NUMBER:
    case OP_N:
    case OP_NOT:
    case OP_CHOOSE:
    default: g_return_val_if_reached (0);
    }
}

GigPluralForms *
gig_plural_forms_new (const char *header)
{
  g_autoptr(GigPluralForms) self = g_new0 (GigPluralForms, 1);
  Parser parser = { .forms = self };
  const char *number, *expression;
  char *end;

  g_return_val_if_fail (header != NULL, NULL);

  number = strstr (header, "nplurals=");
  expression = strstr (header, "plural=");
  if (number == NULL || expression == NULL)
    return NULL;

  number += strlen ("nplurals=");
  self->n_forms = (guint) MIN (g_ascii_strtoull (number, &end, 10), GIG_PLURAL_FORMS_MAX + 1);
  if (end == number || self->n_forms == 0 || self->n_forms > GIG_PLURAL_FORMS_MAX)
    return NULL;

  parser.at = expression + strlen ("plural=");
  parse_choice (&parser);
  skip_blanks (&parser);
  if (parser.failed || (*parser.at != ';' && *parser.at != '\0'))
    return NULL;

  return g_steal_pointer (&self);
}

GigPluralForms *
gig_plural_forms_new_germanic (void)
{
  return gig_plural_forms_new ("nplurals=2; plural=(n != 1);");
}

void
gig_plural_forms_free (GigPluralForms *self)
{
  g_free (self);
}

guint
gig_plural_forms_get_n (const GigPluralForms *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_forms;
}

guint
gig_plural_forms_choose (const GigPluralForms *self,
                         gulong                n)
{
  gulong stack[MAX_CODE];
  guint top = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->n_codes; i++)
    {
      const Code *code = &self->codes[i];

      switch (code->op)
        {
        case OP_NUMBER:
          stack[top++] = code->number;
          break;
        case OP_N:
          stack[top++] = n;
          break;
        case OP_NOT:
          stack[top - 1] = !stack[top - 1];
          break;
        case OP_CHOOSE:
          top -= 2;
          stack[top - 1] = stack[top - 1] ? stack[top] : stack[top + 1];
          break;
        default:
          top--;
          stack[top - 1] = apply (code->op, stack[top - 1], stack[top]);
          break;
        }
    }

  g_assert (top == 1);
  return stack[0] < self->n_forms ? (guint) stack[0] : 0;
}
