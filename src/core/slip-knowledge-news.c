/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-knowledge-news.h"

#include <glib/gi18n-lib.h>

#include "slip-change-notice.h"
#include "slip-knowledge-text.h"
#include "slip-knowledge.h"
#include "slip-release.h"

static gboolean
has_audience (const GPtrArray *audiences, const SlipRow *audience)
{
  for (guint i = 0; i < audiences->len; i++)
    if (g_str_equal (slip_row_get_id (audiences->pdata[i]),
                     slip_row_get_id (audience)))
      return TRUE;

  return FALSE;
}

SlipKnowledgeNews *
slip_knowledge_news_new (const SlipPlanState *before,
                         const SlipRow *row_before,
                         const SlipPlanState *after,
                         const SlipRow *row_after)
{
  SlipKnowledgeNews *self = g_new0 (SlipKnowledgeNews, 1);

  self->wrong = slip_knowledge_list_wrong (after, row_after);
  self->right = slip_knowledge_list_wrong (before, row_before);
  for (guint i = self->right->len; i > 0; i--)
    if (has_audience (self->wrong, self->right->pdata[i - 1]))
      g_ptr_array_remove_index (self->right, i - 1);

  if (row_before == NULL || row_after == NULL)
    return self;

  self->is_moved = !slip_date_equal (
    slip_release_resolve (before, row_before, SLIP_ANCHOR_RELEASE),
    slip_release_resolve (after, row_after, SLIP_ANCHOR_RELEASE));
  if (self->is_moved && self->wrong->len > 0)
    self->n_notices =
      slip_change_notice_count_due (after, slip_row_get_id (row_after));
  return self;
}

void
slip_knowledge_news_free (SlipKnowledgeNews *self)
{
  g_ptr_array_unref (self->wrong);
  g_ptr_array_unref (self->right);
  g_free (self);
}

char *
slip_knowledge_news_dup_wrong (const SlipKnowledgeNews *self)
{
  g_autofree char *names = NULL;

  if (!self->is_moved || self->wrong->len == 0)
    return NULL;

  names = slip_audiences_dup_names (self->wrong);
  /* Translators: followed by the names of the audiences. */
  return g_strdup_printf (ngettext ("%u audience will know the wrong date: %s",
                                    "%u audiences will know the wrong date: %s",
                                    self->wrong->len),
                          self->wrong->len, names);
}

char *
slip_knowledge_news_dup_notices (const SlipKnowledgeNews *self)
{
  if (self->n_notices == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%u change notice to send",
                                    "%u change notices to send",
                                    self->n_notices),
                          self->n_notices);
}

char *
slip_knowledge_news_dup_right (const SlipKnowledgeNews *self)
{
  g_autofree char *names = NULL;

  if (!self->is_moved || self->right->len == 0)
    return NULL;

  names = slip_audiences_dup_names (self->right);
  /* Translators: the names of the audiences. */
  return g_strdup_printf (ngettext ("%s knows the right date again",
                                    "%s know the right date again",
                                    self->right->len),
                          names);
}
