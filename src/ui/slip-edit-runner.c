/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-edit-runner.h"

#include "slip-compat.h"
#include "slip-entity-edit.h"
#include "slip-entity-find.h"
#include "slip-identity.h"
#include "slip-introduction.h"
#include "slip-person-dialog.h"
#include "slip-step-news.h"
#include "slip-what-if-mode.h"

#include <glib/gi18n.h>

struct _SlipEditRunner {
  GObject parent_instance;

  SlipWindow *window; /* borrowed: owns this */
  GQueue waiting; /* of Edit: for the answer who 'I' am, or behind an undo */
  guint n_running;
  gboolean is_asking;
  gboolean knows_me;
  SlipIdentity *newcomer; /* I, if I come to the plan with my next edit */
  SlipStep *move;         /* the last one told */
  SlipPlanState *before_move;
};

/* An edit under way.  Without a function it undoes or redoes a step, 0 for
 * whichever is the next one when its turn comes. */
typedef struct _Edit Edit;

struct _Edit {
  SlipWindow *window;
  SlipReadyFunc ready;
  SlipIntentFunc func;
  gpointer data;
  GDestroyNotify data_free;
  SlipEditFlags flags;
  SlipEndedFunc ended; /* or NULL */
  SlipStepType type;
  gint64 step;
  gboolean may_be_older;
  Edit *next; /* what comes in place of the step undone */
};

G_DEFINE_FINAL_TYPE (SlipEditRunner, slip_edit_runner, G_TYPE_OBJECT)

static void
free_edit (gpointer data)
{
  Edit *edit = data;
  if (edit->next != NULL)
    free_edit (edit->next);
  if (edit->data_free != NULL)
    edit->data_free (edit->data);
  g_object_unref (edit->window);
  g_free (edit);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Edit, free_edit)

static void start (SlipEditRunner *self, Edit *edit);
static void start_waiting (SlipEditRunner *self);

static Edit *
new_edit (SlipEditRunner *self,
          SlipIntentFunc func,
          gpointer data,
          GDestroyNotify data_free)
{
  Edit *edit = g_new (Edit, 1);
  *edit = (Edit){
    .window = g_object_ref (self->window),
    .func = func,
    .data = data,
    .data_free = data_free,
  };
  return edit;
}

static void
forget_move (SlipEditRunner *self)
{
  g_clear_pointer (&self->move, slip_step_free);
  g_clear_pointer (&self->before_move, slip_plan_state_unref);
}

/* So that it can be adjusted. */
static void
remember_move (SlipEditRunner *self,
               const SlipStep *step,
               const SlipPlanState *state)
{
  forget_move (self);
  if (step->type != SLIP_STEP_EDIT || step->set->verb != SLIP_VERB_MOVE)
    return;
  g_autoptr (SlipChangeSet) inverse = slip_change_set_new_inverse (step->set);
  self->before_move = slip_plan_state_apply (state, inverse, NULL);
  if (self->before_move != NULL)
    self->move = slip_step_copy (step);
}

/* What came of @step; ends the what-if that it keeps. */
static char *
dup_news (const Edit *edit, const SlipStep *step)
{
  SlipWindow *window = edit->window;
  g_autofree char *left_out =
    edit->flags & SLIP_EDIT_WHAT_IF
      ? slip_what_if_mode_end_keep (slip_window_get_what_if (window))
      : NULL;
  g_autofree char *text =
    slip_step_news_dup_text (step, slip_window_get_state (window),
                             slip_window_get_today (window));
  if (left_out == NULL)
    return g_steal_pointer (&text);
  /* Translators: what was kept of a what-if, and what was not. */
  return g_strdup_printf (_ ("%s; %s"), text, left_out);
}

static gboolean
follow_cb (GtkWidget *page, GdkFrameClock *frame_clock, gpointer data)
{
  SlipView *view = slip_plan_page_get_view (SLIP_PLAN_PAGE (page));
  if (gtk_widget_get_width (GTK_WIDGET (view)) == 0)
    return G_SOURCE_CONTINUE;
  slip_plan_page_focus_selected (SLIP_PLAN_PAGE (page));
  return G_SOURCE_REMOVE;
}

/* The first release brings its view with it, which has no place for the focus
 * before it has its size, and meanwhile the details take it. */
