/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-actions.h"

#include "slip-actions.h"
#include "slip-criterion-dialog.h"
#include "slip-criterion-edit.h"
#include "slip-deciding.h"
#include "slip-decision-dialog.h"
#include "slip-decision-window.h"
#include "slip-edit-runner.h"
#include "slip-gate-cause.h"
#include "slip-gate-dialog.h"
#include "slip-gate-usual.h"
#include "slip-window-dialogs.h"

#include <glib/gi18n.h>

static const char *
or_null (const char *text)
{
  return text != NULL && *text != '\0' ? text : NULL;
}

static const SlipRow *
find_row (SlipWindow *window, SlipKind kind, const char *id)
{
  const SlipPlanState *state = slip_window_get_state (window);
  return state != NULL && id != NULL ? slip_plan_state_get (state, kind, id)
                                     : NULL;
}

/* What is asked for once the parts of a release are there. */
typedef struct _Wish Wish;
typedef GtkWidget *(*DialogFunc) (const Wish *wish);

struct _Wish {
  SlipWindow *window;
  DialogFunc new_dialog;
  char *release;
  char *stage; /* or NULL */
  SlipDecisionType type;
};

static void
free_wish (Wish *wish)
{
  g_object_unref (wish->window);
  g_free (wish->release);
  g_free (wish->stage);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, free_wish)

static void
present (GtkWidget *dialog, SlipWindow *window)
{
  /* For the menus and buttons in it. */
  gtk_widget_insert_action_group (dialog, "win", G_ACTION_GROUP (window));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wish) wish = data;
  g_autoptr (GError) error = NULL;
  gboolean is_loaded =
    slip_workspace_load_parts_finish (SLIP_WORKSPACE (source), result, &error);
  slip_window_end_work (wish->window);
  if (slip_window_get_workspace (wish->window) != SLIP_WORKSPACE (source))
    return;
  if (!is_loaded)
    slip_window_say (wish->window, error->message);
  else if (find_row (wish->window, SLIP_KIND_RELEASE, wish->release) != NULL)
    wish->new_dialog (wish);
}

static void
ask (SlipWindow *window,
     DialogFunc new_dialog,
     const char *release,
     const char *stage,
     SlipDecisionType type)
{
  SlipPlanPage *page = slip_window_get_page (window);
  if (or_null (release) == NULL)
    release = slip_view_get_focused_release (slip_plan_page_get_view (page));
  if (release == NULL)
    release = slip_plan_page_get_selected (page);
  if (release == NULL || slip_window_get_workspace (window) == NULL)
    return;
  Wish *wish = g_new (Wish, 1);
  *wish = (Wish){ g_object_ref (window), new_dialog, g_strdup (release),
                  g_strdup (or_null (stage)), type };
  slip_window_begin_work (window);
  slip_workspace_load_parts_async (slip_window_get_workspace (window),
                                   (const char *const[]){ release, NULL }, NULL,
                                   loaded_cb, wish);
}

static SlipWindow *
get_window (GtkWindow *dialog)
{
  return SLIP_WINDOW (gtk_window_get_transient_for (dialog));
}

static void
refresh_decision_cb (SlipDecisionDialog *dialog)
{
  SlipWindow *window = get_window (GTK_WINDOW (dialog));
  if (slip_window_get_workspace (window) != NULL)
    slip_decision_dialog_set_plan (dialog, slip_window_get_state (window),
                                   slip_window_get_moment (window));
}

static void
forget_cb (GtkWidget *dialog, SlipWindow *window)
{
  if (g_object_get_data (G_OBJECT (window), "decision-dialog") == dialog)
    g_object_set_data (G_OBJECT (window), "decision-dialog", NULL);
}

/* There is one a window: another question takes the place of the last.  The
 * same one comes back as it was left, with what was typed for it. */
