/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-commands.h"

#include <glib/gi18n.h>
#include <string.h>

/* How many lines a column of the shortcuts window has. */
#define COLUMN_HEIGHT "14"

static const SlipCommand commands[] = {
  { N_ ("General"), N_ ("New release"), "<Control>n", "win.new-release('')",
    SLIP_COMMAND_ACCEL },
  { N_ ("General"), N_ ("Undo"), "<Control>z", "win.undo", SLIP_COMMAND_DEFAULT,
    NC_ ("search words", "take back revert") },
  { N_ ("General"), N_ ("Redo"), "<Control><Shift>z <Control>y", "win.redo",
    SLIP_COMMAND_DEFAULT },
  { N_ ("General"), N_ ("Adjust the last move"), "<Control>j",
    "win.adjust-step(int64 0)", SLIP_COMMAND_ACCEL },
  { N_ ("General"), N_ ("Try a what-if"), "<Control>e", "win.what-if",
    SLIP_COMMAND_ACCEL },
  { N_ ("General"), N_ ("Differences of the what-if"), "<Control>d",
    "win.what-if-differences", SLIP_COMMAND_ACCEL },
  { N_ ("General"), N_ ("Search; Return goes on to the next"), "<Control>f",
    "win.search", SLIP_COMMAND_ACCEL, NC_ ("search words", "find") },
  { N_ ("General"), N_ ("New window on the same plan"), "<Control><Shift>n",
    "app.new-window", SLIP_COMMAND_ACCEL },
  { N_ ("General"), N_ ("Open a plan"), "<Control>o", "win.open",
    SLIP_COMMAND_ACCEL },
  { N_ ("General"), N_ ("Help about what is shown"), "F1", "app.help('')",
    SLIP_COMMAND_DEFAULT },
  { N_ ("General"), N_ ("Keyboard shortcuts"), "<Control>question",
    "win.show-help-overlay", SLIP_COMMAND_ACCEL },
  { N_ ("General"), N_ ("Close the window"), "<Control>w", "app.close-window",
    SLIP_COMMAND_ACCEL },
  { N_ ("General"), N_ ("Quit"), "<Control>q", "app.quit", SLIP_COMMAND_ACCEL },
  { N_ ("General"), N_ ("All commands"), "<Control>k", "win.command-palette",
    SLIP_COMMAND_ACCEL },
  { N_ ("General"), N_ ("Keep the what-if"), NULL, "win.keep-what-if",
    SLIP_COMMAND_DEFAULT },
  { N_ ("General"), N_ ("Throw the what-if away"), NULL,
    "win.throw-away-what-if", SLIP_COMMAND_DEFAULT },
  { N_ ("General"), N_ ("New plan"), NULL, "win.new-plan",
    SLIP_COMMAND_DEFAULT },
  { N_ ("General"), N_ ("Save a copy of the plan"), NULL, "win.save-copy",
    SLIP_COMMAND_DEFAULT, NC_ ("search words", "export backup file") },
  { N_ ("General"), N_ ("Open the sample plan"), NULL, "win.open-sample",
    SLIP_COMMAND_DEFAULT },
  { N_ ("General"), N_ ("Take the tour of the sample plan"), NULL,
    "win.tour-sample", SLIP_COMMAND_DEFAULT },
  { N_ ("General"), N_ ("Import a calendar"), NULL, "win.import",
    SLIP_COMMAND_DEFAULT },
  { N_ ("General"), N_ ("Say who I am"), NULL, "win.who-am-i",
    SLIP_COMMAND_DEFAULT, NC_ ("search words", "me my name person") },
  { N_ ("General"), N_ ("Preferences"), "<Control>comma", "win.preferences",
    SLIP_COMMAND_ACCEL,
    NC_ ("search words", "settings options limits notifications") },
  { N_ ("General"), N_ ("Take the tour"), NULL, "win.tour",
    SLIP_COMMAND_DEFAULT },
  { N_ ("General"), N_ ("About Slipway"), NULL, "app.about",
    SLIP_COMMAND_DEFAULT },
  { N_ ("Plan Settings"), N_ ("Products"), NULL,
    "win.plan-settings('products')", SLIP_COMMAND_DEFAULT },
  { N_ ("Plan Settings"), N_ ("People"), NULL, "win.plan-settings('people')",
    SLIP_COMMAND_DEFAULT },
  { N_ ("Plan Settings"), N_ ("Audiences"), NULL,
    "win.plan-settings('audiences')", SLIP_COMMAND_DEFAULT },
  { N_ ("Plan Settings"), N_ ("Templates"), NULL,
    "win.plan-settings('templates')", SLIP_COMMAND_DEFAULT },
  { N_ ("Plan Settings"), N_ ("Working days"), NULL,
    "win.plan-settings('working-days')", SLIP_COMMAND_DEFAULT,
    NC_ ("search words", "holidays weekend") },
  { N_ ("Plan Settings"), N_ ("Freezes"), NULL, "win.plan-settings('freezes')",
    SLIP_COMMAND_DEFAULT },
  { N_ ("Plan Settings"), N_ ("Key dates"), NULL,
    "win.plan-settings('key-dates')", SLIP_COMMAND_DEFAULT },
  { N_ ("Audiences"), N_ ("Tell an audience about the selected release"),
    "<Control>m", "win.tell-audience(('', '', ''))",
    SLIP_COMMAND_ACCEL | SLIP_COMMAND_SELECTED,
    NC_ ("search words", "communication message announce notice") },
  { N_ ("Views"), N_ ("Calendar"), "<Control>1", "win.view('calendar')",
    SLIP_COMMAND_ACCEL },
  { N_ ("Views"), N_ ("Calendar by the month"), "<Alt>1", "win.view('month')",
    SLIP_COMMAND_ACCEL },
  { N_ ("Views"), N_ ("Calendar by the week"), "<Alt>2", "win.view('week')",
    SLIP_COMMAND_ACCEL },
  { N_ ("Views"), N_ ("Calendar by the quarter"), "<Alt>3",
    "win.view('quarter')", SLIP_COMMAND_ACCEL },
  { N_ ("Views"), N_ ("Calendar as an agenda"), "<Alt>4", "win.view('agenda')",
    SLIP_COMMAND_ACCEL },
  { N_ ("Views"), N_ ("Board"), "<Control>2", "win.view('board')",
    SLIP_COMMAND_ACCEL },
  { N_ ("Views"), N_ ("Readiness"), "<Control>3", "win.view('readiness')",
    SLIP_COMMAND_ACCEL },
  { N_ ("Views"), N_ ("Rollout"), "<Control>4", "win.view('rollout')",
    SLIP_COMMAND_ACCEL },
  { N_ ("Views"), N_ ("Zoom the rollout in and out"),
    "<Control>plus <Control>minus", NULL, SLIP_COMMAND_DEFAULT },
  { N_ ("Views"), N_ ("My Day"), "<Control>0", "win.view('my-day')",
    SLIP_COMMAND_ACCEL },
  { N_ ("Views"), N_ ("Assign the checklist under the cursor"), "o", NULL,
    SLIP_COMMAND_DEFAULT },
  { N_ ("Views"), N_ ("Period before, period after"), "Page_Up Page_Down", NULL,
    SLIP_COMMAND_DEFAULT },
  { N_ ("Views"), N_ ("Today"), "<Alt>Home", "win.go(0)",
    SLIP_COMMAND_DEFAULT },
  { N_ ("Views"), N_ ("Sidebar"), "F9", "win.toggle-sidebar",
    SLIP_COMMAND_ACCEL },
  { N_ ("Views"), N_ ("Details of the release"), "<Control>i",
    "win.toggle-inspector", SLIP_COMMAND_ACCEL },
  { N_ ("Views"), N_ ("Close what lies over the view"), "Escape", NULL,
    SLIP_COMMAND_DEFAULT },
  { N_ ("Views"), N_ ("Period before"), NULL, "win.go(-1)",
    SLIP_COMMAND_DEFAULT },
  { N_ ("Views"), N_ ("Period after"), NULL, "win.go(1)",
    SLIP_COMMAND_DEFAULT },
  { N_ ("Views"), N_ ("What is unowned"), NULL, "win.show-attention('unowned')",
    SLIP_COMMAND_DEFAULT },
  { N_ ("Views"), N_ ("What is overdue"), NULL, "win.show-attention('overdue')",
    SLIP_COMMAND_DEFAULT },
  { N_ ("Views"), N_ ("Conflicts"), NULL, "win.show-attention('conflicts')",
    SLIP_COMMAND_DEFAULT },
  { N_ ("Views"), N_ ("What waits for a decision"), NULL, "win.show-waiting",
    SLIP_COMMAND_DEFAULT },
  { N_ ("Views"), N_ ("Status feeds"), NULL, "win.show-feeds",
    SLIP_COMMAND_DEFAULT, NC_ ("search words", "server remote status page") },
  { N_ ("Views"), N_ ("Ask the status feeds now"), NULL, "win.sync-feeds",
    SLIP_COMMAND_DEFAULT, NC_ ("search words", "synchronize update") },
  { N_ ("Views"), N_ ("Plan and truth"), NULL, "win.plan-and-truth",
    SLIP_COMMAND_DEFAULT },
  { N_ ("Stage in the Rollout"), N_ ("Move by a day"), "<Alt>Left <Alt>Right",
    NULL, SLIP_COMMAND_DEFAULT },
  { N_ ("Stage in the Rollout"), N_ ("Move by a week"), "<Alt>Up <Alt>Down",
    NULL, SLIP_COMMAND_DEFAULT },
  { N_ ("Stage in the Rollout"), N_ ("Move only its end"),
    "<Alt><Shift>Left <Alt><Shift>Right", NULL, SLIP_COMMAND_DEFAULT },
  { N_ ("Stage in the Rollout"), N_ ("Move only its start"),
    "<Control><Shift>Left <Control><Shift>Right", NULL, SLIP_COMMAND_DEFAULT },
  { N_ ("Selected Release"), N_ ("Open its details"), "<Alt>Return",
    "win.open-release('')", SLIP_COMMAND_SELECTED },
  { N_ ("Selected Release"), N_ ("Apply a template"), "<Control>t",
    "win.apply-template('')", SLIP_COMMAND_ACCEL | SLIP_COMMAND_SELECTED },
  { N_ ("Selected Release"),
    N_ ("Decide whether the selected release goes wider"), "<Control>g",
    "win.go-wider('')", SLIP_COMMAND_ACCEL | SLIP_COMMAND_SELECTED,
    NC_ ("search words",
         "decision gate go no-go hold resume roll back start rollout") },
  { N_ ("Selected Release"), N_ ("Move by a day"), "<Alt>Left <Alt>Right", NULL,
    SLIP_COMMAND_DEFAULT },
  { N_ ("Selected Release"), N_ ("Move by a week"), "<Alt>Up <Alt>Down", NULL,
    SLIP_COMMAND_DEFAULT },
  { N_ ("Selected Release"), N_ ("Move only its release date by a day"),
    "<Alt><Shift>Left <Alt><Shift>Right", NULL, SLIP_COMMAND_DEFAULT },
  { N_ ("Selected Release"), N_ ("Move only its release date by a week"),
    "<Alt><Shift>Up <Alt><Shift>Down", NULL, SLIP_COMMAND_DEFAULT },
  { N_ ("Selected Release"), N_ ("Status before, status after"),
    "<Control>Left <Control>Right", NULL, SLIP_COMMAND_DEFAULT },
  { N_ ("Selected Release"), N_ ("Up or down on the board"),
    "<Control>Up <Control>Down", NULL, SLIP_COMMAND_DEFAULT },
  { N_ ("Selected Release"), N_ ("Delete"), "Delete", "win.delete-release('')",
    SLIP_COMMAND_SELECTED, NC_ ("search words", "remove") },
  { N_ ("Selected Release"), N_ ("Move to a date"), NULL,
    "win.move-to-date('')", SLIP_COMMAND_SELECTED,
    NC_ ("search words", "reschedule postpone") },
  { N_ ("Selected Release"), N_ ("Take its date away"), NULL,
    "win.unschedule-release('')", SLIP_COMMAND_SELECTED,
    NC_ ("search words", "unschedule no date") },
  { N_ ("Selected Release"), N_ ("Save as a template"), NULL,
    "win.save-as-template('')", SLIP_COMMAND_SELECTED },
  { N_ ("Selected Release"), N_ ("Add a feature flag"), NULL,
    "win.edit-flag(('', ''))", SLIP_COMMAND_SELECTED },
  { N_ ("Selected Release"), N_ ("Set its status to Planned"), NULL,
    "win.set-status(('', 'planned'))", SLIP_COMMAND_SELECTED },
  { N_ ("Selected Release"), N_ ("Set its status to Building"), NULL,
    "win.set-status(('', 'building'))", SLIP_COMMAND_SELECTED },
  { N_ ("Selected Release"), N_ ("Set its status to Ready"), NULL,
    "win.set-status(('', 'ready'))", SLIP_COMMAND_SELECTED },
  { N_ ("Selected Release"), N_ ("Set its status to Rolling out"), NULL,
    "win.set-status(('', 'rolling-out'))", SLIP_COMMAND_SELECTED },
  { N_ ("Selected Release"), N_ ("Set its status to Released"), NULL,
    "win.set-status(('', 'released'))", SLIP_COMMAND_SELECTED },
  { N_ ("Selected Release"), N_ ("Put it on hold"), NULL,
    "win.set-status(('', 'on-hold'))", SLIP_COMMAND_SELECTED },
  { N_ ("Selected Release"), N_ ("Cancel it"), NULL,
    "win.set-status(('', 'cancelled'))", SLIP_COMMAND_SELECTED },
  { N_ ("Checklists"), N_ ("Tick the selected items"), "space", NULL,
    SLIP_COMMAND_DEFAULT },
  { N_ ("Checklists"), N_ ("Move them up or down"), "<Alt>Up <Alt>Down", NULL,
    SLIP_COMMAND_DEFAULT },
  { N_ ("Checklists"), N_ ("Select more"), "<Shift>Up <Shift>Down <Control>a",
    NULL, SLIP_COMMAND_DEFAULT },
  { N_ ("Checklists"), N_ ("Details of an item"), "Return F2", NULL,
    SLIP_COMMAND_DEFAULT },
  { N_ ("Checklists"), N_ ("State, owner, due date and more"),
    "Menu <Shift>F10", NULL, SLIP_COMMAND_DEFAULT },
  { N_ ("Checklists"), N_ ("Delete them"), "Delete", NULL,
    SLIP_COMMAND_DEFAULT },
};

