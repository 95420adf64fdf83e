/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-schedule.h"

#include <glib/gi18n-lib.h>

#include "slip-knowledge.h"
#include "slip-release.h"
#include "slip-stage.h"
#include "slip-t-date.h"

static const SlipKind dated_kinds[] = { SLIP_KIND_ITEM,
                                        SLIP_KIND_COMMUNICATION };

/* The days a stage takes by its rule. */
typedef struct {
  SlipDate start;
  SlipDate end;
} Span;

/* Parts of a release that stay where they are: those with @ids, or all. */
typedef struct {
  const char *const *ids;
} Stay;

static gboolean
is_staying (const Stay *stay, const char *id)
{
  return stay != NULL && (stay->ids == NULL || g_strv_contains (stay->ids, id));
}

gboolean
slip_schedule_is_over (const SlipRow *row)
{
  if (slip_row_get_kind (row) == SLIP_KIND_ITEM)
    return slip_item_state_is_closed (
      slip_row_get_integer (row, SLIP_ITEM_STATE));

  return slip_communication_is_sent (row);
}

/* @previous: (nullable): the stage before that is not passed over, as it now is
 */
static Span
resolve_stage (const SlipRow *release,
               const SlipRow *stage,
               const SlipRow *previous,
               const SlipWorkingDays *working_days)
{
  SlipDate day = slip_planned_date_resolve (
    slip_release_get_planned (release, SLIP_ANCHOR_RELEASE), working_days);
  int offset = (int) slip_row_get_integer (stage, SLIP_STAGE_START_OFFSET);
  int length = slip_stage_get_length_days (stage);

  if (!slip_date_is_set (day))
    return (Span){ SLIP_DATE_NONE, SLIP_DATE_NONE };
  if (slip_row_get_boolean (stage, SLIP_STAGE_IS_LAUNCH))
    return (Span){ day, slip_date_add_days (day, length - 1) };

  if (previous != NULL &&
      slip_row_get_integer (stage, SLIP_STAGE_START_ANCHOR) ==
        SLIP_STAGE_ANCHOR_PREVIOUS &&
      slip_date_is_set (slip_stage_get_end (previous)))
    day = slip_date_add_days (slip_stage_get_end (previous), 1);
  day = slip_row_get_integer (stage, SLIP_STAGE_START_UNIT) ==
            SLIP_UNIT_WORKING_DAYS
          ? slip_working_days_add (working_days, day, offset)
          : slip_date_add_days (day, offset);

  return (Span){ day, slip_date_add_days (day, length - 1) };
}

static gboolean
follows_its_rule (const SlipRow *stage)
{
  return slip_stage_get_state (stage) == SLIP_STAGE_STATE_PLANNED &&
         !slip_row_get_boolean (stage, SLIP_STAGE_START_IS_PINNED);
}

/* Puts @stage where its rule says, or pins it if that is elsewhere and it is to
 * stay.  The launch stage starts on the release date, whatever stays. */
static void
settle_stage (SlipEdit *edit, const SlipRow *stage, Span span, gboolean stays)
{
  const char *id = slip_row_get_id (stage);

  if (stays && !slip_row_get_boolean (stage, SLIP_STAGE_IS_LAUNCH)) {
    if (!slip_date_equal (span.start,
                          slip_row_get_date (stage, SLIP_STAGE_PLANNED_START)))
      slip_edit_set_integer (edit, SLIP_KIND_STAGE, id,
                             SLIP_STAGE_START_IS_PINNED, TRUE);
    return;
  }

  slip_edit_set_date (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_PLANNED_START,
                      span.start);
  slip_edit_set_date (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_PLANNED_END,
                      span.end);
}

/* In order: each hangs on how the one before it then is.
 * @stay: (nullable): which of them stay */
