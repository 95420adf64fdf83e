/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-generate.h"

#include "slip-rank.h"
#include "slip-t-date.h"

/* The shape of a reference plan. */
#define N_PRODUCTS         12
#define N_PEOPLE           40
#define N_AUDIENCES        8
#define N_ON_TODAY         120
#define OPEN_PER_THOUSAND  40
#define MIN_OPEN           50
#define PAST_DAYS          1500
#define FUTURE_DAYS        325
#define ITEMS_PER_AUDIENCE 5
#define N_TOLD             3
#define DAY_MS             86400000

typedef struct {
  GRand *random;
  SlipDate today;
  guint n_on_today;
  guint n_open;
  guint n_items;
  GPtrArray *rows;
  char *people[N_PEOPLE];
  char *products[N_PRODUCTS];
  char *audiences[N_AUDIENCES];
} Generator;

/* A row in the making: its values, with the defaults to begin with. */
typedef struct {
  SlipKind kind;
  guint n_values;
  SlipValue values[SLIP_RELEASE_N_PROPERTIES];
} Draft;

static char *
draw_id (Generator *self)
{
  guint32 part[4];

  for (guint i = 0; i < 4; i++)
    part[i] = g_rand_int (self->random);

  return g_strdup_printf ("%08x-%04x-4%03x-%04x-%04x%08x", part[0],
                          part[1] >> 16, part[1] & 0xfff,
                          0x8000 | (part[2] >> 18), part[2] & 0xffff, part[3]);
}

static void
draft_init (Draft *draft, SlipKind kind)
{
  const SlipKindInfo *info = slip_schema_get (kind);

  g_assert (info->n_properties <= G_N_ELEMENTS (draft->values));

  draft->kind = kind;
  draft->n_values = info->n_properties;
  for (guint i = 0; i < info->n_properties; i++)
    draft->values[i] = slip_property_get_default (&info->properties[i]);
}

static void
set_text (Draft *draft, guint property, const char *text)
{
  slip_value_clear (&draft->values[property]);
  draft->values[property] = slip_value_new_text (text);
}

static void
set_integer (Draft *draft, guint property, gint64 integer)
{
  draft->values[property] = slip_value_new_integer (integer);
}

static void
set_date (Draft *draft, guint property, SlipDate date)
{
  draft->values[property] = slip_value_new_date (date);
}

/* Ends @draft as a row with a drawn id, which is returned as well. */
static char *
take_draft (Generator *self, Draft *draft, const char *owner)
{
  char *id = draw_id (self);

  g_ptr_array_add (self->rows,
                   slip_row_new (draft->kind, id, owner, draft->values));
  return id;
}

static void
add_named (Generator *self,
           SlipKind kind,
           guint name_property,
           int rank_property,
           const char *noun,
           char **ids,
           guint n)
{
  g_auto (GStrv) ranks = slip_rank_spread (n);

  for (guint i = 0; i < n; i++) {
    g_autofree char *name = g_strdup_printf ("%s %u", noun, i + 1);
    Draft draft;

    draft_init (&draft, kind);
    set_text (&draft, name_property, name);
    if (rank_property >= 0)
      set_text (&draft, (guint) rank_property, ranks[i]);
    if (kind == SLIP_KIND_PRODUCT) {
      g_autofree char *color =
        g_strdup_printf ("#%06x", g_rand_int (self->random) & 0xffffff);

      set_text (&draft, SLIP_PRODUCT_COLOR, color);
    }
    ids[i] = take_draft (self, &draft, NULL);
  }
}

/* Whether something happens that does so @percent times of a hundred. */
static gboolean
draw (Generator *self, int percent)
{
  return g_rand_int_range (self->random, 0, 100) < percent;
}

static const char *
draw_person (Generator *self)
{
  return self->people[g_rand_int_range (self->random, 0, N_PEOPLE)];
}

/* The release that parts are made for. */
typedef struct {
  const SlipRow *row;
  const char *id;
  SlipDate day;
  gboolean is_open;
  SlipPlanState *state; /* holds the release, if that is open */
  SlipWorkingDays *working_days;
} Subject;

