/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-truth-actions.h"

#include "slip-text-print.h"
#include "slip-text-saver.h"
#include "slip-truth-dialog.h"

#include <glib/gi18n.h>

/* As many steps of a release as are looked at. */
#define MAX_STEPS 100000

#define ACTION "plan-and-truth"

/* A report in the making: the parts of its releases are read, then their
 * history, one after the other, so that edits get in between. */
typedef struct {
  SlipWindow *window;
  SlipTruthDialog *dialog;
  SlipWorkspace *workspace;
  GCancellable *cancellable; /* also the dialog's: of its newest report */
  GPtrArray *ids;
  SlipPlanState *state; /* with their parts */
  SlipPast *past;
  guint n_read;
} Report;

static void
free_report (Report *report)
{
  slip_window_end_work (report->window);
  g_object_unref (report->window);
  g_object_unref (report->dialog);
  g_object_unref (report->workspace);
  g_object_unref (report->cancellable);
  g_ptr_array_unref (report->ids);
  g_clear_pointer (&report->state, slip_plan_state_unref);
  slip_past_free (report->past);
  g_free (report);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Report, free_report)

static void read_next (Report *report);

static gboolean
is_wanted (const Report *report)
{
  return !g_cancellable_is_cancelled (report->cancellable) &&
         slip_window_get_workspace (report->window) == report->workspace;
}

/* Returns: whether to go on. */
static gboolean
check (const Report *report, gboolean is_read, const GError *error)
{
  if (!is_wanted (report))
    return FALSE;
  if (!is_read)
    slip_window_say (report->window, error->message);
  return is_read;
}

static void
history_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Report) report = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) steps =
    slip_store_history_finish (SLIP_STORE (source), result, &error);
  if (!check (report, steps != NULL, error))
    return;
  slip_past_read (report->past, report->ids->pdata[report->n_read], steps);
  report->n_read++;
  read_next (g_steal_pointer (&report));
}

static void
show (const Report *report)
{
  SlipMoment now = slip_window_get_moment (report->window);
  slip_truth_dialog_take_truth (report->dialog,
                                slip_plan_truth_new (report->state, report->ids,
                                                     report->past, now),
                                now.today);
}

static void
read_next (Report *report)
{
  if (report->n_read == report->ids->len) {
    show (report);
    free_report (report);
    return;
  }
  slip_store_history_async (slip_workspace_get_store (report->workspace),
                            report->ids->pdata[report->n_read], G_MAXINT64,
                            MAX_STEPS, report->cancellable, history_read_cb,
                            report);
}

static void
parts_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Report) report = data;
  g_autoptr (GError) error = NULL;
  gboolean is_read =
    slip_workspace_load_parts_finish (SLIP_WORKSPACE (source), result, &error);
  if (!check (report, is_read, error))
    return;
  report->state =
    slip_plan_state_ref (slip_workspace_get_state (report->workspace));
  read_next (g_steal_pointer (&report));
}

/* The products and whatever else the sidebar filters by, in the range asked
 * for in the dialog. */
static SlipQuery *
new_query (SlipWindow *window, SlipTruthDialog *dialog)
{
  SlipQuery *query =
    slip_query_copy (slip_plan_page_get_query (slip_window_get_page (window)));
  SlipRange range =
    slip_truth_dialog_get_range (dialog, slip_window_get_today (window));
  if (slip_date_is_set (range.first))
    slip_query_set_range (query, range);
  return query;
}

static void
report_again (SlipTruthDialog *dialog, SlipWindow *window)
{
  SlipWorkspace *workspace = slip_window_get_workspace (window);
  GCancellable *old = g_object_get_data (G_OBJECT (dialog), "cancellable");
  if (old != NULL)
    g_cancellable_cancel (old);
  if (workspace == NULL)
    return;
  Report *report = g_new0 (Report, 1);
  g_autoptr (SlipQuery) query = new_query (window, dialog);
  report->window = g_object_ref (window);
  report->dialog = g_object_ref (dialog);
  report->workspace = g_object_ref (workspace);
  report->cancellable = g_cancellable_new ();
  report->ids =
    slip_plan_truth_list (slip_workspace_get_state (workspace), query);
  report->past = slip_past_new ();
  g_object_set_data_full (G_OBJECT (dialog), "cancellable",
                          g_object_ref (report->cancellable), g_object_unref);
  slip_window_begin_work (window);
  slip_truth_dialog_wait (dialog);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  for (guint i = 0; i < report->ids->len; i++)
    g_ptr_array_add (ids, report->ids->pdata[i]);
  g_ptr_array_add (ids, NULL);
  slip_workspace_load_parts_async (workspace, (const char *const *) ids->pdata,
                                   report->cancellable, parts_read_cb, report);
}

static void
save_wanted_cb (SlipTruthDialog *dialog, const char *csv, SlipWindow *window)
{
  slip_text_saver_save (window, GTK_WINDOW (dialog), _ ("Save the Report"),
                        _ ("Tables"), _ ("plan-and-truth.csv"), csv);
}

static void
print_wanted_cb (SlipTruthDialog *dialog, const char *text, SlipWindow *window)
{
  g_autoptr (GtkPrintOperation) operation =
    slip_text_print_new (_ ("Plan and Truth"), text);
  g_autoptr (GError) error = NULL;
  gtk_print_operation_set_allow_async (operation, TRUE);
  if (gtk_print_operation_run (operation,
                               GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_WINDOW (dialog),
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    slip_window_say (window, error->message);
}

static gboolean
close_cb (SlipTruthDialog *dialog)
{
  GCancellable *cancellable =
    g_object_get_data (G_OBJECT (dialog), "cancellable");
  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
  return FALSE;
}

static char *
dup_scope (SlipWindow *window)
{
  const SlipQuery *query =
    slip_plan_page_get_query (slip_window_get_page (window));
  const SlipRow *product =
    slip_plan_state_get (slip_window_get_state (window), SLIP_KIND_PRODUCT,
                         slip_query_get_product (query));
  if (product != NULL)
    return g_strdup (slip_row_get_text (product, SLIP_PRODUCT_NAME));
  return g_strdup (slip_query_is_empty (query) ? _ ("All products")
                                               : _ ("As filtered"));
}

static void
plan_and_truth_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  if (slip_window_get_workspace (window) == NULL)
    return;
  g_autofree char *scope = dup_scope (window);
  GtkWidget *dialog = slip_truth_dialog_new (scope);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), window);
  g_signal_connect_object (dialog, "range-changed", G_CALLBACK (report_again),
                           window, 0);
  g_signal_connect_object (dialog, "save-wanted", G_CALLBACK (save_wanted_cb),
                           window, 0);
  g_signal_connect_object (dialog, "print-wanted", G_CALLBACK (print_wanted_cb),
                           window, 0);
  g_signal_connect (dialog, "close-request", G_CALLBACK (close_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  report_again (SLIP_TRUTH_DIALOG (dialog), window);
}

static const GActionEntry entries[] = {
  { ACTION, plan_and_truth_cb },
};

void
slip_truth_actions_add (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries,
                                   G_N_ELEMENTS (entries), window);
}

void
slip_truth_actions_update (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (
                                 G_ACTION_MAP (window), ACTION)),
                               slip_window_get_workspace (window) != NULL);
}