const SlipCommand *
slip_commands_list (guint *n)
{
  *n = G_N_ELEMENTS (commands);
  return commands;
}

void
slip_commands_set_keys (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_auto (GStrv) keys = NULL;

    if ((commands[i].flags & SLIP_COMMAND_ACCEL) == 0)
      continue;
    keys = g_strsplit (commands[i].keys, " ", -1);
    gtk_application_set_accels_for_action (application, commands[i].action,
                                           (const char *const *) keys);
  }
}

static void
append_group (GString *xml, const char *title)
{
  g_autofree char *group =
    g_markup_printf_escaped ("<child><object class='GtkShortcutsGroup'>"
                             "<property name='title'>%s</property>",
                             title);

  g_string_append (xml, group);
}

static void
append_shortcut (GString *xml, const SlipCommand *command)
{
  g_autofree char *shortcut =
    g_markup_printf_escaped ("<child><object class='GtkShortcutsShortcut'>"
                             "<property name='title'>%s</property>"
                             "<property name='accelerator'>%s</property>"
                             "</object></child>",
                             _ (command->title), command->keys);

  g_string_append (xml, shortcut);
}

static void
append_shortcuts (GString *xml)
{
  const char *group = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    if (commands[i].keys == NULL)
      continue;
    if (group == NULL || strcmp (group, commands[i].group) != 0) {
      if (group != NULL)
        g_string_append (xml, "</object></child>");
      append_group (xml, _ (commands[i].group));
      group = commands[i].group;
    }
    append_shortcut (xml, &commands[i]);
  }
  g_string_append (xml, "</object></child>");
}

