/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editor-fixture.h"

#include "slip-entity-row.h"
#include "slip-rollout-section.h"
#include "slip-rollout.h"
#include "slip-soak-watch.h"
#include "slip-stage-edit.h"
#include "slip-stage-forms.h"
#include "slip-stage-menu.h"
#include "slip-stage-strip.h"
#include "slip-stage.h"

/* 1 December, 13 o'clock. */
static const SlipMoment now = { G_GINT64_CONSTANT (1796130000000), { 20788 } };

typedef struct {
  Editor editor;
  GtkWidget *box;
  GtkWidget *strip;
  GtkWidget *section;
  char *id;
} Fixture;

static void
show_plan (gpointer data)
{
  Fixture *fixture = data;

  slip_stage_strip_set_release (SLIP_STAGE_STRIP (fixture->strip),
                                fixture->editor.state, fixture->id, now);
  slip_rollout_section_set_release (SLIP_ROLLOUT_SECTION (fixture->section),
                                    fixture->editor.state, fixture->id, now);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_assert_true (slip_date_equal (now.today, TODAY));
  editor_set_up (&fixture->editor, 360, 700);
  fixture->id = g_strdup (
    editor_find_id (&fixture->editor, SLIP_KIND_RELEASE, "Web console 12.1"));
  fixture->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  fixture->strip = slip_stage_strip_new ();
  fixture->section = slip_rollout_section_new ();
  gtk_box_append (GTK_BOX (fixture->box), fixture->strip);
  gtk_box_append (GTK_BOX (fixture->box), fixture->section);
  show_plan (fixture);
  fixture->editor.changed = show_plan;
  editor_show (&fixture->editor, fixture->box);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  editor_tear_down (&fixture->editor, fixture->box);
  g_free (fixture->id);
}

static void
test_strip_says_how_far_it_is (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (editor_find_text (fixture->strip, "✓ Internal"));
  g_assert_nonnull (editor_find_text (fixture->strip, "▶ 25 %"));
  g_assert_nonnull (editor_find_text (fixture->strip, "○ Everyone"));
  g_assert_nonnull (editor_find_text (fixture->strip, "25 %: 1 day longer"));
  g_assert_nonnull (editor_find_text (fixture->strip, "Exposed now: 25 %"));
}

static void
test_strip_leads_to_the_stage (Fixture *fixture, gconstpointer data)
{
  GtkWidget *cell =
    gtk_widget_get_ancestor (editor_find_text (fixture->strip, "▶ 25 %"),
                             GTK_TYPE_BUTTON);
  const char *stage = slip_row_get_id (
    slip_rollout_get_current (fixture->editor.state, fixture->id));

  g_assert_nonnull (cell);
  g_assert_cmpint (gtk_widget_get_height (cell), >=, 24);
  g_signal_emit_by_name (cell, "clicked");
  editor_assert_asked (&fixture->editor, "show-stage ('%s', '%s')\n",
                       fixture->id, stage);
  /* What has the focus stays where it is when the plan changes. */
  gtk_widget_grab_focus (cell);
  show_plan (fixture);
  g_assert_true (gtk_widget_has_focus (cell));
}

static void
test_rows_say_what_each_adds (Fixture *fixture, gconstpointer data)
{
  g_assert_nonnull (editor_find (fixture->section, "entity:Internal"));
  g_assert_nonnull (editor_find_text (fixture->section, "+20 %"));
  g_assert_nonnull (
    editor_find_text (fixture->section, "▶ 1 day longer than planned"));
}

static void
test_going_wider_asks_for_the_next (Fixture *fixture, gconstpointer data)
{
  const SlipRow *next =
    slip_rollout_get_next (fixture->editor.state, fixture->id);
  g_autofree char *expected =
    g_strdup_printf ("act-on-stage ('%s', 'start', '')\n",
                     slip_row_get_id (next));
  GtkWidget *wider = editor_find (fixture->section, "go-wider");

  g_string_truncate (fixture->editor.log, 0);
  g_signal_emit_by_name (wider, "clicked");
  g_assert_cmpstr (fixture->editor.log->str, ==, expected);
  g_assert_false (
    gtk_widget_get_visible (editor_find (fixture->section, "rollout-presets")));
}

/* Nothing is left to begin: no empty row either. */
static void
test_the_last_stage_has_no_buttons (Fixture *fixture, gconstpointer data)
{
  const SlipRow *next =
    slip_rollout_get_next (fixture->editor.state, fixture->id);
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_STAGE, slip_row_get_id (next));
  GtkWidget *wider = editor_find (fixture->section, "go-wider");
  GtkWidget *row = gtk_widget_get_ancestor (wider, GTK_TYPE_LIST_BOX_ROW);

  g_assert_true (gtk_widget_get_visible (row));
  slip_entity_edit_add_integer (edit, SLIP_STAGE_STATE,
                                SLIP_STAGE_STATE_ACTIVE);
  editor_run (&fixture->editor, slip_entity_edit_run, edit);
  g_assert_false (gtk_widget_get_visible (row));
}

/* With letters half as large again, as long as words of some languages are. */
static void
test_long_words_leave_windows_narrow (Fixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;
  int width;

  gtk_widget_set_visible (editor_find (fixture->section, "rollout-presets"),
                          TRUE);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024 * 3 / 2, NULL);
  gtk_widget_measure (fixture->section, GTK_ORIENTATION_HORIZONTAL, -1, &width,
                      NULL, NULL, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  g_assert_cmpint (width, <=, 330);
}

