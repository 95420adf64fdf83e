/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "slip-checklist.h"
#include "slip-criterion-edit.h"
#include "slip-dependency.h"
#include "slip-flag.h"
#include "slip-rank.h"
#include "slip-release.h"
#include "slip-rollout-status.h"
#include "slip-schedule.h"
#include "slip-text.h"

static gboolean
set_broken (GError **error, const char *message)
{
  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                       message);
  return FALSE;
}

/* What only has blanks would stand in a list as nothing. */
static gboolean
is_filled (const SlipRow *row, guint property)
{
  return !slip_text_is_blank (slip_row_get_text (row, property));
}

static gboolean
check_name (const SlipRow *row, GError **error)
{
  SlipKind kind = slip_row_get_kind (row);
  int property = slip_schema_find_property (kind, "name");

  if (kind == SLIP_KIND_RELEASE || kind == SLIP_KIND_STAGE || property < 0 ||
      is_filled (row, (guint) property))
    return TRUE;

  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
               /* Translators: a kind of thing: 'Product: a name is needed'. */
               _ ("%s: a name is needed"), _ (slip_schema_get (kind)->label));
  return FALSE;
}

static gboolean
check_range (const SlipRow *row, guint first, guint last, GError **error)
{
  SlipRange range = slip_range_new (slip_row_get_date (row, first),
                                    slip_row_get_date (row, last));

  if (!slip_range_is_empty (range))
    return TRUE;
  if (slip_date_is_set (range.first) && slip_date_is_set (range.last))
    return set_broken (error, _ ("The last day is before the first"));

  return set_broken (error, _ ("A first and a last day are needed"));
}

static gboolean
check_planned (const SlipRow *release, SlipAnchor anchor, GError **error)
{
  SlipPlannedDate planned = slip_release_get_planned (release, anchor);
  SlipPlannedDate normal = slip_planned_date_normalize (planned);

  if (slip_planned_date_equal (planned, normal))
    return TRUE;

  if (!slip_planned_date_equal (normal, SLIP_UNSCHEDULED))
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                 /* Translators: 'Release date' or the like. */
                 _ ("%s: it must be the first day of its period"),
                 slip_anchor_get_label (anchor));
  else if (slip_date_is_set (planned.date))
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                 _ ("%s: it has a day and is unscheduled"),
                 slip_anchor_get_label (anchor));
  else
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                 _ ("%s: it has no day"), slip_anchor_get_label (anchor));
  return FALSE;
}

static gboolean
check_release (const SlipRow *row, GError **error)
{
  if (!is_filled (row, SLIP_RELEASE_NAME) &&
      !is_filled (row, SLIP_RELEASE_VERSION))
    return set_broken (error, _ ("A release needs a name or a version"));
  if (slip_row_get_text (row, SLIP_RELEASE_PRODUCT) == NULL)
    return set_broken (error, _ ("A release needs a product"));

  for (guint i = 0; i < SLIP_N_ANCHORS; i++)
    if (!check_planned (row, (SlipAnchor) i, error))
      return FALSE;

  if (slip_date_is_set (slip_row_get_date (row, SLIP_RELEASE_RELEASE_DATE)) &&
      !slip_date_is_set (
        slip_row_get_date (row, SLIP_RELEASE_FIRST_PLANNED_DATE)))
    return set_broken (error,
                       _ ("A scheduled release needs its first planned date"));

  return TRUE;
}

static gboolean
check_color (const SlipRow *row, GError **error)
{
  const char *color = slip_row_get_text (row, SLIP_PRODUCT_COLOR);
  gboolean is_sound = color == NULL || (*color == '#' && strlen (color) == 7);

  for (guint i = 1; is_sound && color != NULL && i < 7; i++)
    is_sound = g_ascii_isxdigit (color[i]);

  return is_sound ||
         set_broken (error, _ ("A colour must be written as #rrggbb"));
}

static gboolean
check_freeze (const SlipRow *row, GError **error)
{
  gint64 repeat = slip_row_get_integer (row, SLIP_FREEZE_REPEAT);

  if (repeat == SLIP_REPEAT_WEEKLY &&
      slip_row_get_integer (row, SLIP_FREEZE_WEEKDAYS) == 0)
    return set_broken (error, _ ("A weekly freeze needs a weekday"));
  if (repeat != SLIP_REPEAT_WEEKLY &&
      !check_range (row, SLIP_FREEZE_FIRST_DAY, SLIP_FREEZE_LAST_DAY, error))
    return FALSE;
  if (!slip_date_is_set (slip_row_get_date (row, SLIP_FREEZE_FIRST_DAY)))
    return set_broken (error, _ ("A freeze needs a first day"));
  if (repeat == SLIP_REPEAT_YEARLY &&
      slip_date_days_until (slip_row_get_date (row, SLIP_FREEZE_FIRST_DAY),
                            slip_row_get_date (row, SLIP_FREEZE_LAST_DAY)) >
        364)
    return set_broken (error, _ ("A yearly freeze must be within a year"));

  return TRUE;
}

