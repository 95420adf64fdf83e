/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-solution-box.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-solution.h"

#include <glib/gi18n-lib.h>

/* Who goes through many releases does not want them from each. */
#define REST_MS 150

/* What is searched in; never changed. */
typedef struct {
  gatomicrefcount ref_count;
  SlipPlanState *state;
  SlipConflictContext context;
  char *release;
  SlipConflict *conflict;
} Problem;

struct _SlipSolutionBox {
  GtkWidget parent_instance;

  Problem *problem;
  guint rest;
  GCancellable *search; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (SlipSolutionBox, slip_solution_box, GTK_TYPE_WIDGET)

static Problem *
problem_ref (Problem *problem)
{
  g_atomic_ref_count_inc (&problem->ref_count);
  return problem;
}

static void
problem_unref (gpointer data)
{
  Problem *problem = data;

  if (!g_atomic_ref_count_dec (&problem->ref_count))
    return;

  slip_plan_state_unref (problem->state);
  slip_conflict_free (problem->conflict);
  g_free (problem->release);
  g_free (problem);
}

static const SlipRow *
get_release (const Problem *problem)
{
  return slip_plan_state_get (problem->state, SLIP_KIND_RELEASE,
                              problem->release);
}

static const char *
get_nick (const SlipRow *release, SlipAnchor anchor)
{
  guint property = slip_anchor_get_certainty_property (anchor);
  SlipCertainty certainty =
    slip_release_get_planned (release, anchor).certainty ==
        SLIP_CERTAINTY_CONFIRMED
      ? SLIP_CERTAINTY_CONFIRMED
      : SLIP_CERTAINTY_TENTATIVE;

  return slip_schema_get_property (SLIP_KIND_RELEASE, property)
    ->values[certainty]
    .nick;
}

static const char *
get_name (SlipKind kind, guint property)
{
  return slip_schema_get_property (kind, property)->name;
}

static void
ask_stage (SlipSolutionBox *self, const SlipSolution *solution, const char *day)
{
  const SlipRow *stage = slip_plan_state_get (self->problem->state,
                                              SLIP_KIND_STAGE, solution->stage);
  gint64 length =
    stage ? slip_row_get_integer (stage, SLIP_STAGE_LENGTH_DAYS) : 1;
  g_autofree char *end = slip_date_to_text (
    slip_date_add_days (solution->day, (int) MAX (length, 1) - 1));

  slip_ask_edit (GTK_WIDGET (self), SLIP_KIND_STAGE, solution->stage,
                 (const char *const[]){
                   get_name (SLIP_KIND_STAGE, SLIP_STAGE_START_IS_PINNED),
                   "true",
                   get_name (SLIP_KIND_STAGE, SLIP_STAGE_PLANNED_START),
                   day,
                   get_name (SLIP_KIND_STAGE, SLIP_STAGE_PLANNED_END),
                   end,
                   NULL,
                 });
}

static void
ask_date (SlipSolutionBox *self,
          const SlipSolution *solution,
          const SlipRow *release,
          const char *day)
{
  SlipAnchor anchor = solution->anchor;

  slip_ask_edit (
    GTK_WIDGET (self), SLIP_KIND_RELEASE, solution->release,
    (const char *const[]){
      get_name (SLIP_KIND_RELEASE, slip_anchor_get_date_property (anchor)), day,
      get_name (SLIP_KIND_RELEASE, slip_anchor_get_certainty_property (anchor)),
      get_nick (release, anchor), NULL });
}

static void
clicked_cb (GtkButton *button, SlipSolutionBox *self)
{
  const SlipSolution *solution =
    g_object_get_data (G_OBJECT (button), "slip-solution");
  const SlipRow *release = get_release (self->problem);
  g_autofree char *day = slip_date_to_text (solution->day);

  if (!release)
    return;
  if (solution->stage)
    ask_stage (self, solution, day);
  else if (solution->anchor != SLIP_ANCHOR_RELEASE)
    ask_date (self, solution, release, day);
  else
    slip_ask (GTK_WIDGET (self), SLIP_ACTION_MOVE_PLANNED,
              g_variant_new ("(sssu)", solution->release, day,
                             get_nick (release, SLIP_ANCHOR_RELEASE),
                             solution->stay));
}

/* Takes @solution. */
static void
add_button (SlipSolutionBox *self, SlipSolution *solution)
{
  g_autofree char *text = slip_solution_dup_text (solution);
  g_autofree char *name = NULL;
  g_autofree char *day = slip_date_to_text (solution->day);
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *button = gtk_button_new ();

  name = g_strconcat ("solution:", day, NULL);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_name (button, name);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "solution");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (button), "slip-solution", solution,
                          (GDestroyNotify) slip_solution_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
search_cb (GTask *task,
           gpointer source,
           gpointer data,
           GCancellable *cancellable)
{
  const Problem *problem = data;

  g_task_return_pointer (task,
                         slip_solution_list (problem->state, &problem->context,
                                             get_release (problem),
                                             problem->conflict),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GPtrArray) solutions =
    g_task_propagate_pointer (G_TASK (result), NULL);
  SlipSolutionBox *self = data;

  if (!solutions)
    return; /* cancelled, and the box is gone */

  g_clear_object (&self->search);
  g_ptr_array_set_free_func (solutions, NULL);
  for (guint i = 0; i < solutions->len; i++)
    add_button (self, solutions->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self), solutions->len > 0);
}

