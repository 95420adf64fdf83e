/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-decision-dialog.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-compat.h"
#include "slip-condition-list.h"
#include "slip-control-name.h"
#include "slip-date-entry.h"
#include "slip-deciding-text.h"
#include "slip-deciding.h"
#include "slip-decision-parts.h"
#include "slip-entity-choice.h"
#include "slip-gate-freeze.h"
#include "slip-gate-list.h"
#include "slip-release.h"
#include "slip-rollout.h"
#include "slip-stage.h"

#include <glib/gi18n-lib.h>

#define WIDTH_PX  520
#define HEIGHT_PX 680

struct _SlipDecisionDialog {
  AdwWindow parent_instance;

  SlipPlanState *state;
  SlipMoment moment;
  char *release;
  char *asked_stage; /* (nullable) */
  SlipDecisionType asked_type;
  SlipDecisionType type;
  char *stage;  /* (nullable): what it is about now */
  char *me;     /* (nullable) */
  char *freeze; /* (nullable): the hard one that forbids to start */
  gboolean needs_reason;
  GPtrArray *backs; /* SlipRow: where a roll back may go, after nobody */
  gboolean is_showing_backs;
  gboolean is_back_chosen; /* by the person, not as is usual */
  gboolean is_recording;

  GtkAdjustment *scroll;
  GtkWidget *content;
  GtkWidget *back;
  GtkLabel *refusal;
  GtkLabel *title;
  GtkLabel *intro;
  SlipGateList *gate;
  GtkWidget *freeze_box;
  GtkLabel *freeze_label;
  GtkLabel *reason_label;
  GtkTextView *reason;
  GtkTextView *opinions;
  SlipEntityChoice *person;
  GtkWidget *to_row;
  GtkDropDown *to;
  GtkWidget *review_row;
  SlipDateEntry *review;
  SlipConditionList *conditions;
  GtkWidget *others;
  GtkWidget *no_go;
  GtkWidget *hold;
  GtkWidget *resume;
  GtkWidget *roll_back;
  GtkWidget *decide;
};

G_DEFINE_FINAL_TYPE (SlipDecisionDialog, slip_decision_dialog, ADW_TYPE_WINDOW)

static char *
dup_text_of (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start;
  GtkTextIter end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  return g_strstrip (g_steal_pointer (&text));
}

static gboolean
has_reason (SlipDecisionDialog *self)
{
  g_autofree char *text = dup_text_of (self->reason);

  return *text != '\0';
}

static gboolean
starts (SlipDecisionDialog *self)
{
  return slip_decision_type_starts (self->type);
}

static const char *
find_verb (SlipDecisionDialog *self)
{
  switch (self->type) {
  case SLIP_DECISION_NO_GO:
    return _ ("_No-Go");
  case SLIP_DECISION_HOLD:
    return _ ("_Hold");
  case SLIP_DECISION_RESUME:
    return _ ("_Resume");
  case SLIP_DECISION_ROLL_BACK:
    return _ ("_Roll Back");
  case SLIP_DECISION_GO:
  case SLIP_DECISION_CONDITIONAL_GO:
  case SLIP_DECISION_EXCEPTION:
  case SLIP_DECISION_WITHDRAWN:
  case SLIP_DECISION_RESTORED:
  case SLIP_N_DECISIONS:
    break;
  }

  if (slip_condition_list_get_length (self->conditions) > 0)
    return _ ("_Go With Conditions");
  return self->needs_reason ? _ ("_Go Anyway") : _ ("_Go");
}

static const char *
find_reason_label (SlipDecisionDialog *self)
{
  if (!self->needs_reason)
    return _ ("Reason");
  return starts (self) ? _ ("Reason (required to go with an open line)")
                       : _ ("Reason (required)");
}

gboolean
slip_decision_dialog_can_decide (SlipDecisionDialog *self)
{
  g_return_val_if_fail (SLIP_IS_DECISION_DIALOG (self), FALSE);

  return self->stage && (!self->needs_reason || has_reason (self)) &&
         (!starts (self) || (!self->freeze && slip_condition_list_is_complete (
                                                self->conditions)));
}