static void
settle_stages (SlipEdit *edit,
               const SlipRow *release,
               const SlipWorkingDays *working_days,
               const Stay *stay)
{
  g_autoptr (GPtrArray) stages =
    slip_stage_list (slip_edit_get_state (edit), slip_row_get_id (release));
  g_autoptr (SlipRow) previous = NULL;

  for (guint i = 0; i < stages->len; i++) {
    const SlipRow *stage = stages->pdata[i];
    const char *id = slip_row_get_id (stage);

    if (follows_its_rule (stage))
      settle_stage (edit, stage,
                    resolve_stage (release, stage, previous, working_days),
                    is_staying (stay, id));
    if (slip_stage_is_passed_over (stage))
      continue;
    g_clear_pointer (&previous, slip_row_unref);
    previous = slip_row_ref (
      slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_STAGE, id));
  }
}

static void
set_pin (SlipEdit *edit, const SlipRow *row, gboolean is_pinned)
{
  SlipKind kind = slip_row_get_kind (row);
  const char *id = slip_row_get_id (row);
  const SlipTDateProperties *properties = slip_t_date_get_properties (kind);

  slip_edit_set_integer (edit, kind, id, (guint) properties->is_pinned,
                         is_pinned);
  if (!is_pinned)
    slip_edit_set_date (edit, kind, id, (guint) properties->was,
                        SLIP_DATE_NONE);
}

static gboolean
hangs_on_nothing (const SlipPlanState *state, const SlipTDate *rule)
{
  return rule->anchor == SLIP_DUE_STAGE &&
         slip_plan_state_get (state, SLIP_KIND_STAGE, rule->stage) == NULL;
}

/* What comes to be as over has no history yet: it gets the day of its rule. */
static gboolean
is_new (SlipEdit *edit, const SlipRow *row)
{
  return slip_plan_state_get (slip_edit_get_base (edit),
                              slip_row_get_kind (row),
                              slip_row_get_id (row)) == NULL;
}

static void
settle_part (SlipEdit *edit,
             const SlipRow *release,
             const SlipRow *row,
             const SlipWorkingDays *working_days)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  SlipKind kind = slip_row_get_kind (row);
  SlipTDate rule = slip_t_date_get (row);
  SlipDate day;

  if (!slip_t_date_is_rule (&rule) || slip_t_date_is_pinned (row))
    return;

  day = slip_t_date_resolve (state, release, &rule, working_days);
  if (hangs_on_nothing (state, &rule))
    set_pin (edit, row, TRUE);
  else if (slip_date_equal (day, slip_t_date_get_day (row)))
    return;
  else if (slip_schedule_is_over (row) && !is_new (edit, row))
    set_pin (edit, row, TRUE);
  else
    slip_edit_set_date (edit, kind, slip_row_get_id (row),
                        (guint) slip_t_date_get_properties (kind)->date, day);
}

static void
settle_release (SlipEdit *edit,
                const SlipRow *release,
                const SlipWorkingDays *working_days)
{
  settle_stages (edit, release, working_days, NULL);
  for (guint k = 0; k < G_N_ELEMENTS (dated_kinds); k++) {
    g_autoptr (GPtrArray) rows =
      slip_plan_state_list_owned (slip_edit_get_state (edit), dated_kinds[k],
                                  slip_row_get_id (release));

    for (guint i = 0; i < rows->len; i++)
      settle_part (edit, release, rows->pdata[i], working_days);
  }
}

/* What an edit touched that dates hang on. */
typedef struct {
  SlipEdit *edit;
  GHashTable *releases;  /* ids of releases */
  GHashTable *products;  /* ids of products whose calendar is another */
  GHashTable *calendars; /* ids of calendars that changed */
  gboolean is_plan_calendar_changed;
  GHashTable *working_days; /* product's id, "" for none → SlipWorkingDays */
} Touch;

static gboolean
is_anchor_property (guint property)
{
  for (guint i = 0; i < SLIP_N_ANCHORS; i++)
    if (property == slip_anchor_get_date_property ((SlipAnchor) i) ||
        property == slip_anchor_get_certainty_property ((SlipAnchor) i))
      return TRUE;

  return FALSE;
}

/* Whether the release is open now and was not before. */
static gboolean
has_opened (const Touch *touch, const char *id)
{
  const SlipRow *before = slip_plan_state_get (slip_edit_get_base (touch->edit),
                                               SLIP_KIND_RELEASE, id);

  return before != NULL && !slip_release_is_open (before);
}

