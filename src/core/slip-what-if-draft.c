/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-what-if-draft.h"

#include <string.h>

/* Each move is a group named by its number. */
#define TYPE_KEY       "type"
#define RELEASE_KEY    "release"
#define DATE_KEY       "date"
#define CERTAINTY_KEY  "certainty"
#define FROM_KEY       "date-before"
#define FROM_SURE_KEY  "certainty-before"
#define STAY_KEY       "stay"
#define TODAY_KEY      "today"
#define KEPT_KEY       "kept"
#define FREED_KEY      "freed"
#define STATUS_KEY     "status"
#define STATUS_WAS_KEY "status-before"
#define ABOVE_KEY      "above"
#define BELOW_KEY      "below"
#define STAGE_KEY      "stage"
#define FIRST_KEY      "first-day"
#define LAST_KEY       "last-day"
#define FIRST_WAS_KEY  "first-day-before"
#define LAST_WAS_KEY   "last-day-before"

#define MAX_MOVES 10000

static const char *const types[] = {
  [SLIP_WHAT_IF_DATE] = "date",
  [SLIP_WHAT_IF_CARD] = "card",
  [SLIP_WHAT_IF_STAGE] = "stage",
};

static const SlipEnumValue *
get_certainties (void)
{
  return slip_schema_get_property (SLIP_KIND_RELEASE,
                                   SLIP_RELEASE_RELEASE_CERTAINTY)
    ->values;
}

static void
set_text (GKeyFile *file, const char *group, const char *key, const char *text)
{
  if (text != NULL)
    g_key_file_set_string (file, group, key, text);
}

static void
set_planned (GKeyFile *file,
             const char *group,
             const char *date_key,
             const char *certainty_key,
             SlipPlannedDate planned)
{
  g_autofree char *date = slip_date_to_text (planned.date);

  set_text (file, group, date_key, date);
  set_text (file, group, certainty_key,
            get_certainties ()[planned.certainty].nick);
}

static void
set_list (GKeyFile *file, const char *group, const char *key, GStrv list)
{
  if (list != NULL)
    g_key_file_set_string_list (file, group, key, (const char *const *) list,
                                g_strv_length (list));
}

static void
print_date (GKeyFile *file, const char *group, const SlipMove *move)
{
  g_autofree char *today = slip_date_to_text (move->today);

  set_planned (file, group, DATE_KEY, CERTAINTY_KEY, move->to);
  g_key_file_set_uint64 (file, group, STAY_KEY, move->stay);
  set_text (file, group, TODAY_KEY, today);
  set_list (file, group, KEPT_KEY, move->kept);
  set_list (file, group, FREED_KEY, move->freed);
}

static void
print_card (GKeyFile *file, const char *group, const SlipBoardMove *move)
{
  set_text (file, group, STATUS_KEY, slip_status_get_nick (move->status));
  set_text (file, group, ABOVE_KEY, move->before);
  set_text (file, group, BELOW_KEY, move->after);
}

static void
set_range (GKeyFile *file,
           const char *group,
           const char *first_key,
           const char *last_key,
           SlipRange range)
{
  g_autofree char *first = slip_date_to_text (range.first);
  g_autofree char *last = slip_date_to_text (range.last);

  set_text (file, group, first_key, first);
  set_text (file, group, last_key, last);
}

static void
print_stage (GKeyFile *file, const char *group, const SlipWhatIfMove *what_if)
{
  const SlipStageMove *move = what_if->stage;
  g_autofree char *today = slip_date_to_text (move->today);

  set_text (file, group, STAGE_KEY, move->stage);
  set_range (file, group, FIRST_KEY, LAST_KEY, move->to);
  set_range (file, group, FIRST_WAS_KEY, LAST_WAS_KEY, what_if->days_before);
  g_key_file_set_uint64 (file, group, STAY_KEY, move->stay);
  set_text (file, group, TODAY_KEY, today);
  set_list (file, group, KEPT_KEY, move->kept);
  set_list (file, group, FREED_KEY, move->freed);
}

static void
print_move (GKeyFile *file, const char *group, const SlipWhatIfMove *move)
{
  set_text (file, group, TYPE_KEY, types[move->type]);
  set_text (file, group, RELEASE_KEY, slip_what_if_move_get_release (move));
  set_planned (file, group, FROM_KEY, FROM_SURE_KEY, move->date_before);
  set_text (file, group, STATUS_WAS_KEY,
            slip_status_get_nick (move->status_before));
  switch (move->type) {
  case SLIP_WHAT_IF_DATE:
    print_date (file, group, move->date);
    break;
  case SLIP_WHAT_IF_CARD:
    print_card (file, group, move->card);
    break;
  case SLIP_WHAT_IF_STAGE:
    print_stage (file, group, move);
    break;
  }
}

char *
slip_what_if_draft_print (const SlipWhatIf *what_if)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  for (guint i = 0; i < slip_what_if_get_n_moves (what_if); i++) {
    g_autofree char *group = g_strdup_printf ("%u", i + 1);

    print_move (file, group, slip_what_if_get_move (what_if, i));
  }

  return g_key_file_to_data (file, NULL, NULL);
}

static char *
dup_text (GKeyFile *file, const char *group, const char *key)
{
  return g_key_file_get_string (file, group, key, NULL);
}

static gboolean
read_planned (GKeyFile *file,
              const char *group,
              const char *date_key,
              const char *certainty_key,
              SlipPlannedDate *planned)
{
  g_autofree char *date = dup_text (file, group, date_key);
  g_autofree char *nick = dup_text (file, group, certainty_key);
  int certainty = nick != NULL ? slip_enum_find (get_certainties (), nick) : -1;

  if (certainty < 0)
    return FALSE;

  *planned = slip_planned_date_normalize (
    (SlipPlannedDate){ slip_date_parse (date), (SlipCertainty) certainty });
  return (planned->certainty == SLIP_CERTAINTY_UNSCHEDULED) ==
         (certainty == SLIP_CERTAINTY_UNSCHEDULED);
}