/* What hangs on what was typed. */
static void
update_button (SlipDecisionDialog *self)
{
  const char *label = find_reason_label (self);

  gtk_button_set_label (GTK_BUTTON (self->decide), find_verb (self));
  gtk_label_set_text (self->reason_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reason),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (self->decide,
                            slip_decision_dialog_can_decide (self));
  if (self->type == SLIP_DECISION_ROLL_BACK ||
      self->type == SLIP_DECISION_NO_GO) {
    gtk_widget_remove_css_class (self->decide, "suggested-action");
    gtk_widget_add_css_class (self->decide, "destructive-action");
  } else {
    gtk_widget_remove_css_class (self->decide, "destructive-action");
    gtk_widget_add_css_class (self->decide, "suggested-action");
  }
}

/* The hard freeze that forbids to start, if any. */
static void
show_freeze (SlipDecisionDialog *self)
{
  const SlipRow *stage =
    slip_plan_state_get (self->state, SLIP_KIND_STAGE, self->stage);
  g_autoptr (GArray) freezes = NULL;
  g_autofree char *text = NULL;

  g_clear_pointer (&self->freeze, g_free);
  if (stage && starts (self))
    freezes = slip_gate_freeze_list (self->state, stage, self->moment.today);
  for (guint i = 0; freezes && i < freezes->len && !self->freeze; i++) {
    const SlipGateFreeze *freeze = &g_array_index (freezes, SlipGateFreeze, i);
    const char *name = slip_row_get_text (freeze->freeze, SLIP_FREEZE_NAME);

    if (!slip_gate_freeze_forbids (freeze))
      continue;
    self->freeze = g_strdup (slip_row_get_id (freeze->freeze));
    /* Translators: a freeze. */
    text = g_strdup_printf (_ ("“%s” is a hard freeze: to start in it needs an "
                               "exception."),
                            name ? name : "");
  }
  gtk_label_set_text (self->freeze_label, text ? text : "");
  gtk_widget_set_visible (self->freeze_box, self->freeze != NULL);
}

/* The stage that is chosen to go back to; %NULL for nobody. */
static const SlipRow *
get_back (SlipDecisionDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->to);

  return selected > 0 && selected <= self->backs->len
           ? self->backs->pdata[selected - 1]
           : NULL;
}

/* The place of what the person chose, as long as it is there; else of the stage
 * just before. */
static guint
find_back (SlipDecisionDialog *self, const char *chosen)
{
  for (guint i = 0; self->is_back_chosen && i < self->backs->len; i++)
    if (g_strcmp0 (slip_row_get_id (self->backs->pdata[i]), chosen) == 0)
      return i + 1;

  return self->is_back_chosen && !chosen ? 0 : self->backs->len;
}

/* Where a roll back may go: to what has begun before, or to nobody. */
static void
show_backs (SlipDecisionDialog *self)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (self->state, self->release);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const SlipRow *back = get_back (self);
  g_autofree char *chosen = back ? g_strdup (slip_row_get_id (back)) : NULL;

  g_ptr_array_set_size (self->backs, 0);
  gtk_string_list_append (names, _ ("To nobody"));
  for (guint i = 0; i < stages->len; i++) {
    const SlipRow *stage = stages->pdata[i];
    g_autofree char *name = slip_stage_dup_title (stage);

    if (g_strcmp0 (slip_row_get_id (stage), self->stage) == 0)
      break;
    if (!slip_stage_has_begun (stage))
      continue;
    g_ptr_array_add (self->backs, slip_row_ref (stage));
    gtk_string_list_append (names, name);
  }
  self->is_showing_backs = TRUE;
  gtk_drop_down_set_model (self->to, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->to, find_back (self, chosen));
  self->is_showing_backs = FALSE;
}

static void
back_selected_cb (SlipDecisionDialog *self)
{
  if (!self->is_showing_backs)
    self->is_back_chosen = TRUE;
}

