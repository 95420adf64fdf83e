/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-what-if-mode.h"

#include "slip-compat.h"
#include "slip-draft-file.h"
#include "slip-nudge.h"
#include "slip-plain-text.h"
#include "slip-step-news.h"
#include "slip-what-if-draft.h"

#include <glib/gi18n.h>

/* A move is tried again when what it needs is in memory, but not for ever. */
#define MAX_TRIES 3

/* Long enough to read two lines and to reach for the button. */
#define TIMEOUT_S 8

struct _SlipWhatIfMode {
  GObject parent_instance;

  SlipWindow *window; /* borrowed: owns this */
  SlipWhatIf *what_if;
  SlipWhatIf *offered;     /* the draft of another day */
  SlipWhatIf *thrown_away; /* to be brought back */
  SlipStep *last;          /* the last move, as it was told */
  guint n_keeping;         /* the first so many moves are being written */
  guint n_loading;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipWhatIfMode, slip_what_if_mode, G_TYPE_OBJECT)

/* A move that is wanted. */
typedef struct {
  SlipWhatIfMove *move; /* NULL: nothing is wanted, parts are only loaded */
  SlipEditFlags flags;
  guint replaced; /* the number of the move in whose place it comes, or 0 */
  guint n_tries;
} Wish;

/* One that waits for parts of releases. */
typedef struct {
  SlipWhatIfMode *mode;
  SlipWindow *window;
  Wish wish;
} Wait;

static void
free_wait (Wait *wait)
{
  g_object_unref (wait->mode);
  g_object_unref (wait->window);
  g_clear_pointer (&wait->wish.move, slip_what_if_move_unref);
  g_free (wait);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wait, free_wait)

static void
save_draft (SlipWhatIfMode *self)
{
  SlipWorkspace *workspace = slip_window_get_workspace (self->window);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  if (workspace == NULL)
    return;
  if (self->what_if != NULL && slip_what_if_get_n_moves (self->what_if) > 0)
    text = slip_what_if_draft_print (self->what_if);
  if (!slip_draft_file_save (slip_store_get_plan_id (
                               slip_workspace_get_store (workspace)),
                             text, &error))
    slip_window_say (self->window, error->message);
}

static void
tell_changed (SlipWhatIfMode *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take_toast (SlipWhatIfMode *self, AdwToast *toast, const char *text)
{
  slip_window_take_toast (self->window, toast);
  slip_compat_announce (GTK_WIDGET (self->window), text);
}

static void
say (SlipWhatIfMode *self, const char *text, const char *action)
{
  AdwToast *toast = slip_plain_text_toast_new (text);
  adw_toast_set_timeout (toast, TIMEOUT_S);
  if (action != NULL) {
    adw_toast_set_button_label (toast, _ ("_Undo"));
    adw_toast_set_action_name (toast, action);
  }
  take_toast (self, toast, text);
}

static guint
get_last_number (SlipWhatIfMode *self)
{
  guint n_moves = slip_what_if_get_n_moves (self->what_if);
  return n_moves > 0 ? slip_what_if_get_number (self->what_if, n_moves - 1) : 0;
}

/* The last move as a step, if it applies.  A step of the file has a number
 * above 0, so that of a move is below. */
static SlipStep *
new_last_step (SlipWhatIfMode *self, const SlipPlanState **before)
{
  SlipChangeSet *set = slip_what_if_peek_changes (self->what_if, before);
  if (set == NULL)
    return NULL;
  SlipStep *step =
    slip_step_new (-(gint64) get_last_number (self), SLIP_STEP_EDIT, 0, 0);
  step->set = slip_change_set_ref (set);
  return step;
}

static void load_parts (SlipWhatIfMode *self, Wish wish, GPtrArray *needs);

/* What was wanted is done: shows it and says so. */
static void
tell_move (SlipWhatIfMode *self,
           const SlipWhatIfMove *move,
           SlipEditFlags flags)
{
  SlipPlanPage *page = slip_window_get_page (self->window);
  if (flags & SLIP_EDIT_SELECT)
    slip_plan_page_select (page, slip_what_if_move_get_release (move));
  if (flags & SLIP_EDIT_FOLLOW)
    slip_plan_page_focus_selected (page);
  g_autofree char *what =
    slip_what_if_move_dup_text (move, slip_what_if_get_state (self->what_if),
                                slip_window_get_today (self->window));
  /* Translators: %s is like 'move of Payments 3.9 to Tue 8 December'. */
  g_autofree char *text = g_strdup_printf (_ ("What if: %s"), what);
  const SlipPlanState *before;
  g_autoptr (SlipStep) step = new_last_step (self, &before);
  take_toast (self, slip_step_news_toast_new (step, text), text);
}

static gboolean
grant (SlipWhatIfMode *self, const Wish *wish, GPtrArray *needs, GError **error)
{
  SlipWhatIfMove *move = slip_what_if_move_ref (wish->move);
  return wish->replaced != 0
           ? slip_what_if_replace (self->what_if, move, needs, error)
           : slip_what_if_add (self->what_if, move, needs, error);
}

/* @wish: its move is (transfer full) */
static void
try_move (SlipWhatIfMode *self, Wish wish)
{
  g_autoptr (SlipWhatIfMove) move = wish.move;
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  if (wish.replaced != 0 && wish.replaced != get_last_number (self)) {
    slip_window_say (self->window, _ ("There is no move to adjust"));
    return;
  }
  if (grant (self, &wish, needs, &error)) {
    save_draft (self);
    tell_changed (self);
    tell_move (self, move, wish.flags);
    return;
  }
  if (needs->len > 0 && wish.n_tries < MAX_TRIES) {
    wish.n_tries++;
    wish.move = g_steal_pointer (&move);
    load_parts (self, wish, needs);
    return;
  }
  if (!g_error_matches (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING))
    slip_window_say (self->window, error->message);
  slip_window_refresh (self->window);
}

static void
parts_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Wait) wait = data;
  SlipWhatIfMode *self = wait->mode;
  SlipWorkspace *workspace = SLIP_WORKSPACE (source);
  g_autoptr (GError) error = NULL;
  gboolean is_loaded =
    slip_workspace_load_parts_finish (workspace, result, &error);
  self->n_loading--;
  slip_window_end_work (wait->window);
  if (slip_window_get_workspace (wait->window) != workspace ||
      self->what_if == NULL)
    return;
  if (!is_loaded) {
    slip_window_say (wait->window, error->message);
  } else if (wait->wish.move != NULL) {
    Wish wish = wait->wish;
    wait->wish.move = NULL;
    try_move (self, wish);
  }
}

