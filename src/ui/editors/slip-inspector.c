/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-inspector.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-color-dot.h"
#include "slip-conflict-line.h"
#include "slip-control-name.h"
#include "slip-date-row.h"
#include "slip-decision-ledger.h"
#include "slip-dependency-list.h"
#include "slip-feed-values.h"
#include "slip-field.h"
#include "slip-flag-list.h"
#include "slip-focus-later.h"
#include "slip-gap.h"
#include "slip-history-list.h"
#include "slip-ledger-list.h"
#include "slip-limits.h"
#include "slip-link-list.h"
#include "slip-readiness-list.h"
#include "slip-readiness-text.h"
#include "slip-rollout-section.h"
#include "slip-stage-strip.h"
#include "slip-template-row.h"

#include <glib/gi18n-lib.h>

#define N_FIELDS 14

struct _SlipInspector {
  GtkWidget parent_instance;

  SlipPlanState *state;
  SlipDate today;
  SlipMoment moment;
  char *release;
  gboolean is_filling;

  SlipField *fields[N_FIELDS];
  SlipDateRow *date_rows[SLIP_N_ANCHORS];
  SlipTemplateRow *template_row;

  GtkStack *stack;
  GtkWidget *scroller;
  GtkWidget *content;
  SlipColorDot *dot;
  GtkLabel *product;
  GtkDropDown *status;
  GtkLabel *title;
  GtkLabel *line;
  GtkBox *conflicts;
  SlipReadinessList *readiness;
  SlipFeedValues *feed_values;
  SlipLedgerList *ledger;
  SlipDecisionLedger *decisions;
  AdwPreferencesGroup *dates;
  AdwPreferencesGroup *owners;
  AdwPreferencesGroup *overview;
  AdwPreferencesGroup *note;
  AdwPreferencesGroup *rollback;
  SlipRolloutSection *rollout;
  SlipStageStrip *strip;
  SlipFlagList *flags;
  SlipDependencyList *dependencies;
  SlipLinkList *links;
  SlipHistoryList *history;
};

G_DEFINE_FINAL_TYPE (SlipInspector, slip_inspector, GTK_TYPE_WIDGET)