static void
follow (SlipPlanPage *page)
{
  SlipView *view = slip_plan_page_get_view (page);
  slip_plan_page_focus_selected (page);
  if (gtk_widget_get_width (GTK_WIDGET (view)) == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (page), follow_cb, NULL, NULL);
}

static void
tell (const Edit *edit, const SlipStep *step)
{
  SlipWindow *window = edit->window;
  g_autofree char *text = dup_news (edit, step);
  const SlipPlanState *state = slip_window_get_state (window);
  SlipPlanPage *page = slip_window_get_page (window);
  remember_move (slip_window_get_runner (window), step, state);
  if (edit->flags & SLIP_EDIT_SELECT) {
    g_autofree char *release = slip_step_news_dup_release (step);
    slip_plan_page_select (page, release);
  }
  if (edit->flags & SLIP_EDIT_FOLLOW)
    follow (page);
  if (!(edit->flags & SLIP_EDIT_QUIET))
    slip_window_take_toast (window, slip_step_news_toast_new (step, text));
  slip_compat_announce (GTK_WIDGET (window), text);
}

/* Whoever is not in the plan after an edit of theirs has removed themselves. */
static void
settle_newcomer (SlipEditRunner *self)
{
  if (self->newcomer != NULL &&
      slip_plan_state_get (slip_window_get_state (self->window),
                           SLIP_KIND_PERSON, self->newcomer->person) == NULL)
    g_clear_pointer (&self->newcomer, slip_identity_free);
}

/* What was typed for an edit that came to nothing is taken back. */
static void
refuse (const Edit *edit, const GError *error)
{
  SlipWindow *window = edit->window;
  if (edit->ended == NULL &&
      !g_error_matches (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING))
    slip_window_say (window, error->message);
  slip_window_refresh (window);
}

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Edit) edit = data;
  SlipWorkspace *workspace = SLIP_WORKSPACE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStep) step =
    edit->func != NULL
      ? slip_workspace_execute_finish (workspace, result, &error)
      : slip_workspace_turn_finish (workspace, result, &error);
  slip_window_end_work (edit->window);
  if (slip_window_get_workspace (edit->window) != workspace)
    return;
  SlipEditRunner *self = slip_window_get_runner (edit->window);
  self->n_running--;
  if (step != NULL && edit->func != NULL)
    settle_newcomer (self);
  if (step != NULL && edit->next != NULL)
    start (self, g_steal_pointer (&edit->next));
  else if (step != NULL)
    tell (edit, step);
  else
    refuse (edit, error);
  if (edit->ended != NULL)
    edit->ended (edit->window, error);
  start_waiting (self);
}

static gint64
find_next_step (SlipWorkspace *workspace, SlipStepType type)
{
  const SlipStep *step = type == SLIP_STEP_UNDO
                           ? slip_workspace_peek_undo (workspace)
                           : slip_workspace_peek_redo (workspace);
  return step != NULL ? step->number : 0;
}

/* The intent's data is the workspace's from here on.  An undo leaves a newcomer
 * to come with the next edit. */
static void
execute (SlipEditRunner *self, SlipWorkspace *workspace, Edit *edit)
{
  SlipIntentFunc func = edit->func;
  gpointer data = edit->data;
  GDestroyNotify data_free = g_steal_pointer (&edit->data_free);
  if (self->newcomer != NULL) {
    data = slip_introduction_new (self->newcomer->person, self->newcomer->name,
                                  func, data, data_free);
    func = slip_introduction_run;
    data_free = (GDestroyNotify) slip_introduction_free;
  }
  slip_workspace_execute_async (workspace, func, data, data_free, NULL,
                                ended_cb, edit);
}

static void
start (SlipEditRunner *self, Edit *edit)
{
  SlipWorkspace *workspace = slip_window_get_workspace (self->window);
  if (workspace == NULL) {
    free_edit (edit);
    return;
  }
  if (edit->ready != NULL) {
    edit->ready (self->window, workspace, edit->data);
    free_edit (edit);
    return;
  }
  if (edit->func == NULL && edit->step == 0)
    edit->step = find_next_step (workspace, edit->type);
  if (edit->func == NULL && edit->step == 0) {
    free_edit (edit);
    return;
  }
  slip_window_begin_work (self->window);
  self->n_running++;
  if (edit->func != NULL)
    execute (self, workspace, edit);
  else
    slip_workspace_turn_async (workspace, edit->type, edit->step,
                               edit->may_be_older, NULL, ended_cb, edit);
}