/* The task does not hold the box, which so is never freed by its thread. */
static gboolean
rest_cb (gpointer data)
{
  SlipSolutionBox *self = data;
  g_autoptr (GTask) task = NULL;

  self->rest = 0;
  if (!get_release (self->problem))
    return G_SOURCE_REMOVE;
  self->search = g_cancellable_new ();
  task = g_task_new (NULL, self->search, found_cb, self);
  g_task_set_task_data (task, problem_ref (self->problem), problem_unref);
  g_task_run_in_thread (task, search_cb);
  return G_SOURCE_REMOVE;
}

static void
slip_solution_box_dispose (GObject *object)
{
  SlipSolutionBox *self = SLIP_SOLUTION_BOX (object);
  GtkWidget *child;

  g_clear_handle_id (&self->rest, g_source_remove);
  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (slip_solution_box_parent_class)->dispose (object);
}

static void
slip_solution_box_finalize (GObject *object)
{
  SlipSolutionBox *self = SLIP_SOLUTION_BOX (object);

  problem_unref (self->problem);

  G_OBJECT_CLASS (slip_solution_box_parent_class)->finalize (object);
}

static void
slip_solution_box_class_init (SlipSolutionBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = slip_solution_box_dispose;
  object_class->finalize = slip_solution_box_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
slip_solution_box_init (SlipSolutionBox *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 4);
  gtk_widget_set_name (GTK_WIDGET (self), "solutions");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
slip_solution_box_new (const SlipPlanState *state,
                       const SlipConflictContext *context,
                       const char *release,
                       const SlipConflict *conflict)
{
  SlipSolutionBox *self = g_object_new (SLIP_TYPE_SOLUTION_BOX, NULL);

  self->problem = g_new (Problem, 1);
  *self->problem = (Problem){
    .state = slip_plan_state_ref (state),
    .context = *context,
    .release = g_strdup (release),
    .conflict = slip_conflict_copy (conflict),
  };
  g_atomic_ref_count_init (&self->problem->ref_count);
  self->rest = g_timeout_add (REST_MS, rest_cb, self);
  return GTK_WIDGET (self);
}

gboolean
slip_solution_box_is_searching (SlipSolutionBox *self)
{
  g_return_val_if_fail (SLIP_IS_SOLUTION_BOX (self), FALSE);

  return self->rest != 0 || self->search != NULL;
}