static gboolean
check_checklist (const SlipRow *row, GError **error)
{
  return !slip_row_get_boolean (row, SLIP_CHECKLIST_IS_NOT_NEEDED) ||
         is_filled (row, SLIP_CHECKLIST_REASON) ||
         set_broken (error, _ ("Say why the checklist is not needed"));
}

static gboolean
check_item (const SlipRow *row, GError **error)
{
  gint64 state = slip_row_get_integer (row, SLIP_ITEM_STATE);
  gboolean has_note = is_filled (row, SLIP_ITEM_STATE_NOTE);

  if (!is_filled (row, SLIP_ITEM_TITLE))
    return set_broken (error, _ ("An item needs a title"));
  if (slip_row_get_text (row, SLIP_ITEM_CHECKLIST) == NULL)
    return set_broken (error, _ ("An item needs a checklist"));
  if (state == SLIP_ITEM_STATE_BLOCKED && !has_note)
    return set_broken (error, _ ("Say by whom or what the item is blocked"));
  if (state == SLIP_ITEM_STATE_NOT_APPLICABLE && !has_note)
    return set_broken (error, _ ("Say why the item is not applicable"));
  if (state == SLIP_ITEM_STATE_DONE && slip_item_lacks_evidence (row))
    return set_broken (error, _ ("The item needs evidence before it is done"));

  return TRUE;
}

static gboolean
check_stage (const SlipRow *row, GError **error)
{
  gint64 ended = slip_row_get_integer (row, SLIP_STAGE_ENDED_AT);

  return ended == 0 ||
         ended >= slip_row_get_integer (row, SLIP_STAGE_STARTED_AT) ||
         set_broken (error, _ ("A stage cannot end before it starts"));
}

/* Which of these addresses is asked, src/feed decides; but a password would be
 * kept and shown as plain text. */