static void
subject_clear (Subject *subject)
{
  g_clear_pointer (&subject->state, slip_plan_state_unref);
  g_clear_pointer (&subject->working_days, slip_working_days_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Subject, subject_clear)

/* Writes the T-date @rule and the day it comes to. */
static SlipDate
set_rule (Draft *draft, const Subject *subject, const SlipTDate *rule)
{
  const SlipTDateProperties *properties =
    slip_t_date_get_properties (draft->kind);
  SlipDate day = slip_t_date_resolve (subject->state, subject->row, rule,
                                      subject->working_days);

  set_date (draft, (guint) properties->date, day);
  set_integer (draft, properties->anchor, rule->anchor);
  set_integer (draft, properties->offset, rule->offset);
  set_integer (draft, properties->unit, rule->unit);
  set_integer (draft, properties->snap, rule->snap);
  return day;
}

/* What was due is mostly done, and what is not due mostly not. */
static SlipItemState
draw_item_state (Generator *self, gboolean is_open, SlipDate due)
{
  int number = g_rand_int_range (self->random, 0, 100);

  if (!is_open || slip_date_is_before (due, self->today)) {
    if (number < 92)
      return SLIP_ITEM_STATE_DONE;
    return number < 95 || !is_open ? SLIP_ITEM_STATE_NOT_APPLICABLE
           : number < 97           ? SLIP_ITEM_STATE_BLOCKED
                                   : SLIP_ITEM_STATE_TO_DO;
  }
  return number < 15   ? SLIP_ITEM_STATE_DONE
         : number < 35 ? SLIP_ITEM_STATE_DOING
         : number < 38 ? SLIP_ITEM_STATE_BLOCKED
                       : SLIP_ITEM_STATE_TO_DO;
}

/* Item @i of the release and @k of its checklist.  What is closed keeps days
 * alone: its rules are of no use any more. */
static void
add_item (Generator *self,
          const Subject *subject,
          const char *checklist,
          guint i,
          guint k)
{
  SlipTDate rule = { SLIP_DUE_RELEASE, NULL, -1 - 3 * (int) k,
                     SLIP_UNIT_WORKING_DAYS, SLIP_SNAP_EARLIER };
  SlipDate due = slip_date_add_days (subject->day, -(int) k);
  g_autofree char *title = g_strdup_printf ("Item %u", i + 1);
  g_autofree char *id = NULL;
  SlipItemState state;
  Draft draft;

  draft_init (&draft, SLIP_KIND_ITEM);
  set_text (&draft, SLIP_ITEM_CHECKLIST, checklist);
  set_text (&draft, SLIP_ITEM_TITLE, title);
  set_integer (&draft, SLIP_ITEM_IS_REQUIRED, i % 5 != 4);
  if (i % 6 == 5)
    rule.anchor = SLIP_DUE_DEPLOY;
  if (subject->is_open && i % 7 != 6)
    due = set_rule (&draft, subject, &rule);
  else
    set_date (&draft, SLIP_ITEM_DUE_DATE, due);
  state = draw_item_state (self, subject->is_open, due);
  set_integer (&draft, SLIP_ITEM_STATE, state);
  if (state == SLIP_ITEM_STATE_BLOCKED)
    set_text (&draft, SLIP_ITEM_STATE_NOTE, "Waits for another team");
  else if (state == SLIP_ITEM_STATE_NOT_APPLICABLE)
    set_text (&draft, SLIP_ITEM_STATE_NOTE, "Nothing changes here");
  if (subject->is_open && draw (self, 70))
    set_text (&draft, SLIP_ITEM_OWNER, draw_person (self));
  id = take_draft (self, &draft, subject->id);
}

static char *
add_checklist (Generator *self, const Subject *subject, const char *audience)
{
  Draft draft;

  draft_init (&draft, SLIP_KIND_CHECKLIST);
  set_text (&draft, SLIP_CHECKLIST_AUDIENCE, audience);
  if (subject->is_open && draw (self, 8)) {
    set_integer (&draft, SLIP_CHECKLIST_IS_NOT_NEEDED, TRUE);
    set_text (&draft, SLIP_CHECKLIST_REASON, "Nothing changes for them");
  } else if (!subject->is_open || draw (self, 90)) {
    set_text (&draft, SLIP_CHECKLIST_OWNER, draw_person (self));
  }
  return take_draft (self, &draft, subject->id);
}

static void
add_checklists (Generator *self, const Subject *subject)
{
  guint n_items = self->n_items;
  guint n_done = 0;

  for (guint i = 0; n_done < n_items; i++) {
    guint left = n_items - n_done;
    guint n = i + 1 < N_AUDIENCES ? MIN (left, ITEMS_PER_AUDIENCE) : left;
    g_autofree char *checklist =
      add_checklist (self, subject, self->audiences[i]);

    for (guint k = 0; k < n; k++)
      add_item (self, subject, checklist, n_done + k, k);
    n_done += n;
  }
}

/* What @audience is told, or was if that is past; some know an older date. */
static void
add_communication (Generator *self, const Subject *subject, guint audience)
{
  static const SlipTDate rule = { SLIP_DUE_RELEASE, NULL, -15,
                                  SLIP_UNIT_WORKING_DAYS, SLIP_SNAP_EARLIER };
  g_autofree char *id = NULL;
  SlipDate planned;
  Draft draft;

  draft_init (&draft, SLIP_KIND_COMMUNICATION);
  set_text (&draft, SLIP_COMMUNICATION_AUDIENCE, self->audiences[audience]);
  set_integer (&draft, SLIP_COMMUNICATION_TYPE, SLIP_COMMUNICATION_HEADS_UP);
  planned = set_rule (&draft, subject, &rule);
  if (slip_date_is_before (planned, self->today)) {
    set_integer (&draft, SLIP_COMMUNICATION_SENT_AT,
                 (gint64) planned.day * DAY_MS + DAY_MS / 2);
    set_text (&draft, SLIP_COMMUNICATION_SENT_BY, draw_person (self));
    set_text (&draft, SLIP_COMMUNICATION_CHANNEL, "Mail");
    set_date (&draft, SLIP_COMMUNICATION_DATE_TOLD,
              slip_date_add_days (subject->day, draw (self, 20) ? -7 : 0));
  }
  id = take_draft (self, &draft, subject->id);
}

/* How each open release rolls out; the first of them has begun in those that
 * are rolling out. */
static const struct {
  const char *name;
  SlipStageType type;
  int share;
  int start; /* days after the release date */
  int length;
  int soak;
} stages[] = {
  { "Internal", SLIP_STAGE_TYPE_INTERNAL, 0, -7, 7, 48 },
  { "5 %", SLIP_STAGE_TYPE_PERCENTAGE, 500, 0, 2, 24 },
  { "25 %", SLIP_STAGE_TYPE_PERCENTAGE, 2500, 2, 3, 48 },
  { "Everyone", SLIP_STAGE_TYPE_EVERYONE, 10000, 5, 1, 0 },
};

static void
start_stage (Generator *self, Draft *draft, int length)
{
  SlipDate start = slip_date_add_days (self->today, -1);

  set_integer (draft, SLIP_STAGE_STATE, SLIP_STAGE_STATE_ACTIVE);
  set_integer (draft, SLIP_STAGE_STARTED_AT,
               (gint64) start.day * DAY_MS + DAY_MS / 2);
  set_date (draft, SLIP_STAGE_EXPECTED_END,
            slip_date_add_days (start, length - 1));
}

static void
add_stages (Generator *self, const Subject *subject)
{
  g_auto (GStrv) ranks = slip_rank_spread (G_N_ELEMENTS (stages));

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++) {
    SlipDate start = slip_date_add_days (subject->day, stages[i].start);
    gboolean follows = stages[i].start > 0;
    g_autofree char *id = NULL;
    Draft draft;

    draft_init (&draft, SLIP_KIND_STAGE);
    set_text (&draft, SLIP_STAGE_NAME, stages[i].name);
    set_text (&draft, SLIP_STAGE_RANK, ranks[i]);
    set_integer (&draft, SLIP_STAGE_TYPE, stages[i].type);
    if (stages[i].share > 0)
      set_integer (&draft, SLIP_STAGE_SHARE, stages[i].share);
    set_integer (&draft, SLIP_STAGE_IS_LAUNCH, stages[i].start == 0);
    set_integer (&draft, SLIP_STAGE_START_ANCHOR,
                 follows ? SLIP_STAGE_ANCHOR_PREVIOUS
                         : SLIP_STAGE_ANCHOR_RELEASE);
    if (stages[i].start < 0)
      set_integer (&draft, SLIP_STAGE_START_OFFSET, stages[i].start);
    set_integer (&draft, SLIP_STAGE_LENGTH_DAYS, stages[i].length);
    set_integer (&draft, SLIP_STAGE_SOAK_HOURS, stages[i].soak);
    set_date (&draft, SLIP_STAGE_PLANNED_START, start);
    set_date (&draft, SLIP_STAGE_PLANNED_END,
              slip_date_add_days (start, stages[i].length - 1));
    if (i == 0 && slip_row_get_integer (subject->row, SLIP_RELEASE_STATUS) ==
                    SLIP_STATUS_ROLLING_OUT)
      start_stage (self, &draft, stages[i].length);
    id = take_draft (self, &draft, subject->id);
  }
}

