/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-item-state-row.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-checklist.h"
#include "slip-control-name.h"
#include "slip-inner-focus.h"
#include "slip-text-field.h"

#include <glib/gi18n-lib.h>

struct _SlipItemStateRow {
  AdwPreferencesRow parent_instance;

  SlipRow *item;
  SlipItemState wanted; /* the one chosen, which may wait for its words */
  gboolean is_filling;

  GtkDropDown *state;
  GtkLabel *hint;
  SlipTextField *words;
};

G_DEFINE_FINAL_TYPE (SlipItemStateRow,
                     slip_item_state_row,
                     ADW_TYPE_PREFERENCES_ROW)

static SlipItemState
get_kept (SlipItemStateRow *self)
{
  return (SlipItemState) slip_row_get_integer (self->item, SLIP_ITEM_STATE);
}

/* Whether the words are evidence. */
static gboolean
wants_evidence (SlipItemStateRow *self)
{
  return self->wanted == SLIP_ITEM_STATE_DONE &&
         slip_item_lacks_evidence (self->item);
}

static const char *
get_hint (SlipItemStateRow *self)
{
  if (self->wanted == SLIP_ITEM_STATE_BLOCKED)
    return _ ("By whom or what?");
  if (self->wanted == SLIP_ITEM_STATE_NOT_APPLICABLE)
    return _ ("Why not?");

  return _ ("Needs evidence first: a link, or a few words");
}

static void
show_words (SlipItemStateRow *self)
{
  gboolean has_words =
    slip_item_state_takes_note (self->wanted) || wants_evidence (self);
  gboolean is_missing = has_words && self->wanted != get_kept (self);

  gtk_widget_set_visible (GTK_WIDGET (self->hint), has_words);
  gtk_widget_set_visible (GTK_WIDGET (self->words), has_words);
  gtk_label_set_text (self->hint, get_hint (self));
  slip_text_field_set_label (self->words, get_hint (self), FALSE);
  if (is_missing)
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "warning");
}

static void
ask (SlipItemStateRow *self, const char *note, const char *evidence)
{
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_ITEM, SLIP_ITEM_STATE);
  const char *ids[] = { slip_row_get_id (self->item), NULL };

  slip_ask (GTK_WIDGET (self), SLIP_ACTION_ITEMS_STATE,
            g_variant_new ("(s^assss)", slip_row_get_owner (self->item), ids,
                           property->values[self->wanted].nick, note,
                           evidence));
}

static void
selected_cb (GtkDropDown *drop_down, GParamSpec *pspec, SlipItemStateRow *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (self->is_filling || selected >= SLIP_N_ITEM_STATES)
    return;
  self->wanted = (SlipItemState) selected;
  show_words (self);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->words))) {
    ask (self, "", "");
    return;
  }
  slip_text_field_set_kept (self->words, "");
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}

static void
committed_cb (SlipTextField *field, const char *text, SlipItemStateRow *self)
{
  if (wants_evidence (self))
    ask (self, "", text);
  else
    ask (self, text, "");
}

static void
slip_item_state_row_finalize (GObject *object)
{
  g_clear_pointer (&SLIP_ITEM_STATE_ROW (object)->item, slip_row_unref);

  G_OBJECT_CLASS (slip_item_state_row_parent_class)->finalize (object);
}

static void
slip_item_state_row_class_init (SlipItemStateRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_item_state_row_finalize;
  GTK_WIDGET_CLASS (klass)->focus = slip_inner_focus;
}

static GtkDropDown *
new_states (void)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;

  for (guint i = 0; i < SLIP_N_ITEM_STATES; i++)
    gtk_string_list_append (names,
                            slip_item_state_get_label ((SlipItemState) i));
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL);
  gtk_widget_set_name (drop_down, "item-state");
  slip_control_name_set (drop_down, _ ("State"));
  return GTK_DROP_DOWN (drop_down);
}

static void
slip_item_state_row_init (SlipItemStateRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ ("State"));
  GtkWidget *words = slip_text_field_new (FALSE);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "field-label");
  self->state = new_states ();
  g_signal_connect (self->state, "notify::selected", G_CALLBACK (selected_cb),
                    self);
  self->hint = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->hint, 0);
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "caption");
  self->words = SLIP_TEXT_FIELD (words);
  gtk_widget_set_name (words, "item-state-words");
  g_signal_connect (words, "committed", G_CALLBACK (committed_cb), self);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->state));
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hint));
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_add_css_class (box, "field");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _ ("State"));
}

GtkWidget *
slip_item_state_row_new (void)
{
  return g_object_new (SLIP_TYPE_ITEM_STATE_ROW, NULL);
}

void
slip_item_state_row_set_item (SlipItemStateRow *self, const SlipRow *item)
{
  SlipRow *old;
  gboolean waits;
  SlipItemState before;

  g_return_if_fail (SLIP_IS_ITEM_STATE_ROW (self));

  old = self->item;
  before = old != NULL ? get_kept (self) : SLIP_ITEM_STATE_TO_DO;
  waits = old != NULL && self->wanted != before &&
          gtk_widget_get_visible (GTK_WIDGET (self->words));
  self->item = slip_row_ref (item);
  /* A state that waits for its words goes on waiting while the plan says what
   * it said before. */
  if (!waits || get_kept (self) != before)
    self->wanted = get_kept (self);
  g_clear_pointer (&old, slip_row_unref);

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->state, self->wanted);
  if (self->wanted == get_kept (self))
    slip_text_field_set_kept (self->words,
                              slip_row_get_text (item, SLIP_ITEM_STATE_NOTE));
  show_words (self);
  self->is_filling = FALSE;
}

void
slip_item_state_row_commit (SlipItemStateRow *self)
{
  g_return_if_fail (SLIP_IS_ITEM_STATE_ROW (self));

  slip_text_field_commit (self->words);
}