static void
touch_release (Touch *touch, const SlipChange *change)
{
  guint property = change->property;

  if (change->type != SLIP_CHANGE_SET)
    return;
  if (is_anchor_property (property) || property == SLIP_RELEASE_PRODUCT ||
      ((property == SLIP_RELEASE_STATUS ||
        property == SLIP_RELEASE_IS_DELETED) &&
       has_opened (touch, change->id)))
    g_hash_table_add (touch->releases, change->id);
}

static void
touch_change (Touch *touch, const SlipChange *change)
{
  if (change->kind == SLIP_KIND_RELEASE)
    touch_release (touch, change);
  else if (change->kind == SLIP_KIND_STAGE ||
           slip_t_date_get_properties (change->kind) != NULL)
    g_hash_table_add (touch->releases, change->owner);
  else if (change->kind == SLIP_KIND_HOLIDAY)
    g_hash_table_add (touch->calendars, change->owner);
  else if (change->kind == SLIP_KIND_WORKING_CALENDAR)
    g_hash_table_add (touch->calendars, change->id);
  else if (change->kind == SLIP_KIND_PRODUCT &&
           change->type == SLIP_CHANGE_SET &&
           change->property == SLIP_PRODUCT_CALENDAR)
    g_hash_table_add (touch->products, change->id);
  else if (change->kind == SLIP_KIND_PLAN && change->type == SLIP_CHANGE_SET &&
           change->property == SLIP_PLAN_CALENDAR)
    touch->is_plan_calendar_changed = TRUE;
}

static gboolean
is_calendar_touched (const Touch *touch, const SlipRow *release)
{
  const SlipPlanState *state = slip_edit_get_state (touch->edit);
  const SlipRow *product =
    slip_plan_state_follow (state, release, SLIP_RELEASE_PRODUCT);
  const SlipRow *plan = slip_plan_state_get_plan (state);
  const char *calendar = NULL;

  if (product != NULL) {
    calendar = slip_row_get_text (product, SLIP_PRODUCT_CALENDAR);
    if (g_hash_table_contains (touch->products, slip_row_get_id (product)))
      return TRUE;
  }
  if (calendar == NULL && touch->is_plan_calendar_changed)
    return TRUE;
  if (calendar == NULL && plan != NULL)
    calendar = slip_row_get_text (plan, SLIP_PLAN_CALENDAR);

  return calendar != NULL && g_hash_table_contains (touch->calendars, calendar);
}

static void
touch_by_calendar_cb (const SlipRow *release, gpointer data)
{
  Touch *touch = data;

  if (slip_release_is_open (release) && is_calendar_touched (touch, release))
    g_hash_table_add (touch->releases, (char *) slip_row_get_id (release));
}

static const SlipWorkingDays *
get_working_days (Touch *touch, const SlipRow *release)
{
  const char *product = slip_row_get_text (release, SLIP_RELEASE_PRODUCT);
  const char *key = product != NULL ? product : "";
  SlipWorkingDays *days = g_hash_table_lookup (touch->working_days, key);

  if (days == NULL) {
    days = slip_plan_state_dup_working_days (slip_edit_get_state (touch->edit),
                                             product);
    g_hash_table_insert (touch->working_days, g_strdup (key), days);
  }
  return days;
}

static void
settle_touched (Touch *touch)
{
  g_autoptr (GPtrArray) ready =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);
  GHashTableIter iter;
  gpointer id;

  /* What is missing is found out for all of them before any is settled. */
  g_hash_table_iter_init (&iter, touch->releases);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    const SlipRow *release =
      slip_plan_state_get (slip_edit_get_state (touch->edit), SLIP_KIND_RELEASE,
                           id);

    if (release != NULL && slip_release_is_open (release) &&
        slip_edit_need (touch->edit, id))
      g_ptr_array_add (ready, slip_row_ref (release));
  }

  for (guint i = 0; i < ready->len; i++)
    settle_release (touch->edit, ready->pdata[i],
                    get_working_days (touch, ready->pdata[i]));
}