static void
add_parts (Generator *self, const SlipRow *release, gboolean is_open)
{
  g_auto (Subject) subject = {
    .row = release,
    .id = slip_row_get_id (release),
    .day = slip_row_get_date (release, SLIP_RELEASE_RELEASE_DATE),
    .is_open = is_open,
  };

  if (is_open) {
    subject.state = slip_plan_state_new ();
    slip_plan_state_take_row (subject.state, slip_row_ref (release));
    subject.working_days =
      slip_plan_state_dup_working_days (subject.state, NULL);
  }
  if (is_open)
    add_stages (self, &subject);
  add_checklists (self, &subject);
  for (guint i = 0; is_open && self->n_items > 0 && i < N_TOLD; i++)
    if (draw (self, 50))
      add_communication (self, &subject, i);
}

static SlipDate
draw_day (Generator *self, guint i, gboolean is_open)
{
  if (i < self->n_on_today)
    return self->today;
  if (is_open)
    return slip_date_add_days (self->today,
                               g_rand_int_range (self->random, 1, FUTURE_DAYS));

  return slip_date_add_days (self->today,
                             -g_rand_int_range (self->random, 1, PAST_DAYS));
}

static void
add_release (Generator *self, guint i)
{
  gboolean is_open = i < self->n_open;
  SlipDate day = draw_day (self, i, is_open);
  g_autofree char *version = g_strdup_printf ("%u.%u", 1 + i / 100, i % 100);
  g_autofree char *id = NULL;
  Draft draft;

  draft_init (&draft, SLIP_KIND_RELEASE);
  set_text (&draft, SLIP_RELEASE_PRODUCT, self->products[i % N_PRODUCTS]);
  set_text (&draft, SLIP_RELEASE_VERSION, version);
  set_text (&draft, SLIP_RELEASE_SUMMARY, "A release of a reference plan");
  set_integer (&draft, SLIP_RELEASE_TIER, 1 + i % 3);
  set_integer (&draft, SLIP_RELEASE_STATUS,
               is_open ? g_rand_int_range (self->random, SLIP_STATUS_PLANNED,
                                           SLIP_STATUS_RELEASED)
                       : SLIP_STATUS_RELEASED);
  set_text (&draft, SLIP_RELEASE_OWNER,
            self->people[g_rand_int_range (self->random, 0, N_PEOPLE)]);
  if (i % 10 != 9)
    set_text (&draft, SLIP_RELEASE_MARKET_OWNER,
              self->people[g_rand_int_range (self->random, 0, N_PEOPLE)]);
  set_date (&draft, SLIP_RELEASE_RELEASE_DATE, day);
  set_integer (&draft, SLIP_RELEASE_RELEASE_CERTAINTY,
               SLIP_CERTAINTY_CONFIRMED);
  set_date (&draft, SLIP_RELEASE_DEPLOY_DATE, slip_date_add_days (day, -2));
  set_integer (&draft, SLIP_RELEASE_DEPLOY_CERTAINTY, SLIP_CERTAINTY_CONFIRMED);
  set_date (&draft, SLIP_RELEASE_FIRST_PLANNED_DATE, day);
  id = take_draft (self, &draft, NULL);

  add_parts (self, g_ptr_array_index (self->rows, self->rows->len - 1),
             is_open);
}