static void
show_rows (SlipDecisionDialog *self)
{
  const SlipRow *current =
    slip_rollout_get_current (self->state, self->release);
  gboolean is_held =
    current && slip_stage_get_state (current) == SLIP_STAGE_STATE_HELD;

  gtk_widget_set_visible (self->back, self->type != self->asked_type);
  gtk_widget_set_visible (self->to_row, self->type == SLIP_DECISION_ROLL_BACK);
  gtk_widget_set_visible (self->review_row, self->type == SLIP_DECISION_NO_GO ||
                                              self->type == SLIP_DECISION_HOLD);
  gtk_widget_set_visible (GTK_WIDGET (self->conditions), starts (self));
  gtk_widget_set_visible (self->others, starts (self));
  gtk_widget_set_visible (self->hold, current && !is_held);
  gtk_widget_set_visible (self->resume, is_held);
  gtk_widget_set_visible (self->roll_back, current != NULL);
}

static void
find_stage (SlipDecisionDialog *self)
{
  const SlipRow *row = NULL;

  if (self->asked_stage && self->type == self->asked_type)
    row = slip_plan_state_get (self->state, SLIP_KIND_STAGE, self->asked_stage);
  if (!row)
    row = slip_deciding_find_stage (self->state, self->release, self->type);
  g_free (self->stage);
  self->stage = row ? g_strdup (slip_row_get_id (row)) : NULL;
}

static void
show_gate (SlipDecisionDialog *self)
{
  const SlipRow *next = slip_rollout_get_next (self->state, self->release);
  const char *guarded = next ? slip_row_get_id (next) : NULL;
  g_autoptr (SlipGate) gate = NULL;
  gboolean is_shown;

  if (self->stage && (starts (self) || self->type == SLIP_DECISION_NO_GO))
    guarded = self->stage;
  if (guarded)
    gate = slip_gate_evaluate (self->state, guarded, self->moment);
  if (gate)
    slip_gate_list_set_gate (self->gate, gate);
  /* To go back, nothing has to be met. */
  is_shown = gate && self->type != SLIP_DECISION_ROLL_BACK;
  gtk_widget_set_visible (GTK_WIDGET (self->gate), is_shown);
  gtk_widget_set_visible (GTK_WIDGET (self->intro),
                          is_shown || !self->stage || !next);
  self->needs_reason = slip_deciding_needs_reason (self->type, gate);
}

static void
show_all (SlipDecisionDialog *self)
{
  g_autofree char *title = NULL;
  g_autofree char *intro = NULL;

  find_stage (self);
  title = slip_deciding_dup_question (self->state, self->release, self->stage,
                                      self->type);
  intro = slip_deciding_dup_intro (self->state, self->release, self->stage,
                                   self->type);
  gtk_label_set_text (self->title, title);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_label_set_text (self->intro, intro);
  show_gate (self);
  show_freeze (self);
  show_backs (self);
  show_rows (self);
  update_button (self);
}