/* The acts of a menu with its submenus, a word each. */
static void
list_acts (GMenuModel *menu, GString *acts)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++) {
    g_autoptr (GVariant) target =
      g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET,
                                             NULL);
    static const char *const links[] = { G_MENU_LINK_SECTION,
                                         G_MENU_LINK_SUBMENU };

    if (target) {
      const char *act;

      g_variant_get_child (target, 1, "&s", &act);
      g_string_append_printf (acts, "%s ", act);
    }
    for (guint k = 0; k < G_N_ELEMENTS (links); k++) {
      g_autoptr (GMenuModel) inner =
        g_menu_model_get_item_link (menu, i, links[k]);

      if (inner)
        list_acts (inner, acts);
    }
  }
}

static void
test_menus_offer_what_can_be_done (Fixture *fixture, gconstpointer data)
{
  static const char *const expected[] = {
    "roll-back ",                                 /* done: to nobody */
    "roll-back roll-back ",                       /* done */
    "hold finish roll-back roll-back roll-back ", /* active */
    "start skip ",                                /* planned */
  };
  g_autoptr (GPtrArray) stages =
    slip_stage_list (fixture->editor.state, fixture->id);

  g_assert_cmpuint (stages->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < stages->len; i++) {
    g_autoptr (GMenuModel) menu =
      slip_stage_menu_new_acts (fixture->editor.state, stages->pdata[i]);
    g_autoptr (GString) acts = g_string_new (NULL);

    list_acts (menu, acts);
    g_assert_cmpstr (acts->str, ==, expected[i]);
  }
}

static void
count_due_cb (SlipSoakWatch *watch, guint n_due, guint *count)
{
  *count += n_due;
}

/* Once for all of them, again only for what is new. */
static void
test_soaks_that_are_over_are_one_notice (Fixture *fixture, gconstpointer data)
{
  SlipSoakWatch *watch = slip_soak_watch_new ();
  const SlipRow *current =
    slip_rollout_get_current (fixture->editor.state, fixture->id);
  g_autofree char *id = g_strdup (slip_row_get_id (current));
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_STAGE, id);
  const gint64 soaks_ms = now.at_ms - G_GINT64_CONSTANT (86400000);
  g_autoptr (SlipClock) early = slip_clock_new_fixed (TODAY, soaks_ms);
  g_autoptr (SlipClock) late =
    slip_clock_new_fixed (TODAY, now.at_ms + 3 * G_GINT64_CONSTANT (86400000));
  guint count = 0;

  slip_entity_edit_add_integer (edit, SLIP_STAGE_ADVANCE,
                                SLIP_ADVANCE_PROPOSED);
  editor_run (&fixture->editor, slip_entity_edit_run, edit);
  g_signal_connect (watch, "due", G_CALLBACK (count_due_cb), &count);
  slip_soak_watch_set_plan (watch, fixture->editor.state, early);
  g_assert_cmpuint (count, ==, 0);
  slip_soak_watch_set_plan (watch, fixture->editor.state, late);
  slip_soak_watch_set_plan (watch, fixture->editor.state, late);
  g_assert_cmpuint (count, ==, 1);
  g_assert_cmpuint (slip_soak_watch_get_wait (fixture->editor.state, soaks_ms),
                    ==, 600);
  g_assert_finalize_object (watch);
}

static void
count_look_cb (SlipSoakWatch *watch, guint *count)
{
  ++*count;
}

/* A window is in front again with every menu that closes. */
static void
test_looks_again_once_it_is_time (Fixture *fixture, gconstpointer data)
{
  const gint64 minute_ms = 60000;
  SlipSoakWatch *watch = slip_soak_watch_new ();
  gint64 at_ms = now.at_ms;
  g_autoptr (SlipClock) clock = slip_clock_new_wound (TODAY, &at_ms);
  guint count = 0;

  g_signal_connect (watch, "looked", G_CALLBACK (count_look_cb), &count);
  slip_soak_watch_catch_up (watch);
  slip_soak_watch_set_plan (watch, fixture->editor.state, clock);
  slip_soak_watch_catch_up (watch);
  at_ms += 9 * minute_ms;
  slip_soak_watch_catch_up (watch);
  g_assert_cmpuint (count, ==, 0);
  at_ms += 2 * minute_ms;
  slip_soak_watch_catch_up (watch);
  slip_soak_watch_catch_up (watch);
  g_assert_cmpuint (count, ==, 1);
  at_ms -= 30 * minute_ms;
  slip_soak_watch_catch_up (watch);
  g_assert_cmpuint (count, ==, 2);
  g_assert_finalize_object (watch);
}

#define ADD(name, func)                                                        \
  g_test_add (name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/rollout-section/strip/says-how-far-it-is",
       test_strip_says_how_far_it_is);
  ADD ("/rollout-section/strip/leads-to-the-stage",
       test_strip_leads_to_the_stage);
  ADD ("/rollout-section/rows/say-what-each-adds",
       test_rows_say_what_each_adds);
  ADD ("/rollout-section/wider/asks-for-the-next",
       test_going_wider_asks_for_the_next);
  ADD ("/rollout-section/buttons/none-at-the-last-stage",
       test_the_last_stage_has_no_buttons);
  ADD ("/rollout-section/buttons/long-words-leave-windows-narrow",
       test_long_words_leave_windows_narrow);
  ADD ("/rollout-section/menu/offers-what-can-be-done",
       test_menus_offer_what_can_be_done);
  ADD ("/rollout-section/soak/over-is-one-notice",
       test_soaks_that_are_over_are_one_notice);
  ADD ("/rollout-section/soak/is-looked-at-again-once-it-is-time",
       test_looks_again_once_it_is_time);

  return g_test_run ();
}
