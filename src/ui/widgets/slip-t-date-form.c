/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-t-date-form.h"

#include "slip-control-name.h"
#include "slip-inner-focus.h"
#include "slip-name-list.h"

#include <glib/gi18n-lib.h>

/* The longest word of a choice must not make the popover wider than the
 * narrowest window. */
#define CHOICE_CHARS   22
#define SENTENCE_CHARS 30

/* What a rule can hang on. */
typedef struct {
  SlipDueAnchor anchor;
  const char *stage;
} Anchor;

typedef enum {
  DIRECTION_BEFORE,
  DIRECTION_AFTER,
} Direction;

struct _SlipTDateForm {
  GtkWidget parent_instance;

  char *none;
  SlipPlanState *state;
  GArray *anchors; /* of the choices */
  gboolean is_filling;

  GtkWidget *box;
  GtkDropDown *anchor;
  GtkSpinButton *number;
  GtkDropDown *unit;
  GtkDropDown *direction;
  GtkDropDown *snap;
  GtkWidget *distance; /* holds what counts only from an anchor */
  GtkWidget *snap_line;
  GtkLabel *sentence;
};

G_DEFINE_FINAL_TYPE (SlipTDateForm, slip_t_date_form, GTK_TYPE_WIDGET)

static void
show_sentence (SlipTDateForm *self)
{
  SlipTDate rule = slip_t_date_form_get_rule (self);
  gboolean is_rule = slip_t_date_is_rule (&rule);
  g_autofree char *words =
    is_rule ? slip_t_date_describe (self->state, &rule) : g_strdup (self->none);

  gtk_widget_set_sensitive (self->distance, is_rule);
  gtk_widget_set_sensitive (self->snap_line, is_rule);
  gtk_label_set_text (self->sentence, words);
}

static void
chosen_cb (GtkDropDown *drop_down, GParamSpec *pspec, SlipTDateForm *self)
{
  if (!self->is_filling)
    show_sentence (self);
}

static void
number_changed_cb (GtkSpinButton *number, SlipTDateForm *self)
{
  if (!self->is_filling)
    show_sentence (self);
}

static GtkDropDown *
new_choice (SlipTDateForm *self, const char *label)
{
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  slip_name_list_set_up (GTK_DROP_DOWN (choice), -1, CHOICE_CHARS);
  gtk_widget_set_hexpand (choice, TRUE);
  slip_control_name_set (choice, label);
  g_signal_connect (choice, "notify::selected", G_CALLBACK (chosen_cb), self);
  return GTK_DROP_DOWN (choice);
}

static void
set_enum (GtkDropDown *choice, guint property)
{
  const SlipEnumValue *values =
    slip_schema_get_property (SLIP_KIND_ITEM, property)->values;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (; values->nick; values++)
    gtk_string_list_append (names, slip_enum_value_get_label (values));
  gtk_drop_down_set_model (choice, G_LIST_MODEL (names));
}

static void
add_anchor (SlipTDateForm *self,
            GtkStringList *names,
            SlipDueAnchor anchor,
            const char *stage)
{
  Anchor choice = { anchor, stage };
  SlipTDate rule = { .anchor = anchor, .stage = stage };
  g_autofree char *name =
    anchor == SLIP_DUE_STAGE
      ? slip_t_date_describe_short (self->state, &rule)
      : g_strdup (slip_enum_value_get_label (
          &slip_schema_get_property (SLIP_KIND_ITEM, SLIP_ITEM_DUE_ANCHOR)
             ->values[anchor]));

  g_array_append_val (self->anchors, choice);
  gtk_string_list_append (names, anchor == SLIP_DUE_FIXED ? self->none : name);
}

static void
fill_anchors (SlipTDateForm *self, GPtrArray *stages, const SlipTDate *rule)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_array_set_size (self->anchors, 0);
  for (int anchor = SLIP_DUE_FIXED; anchor < SLIP_DUE_STAGE; anchor++)
    add_anchor (self, names, (SlipDueAnchor) anchor, NULL);
  for (guint i = 0; i < stages->len; i++)
    add_anchor (self, names, SLIP_DUE_STAGE,
                slip_row_get_id (stages->pdata[i]));
  gtk_drop_down_set_model (self->anchor, G_LIST_MODEL (names));

  for (guint i = 0; i < self->anchors->len; i++) {
    const Anchor *anchor = &g_array_index (self->anchors, Anchor, i);

    if (anchor->anchor == rule->anchor &&
        g_strcmp0 (anchor->stage, rule->stage) == 0)
      gtk_drop_down_set_selected (self->anchor, i);
  }
}

static gboolean
slip_t_date_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SLIP_T_DATE_FORM (widget)->anchor));
}

static void
slip_t_date_form_dispose (GObject *object)
{
  SlipTDateForm *self = SLIP_T_DATE_FORM (object);

  self->is_filling = TRUE;
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (slip_t_date_form_parent_class)->dispose (object);
}

