/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GigPluralForms:
 *
 * The rule of a catalogue's `Plural-Forms` header: which form a number takes.
 * Immutable.
 */
typedef struct _GigPluralForms GigPluralForms;

#define GIG_PLURAL_FORMS_MAX 16

/**
 * gig_plural_forms_new:
 * @header: `nplurals=2; plural=(n > 1);`, the C expression of GNU gettext
 *
 * Returns: (transfer full) (nullable): the rule, or %NULL when it is not valid
 */
GigPluralForms *gig_plural_forms_new        (const char           *header);
/* The rule without a header: two forms, the first for one. */
GigPluralForms *gig_plural_forms_new_germanic (void);
void            gig_plural_forms_free       (GigPluralForms       *self);
/* How many forms there are, 1 to %GIG_PLURAL_FORMS_MAX. */
guint           gig_plural_forms_get_n      (const GigPluralForms *self);
/* The form's index, always below gig_plural_forms_get_n(). */
guint           gig_plural_forms_choose     (const GigPluralForms *self,
                                             gulong                n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GigPluralForms, gig_plural_forms_free)

G_END_DECLS