/* @wish: its move is (transfer full) */
static void
load_parts (SlipWhatIfMode *self, Wish wish, GPtrArray *needs)
{
  Wait *wait = g_new (Wait, 1);
  *wait = (Wait){ g_object_ref (self), g_object_ref (self->window), wish };
  self->n_loading++;
  g_ptr_array_add (needs, NULL);
  slip_window_begin_work (self->window);
  slip_workspace_load_parts_async (slip_window_get_workspace (self->window),
                                   (const char *const *) needs->pdata, NULL,
                                   parts_loaded_cb, wait);
}

/* The moves that wait for parts are made again when these are there. */
static void
load_needs (SlipWhatIfMode *self)
{
  g_autoptr (GPtrArray) needs = slip_what_if_list_needs (self->what_if);
  if (needs->len > 0 && self->n_loading == 0)
    load_parts (self, (Wish){ 0 }, needs);
}

static gboolean
has_begun (SlipStatus status)
{
  return status == SLIP_STATUS_ROLLING_OUT || status == SLIP_STATUS_RELEASED;
}

/* What has begun is a matter of decisions, which are not tried out. */
static gboolean
check_status (const SlipPlanState *state,
              const SlipBoardMove *card,
              GError **error)
{
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, card->release);
  SlipStatus before =
    release != NULL ? slip_release_get_status (release) : card->status;
  if (before == card->status ||
      (!has_begun (before) && !has_begun (card->status)))
    return TRUE;
  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                       _ ("A rollout is not begun or ended in a what-if"));
  return FALSE;
}

/* @card: (transfer full) (nullable) */
static SlipWhatIfMove *
new_card (const SlipPlanState *state, SlipBoardMove *taken, GError **error)
{
  g_autoptr (SlipBoardMove) card = taken;
  if (card == NULL || !check_status (state, card, error))
    return NULL;
  return slip_what_if_move_new_card (state, g_steal_pointer (&card));
}

static void
set_refusal (GError **error)
{
  g_set_error_literal (
    error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
    _ ("A what-if only moves releases: keep it or throw it away to change "
       "anything else"));
}

/* The move that an intent wants, or NULL.  @data is the intent's and stays so.
 */
