/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-knowledge.h"

#include "slip-audience.h"
#include "slip-clock.h"
#include "slip-release.h"

const char *
slip_knowledge_state_get_nick (SlipKnowledgeState state)
{
  static const char *const nicks[SLIP_N_KNOWLEDGE_STATES] = {
    [SLIP_KNOWLEDGE_NOT_NEEDED] = "not-needed",
    [SLIP_KNOWLEDGE_NOT_TOLD] = "not-told",
    [SLIP_KNOWLEDGE_UNCONFIRMED] = "unconfirmed",
    [SLIP_KNOWLEDGE_KNOWS] = "knows",
    [SLIP_KNOWLEDGE_WRONG_DATE] = "wrong-date",
  };

  return nicks[state];
}

const char *
slip_notice_get_nick (SlipNotice notice)
{
  static const char *const nicks[] = {
    [SLIP_NOTICE_NONE] = "none",
    [SLIP_NOTICE_OPEN] = "open",
    [SLIP_NOTICE_KEPT] = "kept",
    [SLIP_NOTICE_MISSED] = "missed",
  };

  return nicks[notice];
}

static const SlipEnumValue *
get_type_value (SlipCommunicationType type)
{
  return &slip_schema_get_property (SLIP_KIND_COMMUNICATION,
                                    SLIP_COMMUNICATION_TYPE)
            ->values[type];
}

const char *
slip_communication_get_label (SlipCommunicationType type)
{
  return slip_enum_value_get_label (get_type_value (type));
}

gboolean
slip_communication_is_sent (const SlipRow *communication)
{
  return slip_row_peek (communication, SLIP_COMMUNICATION_SENT_AT)->type !=
         SLIP_VALUE_NONE;
}

gboolean
slip_communication_is_confirmed (const SlipRow *communication)
{
  return slip_row_peek (communication, SLIP_COMMUNICATION_CONFIRMED_AT)->type !=
           SLIP_VALUE_NONE ||
         slip_row_get_text (communication, SLIP_COMMUNICATION_CONFIRMED_BY) !=
           NULL;
}

static SlipDate
get_date_told (const SlipRow *communication)
{
  return slip_row_get_date (communication, SLIP_COMMUNICATION_DATE_TOLD);
}

static SlipDate
get_day_sent (const SlipRow *communication)
{
  return slip_clock_find_day (
    slip_row_get_integer (communication, SLIP_COMMUNICATION_SENT_AT));
}

/* Orders what was sent by when, as it came in for what was sent at once. */
static int
compare_sent (const SlipRow *a, const SlipRow *b)
{
  gint64 at_a = slip_row_get_integer (a, SLIP_COMMUNICATION_SENT_AT);
  gint64 at_b = slip_row_get_integer (b, SLIP_COMMUNICATION_SENT_AT);

  if (at_a != at_b)
    return at_a < at_b ? -1 : 1;
  return g_strcmp0 (slip_row_get_id (a), slip_row_get_id (b));
}

static int
compare_sent_cb (gconstpointer a, gconstpointer b)
{
  return compare_sent (*(const SlipRow *const *) a,
                       *(const SlipRow *const *) b);
}

static int
compare_planned_cb (gconstpointer a, gconstpointer b)
{
  const SlipRow *row_a = *(const SlipRow *const *) a;
  const SlipRow *row_b = *(const SlipRow *const *) b;
  int order = slip_date_compare (
    slip_row_get_date (row_a, SLIP_COMMUNICATION_PLANNED_DATE),
    slip_row_get_date (row_b, SLIP_COMMUNICATION_PLANNED_DATE));

  return order != 0
           ? order
           : g_strcmp0 (slip_row_get_id (row_a), slip_row_get_id (row_b));
}

static int
compare_audiences_cb (gconstpointer a, gconstpointer b)
{
  const SlipKnowledge *const *knowledge_a = a;
  const SlipKnowledge *const *knowledge_b = b;

  return slip_audience_compare ((*knowledge_a)->audience,
                                (*knowledge_b)->audience);
}

static int
compare_rows_cb (gconstpointer a, gconstpointer b)
{
  return slip_audience_compare (*(const SlipRow *const *) a,
                                *(const SlipRow *const *) b);
}

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);
}

static SlipKnowledge *
knowledge_new (const SlipRow *audience)
{
  SlipKnowledge *self = g_new0 (SlipKnowledge, 1);

  self->audience = slip_row_ref (audience);
  self->sent = new_rows ();
  self->planned = new_rows ();
  self->last_day = SLIP_DATE_NONE;
  return self;
}

void
slip_knowledge_free (SlipKnowledge *self)
{
  slip_row_unref (self->audience);
  g_ptr_array_unref (self->sent);
  g_ptr_array_unref (self->planned);
  g_free (self);
}

