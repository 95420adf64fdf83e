/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gap-row.h"

#include "slip-actions.h"
#include "slip-assignment.h"
#include "slip-checklist.h"
#include "slip-date-text.h"
#include "slip-dragged-person.h"
#include "slip-plain-text.h"
#include "slip-readiness-text.h"

#include <glib/gi18n.h>

/* As wide as the box of an item, so that the titles stand below each other. */
#define CHECK_PX 26

struct _SlipGapRow {
  AdwActionRow parent_instance;

  SlipGapType type;
  char *release;
  char *checklist;
  char *role; /* as slip_assignment_new() has it */
  char *item; /* that is overdue, or NULL */
  char *suggested;
};

enum {
  OWNER_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipGapRow, slip_gap_row, ADW_TYPE_ACTION_ROW)

static const char *
get_name (const SlipPlanState *state, SlipKind kind, const char *id)
{
  const SlipRow *row = slip_plan_state_get (state, kind, id);
  guint property = (guint) slip_schema_find_property (kind, "name");
  return row != NULL ? slip_row_get_text (row, property) : NULL;
}

/* 'Mobile 4.2, Sales', or the title alone. */
static char *
dup_place (const SlipGap *gap, const SlipPlanState *state)
{
  g_autofree char *title = slip_release_dup_short_title (state, gap->release);
  const char *audience = get_name (state, SLIP_KIND_AUDIENCE, gap->audience);
  if (audience == NULL)
    return g_steal_pointer (&title);
  /* Translators: a release and an audience: 'Mobile 4.2, Sales'. */
  return g_strdup_printf (_ ("%s, %s"), title, audience);
}

static char *
dup_title (const SlipGap *gap, const SlipPlanState *state)
{
  g_autofree char *place = dup_place (gap, state);
  switch (gap->type) {
  case SLIP_GAP_OWNER:
    return g_strdup_printf (_ ("%s: owner"), place);
  case SLIP_GAP_MARKET_OWNER:
    return g_strdup_printf (_ ("%s: go-to-market owner"), place);
  case SLIP_GAP_CHECKLIST_OWNER:
    return g_steal_pointer (&place);
  case SLIP_GAP_OVERDUE:
    break;
  }
  return g_strdup (gap->item != NULL
                     ? slip_row_get_text (gap->item, SLIP_ITEM_TITLE)
                     : _ ("An item that is still being read"));
}

/* What needs evidence is checked off where that can be given. */
static gboolean
can_check_off (const SlipGap *gap)
{
  return gap->item != NULL && !slip_item_lacks_evidence (gap->item);
}

static char *
dup_overdue (const SlipGap *gap, const SlipPlanState *state, SlipDate today)
{
  g_autofree char *place = dup_place (gap, state);
  g_autofree char *day =
    slip_date_dup_text (gap->since, SLIP_DATE_STYLE_MEDIUM, today);
  g_autofree char *distance = slip_date_dup_distance (gap->since, today);
  const char *owner = get_name (state, SLIP_KIND_PERSON, gap->owner);
  if (owner == NULL)
    owner = _ ("no owner");
  if (can_check_off (gap))
    /* Translators: where, whose, which day, how long ago: 'Mobile 4.2, Sales ·
     * Sales ops · due Fri 27 November, 4 days ago'. */
    return g_strdup_printf (_ ("%s · %s · due %s, %s"), place, owner, day,
                            distance);
  /* Translators: where, whose, which day, how long ago. */
  return g_strdup_printf (_ ("%s · %s · needs evidence · due %s, %s"), place,
                          owner, day, distance);
}

/* Whose it is and since when; of what nobody owns, whom to ask about it. */
static char *
dup_subtitle (const SlipGap *gap, const SlipPlanState *state, SlipDate today)
{
  if (gap->type == SLIP_GAP_OVERDUE)
    return dup_overdue (gap, state, today);
  g_autofree char *line = slip_release_dup_line (state, gap->release, today);
  const char *owner =
    get_name (state, SLIP_KIND_PERSON,
              slip_row_get_text (gap->release, SLIP_RELEASE_OWNER));
  if (owner == NULL)
    return g_steal_pointer (&line);
  /* Translators: a date, and a person's name. */
  return g_strdup_printf (_ ("%s · release owner: %s"), line, owner);
}

static void
assign_suggested_cb (SlipGapRow *self)
{
  slip_gap_row_assign (self, self->suggested, "");
}

static void
pick_cb (SlipGapRow *self, GtkWidget *button)
{
  g_signal_emit (self, signals[OWNER_WANTED], 0, button);
}