/* Which step is the next to undo is known only when nothing is under way. */
static gboolean
must_wait (SlipEditRunner *self, const Edit *edit)
{
  gboolean is_next_turn =
    edit->ready == NULL && edit->func == NULL && edit->step == 0;
  return is_next_turn && self->n_running > 0;
}

static void
start_waiting (SlipEditRunner *self)
{
  if (self->is_asking)
    return;
  for (Edit *edit; (edit = g_queue_peek_head (&self->waiting)) != NULL;) {
    if (must_wait (self, edit))
      return;
    start (self, g_queue_pop_head (&self->waiting));
  }
}

/* Also when I am nobody of the plan: then it is the name that counts. */
static void
set_me (SlipEditRunner *self, const char *person, const char *name)
{
  SlipWorkspace *workspace = slip_window_get_workspace (self->window);
  slip_workspace_set_person (workspace, person, name);
  self->knows_me = TRUE;

  g_autoptr (SlipIdentity) identity = slip_identity_new (person, name);
  g_autoptr (GError) error = NULL;
  if (!slip_identity_save (slip_store_get_plan_id (
                             slip_workspace_get_store (workspace)),
                           identity, &error))
    slip_window_say (self->window, error->message);
  slip_window_refresh (self->window);
}

static void
take_answer (SlipEditRunner *self, const SlipPersonAnswer *answer)
{
  g_clear_pointer (&self->newcomer, slip_identity_free);
  if (!answer->is_new) {
    set_me (self, answer->person, answer->name);
    return;
  }
  g_autofree char *id = slip_id_new ();
  set_me (self, id, answer->name);
  self->newcomer = slip_identity_new (id, answer->name);
}

static void
answered_cb (const SlipPersonAnswer *answer, gpointer data)
{
  SlipEditRunner *self = data;
  if (!self->is_asking || slip_window_get_workspace (self->window) == NULL)
    return;
  self->is_asking = FALSE;
  if (answer != NULL) {
    take_answer (self, answer);
    start_waiting (self);
    return;
  }
  g_queue_clear_full (&self->waiting, free_edit);
  slip_window_refresh (self->window);
}

/* Somebody who says so unasked wants to see that it was heard. */
static void
told_cb (const SlipPersonAnswer *answer, gpointer data)
{
  SlipEditRunner *self = data;
  if (answer == NULL || slip_window_get_workspace (self->window) == NULL)
    return;
  take_answer (self, answer);
  if (self->newcomer == NULL)
    return;
  g_autoptr (SlipIdentity) me = g_steal_pointer (&self->newcomer);
  SlipEntityEdit *intent =
    slip_entity_edit_new_create (SLIP_KIND_PERSON, me->person, NULL);
  slip_entity_edit_add_text (intent, SLIP_PERSON_NAME, me->name);
  start (self, new_edit (self, slip_entity_edit_run, intent,
                         (GDestroyNotify) slip_entity_edit_free));
}

/* The environment names a person of the plan, or somebody who is none. */
static gboolean
use_environment (SlipEditRunner *self, SlipWorkspace *workspace)
{
  const char *name = g_getenv ("SLIPWAY_PERSON");
  if (name == NULL || *name == '\0')
    return FALSE;
  const SlipRow *row = slip_entity_find (slip_workspace_get_state (workspace),
                                         SLIP_KIND_PERSON, name, NULL);
  slip_workspace_set_person (workspace,
                             row != NULL ? slip_row_get_id (row) : NULL,
                             row != NULL
                               ? slip_row_get_text (row, SLIP_PERSON_NAME)
                               : name);
  self->knows_me = TRUE;
  return TRUE;
}

/* Who I said I am, else the name that the system has for me. */
static SlipIdentity *
dup_me (SlipEditRunner *self)
{
  SlipWorkspace *workspace = slip_window_get_workspace (self->window);
  SlipIdentity *identity = slip_identity_load (
    slip_store_get_plan_id (slip_workspace_get_store (workspace)));
  if (identity != NULL && identity->name != NULL)
    return identity;
  g_clear_pointer (&identity, slip_identity_free);
  g_autofree char *name = slip_identity_dup_system_name ();
  return slip_identity_new (NULL, name);
}