enum {
  HISTORY_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* The fields, the section each is in, and their order. */
typedef enum {
  SECTION_OWNERS,
  SECTION_OVERVIEW,
  SECTION_NOTE,
  SECTION_ROLLBACK,
} Section;

static const struct {
  SlipReleaseProperty property;
  SlipFieldForm form;
  Section section;
} field_table[N_FIELDS] = {
  { SLIP_RELEASE_OWNER, SLIP_FIELD_OPTIONAL, SECTION_OWNERS },
  { SLIP_RELEASE_MARKET_OWNER, SLIP_FIELD_OPTIONAL, SECTION_OWNERS },
  { SLIP_RELEASE_NAME, SLIP_FIELD_PLAIN, SECTION_OVERVIEW },
  { SLIP_RELEASE_VERSION, SLIP_FIELD_PLAIN, SECTION_OVERVIEW },
  { SLIP_RELEASE_PRODUCT, SLIP_FIELD_PLAIN, SECTION_OVERVIEW },
  { SLIP_RELEASE_TIER, SLIP_FIELD_PLAIN, SECTION_OVERVIEW },
  { SLIP_RELEASE_SUMMARY, SLIP_FIELD_LONG, SECTION_OVERVIEW },
  { SLIP_RELEASE_CHANGES, SLIP_FIELD_LONG, SECTION_NOTE },
  { SLIP_RELEASE_AFFECTED, SLIP_FIELD_LONG, SECTION_NOTE },
  { SLIP_RELEASE_AFFECTED_CUSTOMERS, SLIP_FIELD_LONG, SECTION_NOTE },
  { SLIP_RELEASE_AFFECTED_INTEGRATIONS, SLIP_FIELD_LONG, SECTION_NOTE },
  { SLIP_RELEASE_ACTION, SLIP_FIELD_LONG, SECTION_NOTE },
  { SLIP_RELEASE_CONTACT, SLIP_FIELD_LONG, SECTION_NOTE },
  { SLIP_RELEASE_ROLLBACK_PLAN, SLIP_FIELD_LONG, SECTION_ROLLBACK },
};

static const SlipRow *
find_release (SlipInspector *self)
{
  const SlipRow *row =
    self->state && self->release
      ? slip_plan_state_get (self->state, SLIP_KIND_RELEASE, self->release)
      : NULL;

  return row && !slip_release_is_deleted (row) ? row : NULL;
}

static char *
dup_product_text (SlipInspector *self, const SlipRow *release)
{
  const SlipRow *product =
    slip_plan_state_follow (self->state, release, SLIP_RELEASE_PRODUCT);
  gint64 tier = slip_row_get_integer (release, SLIP_RELEASE_TIER);
  const char *name =
    product ? slip_row_get_text (product, SLIP_PRODUCT_NAME) : _ ("No product");
  g_autofree char *tier_text = NULL;

  if (tier == 0)
    return g_strdup (name);
  tier_text = g_strdup_printf (_ ("Tier %d"), (int) tier);
  return g_strdup_printf ("%s · %s", name, tier_text);
}

static char *
dup_line_text (SlipInspector *self, const SlipRow *release)
{
  const SlipRow *owner =
    slip_plan_state_follow (self->state, release, SLIP_RELEASE_OWNER);
  g_autofree char *line =
    slip_release_dup_line (self->state, release, self->today);
  g_autofree char *owner_text =
    owner ? g_strdup_printf (_ ("owner: %s"),
                             slip_row_get_text (owner, SLIP_PERSON_NAME))
          : g_strdup (_ ("⚠ no owner"));

  return g_strdup_printf ("%s\u00a0· %s", line, owner_text);
}

static void
show_header (SlipInspector *self, const SlipRow *release)
{
  const SlipRow *product =
    slip_plan_state_follow (self->state, release, SLIP_RELEASE_PRODUCT);
  g_autofree char *title = slip_release_dup_title (self->state, release);
  g_autofree char *product_text = dup_product_text (self, release);
  g_autofree char *line = dup_line_text (self, release);

  slip_color_dot_set_color (self->dot,
                            product
                              ? slip_row_get_text (product, SLIP_PRODUCT_COLOR)
                              : NULL);
  gtk_label_set_text (self->product, product_text);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_label_set_text (self->line, line);
  gtk_drop_down_set_selected (self->status, slip_release_get_status (release));
}

static void
show_conflicts (SlipInspector *self, const SlipRow *release)
{
  const SlipConflictContext context =
    slip_limits_get_context (GTK_WIDGET (self), self->today);
  g_autoptr (GPtrArray) conflicts =
    slip_conflict_list (self->state, &context, release);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->conflicts))))
    gtk_box_remove (self->conflicts, child);
  slip_conflict_line_add_all (self->conflicts, self->state, &context,
                              self->release, conflicts);
  gtk_widget_set_visible (GTK_WIDGET (self->conflicts), conflicts->len > 0);
}

/* What a field of the change note is for, said while it is empty. */
static const char *
get_hint (SlipReleaseProperty property)
{
  if (property == SLIP_RELEASE_CHANGES)
    return _ ("In the words of whoever uses it");
  if (property == SLIP_RELEASE_AFFECTED)
    return _ ("Plans, regions, platforms");
  if (property == SLIP_RELEASE_AFFECTED_CUSTOMERS)
    return _ ("Those who have to be told by name");
  if (property == SLIP_RELEASE_AFFECTED_INTEGRATIONS)
    return _ ("What calls us, and what we call");
  if (property == SLIP_RELEASE_ACTION)
    return _ ("And until when; or that there is nothing to do");
  if (property == SLIP_RELEASE_CONTACT)
    return _ ("A person or a channel");

  return NULL;
}

static void
show_notes (SlipInspector *self, const SlipRow *release)
{
  gboolean lacks_market_owner =
    slip_release_is_open (release) &&
    !slip_row_get_text (release, SLIP_RELEASE_MARKET_OWNER);

  slip_field_set_note (self->fields[1],
                       lacks_market_owner
                         ? _ ("⚠ no owner: nobody takes it to the market")
                         : NULL,
                       TRUE);
  for (guint i = 0; i < N_FIELDS; i++)
    if (field_table[i].section == SECTION_NOTE)
      slip_field_set_note (self->fields[i],
                           slip_row_get_text (release, field_table[i].property)
                             ? NULL
                             : get_hint (field_table[i].property),
                           FALSE);
}

