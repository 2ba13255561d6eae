/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-lesson-private.h"

/* --- Concepts --- */

const char *
gig_concept_get_id (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

GigConceptRole
gig_concept_get_role (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, GIG_CONCEPT_PAGE);

  return self->role;
}

const GigMessage *
gig_concept_get_title (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const GigMessage *
gig_concept_get_short_label (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->short_label;
}

guint
gig_concept_get_level (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->level;
}

guint
gig_concept_get_index (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->index;
}

guint
gig_concept_get_line (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

GigConcept *
gig_concept_get_parent (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->parent;
}

GPtrArray *
gig_concept_get_children (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->children;
}

GPtrArray *
gig_concept_get_blocks (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->blocks;
}

const GigMessage *
gig_concept_get_lead (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lead;
}

GPtrArray *
gig_concept_get_kinds_of (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kinds_of;
}

GPtrArray *
gig_concept_get_kinds (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->kinds;
}

GPtrArray *
gig_concept_get_overlaps (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->overlaps;
}

GPtrArray *
gig_concept_get_notes (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->notes;
}

GPtrArray *
gig_concept_get_views (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->views;
}

GPtrArray *
gig_concept_get_questions (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->questions;
}

gboolean
gig_concept_has_explicit_id (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->explicit_id;
}

gboolean
gig_concept_is_set (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_set;
}

const GigMessage *
gig_concept_get_label (GigConcept *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->short_label != NULL ? self->short_label : self->title;
}

/* --- Blocks --- */

GigBlockType
gig_block_get_block_type (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, GIG_BLOCK_PARAGRAPH);

  return self->type;
}

const GigMessage *
gig_block_get_message (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->message;
}

GPtrArray *
gig_block_get_children (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->children;
}

const char *
gig_block_get_text (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

const char *
gig_block_get_info (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->info;
}

const char *
gig_block_get_target (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->target;
}

const char *
gig_block_get_anchor (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->anchor;
}

const char *
gig_block_get_label (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

guint
gig_block_get_number (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->number;
}

gboolean
gig_block_get_ordered (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->ordered;
}

guint
gig_block_get_start (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->start;
}

int
gig_block_get_checked (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->checked;
}

GigCalloutKind
gig_block_get_callout (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, GIG_CALLOUT_NOTE);

  return self->callout;
}

GigTableKind
gig_block_get_table_kind (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, GIG_TABLE_PLAIN);

  return self->table_kind;
}

GigAlignment
gig_block_get_alignment (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, GIG_ALIGN_NONE);

  return self->alignment;
}

GigView *
gig_block_get_view (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->view;
}

GigDiagnostic *
gig_block_get_diagnostic (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->diagnostic;
}

const char * const *
gig_block_get_ledger (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->ledger;
}

guint
gig_block_get_line (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

GigConcept *
gig_block_get_concept (GigBlock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->concept;
}
