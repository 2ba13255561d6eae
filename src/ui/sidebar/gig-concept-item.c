/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-concept-item.h"

struct _GigConceptItem
{
  GObject     parent_instance;

  GigLesson  *lesson;
  GigConcept *concept;
};

G_DEFINE_FINAL_TYPE (GigConceptItem, gig_concept_item, G_TYPE_OBJECT)

static void
gig_concept_item_finalize (GObject *object)
{
  GigConceptItem *self = GIG_CONCEPT_ITEM (object);

  g_clear_pointer (&self->lesson, gig_lesson_unref);

  G_OBJECT_CLASS (gig_concept_item_parent_class)->finalize (object);
}

static void
gig_concept_item_class_init (GigConceptItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gig_concept_item_finalize;
}

static void
gig_concept_item_init (GigConceptItem *self)
{
}

GigConceptItem *
gig_concept_item_new (GigLesson  *lesson,
                      GigConcept *concept)
{
  GigConceptItem *self;

  g_return_val_if_fail (lesson != NULL, NULL);
  g_return_val_if_fail (concept != NULL, NULL);

  self = g_object_new (GIG_TYPE_CONCEPT_ITEM, NULL);
  self->lesson = gig_lesson_ref (lesson);
  self->concept = concept;

  return self;
}

GigLesson *
gig_concept_item_get_lesson (GigConceptItem *self)
{
  g_return_val_if_fail (GIG_IS_CONCEPT_ITEM (self), NULL);

  return self->lesson;
}

GigConcept *
gig_concept_item_get_concept (GigConceptItem *self)
{
  g_return_val_if_fail (GIG_IS_CONCEPT_ITEM (self), NULL);

  return self->concept;
}

GListModel *
gig_concept_items_new (GigLesson *lesson,
                       GPtrArray *concepts)
{
  GListStore *store = g_list_store_new (GIG_TYPE_CONCEPT_ITEM);

  for (guint i = 0; i < concepts->len; i++)
    {
      g_autoptr(GigConceptItem) item = gig_concept_item_new (lesson, g_ptr_array_index (concepts, i));

      g_list_store_append (store, item);
    }

  return G_LIST_MODEL (store);
}

GListModel *
gig_concept_item_create_children (GigConceptItem *self)
{
  GPtrArray *children;

  g_return_val_if_fail (GIG_IS_CONCEPT_ITEM (self), NULL);

  children = gig_concept_get_children (self->concept);
  if (children->len == 0)
    return NULL;

  return gig_concept_items_new (self->lesson, children);
}