static gboolean
check_address (const char *address, GError **error)
{
  g_autoptr (GUri) uri = NULL;

  if (address == NULL)
    return set_broken (error, _ ("A status feed needs an address"));
  uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  if (uri == NULL ||
      (strcmp (g_uri_get_scheme (uri), "https") != 0 &&
       strcmp (g_uri_get_scheme (uri), "http") != 0) ||
      g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return set_broken (error,
                       _ ("The address of a feed begins with https:// and the "
                          "name of a server"));
  if (g_uri_get_userinfo (uri) != NULL)
    return set_broken (error,
                       _ ("The address of a feed must not have a name or "
                          "password in it"));
  return TRUE;
}

static gboolean
check_feed (const SlipRow *row, GError **error)
{
  gint64 secret = slip_row_get_integer (row, SLIP_FEED_SECRET_TYPE);

  if (!check_address (slip_row_get_text (row, SLIP_FEED_ADDRESS), error))
    return FALSE;
  if (slip_row_get_text (row, SLIP_FEED_ADAPTER) == NULL)
    return set_broken (error, _ ("Say what form the answers of the feed have"));
  if (slip_row_get_text (row, SLIP_FEED_SECRET_NAME) == NULL &&
      (secret == SLIP_FEED_SECRET_BASIC || secret == SLIP_FEED_SECRET_HEADER))
    return set_broken (error, _ ("A name goes with this kind of secret"));

  for (guint i = SLIP_FEED_LIST_POINTER; i <= SLIP_FEED_NEXT_POINTER; i++) {
    const char *pointer = slip_row_get_text (row, i);

    if (pointer != NULL && *pointer != '/')
      return set_broken (error, _ ("A JSON pointer begins with a slash"));
  }
  return TRUE;
}

static gboolean
check_feed_alias (const SlipRow *row, GError **error)
{
  gboolean has_release =
    slip_row_get_text (row, SLIP_FEED_ALIAS_RELEASE) != NULL;
  gboolean has_audience =
    slip_row_get_text (row, SLIP_FEED_ALIAS_AUDIENCE) != NULL;

  if (slip_row_get_text (row, SLIP_FEED_ALIAS_TEXT) == NULL)
    return set_broken (error, _ ("A mapping needs what the feed says"));
  return has_release != has_audience ||
         set_broken (error,
                     _ ("A mapping leads to one release or one audience"));
}

static gboolean
check_rank (const SlipRow *row, GError **error)
{
  int property = slip_schema_find_property (slip_row_get_kind (row), "rank");
  const char *rank =
    property >= 0 ? slip_row_get_text (row, (guint) property) : NULL;

  return rank == NULL || slip_rank_is_valid (rank) ||
         set_broken (error, _ ("The order is not written as it must be"));
}

gboolean
slip_rules_check_row (const SlipRow *row, GError **error)
{
  SlipKind kind = slip_row_get_kind (row);

  if (!check_name (row, error) || !check_rank (row, error))
    return FALSE;
  if (kind == SLIP_KIND_RELEASE)
    return check_release (row, error);
  if (kind == SLIP_KIND_PRODUCT)
    return check_color (row, error);
  if (kind == SLIP_KIND_FREEZE)
    return check_freeze (row, error);
  if (kind == SLIP_KIND_CHECKLIST)
    return check_checklist (row, error);
  if (kind == SLIP_KIND_ITEM)
    return check_item (row, error);
  if (kind == SLIP_KIND_FLAG && !is_filled (row, SLIP_FLAG_KEY))
    return set_broken (error, _ ("A feature flag needs a key"));
  if (kind == SLIP_KIND_STAGE)
    return check_stage (row, error);
  if (kind == SLIP_KIND_CRITERION)
    return slip_criterion_check_row (row, error);
  if (kind == SLIP_KIND_AWAY)
    return check_range (row, SLIP_AWAY_FIRST_DAY, SLIP_AWAY_LAST_DAY, error);
  if (kind == SLIP_KIND_HOLIDAY)
    return check_range (row, SLIP_HOLIDAY_FIRST_DAY, SLIP_HOLIDAY_LAST_DAY,
                        error);
  if (kind == SLIP_KIND_KEY_DATE)
    return check_range (row, SLIP_KEY_DATE_FIRST_DAY, SLIP_KEY_DATE_LAST_DAY,
                        error);
  if (kind == SLIP_KIND_FEED)
    return check_feed (row, error);
  if (kind == SLIP_KIND_FEED_ALIAS)
    return check_feed_alias (row, error);
  if (kind == SLIP_KIND_FEED_WORD &&
      slip_row_get_text (row, SLIP_FEED_WORD_WORD) == NULL)
    return set_broken (error, _ ("A word is needed"));
  if (kind == SLIP_KIND_WORKING_CALENDAR &&
      slip_row_get_integer (row, SLIP_WORKING_CALENDAR_WEEKDAYS) == 0)
    return set_broken (error, _ ("A calendar needs a working day"));

  return TRUE;
}

typedef struct {
  const SlipPlanState *state;
  GPtrArray *faults;
} Search;

static void
add_fault (Search *search, const SlipRow *row, const char *message)
{
  g_ptr_array_add (
    search->faults,
    g_strdup_printf ("%s %s: %s",
                     slip_schema_get (slip_row_get_kind (row))->name,
                     slip_row_get_id (row), message));
}

static void
check_values (Search *search, const SlipRow *row)
{
  const SlipKindInfo *info = slip_schema_get (slip_row_get_kind (row));

  for (guint i = 0; i < info->n_properties; i++) {
    const SlipProperty *property = &info->properties[i];
    const char *id = slip_row_get_text (row, i);
    g_autoptr (GError) error = NULL;

    if (!slip_property_check (property, slip_row_peek (row, i), &error))
      add_fault (search, row, error->message);
    else if (property->type == SLIP_PROPERTY_REFERENCE && id != NULL &&
             slip_plan_state_get (search->state, property->target, id) == NULL)
      add_fault (search, row, _ ("It refers to something that is not there"));
  }

  if (info->owner != SLIP_KIND_NONE && !info->is_record &&
      slip_plan_state_get (search->state, info->owner,
                           slip_row_get_owner (row)) == NULL)
    add_fault (search, row, _ ("What it is part of is not there"));
}

static void
check_row_cb (const SlipRow *row, gpointer data)
{
  Search *search = data;
  g_autoptr (GError) error = NULL;

  check_values (search, row);
  if (!slip_rules_check_row (row, &error) ||
      !slip_checklist_check (search->state, row, &error) ||
      !slip_criterion_check (search->state, row, &error) ||
      !slip_flag_check (search->state, row, &error) ||
      !slip_dependency_check (search->state, row, &error))
    add_fault (search, row, error->message);
}

GPtrArray *
slip_rules_check (const SlipPlanState *state)
{
  GPtrArray *faults = g_ptr_array_new_with_free_func (g_free);
  Search search = { state, faults };

  if (slip_plan_state_count (state, SLIP_KIND_PLAN) != 1)
    g_ptr_array_add (faults, g_strdup (_ ("There must be one plan")));
  for (guint kind = 0; kind < SLIP_N_KINDS; kind++)
    slip_plan_state_foreach (state, (SlipKind) kind, check_row_cb, &search);
  slip_rollout_find_faults (state, faults);
  slip_schedule_find_faults (state, faults);

  return faults;
}
