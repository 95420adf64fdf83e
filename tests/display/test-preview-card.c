/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <adwaita.h>

#include "slip-entity-find.h"
#include "slip-intent.h"
#include "slip-move.h"
#include "slip-preview-card.h"
#include "slip-sample.h"

#define TODAY   slip_date_new (2026, 12, 1)
#define CONTEXT ((SlipConflictContext){ TODAY, 2, 10, SLIP_MONDAY })

typedef struct {
  GtkWidget *window;
  SlipPreviewCard *card;
  SlipPlanState *state;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *overlay = gtk_overlay_new ();
  g_autoptr (SlipPlanState) empty = slip_plan_state_new ();
  SlipDate today = TODAY;
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_sample_run, &today, empty, NULL);

  fixture->state = slip_plan_state_apply (empty, set, NULL);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 600);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), gtk_label_new ("Calendar"));
  fixture->card = slip_preview_card_new (GTK_OVERLAY (overlay));
  gtk_window_set_child (GTK_WINDOW (fixture->window), overlay);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  slip_plan_state_unref (fixture->state);
}

/* A move of @n_days, which has the more to say the more it touches. */
static SlipPreview *
new_preview (const Fixture *fixture, int n_days)
{
  const SlipRow *release =
    slip_entity_find (fixture->state, SLIP_KIND_RELEASE, "Mobile 4.2", NULL);
  SlipDate day =
    slip_release_resolve (fixture->state, release, SLIP_ANCHOR_RELEASE);
  g_autoptr (SlipMove) move =
    slip_move_new_to_day (fixture->state, slip_row_get_id (release),
                          slip_date_add_days (day, n_days), 0, TODAY);
  g_autoptr (GError) error = NULL;
  SlipPreview *preview =
    slip_preview_new (fixture->state, move->release, slip_move_run, move,
                      &CONTEXT, &error);

  g_assert_no_error (error);
  return preview;
}

static void
assert_holds_its_lines (Fixture *fixture, int n_days)
{
  g_autoptr (SlipPreview) preview = new_preview (fixture, n_days);
  GtkWidget *card = GTK_WIDGET (fixture->card);
  GtkWidget *box = gtk_widget_get_first_child (card);
  graphene_rect_t bounds;
  int needed;

  slip_preview_card_show (fixture->card, preview, (SlipRect){ 10, 10, 80, 40 });
  gtk_test_widget_wait_for_draw (fixture->window);
  g_assert_true (
    gtk_widget_compute_bounds (gtk_widget_get_last_child (box), card, &bounds));
  needed = (int) (bounds.origin.y + bounds.size.height);
  g_assert_cmpint (gtk_widget_get_height (card), >=, needed);
}

static void
test_is_as_high_as_its_lines (Fixture *fixture, gconstpointer data)
{
  assert_holds_its_lines (fixture, 1);
  assert_holds_its_lines (fixture, 12);
  slip_preview_card_hide (fixture->card);
  assert_holds_its_lines (fixture, 20);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/preview-card/is-as-high-as-its-lines", Fixture, NULL, set_up,
              test_is_as_high_as_its_lines, tear_down);

  return g_test_run ();
}
