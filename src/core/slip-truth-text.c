/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-truth-text.h"

#include "slip-date-text.h"
#include "slip-gate-scope.h"
#include "slip-stage.h"

#include <glib/gi18n-lib.h>

#define HOUR_S 3600

char *
slip_truth_dup_slip (int days)
{
  int n = ABS (days);

  if (days == SLIP_TRUTH_UNKNOWN)
    return g_strdup (_ ("not known"));
  if (days == 0)
    return g_strdup (_ ("as planned"));
  if (days > 0)
    return g_strdup_printf (ngettext ("+%d day", "+%d days", (gulong) n), n);

  return g_strdup_printf (ngettext ("−%d day", "−%d days", (gulong) n), n);
}

char *
slip_truth_dup_wait (gint64 seconds)
{
  if (seconds == SLIP_WAIT_UNKNOWN)
    return g_strdup (_ ("not known"));
  if (seconds == 0)
    return g_strdup (_ ("no wait"));

  return slip_gate_dup_duration (seconds);
}

char *
slip_truth_dup_day (SlipDate day, SlipDate today)
{
  return slip_date_is_set (day)
           ? slip_date_dup_text (day, SLIP_DATE_STYLE_MEDIUM, today)
           : g_strdup (_ ("not known"));
}

char *
slip_product_truth_dup_text (const SlipProductTruth *self)
{
  g_autofree char *n_releases =
    g_strdup_printf (ngettext ("%u release", "%u releases", self->n_releases),
                     self->n_releases);
  guint n_unknown = self->n_releases - self->n_known;
  g_autofree char *unknown =
    n_unknown > 0 ? g_strdup_printf (_ (", %u not known"), n_unknown)
                  : g_strdup ("");
  g_autofree char *average = NULL;
  g_autofree char *worst = NULL;

  if (self->n_known == 0)
    return g_strconcat (n_releases, unknown, NULL);

  average = slip_truth_dup_slip (
    (int) ((self->slip + (self->slip < 0 ? -1 : 1) * (int) self->n_known / 2) /
           (int) self->n_known));
  worst = slip_truth_dup_slip (self->worst);
  return g_strdup_printf (
    /* Translators: '3 releases', how many are late, two texts like '+5 days' or
     * 'as planned', and perhaps ', 1 not known'. */
    _ ("%s, %u late; on average %s, at worst %s%s"), n_releases, self->n_late,
    average, worst, unknown);
}

char *
slip_wait_truth_dup_text (const SlipWaitTruth *self)
{
  g_autofree char *wait = slip_truth_dup_wait (
    self->n_unknown == self->n_gates ? SLIP_WAIT_UNKNOWN : self->seconds);
  g_autofree char *gates = g_strdup_printf (
    /* Translators: '2 d 4 h' or 'not known', and how many gates. */
    ngettext ("%s at %u gate", "%s at %u gates", self->n_gates), wait,
    self->n_gates);

  if (self->n_unknown == 0 || self->n_unknown == self->n_gates)
    return g_steal_pointer (&gates);

  /* Translators: '2 d 4 h at 3 gates', and at how many it is not known. */
  return g_strdup_printf (_ ("%s, not known at %u"), gates, self->n_unknown);
}

static void
append_part (GString *text, const char *part)
{
  if (text->len > 0)
    g_string_append (text, ", ");
  g_string_append (text, part);
}

char *
slip_gate_wait_dup_text (const SlipGateWait *self)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GString) unknown = g_string_new (NULL);

  for (guint i = 0; i < self->parts->len; i++) {
    const SlipWaitFor *part = self->parts->pdata[i];
    g_autofree char *wait = slip_truth_dup_wait (part->seconds);
    g_autofree char *whole = g_strdup_printf ("%s %s", part->name, wait);

    if (part->seconds == SLIP_WAIT_UNKNOWN)
      append_part (unknown, part->name);
    else if (part->seconds > 0)
      append_part (text, whole);
  }
  if (unknown->len > 0) {
    /* Translators: followed by names: 'not known for Sales, Support'. */
    g_autofree char *rest =
      g_strdup_printf (_ ("not known for %s"), unknown->str);

    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", rest);
  }
  return g_string_free (text, FALSE);
}

enum {
  RELEASE,
  STAGE,
  STATE,
  FIRST_PLANNED,
  PLANNED,
  ACTUAL,
  SLIP,
  MOVES,
  PLANNED_END,
  ACTUAL_END,
  END_SLIP,
  PAUSED,
  WAITED,
  WAITED_FOR,
  N_COLUMNS,
};

static char **
new_row (GPtrArray *rows)
{
  char **row = g_new0 (char *, N_COLUMNS + 1);

  for (guint i = 0; i < N_COLUMNS; i++)
    row[i] = g_strdup ("");
  g_ptr_array_add (rows, row);
  return row;
}

/* @text: (nullable) (transfer full) */
static void
take_cell (char **row, guint i, char *text)
{
  if (text == NULL)
    return;
  g_free (row[i]);
  row[i] = text;
}