static int
find_status (GKeyFile *file, const char *group, const char *key)
{
  g_autofree char *nick = dup_text (file, group, key);

  for (int i = 0; nick != NULL && i < SLIP_N_STATUSES; i++)
    if (g_str_equal (slip_status_get_nick ((SlipStatus) i), nick))
      return i;

  return -1;
}

static SlipWhatIfMove *
parse_date (GKeyFile *file,
            const char *group,
            const char *release,
            const SlipPlanState *state)
{
  SlipPlannedDate to;
  g_autofree char *today = dup_text (file, group, TODAY_KEY);
  g_auto (GStrv) kept =
    g_key_file_get_string_list (file, group, KEPT_KEY, NULL, NULL);
  g_auto (GStrv) freed =
    g_key_file_get_string_list (file, group, FREED_KEY, NULL, NULL);
  guint64 stay = g_key_file_get_uint64 (file, group, STAY_KEY, NULL);
  SlipMove *move;

  if (!read_planned (file, group, DATE_KEY, CERTAINTY_KEY, &to) ||
      !slip_date_is_set (slip_date_parse (today)) ||
      stay >= SLIP_MOVE_TAKE_DEPENDENTS << 1)
    return NULL;

  move = slip_move_new (release, to, (guint) stay, slip_date_parse (today));
  slip_move_set_parts (move, (const char *const *) kept,
                       (const char *const *) freed);
  return slip_what_if_move_new_date (state, move);
}

static SlipWhatIfMove *
parse_card (GKeyFile *file,
            const char *group,
            const char *release,
            const SlipPlanState *state)
{
  int status = find_status (file, group, STATUS_KEY);
  g_autofree char *above = dup_text (file, group, ABOVE_KEY);
  g_autofree char *below = dup_text (file, group, BELOW_KEY);

  if (status < 0)
    return NULL;

  return slip_what_if_move_new_card (
    state, slip_board_move_new (release, (SlipStatus) status, above, below));
}

static SlipRange
read_range (GKeyFile *file,
            const char *group,
            const char *first_key,
            const char *last_key)
{
  g_autofree char *first = dup_text (file, group, first_key);
  g_autofree char *last = dup_text (file, group, last_key);

  return slip_range_new (slip_date_parse (first), slip_date_parse (last));
}

static SlipWhatIfMove *
parse_stage (GKeyFile *file,
             const char *group,
             const char *release,
             const SlipPlanState *state)
{
  g_autofree char *stage = dup_text (file, group, STAGE_KEY);
  g_autofree char *today = dup_text (file, group, TODAY_KEY);
  g_auto (GStrv) kept =
    g_key_file_get_string_list (file, group, KEPT_KEY, NULL, NULL);
  g_auto (GStrv) freed =
    g_key_file_get_string_list (file, group, FREED_KEY, NULL, NULL);
  guint64 stay = g_key_file_get_uint64 (file, group, STAY_KEY, NULL);
  SlipRange to = read_range (file, group, FIRST_KEY, LAST_KEY);
  SlipStageMove *move;
  SlipWhatIfMove *self;

  if (stage == NULL || slip_range_is_empty (to) ||
      !slip_date_is_set (slip_date_parse (today)) ||
      stay >= SLIP_MOVE_TAKE_DEPENDENTS << 1)
    return NULL;

  move = slip_stage_move_new (stage, to, slip_date_parse (today));
  slip_stage_move_set_parts (move, (guint) stay, (const char *const *) kept,
                             (const char *const *) freed);
  self = slip_what_if_move_new_stage (state, move);
  self->days_before = read_range (file, group, FIRST_WAS_KEY, LAST_WAS_KEY);
  /* Its stages may not be in memory yet. */
  g_free (self->release);
  self->release = g_strdup (release);
  return self;
}

static SlipWhatIfMove *
parse_move (GKeyFile *file, const char *group, const SlipPlanState *state)
{
  g_autofree char *type = dup_text (file, group, TYPE_KEY);
  g_autofree char *release = dup_text (file, group, RELEASE_KEY);
  g_autoptr (SlipWhatIfMove) move = NULL;
  int status_before = find_status (file, group, STATUS_WAS_KEY);

  if (type == NULL || release == NULL || status_before < 0)
    return NULL;
  if (g_str_equal (type, types[SLIP_WHAT_IF_DATE]))
    move = parse_date (file, group, release, state);
  else if (g_str_equal (type, types[SLIP_WHAT_IF_CARD]))
    move = parse_card (file, group, release, state);
  else if (g_str_equal (type, types[SLIP_WHAT_IF_STAGE]))
    move = parse_stage (file, group, release, state);
  if (move == NULL ||
      !read_planned (file, group, FROM_KEY, FROM_SURE_KEY, &move->date_before))
    return NULL;

  move->status_before = (SlipStatus) status_before;
  return g_steal_pointer (&move);
}

SlipWhatIf *
slip_what_if_draft_parse (const char *text, const SlipPlanState *base)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;
  g_autoptr (SlipWhatIf) what_if = slip_what_if_new (base);

  if (!g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE,
                                  NULL))
    return NULL;

  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL && i < MAX_MOVES; i++) {
    SlipWhatIfMove *move = parse_move (file, groups[i], base);

    if (move != NULL)
      slip_what_if_take (what_if, move);
  }

  return slip_what_if_get_n_moves (what_if) > 0 ? g_steal_pointer (&what_if)
                                                : NULL;
}
