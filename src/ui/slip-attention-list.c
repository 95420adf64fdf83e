/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-attention-list.h"

#include "slip-gap-row.h"
#include "slip-people-strip.h"
#include "slip-person-picker.h"

#include <glib/gi18n.h>

/* As many rows as are made at once. */
#define BATCH 60

struct _SlipAttentionList {
  AdwWindow parent_instance;

  guint types;
  SlipPlanState *state;
  SlipDate today;
  GPtrArray *gaps; /* of SlipGap */
  guint limit;

  GtkWidget *box;
  SlipPeopleStrip *strip;
  GtkStack *stack;
  GtkListBox *list;
  GtkWidget *more;
  SlipPersonPicker *picker; /* or NULL */
  SlipGapRow *asking;       /* weak */
};

G_DEFINE_FINAL_TYPE (SlipAttentionList, slip_attention_list, ADW_TYPE_WINDOW)

static void
picked_cb (SlipAttentionList *self, const char *person, const char *name)
{
  if (self->asking != NULL)
    slip_gap_row_assign (self->asking, person, name);
}

static void
owner_wanted_cb (SlipAttentionList *self, GtkWidget *button, SlipGapRow *row)
{
  graphene_rect_t bounds;
  if (self->picker == NULL) {
    self->picker = SLIP_PERSON_PICKER (slip_person_picker_new ());
    gtk_widget_set_parent (GTK_WIDGET (self->picker), self->box);
    g_signal_connect_object (self->picker, "picked", G_CALLBACK (picked_cb),
                             self, G_CONNECT_SWAPPED);
  }
  g_set_weak_pointer (&self->asking, row);
  if (gtk_widget_compute_bounds (button, self->box, &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->picker),
                                 &(GdkRectangle){ (int) bounds.origin.x,
                                                  (int) bounds.origin.y,
                                                  (int) bounds.size.width,
                                                  (int) bounds.size.height });
  slip_person_picker_ask (self->picker, self->state, NULL,
                          slip_gap_row_get_suggested (row));
}

/* The place of the row that has the focus, or -1. */
static int
find_focused (SlipAttentionList *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  return child != NULL && GTK_IS_LIST_BOX_ROW (child)
           ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (child))
           : -1;
}

static void
focus_row (SlipAttentionList *self, int index)
{
  int n = (int) MIN (self->gaps->len, self->limit);
  GtkListBoxRow *row =
    gtk_list_box_get_row_at_index (self->list, MIN (index, n - 1));
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
add_rows (SlipAttentionList *self)
{
  for (guint i = 0; i < MIN (self->gaps->len, self->limit); i++) {
    GtkWidget *row =
      slip_gap_row_new (self->gaps->pdata[i], self->state, self->today);
    g_signal_connect_object (row, "owner-wanted", G_CALLBACK (owner_wanted_cb),
                             self, G_CONNECT_SWAPPED);
    gtk_list_box_append (self->list, row);
  }
}

static void
show_gaps (SlipAttentionList *self)
{
  int focused = find_focused (self);
  GtkListBoxRow *old;
  while ((old = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (old));
  add_rows (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    self->gaps->len > 0 ? "list" : "none");
  guint n_left = self->gaps->len - MIN (self->gaps->len, self->limit);
  g_autofree char *text =
    g_strdup_printf (ngettext ("%u more", "%u more", n_left), n_left);
  gtk_button_set_label (GTK_BUTTON (self->more), text);
  gtk_widget_set_visible (self->more, n_left > 0);
  if (focused >= 0)
    focus_row (self, focused);
}

static void
show_title (SlipAttentionList *self)
{
  const char *name =
    self->types == SLIP_GAPS_OVERDUE ? _ ("Overdue") : _ ("Unowned");
  /* Translators: what is listed and how much of it: 'Unowned: 4'. */
  g_autofree char *title =
    g_strdup_printf (_ ("%s: %u"), name, self->gaps->len);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
more_clicked_cb (SlipAttentionList *self)
{
  int first = (int) self->limit;
  self->limit += BATCH;
  show_gaps (self);
  focus_row (self, first);
}

static void
slip_attention_list_dispose (GObject *object)
{
  SlipAttentionList *self = SLIP_ATTENTION_LIST (object);
  g_clear_weak_pointer (&self->asking);
  if (self->picker != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->picker)));
  G_OBJECT_CLASS (slip_attention_list_parent_class)->dispose (object);
}

static void
slip_attention_list_finalize (GObject *object)
{
  SlipAttentionList *self = SLIP_ATTENTION_LIST (object);
  g_ptr_array_unref (self->gaps);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  G_OBJECT_CLASS (slip_attention_list_parent_class)->finalize (object);
}

static void
slip_attention_list_class_init (SlipAttentionListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = slip_attention_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = slip_attention_list_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape,
                                       0, "window.close", NULL);
}

static GtkWidget *
new_none_page (void)
{
  GtkWidget *page = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page),
                                 "object-select-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("Nothing Left"));
  return page;
}

static GtkWidget *
new_list_page (SlipAttentionList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_clicked_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (column), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (column), self->more);
  gtk_widget_add_css_class (column, "dialog-content");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 720);
  adw_clamp_set_child (ADW_CLAMP (clamp), column);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

static void
slip_attention_list_init (SlipAttentionList *self)
{
  self->gaps = g_ptr_array_new ();
  self->limit = BATCH;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->strip = SLIP_PEOPLE_STRIP (slip_people_strip_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, new_list_page (self), "list");
  gtk_stack_add_named (self->stack, new_none_page (), "none");
  gtk_box_append (GTK_BOX (self->box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->strip));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->stack));
  adw_window_set_content (ADW_WINDOW (self), self->box);
  gtk_window_set_default_size (GTK_WINDOW (self), 620, 560);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 240);
  gtk_widget_set_name (GTK_WIDGET (self), "attention-list");
}

SlipAttentionList *
slip_attention_list_new (guint types)
{
  SlipAttentionList *self = g_object_new (SLIP_TYPE_ATTENTION_LIST, NULL);
  self->types = types;
  if (types == SLIP_GAPS_OVERDUE)
    slip_people_strip_set_hint (self->strip, _ ("Drag onto an item"));
  return self;
}

void
slip_attention_list_set_plan (SlipAttentionList *self,
                              const SlipPlanState *state,
                              SlipDate today)
{
  g_return_if_fail (SLIP_IS_ATTENTION_LIST (self));
  g_return_if_fail (state != NULL);

  SlipPlanState *held = slip_plan_state_ref (state);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = held;
  self->today = today;
  g_ptr_array_unref (self->gaps);
  self->gaps = slip_gap_list (state, self->types, today);
  slip_people_strip_set_plan (self->strip, state);
  show_title (self);
  show_gaps (self);
}

guint
slip_attention_list_get_n_gaps (SlipAttentionList *self)
{
  g_return_val_if_fail (SLIP_IS_ATTENTION_LIST (self), 0);
  return self->gaps->len;
}