void
slip_decision_dialog_set_type (SlipDecisionDialog *self, SlipDecisionType type)
{
  g_return_if_fail (SLIP_IS_DECISION_DIALOG (self));

  self->type = type;
  if (self->state)
    show_all (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  /* What is asked now is said at the top. */
  gtk_adjustment_set_value (self->scroll, 0);
}

static void
type_clicked_cb (GtkButton *button, SlipDecisionDialog *self)
{
  slip_decision_dialog_set_type (self,
                                 (SlipDecisionType) GPOINTER_TO_INT (
                                   g_object_get_data (G_OBJECT (button),
                                                      "slip-decision-type")));
}

static void
back_clicked_cb (SlipDecisionDialog *self)
{
  slip_decision_dialog_set_type (self, self->asked_type);
}

static void
exception_clicked_cb (SlipDecisionDialog *self)
{
  if (self->freeze && self->stage)
    slip_ask (GTK_WIDGET (self), SLIP_ACTION_ASK_EXCEPTION,
              g_variant_new ("(sss)", self->release, self->stage,
                             self->freeze));
}

static const char *
get_to_stage (SlipDecisionDialog *self)
{
  const SlipRow *back =
    self->type == SLIP_DECISION_ROLL_BACK ? get_back (self) : NULL;

  return back ? slip_row_get_id (back) : "";
}

static SlipDecisionType
find_type (SlipDecisionDialog *self)
{
  return starts (self) && slip_condition_list_get_length (self->conditions) > 0
           ? SLIP_DECISION_CONDITIONAL_GO
           : self->type;
}

void
slip_decision_dialog_decide (SlipDecisionDialog *self)
{
  const char *person;
  g_autofree char *reason = NULL;
  g_autofree char *opinions = NULL;
  g_autofree char *review = NULL;

  g_return_if_fail (SLIP_IS_DECISION_DIALOG (self));

  if (self->is_recording || !slip_decision_dialog_can_decide (self))
    return;
  if (gtk_widget_get_visible (self->review_row)) {
    if (!slip_date_entry_commit (self->review)) {
      gtk_widget_grab_focus (GTK_WIDGET (self->review));
      return;
    }
    review =
      slip_date_to_text (slip_date_entry_get_planned (self->review).date);
  }
  person = slip_entity_choice_get_id (self->person);
  reason = dup_text_of (self->reason);
  opinions = dup_text_of (self->opinions);
  slip_ask (GTK_WIDGET (self), SLIP_ACTION_RECORD_DECISION,
            g_variant_new (
              "(ssssssss@a(sss))",
              slip_decision_type_get_nick (find_type (self)), self->release,
              self->stage, get_to_stage (self), person ? person : "", opinions,
              reason, review ? review : "",
              starts (self)
                ? slip_condition_list_new_conditions (self->conditions)
                : g_variant_new_array (G_VARIANT_TYPE ("(sss)"), NULL, 0)));
}

static void
set_recording (SlipDecisionDialog *self, gboolean is_recording)
{
  self->is_recording = is_recording;
  gtk_widget_set_sensitive (self->content, !is_recording);
  gtk_widget_set_sensitive (GTK_WIDGET (self->reason), !is_recording);
  gtk_widget_set_sensitive (self->others, !is_recording);
  gtk_widget_set_sensitive (self->back, !is_recording);
  gtk_widget_set_sensitive (self->decide,
                            !is_recording &&
                              slip_decision_dialog_can_decide (self));
}

void
slip_decision_dialog_start_recording (SlipDecisionDialog *self)
{
  g_return_if_fail (SLIP_IS_DECISION_DIALOG (self));

  gtk_widget_set_visible (GTK_WIDGET (self->refusal), FALSE);
  set_recording (self, TRUE);
}

gboolean
slip_decision_dialog_is_recording (SlipDecisionDialog *self)
{
  g_return_val_if_fail (SLIP_IS_DECISION_DIALOG (self), FALSE);

  return self->is_recording;
}

void
slip_decision_dialog_stop_recording (SlipDecisionDialog *self,
                                     const char *refusal)
{
  g_return_if_fail (SLIP_IS_DECISION_DIALOG (self));

  set_recording (self, FALSE);
  gtk_label_set_text (self->refusal, refusal ? refusal : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), refusal != NULL);
  if (refusal)
    slip_compat_announce (GTK_WIDGET (self), refusal);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static GtkWidget *
new_freeze_box (SlipDecisionDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *label = slip_decision_part_new_label ("", "conflict-text");
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Exception…"));

  self->freeze_box = box;
  self->freeze_label = GTK_LABEL (label);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_name (button, "ask-exception");
  gtk_widget_add_css_class (box, "conflict");
  gtk_widget_add_css_class (box, "hard");
  g_signal_connect_swapped (button, "clicked",
                            G_CALLBACK (exception_clicked_cb), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  return box;
}

static GtkWidget *
new_to_row (SlipDecisionDialog *self)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  self->to = GTK_DROP_DOWN (choice);
  gtk_widget_set_name (choice, "to-stage");
  g_signal_connect_object (choice, "notify::selected",
                           G_CALLBACK (back_selected_cb), self,
                           G_CONNECT_SWAPPED);
  slip_control_name_set (choice, _ ("Back to"));
  self->to_row = slip_decision_part_new_field (_ ("Back to"), choice);
  return self->to_row;
}

static GtkWidget *
new_review_row (SlipDecisionDialog *self)
{
  GtkWidget *entry = slip_date_entry_new (FALSE);

  self->review = SLIP_DATE_ENTRY (entry);
  slip_date_entry_set_label (self->review, _ ("Look again on"));
  gtk_widget_set_name (entry, "review-day");
  self->review_row = slip_decision_part_new_field (_ ("Look again on"), entry);
  return self->review_row;
}

static GtkWidget *
new_person_row (SlipDecisionDialog *self)
{
  GtkWidget *choice =
    slip_entity_choice_new (SLIP_KIND_PERSON, _ ("You"), NULL);

  self->person = SLIP_ENTITY_CHOICE (choice);
  slip_entity_choice_set_label (self->person, _ ("Who decides"));
  gtk_widget_set_name (choice, "decided-by");
  return slip_decision_part_new_field (_ ("Who decides"), choice);
}

static GtkWidget *
new_details (SlipDecisionDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *opinions =
    slip_decision_part_new_text (&self->opinions, "opinions");
  const char *label = _ ("Who else was asked, and what they said, a line each");

  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), new_to_row (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             new_review_row (self));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             new_person_row (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->opinions),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             slip_decision_part_new_field (label, opinions));
  return group;
}