static GtkWidget *
show_decision_dialog (const Wish *wish)
{
  SlipWindow *window = wish->window;
  GtkWindow *last = g_object_get_data (G_OBJECT (window), "decision-dialog");
  char *question =
    g_strdup_printf ("%s/%s/%d", wish->release,
                     wish->stage != NULL ? wish->stage : "", wish->type);
  if (last != NULL &&
      g_strcmp0 (g_object_get_data (G_OBJECT (last), "question"), question) ==
        0) {
    g_free (question);
    gtk_window_present (last);
    return GTK_WIDGET (last);
  }
  GtkWidget *dialog =
    slip_decision_dialog_new (wish->release, wish->stage, wish->type,
                              slip_edit_runner_get_me (
                                slip_window_get_runner (window)));
  if (last != NULL)
    gtk_window_destroy (last);
  g_object_set_data (G_OBJECT (window), "decision-dialog", dialog);
  g_object_set_data_full (G_OBJECT (dialog), "question", question, g_free);
  g_signal_connect_object (dialog, "destroy", G_CALLBACK (forget_cb), window,
                           0);
  present (dialog, window);
  refresh_decision_cb (SLIP_DECISION_DIALOG (dialog));
  g_signal_connect_object (window, "refreshed",
                           G_CALLBACK (refresh_decision_cb), dialog,
                           G_CONNECT_SWAPPED);
  /* Soaking goes on while the dialog lies behind. */
  g_signal_connect_swapped (dialog, "notify::is-active",
                            G_CALLBACK (refresh_decision_cb), dialog);
  return dialog;
}

static void
go_wider_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  ask (window, show_decision_dialog, g_variant_get_string (parameter, NULL),
       NULL, SLIP_DECISION_GO);
}

static gboolean
find_type (const char *nick, SlipDecisionType *type)
{
  int index = slip_enum_find (
    slip_schema_get_property (SLIP_KIND_DECISION, SLIP_DECISION_TYPE)->values,
    nick);
  *type = (SlipDecisionType) index;
  return index >= 0 && index <= SLIP_DECISION_ROLL_BACK;
}

static void
decide_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  const char *stage;
  const char *nick;
  SlipDecisionType type;
  g_variant_get (parameter, "(&s&s&s)", &release, &stage, &nick);
  if (find_type (nick, &type))
    ask (window, show_decision_dialog, release, stage,
         type == SLIP_DECISION_CONDITIONAL_GO ? SLIP_DECISION_GO : type);
}

static void
refresh_gate_cb (SlipGateDialog *dialog)
{
  SlipWindow *window = get_window (GTK_WINDOW (dialog));
  if (slip_window_get_workspace (window) != NULL)
    slip_gate_dialog_set_plan (dialog, slip_window_get_state (window),
                               slip_window_get_moment (window));
}

static GtkWidget *
show_gate_dialog (const Wish *wish)
{
  const SlipRow *next =
    slip_deciding_find_stage (slip_window_get_state (wish->window),
                              wish->release, SLIP_DECISION_GO);
  const char *stage = wish->stage;
  if (stage == NULL && next != NULL)
    stage = slip_row_get_id (next);
  if (find_row (wish->window, SLIP_KIND_STAGE, stage) == NULL)
    return NULL;
  GtkWidget *dialog = slip_gate_dialog_new (wish->release, stage);
  present (dialog, wish->window);
  refresh_gate_cb (SLIP_GATE_DIALOG (dialog));
  g_signal_connect_object (wish->window, "refreshed",
                           G_CALLBACK (refresh_gate_cb), dialog,
                           G_CONNECT_SWAPPED);
  return dialog;
}

static void
show_gate_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  const char *stage;
  g_variant_get (parameter, "(&s&s)", &release, &stage);
  ask (window, show_gate_dialog, release, stage, SLIP_DECISION_GO);
}

/* A decision that waits for the answer who 'I' am. */
typedef struct {
  SlipWindow *window;
  SlipDeciding *deciding; /* NULL once it is being written */
} HeldDeciding;

/* The dialog that has asked stays until the decision is written, so that what
 * was typed is not lost with it. */
static void
end_recording (SlipWindow *window, const char *refusal)
{
  SlipDecisionDialog *dialog =
    g_object_get_data (G_OBJECT (window), "decision-dialog");
  if (dialog != NULL && slip_decision_dialog_is_recording (dialog)) {
    slip_decision_dialog_stop_recording (dialog, refusal);
    refresh_decision_cb (dialog);
  } else if (refusal != NULL) {
    slip_window_say (window, refusal);
  }
}