static SlipWhatIfMove *
new_move (const SlipPlanState *state,
          SlipIntentFunc func,
          gconstpointer data,
          GError **error)
{
  if (func == slip_move_run)
    return slip_what_if_move_new_date (state, slip_move_copy (data));
  if (func == slip_stage_move_run)
    return slip_what_if_move_new_stage (state, slip_stage_move_copy (data));
  if (func == slip_board_move_run)
    return new_card (state, slip_board_move_copy (data), error);
  if (func == slip_card_nudge_run)
    return new_card (state, slip_card_nudge_new_move (data, state, error),
                     error);
  if (func != slip_day_nudge_run) {
    set_refusal (error);
    return NULL;
  }
  SlipMove *move = slip_day_nudge_new_move (data, state, error);
  return move != NULL ? slip_what_if_move_new_date (state, move) : NULL;
}

static void
slip_what_if_mode_finalize (GObject *object)
{
  SlipWhatIfMode *self = SLIP_WHAT_IF_MODE (object);
  g_clear_pointer (&self->what_if, slip_what_if_free);
  g_clear_pointer (&self->offered, slip_what_if_free);
  g_clear_pointer (&self->thrown_away, slip_what_if_free);
  g_clear_pointer (&self->last, slip_step_free);
  G_OBJECT_CLASS (slip_what_if_mode_parent_class)->finalize (object);
}