static void
show_fields (SlipInspector *self, const SlipRow *release)
{
  gboolean is_unowned = !slip_row_get_text (release, SLIP_RELEASE_OWNER) &&
                        !slip_release_is_closed (release);

  for (guint i = 0; i < N_FIELDS; i++)
    slip_field_set_row (self->fields[i], self->state, release, self->today);
  for (guint i = 0; i < SLIP_N_ANCHORS; i++)
    slip_date_row_set_release (self->date_rows[i], release, self->today);
  slip_template_row_set_release (self->template_row, self->state, release);
  slip_field_set_note (self->fields[0],
                       is_unowned ? _ ("⚠ Nobody owns this release") : NULL,
                       TRUE);
  show_notes (self, release);
}

static void
show_rollout (SlipInspector *self)
{
  self->moment.today = self->today;
  slip_stage_strip_set_release (self->strip, self->state, self->release,
                                self->moment);
  slip_rollout_section_set_release (self->rollout, self->state, self->release,
                                    self->moment);
}

static void
show_release (SlipInspector *self)
{
  const SlipRow *release = find_release (self);

  gtk_stack_set_visible_child_name (self->stack, release ? "release" : "empty");
  if (!release)
    return;

  self->is_filling = TRUE;
  show_header (self, release);
  show_conflicts (self, release);
  show_fields (self, release);
  slip_readiness_list_set_release (self->readiness, self->state, self->release,
                                   self->today);
  slip_feed_values_set_plan (self->feed_values, self->state, self->release,
                             NULL, self->today);
  slip_ledger_list_set_release (self->ledger, self->state, self->release,
                                self->today);
  show_rollout (self);
  slip_flag_list_set_release (self->flags, self->state, self->release);
  slip_decision_ledger_set_release (self->decisions, self->state,
                                    self->release);
  slip_dependency_list_set_release (self->dependencies, self->state,
                                    self->release);
  slip_link_list_set_release (self->links, self->state, self->release);
  self->is_filling = FALSE;
}

static void
status_selected_cb (GtkDropDown *status, GParamSpec *pspec, SlipInspector *self)
{
  guint selected = gtk_drop_down_get_selected (status);

  if (!self->is_filling && self->release && selected < SLIP_N_STATUSES)
    slip_ask (GTK_WIDGET (self), SLIP_ACTION_STATUS,
              g_variant_new ("(ss)", self->release,
                             slip_status_get_nick (selected)));
}

static void
edit_title_cb (GtkButton *button, SlipInspector *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->fields[2]));
}

static void
want_history (SlipInspector *self)
{
  if (find_release (self))
    g_signal_emit (self, signals[HISTORY_WANTED], 0, self->release);
}

static void
history_wanted_cb (SlipHistoryList *history, SlipInspector *self)
{
  want_history (self);
}

/* What was typed belongs to the release it was typed for. */
static void
commit_fields (SlipInspector *self)
{
  for (guint i = 0; i < N_FIELDS; i++)
    slip_field_commit (self->fields[i]);
  for (guint i = 0; i < SLIP_N_ANCHORS; i++)
    slip_date_row_commit (self->date_rows[i]);
  slip_dependency_list_commit (self->dependencies);
  slip_link_list_commit (self->links);
}

static void
slip_inspector_dispose (GObject *object)
{
  SlipInspector *self = SLIP_INSPECTOR (object);

  self->is_filling = TRUE;
  if (self->stack)
    gtk_widget_unparent (GTK_WIDGET (self->stack));
  self->stack = NULL;

  G_OBJECT_CLASS (slip_inspector_parent_class)->dispose (object);
}

