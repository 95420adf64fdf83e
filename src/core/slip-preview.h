/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-conflict.h"
#include "slip-edit.h"
#include "slip-knowledge-news.h"
#include "slip-part-change.h"

G_BEGIN_DECLS

/**
 * SlipDateChange:
 * @anchor: which date
 * @before: how it was
 * @after: how it will be; as before for a date that stays
 * @day_before: the day it was shown on, unset if none
 * @day_after: the day it will be shown on, unset if none
 * @is_pinned: whether it is pinned afterwards
 *
 * What a change set does to one date of a release.
 */
typedef struct {
  SlipAnchor anchor;
  SlipPlannedDate before;
  SlipPlannedDate after;
  SlipDate day_before;
  SlipDate day_after;
  gboolean is_pinned;
} SlipDateChange;

/**
 * SlipPreviewOther:
 * @release: the id of another release
 * @title: what people call it
 * @day_before: the day it was shown on, unset if none
 * @day_after: the day it will be shown on, unset if none
 * @appearing: (element-type SlipConflict): conflicts that it gets
 * @going: (element-type SlipConflict): conflicts that it gets rid of
 *
 * What a change does to a release that it was not asked to change.
 */
typedef struct {
  char *release;
  char *title;
  SlipDate day_before;
  SlipDate day_after;
  GPtrArray *appearing;
  GPtrArray *going;
} SlipPreviewOther;

/**
 * SlipPreview:
 * @release: the id of the release
 * @title: (nullable): what happens to the part of it that is moved; %NULL if
 *   the release is
 * @dates: (element-type SlipDateChange): dates that change
 * @staying: (element-type SlipDateChange): dates that have a day and do not
 *   change
 * @appearing: (element-type SlipConflict): conflicts that it makes
 * @going: (element-type SlipConflict): conflicts that it solves
 * @others: (element-type SlipPreviewOther): what becomes of other releases, by
 *   title
 * @early: (element-type utf8): if its day changes, the titles of releases that
 *   depend on it, come too early afterwards, and could move
 * @knowledge: who will know a wrong date
 * @status_before: its status
 * @status_after: its status afterwards
 * @parts: (element-type SlipPartChange): what happens to its checklist dates,
 *   communications and stages
 * @is_noop: whether nothing at all would change
 * @set: (nullable): the changes; %NULL if two plans were compared
 *
 * What a change would do to a release, told before it is done.
 */
typedef struct {
  char *release;
  char *title;
  GArray *dates;
  GArray *staying;
  GPtrArray *appearing;
  GPtrArray *going;
  GPtrArray *others;
  GPtrArray *early;
  SlipKnowledgeNews *knowledge;
  SlipStatus status_before;
  SlipStatus status_after;
  GPtrArray *parts;
  gboolean is_noop;
  SlipChangeSet *set;
} SlipPreview;

/**
 * slip_preview_new:
 * @release: the id of a release in @state
 * @func: an intent
 * @context: the present day, and how much is too much
 *
 * Runs @func on a fork of @state and compares.
 *
 * Returns: (transfer full): the preview, or %NULL with the intent's error.
 */
SlipPreview *slip_preview_new (const SlipPlanState *state,
                               const char *release,
                               SlipIntentFunc func,
                               gconstpointer data,
                               const SlipConflictContext *context,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_preview_new_between:
 *
 * Returns: (transfer full): what is different for @release in @after.
 */
SlipPreview *slip_preview_new_between (const SlipPlanState *before,
                                       const SlipPlanState *after,
                                       const char *release,
                                       const SlipConflictContext *context)
  G_GNUC_WARN_UNUSED_RESULT;

/* The same without what becomes of other releases. */
SlipPreview *slip_preview_new_alone (const SlipPlanState *before,
                                     const SlipPlanState *after,
                                     const char *release,
                                     const SlipConflictContext *context)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_preview_free (SlipPreview *preview);

/**
 * SlipPreviewTone:
 *
 * What kind of news a line of a preview is.
 */
typedef enum {
  SLIP_PREVIEW_TITLE,    /* 'Tue 8 December → Wed 16 December (+8 days)' */
  SLIP_PREVIEW_FOLLOWS,  /* 'Deploy date: Mon 7 December → …' */
  SLIP_PREVIEW_CONFLICT, /* a hard conflict appears */
  SLIP_PREVIEW_WARNING,  /* a soft one appears */
  SLIP_PREVIEW_SOLVED,   /* one goes */
  SLIP_PREVIEW_STAYS,    /* 'Announce date stays: Tue 1 December (pinned)' */
} SlipPreviewTone;

typedef struct {
  SlipPreviewTone tone;
  char *text;
} SlipPreviewLine;

void slip_preview_line_free (SlipPreviewLine *line);

/**
 * slip_preview_describe:
 *
 * Returns: (transfer full) (element-type SlipPreviewLine): the preview in
 * sentences for people, the title first.
 */
GPtrArray *slip_preview_describe (const SlipPreview *preview)
  G_GNUC_WARN_UNUSED_RESULT;

/* Whether releases that depend on it move as well. */
gboolean slip_preview_takes_dependents (const SlipPreview *preview);

/**
 * slip_preview_dup_dependents:
 *
 * Returns: (transfer full) (nullable): the titles of releases that depend on it
 *   and would come too early, or that move as well; %NULL if there are none.
 */
char *slip_preview_dup_dependents (const SlipPreview *preview)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipPreview, slip_preview_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipPreviewLine, slip_preview_line_free)

G_END_DECLS