static void
slip_what_if_mode_class_init (SlipWhatIfModeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_what_if_mode_finalize;
  signals[CHANGED] =
    g_signal_new ("changed", SLIP_TYPE_WHAT_IF_MODE, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
slip_what_if_mode_init (SlipWhatIfMode *self)
{
}

SlipWhatIfMode *
slip_what_if_mode_new (SlipWindow *window)
{
  SlipWhatIfMode *self = g_object_new (SLIP_TYPE_WHAT_IF_MODE, NULL);
  self->window = window;
  return self;
}

SlipWhatIf *
slip_what_if_mode_get (SlipWhatIfMode *self)
{
  g_return_val_if_fail (SLIP_IS_WHAT_IF_MODE (self), NULL);
  return self->what_if;
}

const SlipWhatIf *
slip_what_if_mode_get_offered (SlipWhatIfMode *self)
{
  g_return_val_if_fail (SLIP_IS_WHAT_IF_MODE (self), NULL);
  return self->offered;
}

void
slip_what_if_mode_look_for_draft (SlipWhatIfMode *self)
{
  g_return_if_fail (SLIP_IS_WHAT_IF_MODE (self));

  SlipWorkspace *workspace = slip_window_get_workspace (self->window);
  g_autofree char *text = slip_draft_file_load (
    slip_store_get_plan_id (slip_workspace_get_store (workspace)));
  g_clear_pointer (&self->offered, slip_what_if_free);
  if (text != NULL)
    self->offered =
      slip_what_if_draft_parse (text, slip_workspace_get_state (workspace));
  if (self->offered != NULL)
    tell_changed (self);
}

void
slip_what_if_mode_reset (SlipWhatIfMode *self)
{
  g_return_if_fail (SLIP_IS_WHAT_IF_MODE (self));

  gboolean is_other = self->what_if != NULL || self->offered != NULL;
  g_clear_pointer (&self->what_if, slip_what_if_free);
  g_clear_pointer (&self->offered, slip_what_if_free);
  g_clear_pointer (&self->thrown_away, slip_what_if_free);
  self->n_keeping = 0;
  if (is_other)
    tell_changed (self);
}

void
slip_what_if_mode_start (SlipWhatIfMode *self)
{
  g_return_if_fail (SLIP_IS_WHAT_IF_MODE (self));

  SlipWorkspace *workspace = slip_window_get_workspace (self->window);
  if (self->what_if != NULL || workspace == NULL)
    return;
  const SlipPlanState *state = slip_workspace_get_state (workspace);
  g_clear_pointer (&self->thrown_away, slip_what_if_free);
  self->what_if = self->offered != NULL ? g_steal_pointer (&self->offered)
                                        : slip_what_if_new (state);
  slip_what_if_rebase (self->what_if, state);
  load_needs (self);
  tell_changed (self);
  slip_compat_announce (GTK_WIDGET (self->window),
                        _ ("What if: moves are tried out, nothing is saved"));
}

void
slip_what_if_mode_follow (SlipWhatIfMode *self, const SlipPlanState *state)
{
  g_return_if_fail (SLIP_IS_WHAT_IF_MODE (self));

  if (self->what_if == NULL || state == NULL ||
      slip_what_if_get_base (self->what_if) == state)
    return;
  slip_what_if_rebase (self->what_if, state);
  load_needs (self);
}

/* @data: (transfer full); @replaced: the number of a move, or 0 */
static void
take (SlipWhatIfMode *self,
      guint replaced,
      SlipIntentFunc func,
      gpointer data,
      GDestroyNotify data_free,
      SlipEditFlags flags)
{
  g_autoptr (GError) error = NULL;
  const SlipPlanState *before = slip_what_if_get_state (self->what_if);
  if (replaced != 0)
    slip_what_if_peek_changes (self->what_if, &before);
  SlipWhatIfMove *move = new_move (before, func, data, &error);
  if (data_free != NULL)
    data_free (data);
  if (move != NULL) {
    try_move (self, (Wish){ move, flags, replaced, 0 });
    return;
  }
  if (!g_error_matches (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING))
    slip_window_say (self->window, error->message);
  slip_window_refresh (self->window);
}

void
slip_what_if_mode_take (SlipWhatIfMode *self,
                        SlipIntentFunc func,
                        gpointer data,
                        GDestroyNotify data_free,
                        SlipEditFlags flags)
{
  g_return_if_fail (SLIP_IS_WHAT_IF_MODE (self));
  g_return_if_fail (self->what_if != NULL);

  take (self, 0, func, data, data_free, flags);
}

void
slip_what_if_mode_replace (SlipWhatIfMode *self,
                           gint64 step,
                           SlipIntentFunc func,
                           gpointer data,
                           GDestroyNotify data_free)
{
  g_return_if_fail (SLIP_IS_WHAT_IF_MODE (self));
  g_return_if_fail (self->what_if != NULL);

  take (self, (guint) -step, func, data, data_free, SLIP_EDIT_DEFAULT);
}

const SlipStep *
slip_what_if_mode_get_move (SlipWhatIfMode *self,
                            gint64 step,
                            const SlipPlanState **before)
{
  g_return_val_if_fail (SLIP_IS_WHAT_IF_MODE (self), NULL);
  g_return_val_if_fail (self->what_if != NULL, NULL);

  g_clear_pointer (&self->last, slip_step_free);
  self->last = new_last_step (self, before);
  if (self->last == NULL || self->last->set->verb != SLIP_VERB_MOVE ||
      (step != 0 && self->last->number != step))
    return NULL;
  return self->last;
}

void
slip_what_if_mode_refuse (SlipWhatIfMode *self)
{
  g_return_if_fail (SLIP_IS_WHAT_IF_MODE (self));

  g_autoptr (GError) error = NULL;
  set_refusal (&error);
  slip_window_say (self->window, error->message);
  slip_window_refresh (self->window);
}

void
slip_what_if_mode_turn (SlipWhatIfMode *self, SlipStepType type)
{
  g_return_if_fail (SLIP_IS_WHAT_IF_MODE (self));

  if (self->what_if == NULL)
    return;
  const SlipWhatIfMove *move = type == SLIP_STEP_UNDO
                                 ? slip_what_if_peek_undo (self->what_if)
                                 : slip_what_if_peek_redo (self->what_if);
  if (move == NULL)
    return;
  if (type == SLIP_STEP_UNDO)
    slip_what_if_undo (self->what_if);
  else
    slip_what_if_redo (self->what_if);
  save_draft (self);
  tell_changed (self);
  g_autofree char *what =
    slip_what_if_move_dup_text (move, slip_what_if_get_state (self->what_if),
                                slip_window_get_today (self->window));
  g_autofree char *text =
    g_strdup_printf (type == SLIP_STEP_UNDO ? _ ("Undone: %s")
                                            : _ ("Redone: %s"),
                     what);
  say (self, text, NULL);
}

void
slip_what_if_mode_undo_step (SlipWhatIfMode *self, gint64 step)
{
  g_return_if_fail (SLIP_IS_WHAT_IF_MODE (self));

  guint n_moves =
    self->what_if != NULL ? slip_what_if_get_n_moves (self->what_if) : 0;
  if (n_moves > 0 && (gint64) get_last_number (self) == -step) {
    slip_what_if_mode_turn (self, SLIP_STEP_UNDO);
    return;
  }
  for (guint i = 0; i < n_moves; i++)
    if ((gint64) slip_what_if_get_number (self->what_if, i) == -step) {
      slip_what_if_mode_drop (self, i);
      return;
    }
}

void
slip_what_if_mode_drop (SlipWhatIfMode *self, guint i)
{
  g_return_if_fail (SLIP_IS_WHAT_IF_MODE (self));

  if (self->what_if == NULL || i >= slip_what_if_get_n_moves (self->what_if))
    return;
  slip_what_if_drop (self->what_if, i);
  save_draft (self);
  tell_changed (self);
}

void
slip_what_if_mode_insist (SlipWhatIfMode *self, guint i)
{
  g_return_if_fail (SLIP_IS_WHAT_IF_MODE (self));

  if (self->what_if == NULL || i >= slip_what_if_get_n_moves (self->what_if))
    return;
  slip_what_if_insist (self->what_if, i);
  save_draft (self);
  tell_changed (self);
}

void
slip_what_if_mode_keep (SlipWhatIfMode *self)
{
  g_return_if_fail (SLIP_IS_WHAT_IF_MODE (self));

  if (self->what_if == NULL || slip_what_if_get_n_applied (self->what_if) == 0)
    return;
  self->n_keeping = slip_what_if_get_n_moves (self->what_if);
  slip_edit_runner_run (slip_window_get_runner (self->window),
                        slip_what_if_keep,
                        slip_what_if_dup_moves (self->what_if),
                        (GDestroyNotify) g_ptr_array_unref, SLIP_EDIT_WHAT_IF);
}

/* Whether a later one of the moves kept is about the same. */
static gboolean
is_followed (SlipWhatIfMode *self, guint i)
{
  const SlipWhatIfMove *move = slip_what_if_get_move (self->what_if, i);
  for (guint k = i + 1; k < self->n_keeping; k++) {
    const SlipWhatIfMove *other = slip_what_if_get_move (self->what_if, k);
    if (slip_what_if_move_is_alike (other, move))
      return TRUE;
  }
  return FALSE;
}

static char *
dup_left_out (SlipWhatIfMode *self)
{
  const SlipPlanState *state = slip_what_if_get_base (self->what_if);
  g_autofree char *reason = NULL;
  guint n = 0;
  for (guint i = 0; i < self->n_keeping; i++) {
    const SlipWhatIfMove *move = slip_what_if_get_move (self->what_if, i);
    if (is_followed (self, i) || slip_what_if_move_is_made (move, state))
      continue;
    if (n++ == 0)
      reason =
        slip_what_if_move_dup_reason (move, SLIP_WHAT_IF_CHANGED, state,
                                      slip_window_get_today (self->window));
  }
  if (n == 0)
    return NULL;
  return g_strdup_printf (
    /* Translators: how many moves, and why the first. */
    ngettext ("%u move was left out: %s", "%u moves were left out: %s", n), n,
    reason);
}

char *
slip_what_if_mode_end_keep (SlipWhatIfMode *self)
{
  g_return_val_if_fail (SLIP_IS_WHAT_IF_MODE (self), NULL);

  if (self->what_if == NULL)
    return NULL;
  self->n_keeping =
    MIN (self->n_keeping, slip_what_if_get_n_moves (self->what_if));
  char *left_out = dup_left_out (self);
  for (; self->n_keeping > 0; self->n_keeping--)
    slip_what_if_drop (self->what_if, 0);
  if (slip_what_if_get_n_moves (self->what_if) == 0)
    g_clear_pointer (&self->what_if, slip_what_if_free);
  save_draft (self);
  tell_changed (self);
  return left_out;
}

void
slip_what_if_mode_throw_away (SlipWhatIfMode *self)
{
  g_return_if_fail (SLIP_IS_WHAT_IF_MODE (self));

  SlipWhatIf *what_if = self->what_if != NULL
                          ? g_steal_pointer (&self->what_if)
                          : g_steal_pointer (&self->offered);
  if (what_if == NULL)
    return;
  guint n_moves = slip_what_if_get_n_moves (what_if);
  g_clear_pointer (&self->thrown_away, slip_what_if_free);
  self->thrown_away = what_if;
  self->n_keeping = 0;
  save_draft (self);
  tell_changed (self);
  if (n_moves == 0)
    return;
  g_autofree char *text =
    g_strdup_printf (ngettext ("What-if with %u move thrown away",
                               "What-if with %u moves thrown away", n_moves),
                     n_moves);
  say (self, text, "win.bring-back-what-if");
}

gboolean
slip_what_if_mode_can_bring_back (SlipWhatIfMode *self)
{
  g_return_val_if_fail (SLIP_IS_WHAT_IF_MODE (self), FALSE);
  return self->what_if == NULL && self->thrown_away != NULL;
}

void
slip_what_if_mode_bring_back (SlipWhatIfMode *self)
{
  g_return_if_fail (SLIP_IS_WHAT_IF_MODE (self));

  SlipWorkspace *workspace = slip_window_get_workspace (self->window);
  if (!slip_what_if_mode_can_bring_back (self) || workspace == NULL)
    return;
  self->what_if = g_steal_pointer (&self->thrown_away);
  slip_what_if_rebase (self->what_if, slip_workspace_get_state (workspace));
  load_needs (self);
  save_draft (self);
  tell_changed (self);
}