static void
slip_inspector_finalize (GObject *object)
{
  SlipInspector *self = SLIP_INSPECTOR (object);

  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self->release);

  G_OBJECT_CLASS (slip_inspector_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
    klass, "/io/github/slipway_planner/Slipway/slip-inspector.ui");
  gtk_widget_class_bind_template_child (klass, SlipInspector, stack);
  gtk_widget_class_bind_template_child (klass, SlipInspector, scroller);
  gtk_widget_class_bind_template_child (klass, SlipInspector, content);
  gtk_widget_class_bind_template_child (klass, SlipInspector, dot);
  gtk_widget_class_bind_template_child (klass, SlipInspector, product);
  gtk_widget_class_bind_template_child (klass, SlipInspector, status);
  gtk_widget_class_bind_template_child (klass, SlipInspector, title);
  gtk_widget_class_bind_template_child (klass, SlipInspector, line);
  gtk_widget_class_bind_template_child (klass, SlipInspector, conflicts);
  gtk_widget_class_bind_template_child (klass, SlipInspector, readiness);
  gtk_widget_class_bind_template_child (klass, SlipInspector, feed_values);
  gtk_widget_class_bind_template_child (klass, SlipInspector, ledger);
  gtk_widget_class_bind_template_child (klass, SlipInspector, decisions);
  gtk_widget_class_bind_template_child (klass, SlipInspector, dates);
  gtk_widget_class_bind_template_child (klass, SlipInspector, owners);
  gtk_widget_class_bind_template_child (klass, SlipInspector, overview);
  gtk_widget_class_bind_template_child (klass, SlipInspector, note);
  gtk_widget_class_bind_template_child (klass, SlipInspector, rollback);
  gtk_widget_class_bind_template_child (klass, SlipInspector, rollout);
  gtk_widget_class_bind_template_child (klass, SlipInspector, strip);
  gtk_widget_class_bind_template_child (klass, SlipInspector, flags);
  gtk_widget_class_bind_template_child (klass, SlipInspector, dependencies);
  gtk_widget_class_bind_template_child (klass, SlipInspector, links);
  gtk_widget_class_bind_template_child (klass, SlipInspector, history);
  gtk_widget_class_bind_template_callback (klass, status_selected_cb);
  gtk_widget_class_bind_template_callback (klass, edit_title_cb);
  gtk_widget_class_bind_template_callback (klass, history_wanted_cb);
}

static void
slip_inspector_class_init (SlipInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SLIP_TYPE_COLOR_DOT);
  g_type_ensure (SLIP_TYPE_DECISION_LEDGER);
  g_type_ensure (SLIP_TYPE_DEPENDENCY_LIST);
  g_type_ensure (SLIP_TYPE_FEED_VALUES);
  g_type_ensure (SLIP_TYPE_FLAG_LIST);
  g_type_ensure (SLIP_TYPE_HISTORY_LIST);
  g_type_ensure (SLIP_TYPE_LEDGER_LIST);
  g_type_ensure (SLIP_TYPE_LINK_LIST);
  g_type_ensure (SLIP_TYPE_READINESS_LIST);
  g_type_ensure (SLIP_TYPE_ROLLOUT_SECTION);
  g_type_ensure (SLIP_TYPE_STAGE_STRIP);

  object_class->dispose = slip_inspector_dispose;
  object_class->finalize = slip_inspector_finalize;
  signals[HISTORY_WANTED] =
    g_signal_new ("history-wanted", SLIP_TYPE_INSPECTOR, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  bind_template (widget_class);
}

static void
add_fields (SlipInspector *self)
{
  AdwPreferencesGroup *const groups[] = { [SECTION_OWNERS] = self->owners,
                                          [SECTION_OVERVIEW] = self->overview,
                                          [SECTION_NOTE] = self->note,
                                          [SECTION_ROLLBACK] = self->rollback };

  for (guint i = 0; i < SLIP_N_ANCHORS; i++) {
    GtkWidget *row = slip_date_row_new (i);

    self->date_rows[i] = SLIP_DATE_ROW (row);
    adw_preferences_group_add (self->dates, row);
  }
  for (guint i = 0; i < N_FIELDS; i++) {
    GtkWidget *field =
      slip_field_new (SLIP_KIND_RELEASE, field_table[i].property,
                      field_table[i].form);

    self->fields[i] = SLIP_FIELD (field);
    adw_preferences_group_add (groups[field_table[i].section], field);
  }
  self->template_row = SLIP_TEMPLATE_ROW (slip_template_row_new ());
  adw_preferences_group_add (self->overview, GTK_WIDGET (self->template_row));
}