void
slip_schedule_settle (SlipEdit *edit)
{
  const GPtrArray *changes = slip_edit_get_changes (edit);
  g_autoptr (GHashTable) releases = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) products = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) calendars = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) working_days =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                           (GDestroyNotify) slip_working_days_unref);
  Touch touch = { edit, releases, products, calendars, FALSE, working_days };

  for (guint i = 0; i < changes->len; i++)
    touch_change (&touch, changes->pdata[i]);
  if (touch.is_plan_calendar_changed || g_hash_table_size (products) > 0 ||
      g_hash_table_size (calendars) > 0)
    slip_plan_state_foreach (slip_edit_get_state (edit), SLIP_KIND_RELEASE,
                             touch_by_calendar_cb, &touch);

  settle_touched (&touch);
}

static void
keep_part (SlipEdit *edit,
           const SlipRow *release,
           const SlipRow *row,
           const SlipWorkingDays *working_days)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  SlipTDate rule = slip_t_date_get (row);
  SlipDate day = slip_t_date_resolve (state, release, &rule, working_days);

  if (slip_t_date_is_rule (&rule) &&
      !slip_date_equal (day, slip_t_date_get_day (row)))
    set_pin (edit, row, TRUE);
}

void
slip_schedule_keep (SlipEdit *edit, const char *release, const char *const *ids)
{
  const SlipRow *row = slip_plan_state_get (slip_edit_get_state (edit),
                                            SLIP_KIND_RELEASE, release);
  const Stay stay = { ids };
  g_autoptr (SlipRow) held = NULL;
  g_autoptr (SlipWorkingDays) working_days = NULL;

  if (row == NULL || !slip_edit_need (edit, release))
    return;

  held = slip_row_ref (row);
  working_days = slip_plan_state_dup_working_days (
    slip_edit_get_state (edit), slip_row_get_text (held, SLIP_RELEASE_PRODUCT));
  settle_stages (edit, held, working_days, &stay);
  for (guint k = 0; k < G_N_ELEMENTS (dated_kinds); k++) {
    g_autoptr (GPtrArray) rows =
      slip_plan_state_list_owned (slip_edit_get_state (edit), dated_kinds[k],
                                  release);

    for (guint i = 0; i < rows->len; i++)
      if (is_staying (&stay, slip_row_get_id (rows->pdata[i])))
        keep_part (edit, held, rows->pdata[i], working_days);
  }
}

void
slip_schedule_free (SlipEdit *edit, const char *release, const char *const *ids)
{
  g_return_if_fail (ids != NULL);

  if (!slip_edit_need (edit, release))
    return;

  for (guint i = 0; ids[i] != NULL; i++) {
    const SlipPlanState *state = slip_edit_get_state (edit);

    if (slip_plan_state_get (state, SLIP_KIND_STAGE, ids[i]) != NULL)
      slip_edit_set_integer (edit, SLIP_KIND_STAGE, ids[i],
                             SLIP_STAGE_START_IS_PINNED, FALSE);
    for (guint k = 0; k < G_N_ELEMENTS (dated_kinds); k++) {
      const SlipRow *row = slip_plan_state_get (slip_edit_get_state (edit),
                                                dated_kinds[k], ids[i]);

      if (row != NULL)
        set_pin (edit, row, FALSE);
    }
  }
}

void
slip_schedule_day_set (SlipEdit *edit,
                       SlipKind kind,
                       const char *id,
                       const SlipRow *before,
                       gboolean has_day,
                       gboolean has_rule,
                       gboolean has_pin)
{
  const SlipTDateProperties *properties = slip_t_date_get_properties (kind);
  const SlipRow *row =
    slip_plan_state_get (slip_edit_get_state (edit), kind, id);
  SlipTDate rule;

  if (properties == NULL || properties->date < 0 || row == NULL)
    return;

  rule = slip_t_date_get (row);
  if (has_pin ? !slip_t_date_is_pinned (row) : has_rule) {
    set_pin (edit, row, FALSE);
  } else if (has_day && !has_pin && slip_t_date_is_rule (&rule)) {
    SlipDate was =
      before != NULL ? slip_t_date_get_day (before) : SLIP_DATE_NONE;

    set_pin (edit, row, TRUE);
    slip_edit_set_date (edit, kind, id, (guint) properties->was, was);
  }
}