static char *
dup_days (int days)
{
  return days == SLIP_TRUTH_UNKNOWN ? NULL : g_strdup_printf ("%d", days);
}

static char *
dup_hours (gint64 seconds)
{
  return seconds < 0
           ? NULL
           : g_strdup_printf ("%" G_GINT64_FORMAT ".%d", seconds / HOUR_S,
                              (int) (seconds % HOUR_S * 10 / HOUR_S));
}

static void
add_titles (GPtrArray *rows)
{
  static const char *const titles[N_COLUMNS] = {
    [RELEASE] = N_ ("Release"),
    [STAGE] = N_ ("Stage"),
    [STATE] = N_ ("State"),
    [FIRST_PLANNED] = N_ ("First planned"),
    [PLANNED] = N_ ("Planned"),
    [ACTUAL] = N_ ("Actual"),
    [SLIP] = N_ ("Slip (days)"),
    [MOVES] = N_ ("Times moved"),
    [PLANNED_END] = N_ ("Planned end"),
    [ACTUAL_END] = N_ ("Actual end"),
    [END_SLIP] = N_ ("Slip of the end (days)"),
    [PAUSED] = N_ ("Held (hours)"),
    [WAITED] = N_ ("Gate waited (hours)"),
    [WAITED_FOR] = N_ ("Gate waited for"),
  };
  char **row = new_row (rows);

  for (guint i = 0; i < N_COLUMNS; i++)
    take_cell (row, i, g_strdup (_ (titles[i])));
}

static void
add_stage (GPtrArray *rows,
           const SlipReleaseTruth *release,
           const SlipStageTruth *stage)
{
  char **row = new_row (rows);

  take_cell (row, RELEASE, g_strdup (release->title));
  take_cell (row, STAGE, g_strdup (stage->title));
  take_cell (row, STATE, g_strdup (slip_stage_state_get_label (stage->state)));
  take_cell (row, PLANNED, slip_date_to_text (stage->planned.first));
  take_cell (row, ACTUAL, slip_date_to_text (stage->actual.first));
  take_cell (row, SLIP, dup_days (stage->start_slip));
  take_cell (row, PLANNED_END, slip_date_to_text (stage->planned.last));
  take_cell (row, ACTUAL_END, slip_date_to_text (stage->actual.last));
  take_cell (row, END_SLIP, dup_days (stage->end_slip));
  take_cell (row, PAUSED, dup_hours (stage->paused_seconds));
  take_cell (row, WAITED, dup_hours (stage->wait->seconds));
  take_cell (row, WAITED_FOR, slip_gate_wait_dup_text (stage->wait));
}

static void
add_release (GPtrArray *rows, const SlipReleaseTruth *release)
{
  char **row = new_row (rows);

  take_cell (row, RELEASE, g_strdup (release->title));
  take_cell (row, FIRST_PLANNED, slip_date_to_text (release->first_planned));
  take_cell (row, PLANNED, slip_date_to_text (release->planned));
  take_cell (row, ACTUAL, slip_date_to_text (release->actual));
  take_cell (row, SLIP, dup_days (release->slip));
  if (release->n_moves >= 0)
    take_cell (row, MOVES, g_strdup_printf ("%d", release->n_moves));
  for (guint i = 0; i < release->stages->len; i++)
    add_stage (rows, release, release->stages->pdata[i]);
}

GPtrArray *
slip_truth_list_rows (const SlipPlanTruth *truth)
{
  GPtrArray *rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  add_titles (rows);
  for (guint i = 0; i < truth->releases->len; i++)
    add_release (rows, truth->releases->pdata[i]);
  return rows;
}

/* Appends @sentence (transfer full) (nullable) after a semicolon. */
static void
take_sentence (GString *text, char *sentence)
{
  if (sentence == NULL)
    return;
  if (text->len > 0)
    g_string_append (text, "; ");
  g_string_append (text, sentence);
  g_free (sentence);
}

static char *
dup_coming (const SlipReleaseTruth *self, SlipDate today)
{
  g_autofree char *first = slip_truth_dup_day (self->first_planned, today);
  g_autofree char *slip = slip_truth_dup_slip (self->slip);
  g_autofree char *day = NULL;

  if (self->is_out && !slip_date_is_set (self->actual))
    return g_strdup_printf (_ ("First planned for %s; out, when is not known"),
                            first);
  if (!self->is_out && !slip_date_is_set (self->planned))
    return g_strdup_printf (_ ("First planned for %s, unscheduled now"), first);

  day = slip_truth_dup_day (self->is_out ? self->actual : self->planned, today);
  if (self->is_out)
    /* Translators: two days, and '+2 days' or 'as planned'. */
    return g_strdup_printf (_ ("First planned for %s, out on %s: %s"), first,
                            day, slip);

  /* Translators: two days, and '+2 days' or 'as planned'. */
  return g_strdup_printf (_ ("First planned for %s, now for %s: %s so far"),
                          first, day, slip);
}