SlipDate
slip_knowledge_get_date_told (const SlipKnowledge *self)
{
  return self->told != NULL ? get_date_told (self->told) : SLIP_DATE_NONE;
}

/* A release whose audiences are gathered. */
typedef struct {
  const SlipPlanState *state;
  GPtrArray *list;
  GHashTable *by_audience; /* its id → SlipKnowledge, borrowed */
} Gathering;

/* The entry of the audience that @property of @row names, or NULL. */
static SlipKnowledge *
ensure_entry (const Gathering *gathering, const SlipRow *row, guint property)
{
  const SlipRow *audience =
    slip_plan_state_follow (gathering->state, row, property);
  SlipKnowledge *knowledge;

  if (audience == NULL)
    return NULL;

  knowledge =
    g_hash_table_lookup (gathering->by_audience, slip_row_get_id (audience));
  if (knowledge == NULL) {
    knowledge = knowledge_new (audience);
    g_ptr_array_add (gathering->list, knowledge);
    g_hash_table_insert (gathering->by_audience,
                         (char *) slip_row_get_id (knowledge->audience),
                         knowledge);
  }
  return knowledge;
}

/* Until it is settled, an entry's state says whether there is a need. */
static void
gather_checklists (const Gathering *gathering, const char *release)
{
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list_owned (gathering->state, SLIP_KIND_CHECKLIST, release);

  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = rows->pdata[i];
    SlipKnowledge *knowledge =
      ensure_entry (gathering, row, SLIP_CHECKLIST_AUDIENCE);

    if (knowledge != NULL &&
        !slip_row_get_boolean (row, SLIP_CHECKLIST_IS_NOT_NEEDED))
      knowledge->state = SLIP_KNOWLEDGE_NOT_TOLD;
  }
}

static void
gather_communications (const Gathering *gathering, const char *release)
{
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list_owned (gathering->state, SLIP_KIND_COMMUNICATION,
                                release);

  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = rows->pdata[i];
    SlipKnowledge *knowledge =
      ensure_entry (gathering, row, SLIP_COMMUNICATION_AUDIENCE);

    if (knowledge == NULL)
      continue;
    g_ptr_array_add (slip_communication_is_sent (row) ? knowledge->sent
                                                      : knowledge->planned,
                     slip_row_ref (row));
  }
}

/* Finds what the audience was told last, and when it first learned that. */
static void
find_told (SlipKnowledge *self)
{
  for (guint i = self->sent->len; i > 0; i--) {
    const SlipRow *row = self->sent->pdata[i - 1];
    SlipDate date = get_date_told (row);

    if (!slip_date_is_set (date))
      continue;
    if (self->told == NULL)
      self->told = row;
    else if (!slip_date_equal (date, get_date_told (self->told)))
      return;
    self->since = row;
  }
}

static gboolean
is_any_confirmed (const SlipKnowledge *self)
{
  guint i = self->sent->len;

  /* Whoever confirmed a day knows it, also if it was repeated since. */
  while (i > 0) {
    const SlipRow *row = self->sent->pdata[--i];

    if (slip_date_equal (get_date_told (row), get_date_told (self->told)) &&
        slip_communication_is_confirmed (row))
      return TRUE;
    if (row == self->since)
      return FALSE;
  }
  return FALSE;
}

static SlipKnowledgeState
find_state (const SlipKnowledge *self)
{
  if (self->told == NULL)
    return self->state;
  if (!slip_date_equal (get_date_told (self->told), self->day))
    return SLIP_KNOWLEDGE_WRONG_DATE;

  return is_any_confirmed (self) ? SLIP_KNOWLEDGE_KNOWS
                                 : SLIP_KNOWLEDGE_UNCONFIRMED;
}

/* The release date is the planned start of the launch stage: the day on which
 * anybody outside can see it. */
static void
find_notice (SlipKnowledge *self,
             const SlipWorkingDays *working_days,
             SlipDate today)
{
  int n_days =
    (int) slip_row_get_integer (self->audience, SLIP_AUDIENCE_NOTICE_DAYS);
  SlipDate reached = today;

  if (n_days <= 0 || !slip_date_is_set (self->day) ||
      self->state == SLIP_KNOWLEDGE_NOT_NEEDED)
    return;

  self->last_day = slip_working_days_add (working_days, self->day, -n_days);
  self->notice = SLIP_NOTICE_OPEN;
  if (self->state == SLIP_KNOWLEDGE_KNOWS ||
      self->state == SLIP_KNOWLEDGE_UNCONFIRMED) {
    reached = get_day_sent (self->since);
    self->notice = SLIP_NOTICE_KEPT;
  }
  if (slip_date_is_before (self->last_day, reached))
    self->notice = SLIP_NOTICE_MISSED;
}