void
slip_schedule_let_go (SlipEdit *edit, const char *stage)
{
  const SlipRow *row =
    slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_STAGE, stage);

  if (row == NULL)
    return;

  for (guint k = 0; k < G_N_ELEMENTS (dated_kinds); k++) {
    g_autoptr (GPtrArray) rows =
      slip_plan_state_list_owned (slip_edit_get_state (edit), dated_kinds[k],
                                  slip_row_get_owner (row));

    for (guint i = 0; i < rows->len; i++) {
      const SlipRow *part = rows->pdata[i];
      guint property = slip_t_date_get_properties (dated_kinds[k])->stage;

      if (g_strcmp0 (slip_row_get_text (part, property), stage) != 0)
        continue;
      set_pin (edit, part, TRUE);
      slip_edit_set_text (edit, dated_kinds[k], slip_row_get_id (part),
                          property, NULL);
    }
  }
}

typedef struct {
  const SlipPlanState *state;
  GPtrArray *faults;
} Search;

static void
add_fault (const Search *search, const SlipRow *row)
{
  g_ptr_array_add (
    search->faults,
    g_strdup_printf ("%s %s: %s",
                     slip_schema_get (slip_row_get_kind (row))->name,
                     slip_row_get_id (row),
                     _ ("It is not on the day that its rule comes to")));
}

static void
find_stage_faults_cb (const SlipRow *release, gpointer data)
{
  const Search *search = data;
  g_autoptr (GPtrArray) stages =
    slip_stage_list (search->state, slip_row_get_id (release));
  g_autoptr (SlipWorkingDays) working_days = NULL;
  const SlipRow *previous = NULL;

  if (stages->len == 0 || !slip_release_is_open (release))
    return;

  working_days = slip_plan_state_dup_working_days (
    search->state, slip_row_get_text (release, SLIP_RELEASE_PRODUCT));
  for (guint i = 0; i < stages->len; i++) {
    const SlipRow *stage = stages->pdata[i];
    Span span = resolve_stage (release, stage, previous, working_days);

    if (follows_its_rule (stage) &&
        (!slip_date_equal (
           span.start, slip_row_get_date (stage, SLIP_STAGE_PLANNED_START)) ||
         !slip_date_equal (span.end,
                           slip_row_get_date (stage, SLIP_STAGE_PLANNED_END))))
      add_fault (search, stage);
    if (!slip_stage_is_passed_over (stage))
      previous = stage;
  }
}

static void
find_fault_cb (const SlipRow *row, gpointer data)
{
  const Search *search = data;
  const SlipRow *release =
    slip_plan_state_get (search->state, SLIP_KIND_RELEASE,
                         slip_row_get_owner (row));
  SlipTDate rule = slip_t_date_get (row);
  g_autoptr (SlipWorkingDays) working_days = NULL;

  if (!slip_t_date_is_rule (&rule) || slip_t_date_is_pinned (row) ||
      release == NULL || !slip_release_is_open (release))
    return;

  working_days = slip_plan_state_dup_working_days (
    search->state, slip_row_get_text (release, SLIP_RELEASE_PRODUCT));
  if (!slip_date_equal (slip_t_date_resolve (search->state, release, &rule,
                                             working_days),
                        slip_t_date_get_day (row)))
    add_fault (search, row);
}

void
slip_schedule_find_faults (const SlipPlanState *state, GPtrArray *faults)
{
  Search search = { state, faults };

  for (guint k = 0; k < G_N_ELEMENTS (dated_kinds); k++)
    slip_plan_state_foreach (state, dated_kinds[k], find_fault_cb, &search);
  slip_plan_state_foreach (state, SLIP_KIND_RELEASE, find_stage_faults_cb,
                           &search);
}