/* A SlipEndedFunc. */
static void
recorded (SlipWindow *window, const GError *error)
{
  SlipDecisionDialog *dialog =
    g_object_get_data (G_OBJECT (window), "decision-dialog");
  if (error != NULL)
    end_recording (window, error->message);
  else if (dialog != NULL && slip_decision_dialog_is_recording (dialog))
    gtk_window_close (GTK_WINDOW (dialog));
}

static void
free_held_deciding (gpointer data)
{
  HeldDeciding *held = data;
  if (held->deciding != NULL)
    end_recording (held->window, NULL);
  g_clear_pointer (&held->deciding, slip_deciding_free);
  g_object_unref (held->window);
  g_free (held);
}

/* A SlipReadyFunc over a held decision, which it takes: it was I, unless
 * somebody else was named. */
static void
record (SlipWindow *window, SlipWorkspace *workspace, gpointer data)
{
  SlipDeciding *deciding = g_steal_pointer (&((HeldDeciding *) data)->deciding);
  if (deciding->person == NULL) {
    deciding->person = g_strdup (slip_workspace_get_person (workspace));
    deciding->person_name =
      g_strdup (slip_workspace_get_person_name (workspace));
  }
  slip_edit_runner_run_and_tell (slip_window_get_runner (window),
                                 slip_deciding_run, deciding,
                                 (GDestroyNotify) slip_deciding_free,
                                 SLIP_EDIT_DEFAULT, recorded);
}

/* The decision that somebody has filled in is asked for once. */
static void
hold (SlipWindow *window, SlipDeciding *deciding)
{
  SlipDecisionDialog *dialog =
    g_object_get_data (G_OBJECT (window), "decision-dialog");
  HeldDeciding *held = g_new (HeldDeciding, 1);
  if (dialog != NULL)
    slip_decision_dialog_start_recording (dialog);
  *held = (HeldDeciding){ g_object_ref (window), deciding };
  slip_edit_runner_when_ready (slip_window_get_runner (window), record, held,
                               free_held_deciding);
}

static void
record_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *nick;
  const char *release;
  const char *stage;
  const char *to_stage;
  const char *person;
  const char *opinions;
  const char *reason;
  const char *review;
  const char *title;
  const char *owner;
  const char *day;
  g_autoptr (GVariant) conditions = NULL;
  GVariantIter iter;
  SlipDecisionType type;
  g_variant_get (parameter, "(&s&s&s&s&s&s&s&s@a(sss))", &nick, &release,
                 &stage, &to_stage, &person, &opinions, &reason, &review,
                 &conditions);
  if (slip_window_get_workspace (window) == NULL || !find_type (nick, &type))
    return;
  SlipDeciding *deciding =
    slip_deciding_new (type, release, stage, slip_window_get_moment (window));
  deciding->to_stage = g_strdup (or_null (to_stage));
  deciding->person = g_strdup (or_null (person));
  deciding->opinions = g_strdup (or_null (opinions));
  deciding->reason = g_strdup (or_null (reason));
  deciding->review_day = slip_date_parse (review);
  g_variant_iter_init (&iter, conditions);
  while (g_variant_iter_next (&iter, "(&s&s&s)", &title, &owner, &day))
    slip_deciding_add_condition (deciding, title, or_null (owner), NULL,
                                 slip_date_parse (day));
  hold (window, deciding);
}

static void
open_cause_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  const char *kind_name;
  const char *id;
  const char *criterion;
  g_variant_get (parameter, "(&s&s&s&s)", &release, &kind_name, &id,
                 &criterion);
  slip_gate_cause_open (window, release, slip_schema_find_kind (kind_name), id,
                        find_row (window, SLIP_KIND_CRITERION, criterion));
}

static void
show_form (SlipFormWindow *form, SlipWindow *window)
{
  gtk_window_set_transient_for (GTK_WINDOW (form),
                                slip_window_dialogs_find_front (window));
  gtk_window_present (GTK_WINDOW (form));
}