static void
settle_entry (SlipKnowledge *self,
              SlipDate day,
              const SlipWorkingDays *working_days,
              SlipDate today)
{
  self->day = day;
  g_ptr_array_sort (self->sent, compare_sent_cb);
  g_ptr_array_sort (self->planned, compare_planned_cb);
  find_told (self);
  self->state = find_state (self);
  find_notice (self, working_days, today);
  for (guint i = 0; i < self->planned->len; i++)
    self->n_overdue +=
      slip_date_is_before (slip_row_get_date (self->planned->pdata[i],
                                              SLIP_COMMUNICATION_PLANNED_DATE),
                           today);
}

GPtrArray *
slip_knowledge_list (const SlipPlanState *state,
                     const SlipRow *release,
                     SlipDate today)
{
  const char *id = slip_row_get_id (release);
  g_autoptr (GHashTable) by_audience =
    g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *list;
  g_autoptr (SlipWorkingDays) working_days = NULL;
  SlipDate day;

  if (!slip_plan_state_is_loaded (state, id))
    return NULL;

  list = g_ptr_array_new_with_free_func ((GDestroyNotify) slip_knowledge_free);
  gather_checklists (&(Gathering){ state, list, by_audience }, id);
  gather_communications (&(Gathering){ state, list, by_audience }, id);
  working_days = slip_plan_state_dup_working_days (
    state, slip_row_get_text (release, SLIP_RELEASE_PRODUCT));
  day = slip_planned_date_resolve (
    slip_release_get_planned (release, SLIP_ANCHOR_RELEASE), working_days);
  for (guint i = 0; i < list->len; i++)
    settle_entry (list->pdata[i], day, working_days, today);
  g_ptr_array_sort (list, compare_audiences_cb);
  return list;
}

SlipKnowledgeTotal
slip_knowledge_total (const GPtrArray *list)
{
  SlipKnowledgeTotal total = { .is_known = list != NULL };

  for (guint i = 0; list != NULL && i < list->len; i++) {
    const SlipKnowledge *knowledge = list->pdata[i];

    total.n_states[knowledge->state]++;
    total.n_audiences += knowledge->state != SLIP_KNOWLEDGE_NOT_NEEDED;
    total.n_overdue += knowledge->n_overdue;
    total.n_missed += knowledge->notice == SLIP_NOTICE_MISSED;
  }
  return total;
}

/* What the audience of each communication with a date was told last.  Returns:
 * the id of the audience → the communication, both borrowed from @rows. */
static GHashTable *
find_last_told (const GPtrArray *rows)
{
  GHashTable *last = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = rows->pdata[i];
    const char *audience = slip_row_get_text (row, SLIP_COMMUNICATION_AUDIENCE);
    const SlipRow *other;

    if (audience == NULL || !slip_communication_is_sent (row) ||
        !slip_date_is_set (get_date_told (row)))
      continue;
    other = g_hash_table_lookup (last, audience);
    if (other == NULL || compare_sent (row, other) > 0)
      g_hash_table_insert (last, (char *) audience, (SlipRow *) row);
  }
  return last;
}

static void
add_wrong (const SlipPlanState *state,
           GHashTable *last,
           SlipDate day,
           GPtrArray *wrong)
{
  GHashTableIter iter;
  gpointer id;
  gpointer row;

  g_hash_table_iter_init (&iter, last);
  while (g_hash_table_iter_next (&iter, &id, &row)) {
    const SlipRow *audience =
      slip_plan_state_get (state, SLIP_KIND_AUDIENCE, id);

    if (audience != NULL && !slip_date_equal (get_date_told (row), day))
      g_ptr_array_add (wrong, slip_row_ref (audience));
  }
  g_ptr_array_sort (wrong, compare_rows_cb);
}

GPtrArray *
slip_knowledge_list_wrong (const SlipPlanState *state, const SlipRow *release)
{
  GPtrArray *wrong = new_rows ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GHashTable) last = NULL;

  if (release == NULL || !slip_release_is_open (release))
    return wrong;

  rows = slip_plan_state_list_owned (state, SLIP_KIND_COMMUNICATION,
                                     slip_row_get_id (release));
  if (rows->len == 0)
    return wrong;

  last = find_last_told (rows);
  if (g_hash_table_size (last) > 0)
    add_wrong (state, last,
               slip_release_resolve (state, release, SLIP_ANCHOR_RELEASE),
               wrong);
  return wrong;
}

guint
slip_knowledge_count_wrong (const SlipPlanState *state, const SlipRow *release)
{
  g_autoptr (GPtrArray) wrong = slip_knowledge_list_wrong (state, release);

  return wrong->len;
}