static void
slip_t_date_form_finalize (GObject *object)
{
  SlipTDateForm *self = SLIP_T_DATE_FORM (object);

  g_array_unref (self->anchors);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self->none);

  G_OBJECT_CLASS (slip_t_date_form_parent_class)->finalize (object);
}

static void
slip_t_date_form_class_init (SlipTDateFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = slip_t_date_form_dispose;
  object_class->finalize = slip_t_date_form_finalize;
  widget_class->focus = slip_inner_focus;
  widget_class->grab_focus = slip_t_date_form_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tdateform");
}

static GtkWidget *
new_caption (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  return label;
}

static void
build_distance (SlipTDateForm *self)
{
  const char *const directions[] = { _ ("Before"), _ ("After"), NULL };
  const char *label = _ ("Number of days");
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autoptr (GtkStringList) names = gtk_string_list_new (directions);

  self->number = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, 3660, 1));
  gtk_spin_button_set_numeric (self->number, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->number),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (self->number, "value-changed",
                    G_CALLBACK (number_changed_cb), self);
  self->unit = new_choice (self, _ ("Unit"));
  set_enum (self->unit, SLIP_ITEM_DUE_UNIT);
  self->direction = new_choice (self, _ ("Before or after"));
  gtk_drop_down_set_model (self->direction, G_LIST_MODEL (names));

  self->distance = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->number));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->direction));
  gtk_box_append (GTK_BOX (self->distance), line);
  gtk_box_append (GTK_BOX (self->distance), GTK_WIDGET (self->unit));
}

static void
slip_t_date_form_init (SlipTDateForm *self)
{
  self->anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));
  self->is_filling = TRUE;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  self->anchor = new_choice (self, _ ("Relative to"));
  build_distance (self);
  self->snap = new_choice (self, _ ("On a day off"));
  set_enum (self->snap, SLIP_ITEM_DUE_SNAP);
  self->snap_line = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (self->snap_line), new_caption (_ ("On a day off")));
  gtk_box_append (GTK_BOX (self->snap_line), GTK_WIDGET (self->snap));

  self->sentence = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_label_set_wrap_mode (self->sentence, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (self->sentence, SENTENCE_CHARS);
  gtk_label_set_xalign (self->sentence, 0);

  gtk_box_append (GTK_BOX (self->box), new_caption (_ ("Relative to")));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->anchor));
  gtk_box_append (GTK_BOX (self->box), self->distance);
  gtk_box_append (GTK_BOX (self->box), self->snap_line);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->sentence));
  self->is_filling = FALSE;
}

GtkWidget *
slip_t_date_form_new (const char *none)
{
  SlipTDateForm *self = g_object_new (SLIP_TYPE_T_DATE_FORM, NULL);

  self->none = g_strdup (none);
  return GTK_WIDGET (self);
}

void
slip_t_date_form_set_rule (SlipTDateForm *self,
                           const SlipPlanState *state,
                           GPtrArray *stages,
                           const SlipTDate *rule)
{
  /* Who begins a rule of their own most likely means days before. */
  gboolean is_after = slip_t_date_is_rule (rule) && rule->offset > 0;

  g_return_if_fail (SLIP_IS_T_DATE_FORM (self));

  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = slip_plan_state_ref (state);
  self->is_filling = TRUE;
  fill_anchors (self, stages, rule);
  gtk_spin_button_set_value (self->number, ABS (rule->offset));
  gtk_drop_down_set_selected (self->direction,
                              is_after ? DIRECTION_AFTER : DIRECTION_BEFORE);
  gtk_drop_down_set_selected (self->unit, rule->unit);
  gtk_drop_down_set_selected (self->snap, rule->snap);
  self->is_filling = FALSE;
  show_sentence (self);
}

void
slip_t_date_form_update (SlipTDateForm *self)
{
  g_return_if_fail (SLIP_IS_T_DATE_FORM (self));

  gtk_spin_button_update (self->number);
}

SlipTDate
slip_t_date_form_get_rule (SlipTDateForm *self)
{
  guint selected;
  const Anchor *anchor;
  int offset;

  g_return_val_if_fail (SLIP_IS_T_DATE_FORM (self), SLIP_T_DATE_FIXED);

  selected = gtk_drop_down_get_selected (self->anchor);
  if (selected >= self->anchors->len)
    return SLIP_T_DATE_FIXED;
  anchor = &g_array_index (self->anchors, Anchor, selected);
  if (anchor->anchor == SLIP_DUE_FIXED)
    return SLIP_T_DATE_FIXED;
  offset = gtk_spin_button_get_value_as_int (self->number);
  if (gtk_drop_down_get_selected (self->direction) == DIRECTION_BEFORE)
    offset = -offset;
  return (SlipTDate){
    .anchor = anchor->anchor,
    .stage = anchor->stage,
    .offset = offset,
    .unit = (SlipUnit) gtk_drop_down_get_selected (self->unit),
    .snap = (SlipSnap) gtk_drop_down_get_selected (self->snap),
  };
}
