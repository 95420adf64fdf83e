/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipKnowledgeNews:
 * @is_moved: whether the release is shown on another day afterwards
 * @wrong: (element-type SlipRow): the audiences that will know a wrong date,
 *   in the order of telling
 * @right: (element-type SlipRow): those that knew one and will not any more
 * @n_notices: the change notices that will be there to send
 *
 * What a move does to what people know; part of a #SlipPreview.
 */
typedef struct {
  gboolean is_moved;
  GPtrArray *wrong;
  GPtrArray *right;
  guint n_notices;
} SlipKnowledgeNews;

/**
 * slip_knowledge_news_new:
 * @row_before: (nullable): the release in @before
 * @row_after: (nullable): the release in @after
 */
SlipKnowledgeNews *slip_knowledge_news_new (const SlipPlanState *before,
                                            const SlipRow *row_before,
                                            const SlipPlanState *after,
                                            const SlipRow *row_after)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_knowledge_news_free (SlipKnowledgeNews *self);

/* Returns: (transfer full) (nullable): '2 audiences will know the wrong date:
 * Support, Sales', if the release moves and any will. */
char *slip_knowledge_news_dup_wrong (const SlipKnowledgeNews *self)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): '2 change notices to send'. */
char *slip_knowledge_news_dup_notices (const SlipKnowledgeNews *self)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): 'Support knows the right date
 * again'. */
char *slip_knowledge_news_dup_right (const SlipKnowledgeNews *self)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipKnowledgeNews, slip_knowledge_news_free)

G_END_DECLS