static void
add_criterion_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  const char *stage;
  const char *nick;
  g_variant_get (parameter, "(&s&s&s)", &release, &stage, &nick);
  int type = slip_enum_find (
    slip_schema_get_property (SLIP_KIND_CRITERION, SLIP_CRITERION_TYPE)->values,
    nick);
  if (type < 0 || find_row (window, SLIP_KIND_STAGE, stage) == NULL)
    return;
  if (slip_criterion_type_has_fields ((SlipCriterionType) type)) {
    show_form (slip_criterion_dialog_new_add (slip_window_get_state (window),
                                              release, stage,
                                              (SlipCriterionType) type,
                                              slip_window_get_today (window)),
               window);
    return;
  }
  slip_edit_runner_run (slip_window_get_runner (window), slip_entity_edit_run,
                        slip_criterion_edit_new_add (release, stage,
                                                     (SlipCriterionType) type,
                                                     TRUE),
                        (GDestroyNotify) slip_entity_edit_free,
                        SLIP_EDIT_DEFAULT);
}

static void
edit_criterion_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *id;
  const char *what;
  g_variant_get (parameter, "(&s&s)", &id, &what);
  const SlipPlanState *state = slip_window_get_state (window);
  const SlipRow *row = find_row (window, SLIP_KIND_CRITERION, id);
  SlipDate today = slip_window_get_today (window);
  if (row == NULL)
    return;
  if (g_str_equal (what, "no-waiver"))
    slip_edit_runner_run (slip_window_get_runner (window), slip_entity_edit_run,
                          slip_criterion_edit_new_no_waiver (id),
                          (GDestroyNotify) slip_entity_edit_free,
                          SLIP_EDIT_DEFAULT);
  else if (g_str_equal (what, "waiver"))
    show_form (slip_criterion_dialog_new_waiver (
                 state, row,
                 slip_edit_runner_get_me (slip_window_get_runner (window)),
                 today),
               window);
  else if (g_str_equal (what, "figure"))
    show_form (slip_criterion_dialog_new_figure (
                 state, row, slip_window_get_moment (window).at_ms, today),
               window);
  else if (g_str_equal (what, "edit"))
    show_form (slip_criterion_dialog_new_edit (state, row, today), window);
}

static void
move_criterion_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *id;
  int places;
  g_variant_get (parameter, "(&si)", &id, &places);
  const SlipRow *row = find_row (window, SLIP_KIND_CRITERION, id);
  SlipEntityEdit *edit =
    row != NULL ? slip_criterion_edit_new_move (slip_window_get_state (window),
                                                row, places)
                : NULL;
  if (edit != NULL)
    slip_edit_runner_run (slip_window_get_runner (window), slip_entity_edit_run,
                          edit, (GDestroyNotify) slip_entity_edit_free,
                          SLIP_EDIT_QUIET);
}

static void
add_usual_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  const char *stage;
  g_variant_get (parameter, "(&s&s)", &release, &stage);
  slip_edit_runner_run (slip_window_get_runner (window), slip_gate_usual_run,
                        slip_gate_usual_new (release, or_null (stage)),
                        (GDestroyNotify) slip_gate_usual_free,
                        SLIP_EDIT_DEFAULT);
}

static void
show_decision_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const SlipRow *row = find_row (window, SLIP_KIND_DECISION,
                                 g_variant_get_string (parameter, NULL));
  if (row != NULL)
    present (slip_decision_window_new (slip_window_get_state (window), row),
             window);
}

static const GActionEntry entries[] = {
  { "go-wider", go_wider_cb, "s" },
  { "decide", decide_cb, "(sss)" },
  { "show-gate", show_gate_cb, "(ss)" },
  { "record-decision", record_cb, "(ssssssssa(sss))" },
  { "open-cause", open_cause_cb, "(ssss)" },
  { "add-criterion", add_criterion_cb, "(sss)" },
  { "edit-criterion", edit_criterion_cb, "(ss)" },
  { "move-criterion", move_criterion_cb, "(si)" },
  { "add-usual-criteria", add_usual_cb, "(ss)" },
  { "show-decision", show_decision_cb, "s" },
};

/* Of those, what only shows something. */
static gboolean
only_shows (const char *name)
{
  return g_str_equal (name, "show-gate") || g_str_equal (name, "open-cause") ||
         g_str_equal (name, "show-decision");
}

void
slip_gate_actions_add (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries,
                                   G_N_ELEMENTS (entries), window);
}

void
slip_gate_actions_update (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (
                                   G_ACTION_MAP (window), entries[i].name)),
                                 only_shows (entries[i].name)
                                   ? slip_window_get_workspace (window) != NULL
                                   : slip_window_can_edit (window));
}