static GtkWidget *
new_content (SlipDecisionDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = slip_decision_part_new_label ("", "title-2");
  GtkWidget *intro = slip_decision_part_new_label ("", "dim-label");

  self->title = GTK_LABEL (title);
  self->intro = GTK_LABEL (intro);
  self->gate = SLIP_GATE_LIST (slip_gate_list_new ());
  self->conditions = SLIP_CONDITION_LIST (slip_condition_list_new ());
  gtk_widget_set_name (title, "decision-title");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), intro);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->gate));
  gtk_box_append (GTK_BOX (box), new_freeze_box (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->conditions));
  gtk_box_append (GTK_BOX (box), new_details (self));
  gtk_widget_add_css_class (box, "decision");
  return box;
}

static GtkWidget *
new_type_button (SlipDecisionDialog *self,
                 const char *label,
                 const char *name,
                 SlipDecisionType type)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_name (button, name);
  g_object_set_data (G_OBJECT (button), "slip-decision-type",
                     GINT_TO_POINTER (type));
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect (button, "clicked", G_CALLBACK (type_clicked_cb), self);
  gtk_box_append (GTK_BOX (self->others), button);
  return button;
}

static GtkWidget *
new_refusal (SlipDecisionDialog *self)
{
  GtkWidget *label = slip_decision_part_new_label ("", "conflict");

  self->refusal = GTK_LABEL (label);
  gtk_widget_set_name (label, "refusal");
  gtk_widget_add_css_class (label, "hard");
  gtk_widget_set_visible (label, FALSE);
  return label;
}

/* Stands above the buttons and not in what scrolls: however much is in the way,
 * it has the focus from the beginning, and without it there may be no going. */
static GtkWidget *
new_reason (SlipDecisionDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = slip_decision_part_new_label ("", "field-label");

  self->reason_label = GTK_LABEL (label);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box),
                  slip_decision_part_new_text (&self->reason, "reason"));
  g_signal_connect_object (gtk_text_view_get_buffer (self->reason), "changed",
                           G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
  return box;
}

static GtkWidget *
new_buttons (SlipDecisionDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *last = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_ ("_Cancel"));

  self->others = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->no_go =
    new_type_button (self, _ ("_No-Go…"), "no-go", SLIP_DECISION_NO_GO);
  self->hold = new_type_button (self, _ ("_Hold…"), "hold", SLIP_DECISION_HOLD);
  self->resume =
    new_type_button (self, _ ("_Resume…"), "resume", SLIP_DECISION_RESUME);
  self->roll_back = new_type_button (self, _ ("Roll _Back…"), "roll-back",
                                     SLIP_DECISION_ROLL_BACK);
  self->decide = gtk_button_new_with_mnemonic ("");
  gtk_widget_set_name (self->decide, "decide");
  gtk_widget_set_name (cancel, "cancel");
  gtk_widget_set_hexpand (self->decide, TRUE);
  gtk_widget_set_halign (self->decide, GTK_ALIGN_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  g_signal_connect_swapped (self->decide, "clicked",
                            G_CALLBACK (slip_decision_dialog_decide), self);
  gtk_box_append (GTK_BOX (last), cancel);
  gtk_box_append (GTK_BOX (last), self->decide);
  gtk_box_append (GTK_BOX (box), new_refusal (self));
  gtk_box_append (GTK_BOX (box), new_reason (self));
  gtk_box_append (GTK_BOX (box), self->others);
  gtk_box_append (GTK_BOX (box), last);
  gtk_widget_add_css_class (box, "decision-buttons");
  return box;
}

