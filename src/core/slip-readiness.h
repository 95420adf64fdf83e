/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-row.h"

G_BEGIN_DECLS

/**
 * SlipChecklistSummary:
 * @checklist: its id
 * @audience: (nullable): the id of its audience
 * @owner: (nullable): the id of its owner
 * @is_not_needed: whether this audience needs nothing of this release
 * @n_required: its required items
 * @n_required_closed: those of them that are done or not applicable
 * @n_required_blocked: those of them that are blocked
 * @n_required_started: those of them that somebody is doing
 * @n_optional_open: its optional items that are neither done nor not applicable
 * @due: (element-type SlipDate): the due days of all its open items, in order
 *
 * What a checklist comes to.
 */
typedef struct {
  char *checklist;
  char *audience;
  char *owner;
  gboolean is_not_needed;
  guint n_required;
  guint n_required_closed;
  guint n_required_blocked;
  guint n_required_started;
  guint n_optional_open;
  GArray *due;
} SlipChecklistSummary;

SlipChecklistSummary *slip_checklist_summary_new (const char *checklist)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_checklist_summary_free (SlipChecklistSummary *self);
gboolean slip_checklist_summary_equal (const SlipChecklistSummary *a,
                                       const SlipChecklistSummary *b);

/**
 * SlipReadiness:
 * @SLIP_READINESS_NOT_NEEDED: the audience needs nothing
 * @SLIP_READINESS_READY: it has an owner and no required item is open
 * @SLIP_READINESS_EMPTY: it has no required item; never ready
 * @SLIP_READINESS_UNOWNED: no required item is open, but nobody owns it
 * @SLIP_READINESS_BLOCKED: a required item is blocked
 * @SLIP_READINESS_STARTED: some required item is closed or being done
 * @SLIP_READINESS_NOT_STARTED: no required item is
 *
 * How far a checklist is.
 */
typedef enum {
  SLIP_READINESS_NOT_NEEDED,
  SLIP_READINESS_READY,
  SLIP_READINESS_EMPTY,
  SLIP_READINESS_UNOWNED,
  SLIP_READINESS_BLOCKED,
  SLIP_READINESS_STARTED,
  SLIP_READINESS_NOT_STARTED,
} SlipReadiness;

SlipReadiness slip_checklist_summary_get_readiness (
  const SlipChecklistSummary *self);

/* Whether it is needed and nobody owns it. */
gboolean slip_checklist_summary_is_unowned (const SlipChecklistSummary *self);

/* How many of its items are open and were due before @today; none if it is not
 * needed. */
guint slip_checklist_summary_count_overdue (const SlipChecklistSummary *self,
                                            SlipDate today);

/* The earliest day an open item is due; unset if none or not needed. */
SlipDate slip_checklist_summary_get_first_due (
  const SlipChecklistSummary *self);

/* Whether it is a gap: needed and not ready. */
gboolean slip_checklist_summary_is_gap (const SlipChecklistSummary *self);

/**
 * SlipReleaseSummary:
 * @release: its id
 * @checklists: (element-type SlipChecklistSummary): by the id of the checklist
 *
 * What the checklists of a release come to.  Reference counted, and not changed
 * once it was shared.
 */
typedef struct {
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public >*/
  char *release;
  GPtrArray *checklists;
} SlipReleaseSummary;

SlipReleaseSummary *slip_release_summary_new (const char *release)
  G_GNUC_WARN_UNUSED_RESULT;
SlipReleaseSummary *slip_release_summary_ref (const SlipReleaseSummary *self);
void slip_release_summary_unref (SlipReleaseSummary *self);
gboolean slip_release_summary_equal (const SlipReleaseSummary *a,
                                     const SlipReleaseSummary *b);

/* The summary of the checklist for @audience, or %NULL. */
const SlipChecklistSummary *slip_release_summary_find (
  const SlipReleaseSummary *self,
  const char *audience);

/**
 * slip_readiness_summarize:
 * @checklists: (element-type SlipRow): the checklists of @release
 * @items: (element-type SlipRow): its items
 *
 * The one place where items are counted, for memory and file alike.
 *
 * Returns: (transfer full): what they come to.
 */
SlipReleaseSummary *slip_readiness_summarize (const char *release,
                                              const GPtrArray *checklists,
                                              const GPtrArray *items)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * SlipReadinessTotal:
 * @n_needed: checklists that are needed
 * @n_ready: those of them that are ready
 * @n_unowned: those of them that nobody owns
 * @n_overdue: open items of theirs that were due before today
 *
 * The sum over the needed checklists of a release.
 */
typedef struct {
  guint n_needed;
  guint n_ready;
  guint n_unowned;
  guint n_overdue;
  guint n_required;
  guint n_required_closed;
  guint n_required_blocked;
  guint n_optional_open;
} SlipReadinessTotal;

/**
 * slip_release_summary_total:
 * @self: (nullable): %NULL comes to nothing
 */
SlipReadinessTotal slip_release_summary_total (const SlipReleaseSummary *self,
                                               SlipDate today);

/* Whether every needed checklist is ready and there is at least one. */
static inline gboolean
slip_readiness_total_is_ready (const SlipReadinessTotal *total)
{
  return total->n_needed > 0 && total->n_ready == total->n_needed;
}

/* Whether @state of an item, a #SlipItemState, closes it. */
gboolean slip_item_state_is_closed (gint64 state);

/* The name of @state for people, translated. */
const char *slip_item_state_get_label (SlipItemState state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipChecklistSummary,
                               slip_checklist_summary_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipReleaseSummary, slip_release_summary_unref)

G_END_DECLS