GPtrArray *
slip_generate_rows (guint n_releases,
                    guint n_items,
                    guint32 seed,
                    SlipDate today)
{
  guint share =
    (guint) (((guint64) n_releases * OPEN_PER_THOUSAND + 999) / 1000);
  Generator self = {
    .random = g_rand_new_with_seed (seed),
    .today = today,
    .n_on_today = n_releases >= N_ON_TODAY ? N_ON_TODAY : 0,
    .n_items = n_items,
    .rows = g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref),
  };

  self.n_open = MAX (MAX (share, MIN_OPEN), self.n_on_today);
  add_named (&self, SLIP_KIND_PERSON, SLIP_PERSON_NAME, -1, "Person",
             self.people, N_PEOPLE);
  add_named (&self, SLIP_KIND_PRODUCT, SLIP_PRODUCT_NAME, SLIP_PRODUCT_RANK,
             "Product", self.products, N_PRODUCTS);
  add_named (&self, SLIP_KIND_AUDIENCE, SLIP_AUDIENCE_NAME, SLIP_AUDIENCE_RANK,
             "Audience", self.audiences, N_AUDIENCES);
  for (guint i = 0; i < n_releases; i++)
    add_release (&self, i);

  for (guint i = 0; i < N_PEOPLE; i++)
    g_free (self.people[i]);
  for (guint i = 0; i < N_PRODUCTS; i++)
    g_free (self.products[i]);
  for (guint i = 0; i < N_AUDIENCES; i++)
    g_free (self.audiences[i]);
  g_rand_free (self.random);
  return self.rows;
}