/* Another window on the same plan may have asked. */
static gboolean
find_me (SlipEditRunner *self)
{
  SlipWorkspace *workspace = slip_window_get_workspace (self->window);
  if (self->knows_me || use_environment (self, workspace))
    return TRUE;
  g_autoptr (SlipIdentity) identity = slip_identity_load (
    slip_store_get_plan_id (slip_workspace_get_store (workspace)));
  if (identity == NULL)
    return FALSE;
  slip_workspace_set_person (workspace, identity->person, identity->name);
  self->knows_me = TRUE;
  return TRUE;
}

static gboolean
ask_cb (gpointer data)
{
  SlipEditRunner *self = data;
  if (!self->is_asking)
    return G_SOURCE_REMOVE;
  g_autofree char *system_name = slip_identity_dup_system_name ();
  SlipPersonQuestion question = { .name = system_name, .can_skip = TRUE };
  slip_person_dialog_ask (GTK_WINDOW (self->window),
                          slip_window_get_state (self->window), &question,
                          answered_cb, g_object_ref (self), g_object_unref);
  return G_SOURCE_REMOVE;
}

/* What is undone or redone was done by somebody before: no reason to ask. */
static gboolean
needs_me (const Edit *edit)
{
  return edit->func != NULL || edit->ready != NULL || edit->next != NULL;
}

static void
use_system_name (SlipEditRunner *self)
{
  g_autofree char *name = slip_identity_dup_system_name ();
  slip_workspace_set_person (slip_window_get_workspace (self->window), NULL,
                             name);
}

/* The question waits for the end of a drop: a dialog that comes up before takes
 * from the drag the release of the button. */
static void
ask_or_start (SlipEditRunner *self, Edit *edit)
{
  if (!slip_window_can_write (self->window)) {
    free_edit (edit);
    slip_window_say (self->window, _ ("This plan cannot be written"));
    slip_window_refresh (self->window);
    return;
  }
  g_queue_push_tail (&self->waiting, edit);
  if (self->is_asking)
    return;
  gboolean is_known = find_me (self);
  if (!is_known && !needs_me (edit))
    use_system_name (self);
  if (is_known || !needs_me (edit)) {
    start_waiting (self);
    return;
  }
  self->is_asking = TRUE;
  g_idle_add_full (G_PRIORITY_LOW, ask_cb, g_object_ref (self), g_object_unref);
}

static gboolean
is_what_if (SlipEditRunner *self)
{
  return slip_what_if_mode_get (slip_window_get_what_if (self->window)) != NULL;
}

/* Whatever is no move cannot be tried out. */
static void
ask_outside_what_if (SlipEditRunner *self, Edit *edit)
{
  if (!is_what_if (self)) {
    ask_or_start (self, edit);
    return;
  }
  free_edit (edit);
  slip_what_if_mode_refuse (slip_window_get_what_if (self->window));
}

static void
slip_edit_runner_finalize (GObject *object)
{
  SlipEditRunner *self = SLIP_EDIT_RUNNER (object);
  g_queue_clear_full (&self->waiting, free_edit);
  forget_move (self);
  g_clear_pointer (&self->newcomer, slip_identity_free);
  G_OBJECT_CLASS (slip_edit_runner_parent_class)->finalize (object);
}

static void
slip_edit_runner_class_init (SlipEditRunnerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_edit_runner_finalize;
}

static void
slip_edit_runner_init (SlipEditRunner *self)
{
  g_queue_init (&self->waiting);
}

SlipEditRunner *
slip_edit_runner_new (SlipWindow *window)
{
  SlipEditRunner *self = g_object_new (SLIP_TYPE_EDIT_RUNNER, NULL);
  self->window = window;
  return self;
}

void
slip_edit_runner_reset (SlipEditRunner *self)
{
  g_return_if_fail (SLIP_IS_EDIT_RUNNER (self));

  self->knows_me = FALSE;
  self->is_asking = FALSE;
  self->n_running = 0;
  forget_move (self);
  g_clear_pointer (&self->newcomer, slip_identity_free);
  g_queue_clear_full (&self->waiting, free_edit);
}

void
slip_edit_runner_run (SlipEditRunner *self,
                      SlipIntentFunc func,
                      gpointer data,
                      GDestroyNotify data_free,
                      SlipEditFlags flags)
{
  slip_edit_runner_run_and_tell (self, func, data, data_free, flags, NULL);
}

