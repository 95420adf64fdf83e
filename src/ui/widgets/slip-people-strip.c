/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-people-strip.h"

#include "slip-compat.h"
#include "slip-dragged-person.h"
#include "slip-entity-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A strip of more is not looked through any more; typing a name is quicker. */
#define MAX_PEOPLE 60
#define MAX_CHARS  24

struct _SlipPeopleStrip {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *hint;
  GtkBox *people;
  GPtrArray *rows; /* of SlipRow: those shown */
};

G_DEFINE_FINAL_TYPE (SlipPeopleStrip, slip_people_strip, GTK_TYPE_WIDGET)

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, const char *id)
{
  return slip_dragged_person_new_provider (id);
}

static void
drag_begin_cb (GtkDragSource *source, GdkDrag *drag, gpointer data)
{
  GtkWidget *chip =
    gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  g_autoptr (GdkPaintable) live = gtk_widget_paintable_new (chip);
  g_autoptr (GdkPaintable) picture = gdk_paintable_get_current_image (live);

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static void
free_id (gpointer id, GClosure *closure)
{
  g_free (id);
}

static GtkWidget *
new_chip (const SlipRow *person)
{
  const char *name = slip_row_get_text (person, SLIP_PERSON_NAME);
  g_autofree char *widget_name = g_strconcat ("person:", name, NULL);
  GtkWidget *chip = gtk_label_new (name);
  GtkDragSource *source = gtk_drag_source_new ();

  if (g_utf8_strlen (name, -1) > MAX_CHARS) {
    gtk_label_set_ellipsize (GTK_LABEL (chip), PANGO_ELLIPSIZE_END);
    gtk_label_set_width_chars (GTK_LABEL (chip), MAX_CHARS);
    gtk_widget_set_tooltip_text (chip, name);
  }
  gtk_widget_add_css_class (chip, "person");
  gtk_widget_set_name (chip, widget_name);
  gtk_widget_set_cursor_from_name (chip, "grab");
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  slip_compat_let_escape_end_drags (source);
  g_signal_connect_data (source, "prepare", G_CALLBACK (prepare_cb),
                         g_strdup (slip_row_get_id (person)), free_id, 0);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), NULL);
  gtk_widget_add_controller (chip, GTK_EVENT_CONTROLLER (source));
  return chip;
}

static void
show_people (SlipPeopleStrip *self)
{
  GtkWidget *old;

  while ((old = gtk_widget_get_first_child (GTK_WIDGET (self->people))))
    gtk_box_remove (self->people, old);
  for (guint i = 0; i < MIN (self->rows->len, MAX_PEOPLE); i++)
    gtk_box_append (self->people, new_chip (self->rows->pdata[i]));
}

static void
slip_people_strip_dispose (GObject *object)
{
  g_clear_pointer (&SLIP_PEOPLE_STRIP (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (slip_people_strip_parent_class)->dispose (object);
}

static void
slip_people_strip_finalize (GObject *object)
{
  g_clear_pointer (&SLIP_PEOPLE_STRIP (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (slip_people_strip_parent_class)->finalize (object);
}

static void
slip_people_strip_class_init (SlipPeopleStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = slip_people_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = slip_people_strip_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "peoplestrip");
}

static void
slip_people_strip_init (SlipPeopleStrip *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *hint = gtk_label_new (_ ("Drag onto a checklist"));

  self->rows = g_ptr_array_new ();
  self->hint = GTK_LABEL (hint);
  self->people = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_add_css_class (hint, "caption");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller),
                                 GTK_WIDGET (self->people));
  gtk_widget_set_hexpand (scroller, TRUE);
  /* People are dragged from here; the keys have nothing to do. */
  gtk_widget_set_can_focus (scroller, FALSE);
  gtk_box_append (GTK_BOX (self->box), hint);
  gtk_box_append (GTK_BOX (self->box), scroller);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
slip_people_strip_new (void)
{
  return g_object_new (SLIP_TYPE_PEOPLE_STRIP, NULL);
}

void
slip_people_strip_set_hint (SlipPeopleStrip *self, const char *hint)
{
  g_return_if_fail (SLIP_IS_PEOPLE_STRIP (self));

  gtk_label_set_text (self->hint, hint);
}

static gboolean
is_same (GPtrArray *a, GPtrArray *b)
{
  return a->len == b->len &&
         (a->len == 0 ||
          memcmp (a->pdata, b->pdata, a->len * sizeof (gpointer)) == 0);
}

void
slip_people_strip_set_plan (SlipPeopleStrip *self, const SlipPlanState *state)
{
  g_return_if_fail (SLIP_IS_PEOPLE_STRIP (self));

  g_autoptr (GPtrArray) rows =
    slip_entity_choice_list (state, SLIP_KIND_PERSON, NULL);
  if (is_same (rows, self->rows))
    return;
  g_ptr_array_unref (self->rows);
  self->rows = g_steal_pointer (&rows);
  show_people (self);
}