static GtkWidget *
new_header (SlipDecisionDialog *self)
{
  GtkWidget *header = adw_header_bar_new ();
  const char *label = _ ("Back to Going Wider");

  self->back = gtk_button_new_from_icon_name ("go-previous-symbolic");
  gtk_widget_set_tooltip_text (self->back, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->back),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (self->back, "clicked", G_CALLBACK (back_clicked_cb),
                            self);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), self->back);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_ ("Decision"), ""));
  gtk_widget_add_css_class (header, "flat");
  return header;
}

static void
slip_decision_dialog_finalize (GObject *object)
{
  SlipDecisionDialog *self = SLIP_DECISION_DIALOG (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self->release);
  g_free (self->asked_stage);
  g_free (self->stage);
  g_free (self->me);
  g_free (self->freeze);
  g_ptr_array_unref (self->backs);

  G_OBJECT_CLASS (slip_decision_dialog_parent_class)->finalize (object);
}

static void
slip_decision_dialog_class_init (SlipDecisionDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_decision_dialog_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape,
                                       0, "window.close", NULL);
}

static void
slip_decision_dialog_init (SlipDecisionDialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *buttons = new_buttons (self);

  self->backs =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);
  gtk_widget_set_name (GTK_WIDGET (self), "decision-dialog");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  self->content = new_content (self);
  self->scroll =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->content);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), new_header (self));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), buttons);
  adw_window_set_content (ADW_WINDOW (self), box);
  g_signal_connect_object (self->conditions, "changed",
                           G_CALLBACK (update_button), self, G_CONNECT_SWAPPED);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH_PX, HEIGHT_PX);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (self), TRUE);
}

GtkWidget *
slip_decision_dialog_new (const char *release,
                          const char *stage,
                          SlipDecisionType type,
                          const char *me)
{
  SlipDecisionDialog *self = g_object_new (SLIP_TYPE_DECISION_DIALOG, NULL);

  self->release = g_strdup (release);
  self->asked_stage = g_strdup (stage);
  self->type = type;
  self->asked_type = type;
  self->me = g_strdup (me);
  gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  return GTK_WIDGET (self);
}

void
slip_decision_dialog_set_plan (SlipDecisionDialog *self,
                               const SlipPlanState *state,
                               SlipMoment moment)
{
  gboolean is_first;
  SlipPlanState *before;
  const SlipRow *release;

  g_return_if_fail (SLIP_IS_DECISION_DIALOG (self));

  release = state
              ? slip_plan_state_get (state, SLIP_KIND_RELEASE, self->release)
              : NULL;
  if (!release || slip_release_is_deleted (release)) {
    gtk_window_close (GTK_WINDOW (self));
    return;
  }
  if (self->is_recording)
    return;
  is_first = !self->state;
  before = self->state;
  self->state = slip_plan_state_ref (state);
  g_clear_pointer (&before, slip_plan_state_unref);
  self->moment = moment;
  slip_condition_list_set_release (self->conditions, state, self->release,
                                   moment.today);
  slip_entity_choice_set_plan (self->person, state,
                               is_first
                                 ? self->me
                                 : slip_entity_choice_get_id (self->person));
  if (is_first)
    slip_date_entry_set_planned (self->review, SLIP_UNSCHEDULED, moment.today);
  show_all (self);
}

void
slip_decision_dialog_type_reason (SlipDecisionDialog *self, const char *text)
{
  g_return_if_fail (SLIP_IS_DECISION_DIALOG (self));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->reason), text, -1);
}

const char *
slip_decision_dialog_get_verb (SlipDecisionDialog *self)
{
  g_return_val_if_fail (SLIP_IS_DECISION_DIALOG (self), NULL);

  return gtk_button_get_label (GTK_BUTTON (self->decide));
}