static void
slip_inspector_init (SlipInspector *self)
{
  g_autoptr (GtkStringList) statuses = gtk_string_list_new (NULL);

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < SLIP_N_STATUSES; i++)
    gtk_string_list_append (statuses, slip_status_get_label (i));
  gtk_drop_down_set_model (self->status, G_LIST_MODEL (statuses));
  slip_control_name_set (GTK_WIDGET (self->status), _ ("Status"));
  add_fields (self);
  self->is_filling = FALSE;
}

GtkWidget *
slip_inspector_new (void)
{
  return g_object_new (SLIP_TYPE_INSPECTOR, NULL);
}

void
slip_inspector_set_plan (SlipInspector *self,
                         const SlipPlanState *state,
                         SlipDate today)
{
  g_return_if_fail (SLIP_IS_INSPECTOR (self));

  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = slip_plan_state_ref (state);
  self->today = today;
  show_release (self);
  if (slip_history_list_is_open (self->history))
    want_history (self);
}

void
slip_inspector_show_moment (SlipInspector *self, SlipMoment moment)
{
  g_return_if_fail (SLIP_IS_INSPECTOR (self));

  self->moment = moment;
  if (find_release (self))
    show_rollout (self);
}

void
slip_inspector_set_release (SlipInspector *self, const char *id)
{
  g_return_if_fail (SLIP_IS_INSPECTOR (self));

  if (g_strcmp0 (id, self->release) == 0)
    return;
  if (find_release (self))
    commit_fields (self);
  g_free (self->release);
  self->release = g_strdup (id);
  slip_history_list_close (self->history);
  show_release (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                              GTK_SCROLLED_WINDOW (self->scroller)),
                            0);
}

void
slip_inspector_show_checklist (SlipInspector *self, const char *checklist)
{
  g_return_if_fail (SLIP_IS_INSPECTOR (self));

  slip_readiness_list_show_checklist (self->readiness, checklist);
}

static void
show_item (SlipInspector *self, const char *id)
{
  const SlipRow *item = slip_plan_state_get (self->state, SLIP_KIND_ITEM, id);
  const char *checklist =
    item ? slip_row_get_text (item, SLIP_ITEM_CHECKLIST) : NULL;

  if (checklist)
    slip_readiness_list_show_item (self->readiness, checklist, id);
}

void
slip_inspector_show_part (SlipInspector *self, SlipKind kind, const char *id)
{
  g_return_if_fail (SLIP_IS_INSPECTOR (self));
  g_return_if_fail (id != NULL);

  if (!find_release (self))
    return;
  if (kind == SLIP_KIND_CHECKLIST)
    slip_readiness_list_show_checklist (self->readiness, id);
  else if (kind == SLIP_KIND_ITEM)
    show_item (self, id);
  else if (kind == SLIP_KIND_STAGE)
    slip_rollout_section_show_stage (self->rollout, id);
}

void
slip_inspector_show_field (SlipInspector *self, guint property)
{
  g_return_if_fail (SLIP_IS_INSPECTOR (self));

  for (guint i = 0; i < N_FIELDS; i++)
    if (field_table[i].property == property)
      slip_focus_later (GTK_WIDGET (self->fields[i]));
}

void
slip_inspector_show_adding (SlipInspector *self)
{
  g_return_if_fail (SLIP_IS_INSPECTOR (self));

  slip_readiness_list_show_add (self->readiness);
}

void
slip_inspector_show_feeds (SlipInspector *self, const char *audience)
{
  g_autoptr (SlipReleaseSummary) summary = NULL;
  const SlipChecklistSummary *checklist = NULL;

  g_return_if_fail (SLIP_IS_INSPECTOR (self));

  if (!find_release (self))
    return;
  summary = slip_plan_state_get_summary (self->state, self->release);
  if (summary && audience)
    checklist = slip_release_summary_find (summary, audience);
  if (checklist)
    slip_readiness_list_show_checklist (self->readiness, checklist->checklist);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->feed_values),
                            GTK_DIR_TAB_FORWARD);
}

void
slip_inspector_set_history (SlipInspector *self,
                            const char *id,
                            GPtrArray *steps)
{
  g_return_if_fail (SLIP_IS_INSPECTOR (self));

  if (self->state && g_strcmp0 (id, self->release) == 0)
    slip_history_list_set_steps (self->history, self->state, steps);
}