static void
label_widget (GtkWidget *widget, const char *what, const char *title)
{
  /* Translators: what a button does, and to what. */
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), what, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkWidget *
add_button (SlipGapRow *self,
            const char *text,
            const char *name,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (text);
  g_autofree char *widget_name = g_strdup_printf (
    "%s:%s", name, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_name (button, widget_name);
  label_widget (button, text,
                adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  g_signal_connect_object (button, "clicked", callback, self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), button);
  return button;
}

/* One click for whoever usually owns that audience. */
static void
add_assignment (SlipGapRow *self, const SlipPlanState *state, gboolean is_owned)
{
  const char *name = get_name (state, SLIP_KIND_PERSON, self->suggested);
  if (name != NULL) {
    GtkWidget *button =
      add_button (self, name, "suggest", G_CALLBACK (assign_suggested_cb));
    gtk_widget_set_tooltip_text (button, _ ("Make This Person the Owner"));
    label_widget (button, name,
                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  }
  GtkWidget *button =
    add_button (self, _ ("Assign…"), "assign", G_CALLBACK (pick_cb));
  /* What has an owner is not to be loud about it. */
  if (is_owned)
    gtk_widget_add_css_class (button, "flat");
}

static void
checked_cb (SlipGapRow *self)
{
  GVariantBuilder pairs;
  g_variant_builder_init (&pairs, G_VARIANT_TYPE ("a(ss)"));
  g_variant_builder_add (&pairs, "(ss)", "state", "done");
  gtk_widget_activate_action (GTK_WIDGET (self), SLIP_ACTION_EDIT, "(ss@a(ss))",
                              "item", self->item,
                              g_variant_builder_end (&pairs));
}

static void
add_check (SlipGapRow *self)
{
  GtkWidget *check = gtk_check_button_new ();
  const char *title =
    adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  g_autofree char *name = g_strconcat ("check:", title, NULL);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_name (check, name);
  gtk_widget_set_tooltip_text (check, _ ("Check Off"));
  label_widget (check, _ ("Check Off"), title);
  g_signal_connect_object (check, "toggled", G_CALLBACK (checked_cb), self,
                           G_CONNECT_SWAPPED);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), check);
}

/* In the place of the box: what it is opened for stands in the subtitle. */
static void
add_mark (SlipGapRow *self)
{
  GtkWidget *mark = gtk_label_new ("○");
  gtk_widget_set_size_request (mark, CHECK_PX, -1);
  gtk_widget_add_css_class (mark, "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), mark);
}

static void
activated_cb (SlipGapRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), SLIP_ACTION_SHOW_CHECKLIST,
                              "(ss)", self->release,
                              self->checklist != NULL ? self->checklist : "");
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         SlipGapRow *self)
{
  const SlipDraggedPerson *dragged = g_value_get_boxed (value);
  if (dragged == NULL)
    return FALSE;
  slip_gap_row_assign (self, dragged->id, "");
  return TRUE;
}

static void
slip_gap_row_finalize (GObject *object)
{
  SlipGapRow *self = SLIP_GAP_ROW (object);
  g_free (self->release);
  g_free (self->checklist);
  g_free (self->role);
  g_free (self->item);
  g_free (self->suggested);
  G_OBJECT_CLASS (slip_gap_row_parent_class)->finalize (object);
}

static void
slip_gap_row_class_init (SlipGapRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_gap_row_finalize;
  signals[OWNER_WANTED] =
    g_signal_new ("owner-wanted", SLIP_TYPE_GAP_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 1, GTK_TYPE_WIDGET);
}

static void
slip_gap_row_init (SlipGapRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), TRUE);
  g_signal_connect (self, "activated", G_CALLBACK (activated_cb), NULL);
}

static void
take_ids (SlipGapRow *self, const SlipGap *gap, const SlipPlanState *state)
{
  const SlipRow *audience =
    slip_plan_state_get (state, SLIP_KIND_AUDIENCE, gap->audience);
  self->type = gap->type;
  self->release = g_strdup (slip_row_get_id (gap->release));
  self->checklist = g_strdup (gap->checklist);
  if (gap->type == SLIP_GAP_OWNER)
    self->role = g_strdup (SLIP_ASSIGN_OWNER);
  else if (gap->type == SLIP_GAP_MARKET_OWNER)
    self->role = g_strdup (SLIP_ASSIGN_MARKET_OWNER);
  else
    self->role = g_strdup (gap->audience);
  if (gap->item != NULL)
    self->item = g_strdup (slip_row_get_id (gap->item));
  else if (audience != NULL)
    self->suggested =
      g_strdup (slip_row_get_text (audience, SLIP_AUDIENCE_OWNER));
}

static void
take_people (SlipGapRow *self)
{
  GtkDropTarget *target = slip_dragged_person_new_target ();
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
slip_gap_row_new (const SlipGap *gap,
                  const SlipPlanState *state,
                  SlipDate today)
{
  SlipGapRow *self = g_object_new (SLIP_TYPE_GAP_ROW, NULL);
  g_autofree char *title = dup_title (gap, state);
  g_autofree char *subtitle = dup_subtitle (gap, state, today);
  g_autofree char *name = g_strconcat ("gap:", title, NULL);
  take_ids (self, gap, state);
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (self), title);
  slip_plain_text_set_row_subtitle (ADW_ACTION_ROW (self), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (self), 2);
  gtk_widget_set_name (GTK_WIDGET (self), name);
  if (gap->type == SLIP_GAP_OVERDUE && can_check_off (gap))
    add_check (self);
  else if (gap->type == SLIP_GAP_OVERDUE)
    add_mark (self);
  if (gap->type != SLIP_GAP_OVERDUE || gap->item != NULL) {
    take_people (self);
    add_assignment (self, state, gap->owner != NULL);
  }
  return GTK_WIDGET (self);
}

const char *
slip_gap_row_get_suggested (SlipGapRow *self)
{
  g_return_val_if_fail (SLIP_IS_GAP_ROW (self), NULL);
  return self->suggested;
}

void
slip_gap_row_assign (SlipGapRow *self, const char *person, const char *name)
{
  g_return_if_fail (SLIP_IS_GAP_ROW (self));
  if (self->item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), SLIP_ACTION_ITEMS_OWNER,
                                "(s^asss)", self->release,
                                (const char *[]){ self->item, NULL }, person,
                                name);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), SLIP_ACTION_ASSIGN, "(ssss)",
                                self->release, self->role, person, name);
}