/* GTK 4.8 can be told of shortcuts by a description only. */
GtkShortcutsWindow *
slip_commands_new_shortcuts_window (void)
{
  g_autoptr (GtkBuilder) builder = NULL;
  g_autoptr (GString) xml =
    g_string_new ("<interface><object class='GtkShortcutsWindow' id='window'>"
                  "<property name='modal'>True</property><child>"
                  "<object class='GtkShortcutsSection'>"
                  "<property name='section-name'>shortcuts</property>"
                  "<property name='max-height'>" COLUMN_HEIGHT "</property>");

  append_shortcuts (xml);
  g_string_append (xml, "</object></child></object></interface>");
  builder = gtk_builder_new_from_string (xml->str, -1);
  return g_object_ref (
    GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "window")));
}

char *
slip_command_dup_words (const SlipCommand *command)
{
  const char *group = _ (command->group);

  if (command->words == NULL)
    return g_strdup (group);
  return g_strconcat (group, " ",
                      g_dpgettext2 (GETTEXT_PACKAGE, "search words",
                                    command->words),
                      NULL);
}

char *
slip_command_dup_keys (const SlipCommand *command)
{
  g_auto (GStrv) keys = NULL;
  GdkModifierType modifiers;
  guint key;

  if (command->keys == NULL)
    return NULL;
  keys = g_strsplit (command->keys, " ", -1);
  if (!gtk_accelerator_parse (keys[0], &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}