char *
slip_release_truth_dup_text (const SlipReleaseTruth *self, SlipDate today)
{
  GString *text = g_string_new (NULL);
  guint n = (guint) MAX (self->n_moves, 0);

  take_sentence (text, dup_coming (self, today));
  if (n > 0)
    take_sentence (text, g_strdup_printf (ngettext ("moved %u time",
                                                    "moved %u times", n),
                                          n));
  return g_string_free (text, FALSE);
}

/* 'planned for Tue 1 December, started on Wed 2 December: +1 day' */
static char *
dup_start (const SlipStageTruth *self, SlipDate today)
{
  g_autofree char *planned = slip_truth_dup_day (self->planned.first, today);
  g_autofree char *actual = slip_truth_dup_day (self->actual.first, today);
  g_autofree char *slip = slip_truth_dup_slip (self->start_slip);

  if (self->state == SLIP_STAGE_STATE_PLANNED ||
      self->state == SLIP_STAGE_STATE_SKIPPED)
    return g_strdup_printf (_ ("planned for %s"), planned);

  return g_strdup_printf (_ ("planned for %s, started on %s: %s"), planned,
                          actual, slip);
}

static char *
dup_end (const SlipStageTruth *self, SlipDate today)
{
  g_autofree char *planned = slip_truth_dup_day (self->planned.last, today);
  g_autofree char *actual = slip_truth_dup_day (self->actual.last, today);
  g_autofree char *slip = slip_truth_dup_slip (self->end_slip);

  if (self->state != SLIP_STAGE_STATE_DONE)
    return NULL;

  return g_strdup_printf (_ ("planned to end on %s, ended on %s: %s"), planned,
                          actual, slip);
}

static char *
dup_held (const SlipStageTruth *self)
{
  g_autofree char *time = NULL;

  if (self->paused_seconds <= 0)
    return NULL;

  time = slip_truth_dup_wait (self->paused_seconds);
  return g_strdup_printf (_ ("held for %s"), time);
}

static char *
dup_waited (const SlipStageTruth *self)
{
  g_autofree char *time = slip_truth_dup_wait (self->wait->seconds);
  g_autofree char *whom = slip_gate_wait_dup_text (self->wait);

  if (self->wait->seconds == 0 || (self->wait->seconds == SLIP_WAIT_UNKNOWN &&
                                   (self->state == SLIP_STAGE_STATE_PLANNED ||
                                    self->state == SLIP_STAGE_STATE_SKIPPED)))
    return NULL;
  if (self->wait->seconds == SLIP_WAIT_UNKNOWN)
    return g_strdup (_ ("how long its gate was waited at is not known"));
  if (self->wait->is_open)
    return g_strdup_printf (_ ("its gate has been waited at for %s: %s"), time,
                            whom);

  return g_strdup_printf (_ ("its gate was waited at for %s: %s"), time, whom);
}

char *
slip_stage_truth_dup_text (const SlipStageTruth *self, SlipDate today)
{
  GString *text = g_string_new (slip_stage_state_get_label (self->state));

  take_sentence (text, dup_start (self, today));
  take_sentence (text, dup_end (self, today));
  take_sentence (text, dup_held (self));
  take_sentence (text, dup_waited (self));
  return g_string_free (text, FALSE);
}

static void
append_products (GString *text, const GPtrArray *products)
{
  g_string_append_printf (text, "%s\n", _ ("Slip by product"));
  for (guint i = 0; i < products->len; i++) {
    const SlipProductTruth *product = products->pdata[i];
    g_autofree char *line = slip_product_truth_dup_text (product);

    g_string_append_printf (text, "  %s: %s\n", product->name, line);
  }
}

static void
append_waits (GString *text, const GPtrArray *waits)
{
  if (waits->len == 0)
    return;

  g_string_append_printf (text, "\n%s\n", _ ("What gates waited for"));
  for (guint i = 0; i < waits->len; i++) {
    const SlipWaitTruth *wait = waits->pdata[i];
    g_autofree char *line = slip_wait_truth_dup_text (wait);

    g_string_append_printf (text, "  %s: %s\n", wait->name, line);
  }
}

static void
append_release (GString *text, const SlipReleaseTruth *release, SlipDate today)
{
  g_autofree char *line = slip_release_truth_dup_text (release, today);

  g_string_append_printf (text, "\n%s\n  %s\n", release->title, line);
  for (guint i = 0; i < release->stages->len; i++) {
    const SlipStageTruth *stage = release->stages->pdata[i];
    g_autofree char *stage_line = slip_stage_truth_dup_text (stage, today);

    g_string_append_printf (text, "    %s: %s\n", stage->title, stage_line);
  }
}

char *
slip_truth_dup_text (const SlipPlanTruth *truth, SlipDate today)
{
  GString *text = g_string_new (NULL);

  append_products (text, truth->products);
  append_waits (text, truth->waits);
  for (guint i = 0; i < truth->releases->len; i++)
    append_release (text, truth->releases->pdata[i], today);
  return g_string_free (text, FALSE);
}
