/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-catalogue.h"

G_BEGIN_DECLS

/* What the readers of both formats hand to the catalogue. The texts belong to
 * the catalogue: they lie in its bytes or come from gig_catalogue_store(). */
typedef struct
{
  const char          *context;         /* (nullable), not terminated */
  const char          *msgid;           /* terminated */
  const char          *value;           /* the forms, each terminated */
  guint32              context_length;
  guint32              msgid_length;
  guint32              value_length;    /* without the last form's terminator */
  guint32              hash;            /* set by gig_catalogue_add() */
  guint32              line;
  guint8               plural;          /* whether it has a msgid_plural */
  guint8               state;
} GigCatalogueEntry;

/* @bytes: (nullable): kept for as long as the catalogue lives */
GigCatalogue *gig_catalogue_new           (GBytes                  *bytes,
                                           guint                    n_expected);
void          gig_catalogue_set_language  (GigCatalogue            *self,
                                           const char              *language);
const char   *gig_catalogue_store         (GigCatalogue            *self,
                                           const char              *text,
                                           gsize                    length);
/* FALSE when the message is there already. */
gboolean      gig_catalogue_add           (GigCatalogue            *self,
                                           const GigCatalogueEntry *entry);
/* Takes language (unless set) and plural rule from a catalogue's header; FALSE
 * with a format and its argument when it cannot be read. */
gboolean      gig_catalogue_read_header   (GigCatalogue            *self,
                                           const char              *header,
                                           const char             **format,
                                           char                   **argument);
/* Takes @argument. */
void          gig_catalogue_set_error     (GError                 **error,
                                           GigCatalogueError        code,
                                           const char              *name,
                                           guint                    line,
                                           const char              *format,
                                           char                    *argument);

G_END_DECLS