void
slip_edit_runner_run_and_tell (SlipEditRunner *self,
                               SlipIntentFunc func,
                               gpointer data,
                               GDestroyNotify data_free,
                               SlipEditFlags flags,
                               SlipEndedFunc ended)
{
  g_return_if_fail (SLIP_IS_EDIT_RUNNER (self));
  g_return_if_fail (func != NULL);

  if (is_what_if (self) && !(flags & SLIP_EDIT_WHAT_IF)) {
    slip_what_if_mode_take (slip_window_get_what_if (self->window), func, data,
                            data_free, flags);
    return;
  }
  Edit *edit = new_edit (self, func, data, data_free);
  edit->flags = flags;
  edit->ended = ended;
  ask_or_start (self, edit);
}

void
slip_edit_runner_replace (SlipEditRunner *self,
                          gint64 step,
                          SlipIntentFunc func,
                          gpointer data,
                          GDestroyNotify data_free)
{
  g_return_if_fail (SLIP_IS_EDIT_RUNNER (self));
  g_return_if_fail (func != NULL);

  if (step < 0 && is_what_if (self)) {
    slip_what_if_mode_replace (slip_window_get_what_if (self->window), step,
                               func, data, data_free);
    return;
  }
  Edit *edit = new_edit (self, NULL, NULL, NULL);
  edit->type = SLIP_STEP_UNDO;
  edit->step = step;
  edit->next = new_edit (self, func, data, data_free);
  ask_outside_what_if (self, edit);
}

const SlipStep *
slip_edit_runner_get_move (SlipEditRunner *self,
                           gint64 number,
                           const SlipPlanState **before)
{
  g_return_val_if_fail (SLIP_IS_EDIT_RUNNER (self), NULL);

  if (is_what_if (self))
    return slip_what_if_mode_get_move (slip_window_get_what_if (self->window),
                                       number, before);
  if (self->move == NULL || (number != 0 && self->move->number != number))
    return NULL;
  *before = self->before_move;
  return self->move;
}

void
slip_edit_runner_when_ready (SlipEditRunner *self,
                             SlipReadyFunc func,
                             gpointer data,
                             GDestroyNotify data_free)
{
  g_return_if_fail (SLIP_IS_EDIT_RUNNER (self));
  g_return_if_fail (func != NULL);

  Edit *edit = new_edit (self, NULL, data, data_free);
  edit->ready = func;
  ask_outside_what_if (self, edit);
}

void
slip_edit_runner_turn (SlipEditRunner *self,
                       SlipStepType type,
                       gint64 step,
                       gboolean may_be_older)
{
  g_return_if_fail (SLIP_IS_EDIT_RUNNER (self));
  g_return_if_fail (type != SLIP_STEP_EDIT);

  if (step < 0) {
    slip_what_if_mode_undo_step (slip_window_get_what_if (self->window), step);
    return;
  }
  if (step == 0 && is_what_if (self)) {
    slip_what_if_mode_turn (slip_window_get_what_if (self->window), type);
    return;
  }
  Edit *edit = new_edit (self, NULL, NULL, NULL);
  edit->type = type;
  edit->step = step;
  edit->may_be_older = may_be_older;
  ask_outside_what_if (self, edit);
}

void
slip_edit_runner_turn_next (SlipEditRunner *self, SlipStepType type)
{
  slip_edit_runner_turn (self, type, 0, FALSE);
}

gboolean
slip_edit_runner_is_asking (SlipEditRunner *self)
{
  g_return_val_if_fail (SLIP_IS_EDIT_RUNNER (self), FALSE);
  return self->is_asking;
}

const char *
slip_edit_runner_get_me (SlipEditRunner *self)
{
  g_return_val_if_fail (SLIP_IS_EDIT_RUNNER (self), NULL);

  SlipWorkspace *workspace = slip_window_get_workspace (self->window);
  return workspace != NULL && find_me (self)
           ? slip_workspace_get_person (workspace)
           : NULL;
}

void
slip_edit_runner_ask_who (SlipEditRunner *self)
{
  g_return_if_fail (SLIP_IS_EDIT_RUNNER (self));

  SlipWorkspace *workspace = slip_window_get_workspace (self->window);
  if (workspace == NULL || self->is_asking)
    return;
  g_autoptr (SlipIdentity) me = dup_me (self);
  SlipPersonQuestion question = { .person = me->person, .name = me->name };
  slip_person_dialog_ask (GTK_WINDOW (self->window),
                          slip_window_get_state (self->window), &question,
                          told_cb, g_object_ref (self), g_object_unref);
}
