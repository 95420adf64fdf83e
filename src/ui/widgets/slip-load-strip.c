/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-load-strip.h"

#include "slip-actions.h"
#include "slip-date-text.h"
#include "slip-load.h"

#include <glib/gi18n.h>

/* As many releases or people as are listed of one week. */
#define MAX_LISTED 60

/* What too much is marked with. */
#define MARK "▲"

struct _SlipLoadStrip {
  GtkWidget parent_instance;

  GPtrArray *weeks; /* of SlipLoadWeek, or NULL */
  SlipPlanState *state;
  char *person;
  SlipDate today;

  GtkWidget *scroller;
  GtkBox *box;
  GtkWidget *popover; /* or NULL */
};

enum {
  PERSON_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipLoadStrip, slip_load_strip, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Takes @text over. */
static char *
mark (const SlipLoad *load, char *text)
{
  g_autofree char *plain = text;

  if (!load->is_over)
    return g_steal_pointer (&plain);
  return g_strdup_printf (MARK " %s", plain);
}

static const SlipLoad *
find_load (const GPtrArray *loads, const char *id)
{
  for (guint i = 0; i < loads->len; i++) {
    const SlipLoad *load = loads->pdata[i];

    if (id == NULL || g_strcmp0 (slip_row_get_id (load->who), id) == 0)
      return load;
  }

  return NULL;
}

static void
show_load (GtkWidget *label, const SlipLoad *load)
{
  g_autofree char *text =
    load != NULL ? mark (load, slip_load_dup_short_text (load)) : NULL;

  /* A place without load is as high as one with. */
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : " ");
  if (load != NULL && load->is_over)
    gtk_widget_add_css_class (label, "over");
  else
    gtk_widget_remove_css_class (label, "over");
}

/* The heaviest audience, and how many others have too much. */
static void
show_audiences (GtkWidget *label, const GPtrArray *audiences)
{
  guint n_over = 0;

  show_load (label, find_load (audiences, NULL));
  for (guint i = 0; i < audiences->len; i++)
    n_over += ((const SlipLoad *) audiences->pdata[i])->is_over;
  if (n_over > 1) {
    g_autofree char *text =
      /* Translators: an audience and its load, and how many others have too
       * much: '▲ Support: 3, +2'. */
      g_strdup_printf (ngettext ("%s, +%u", "%s, +%u", n_over - 1),
                       gtk_label_get_text (GTK_LABEL (label)), n_over - 1);

    gtk_label_set_text (GTK_LABEL (label), text);
  }
}

static void
fill_button (SlipLoadStrip *self, GtkWidget *button, const SlipLoadWeek *week)
{
  GtkWidget *label =
    gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (button)));
  g_autofree char *day =
    slip_date_dup_text (week->range.first, SLIP_DATE_STYLE_SHORT, self->today);
  g_autofree char *releases =
    g_strdup_printf (ngettext ("%u release", "%u releases",
                               week->releases->len),
                     week->releases->len);
  g_autofree char *name = slip_load_week_dup_label (week, self->today);
  gboolean is_now = slip_range_contains (week->range, self->today);

  gtk_label_set_text (GTK_LABEL (label), is_now ? _ ("This week") : day);
  label = gtk_widget_get_next_sibling (label);
  gtk_label_set_text (GTK_LABEL (label), releases);
  label = gtk_widget_get_next_sibling (label);
  show_audiences (label, week->audiences);
  label = gtk_widget_get_next_sibling (label);
  show_load (label, find_load (week->owners, self->person));
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (slip_load_week_count_over (week) > 0)
    gtk_widget_add_css_class (button, "over");
  else
    gtk_widget_remove_css_class (button, "over");
}

static void
close_popover (SlipLoadStrip *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
release_clicked_cb (SlipLoadStrip *self, GtkWidget *button)
{
  const char *release = g_object_get_data (G_OBJECT (button), "release");

  close_popover (self);
  gtk_widget_activate_action (GTK_WIDGET (self), SLIP_ACTION_OPEN, "s",
                              release);
}

static void
person_clicked_cb (SlipLoadStrip *self, GtkWidget *button)
{
  const char *person = g_object_get_data (G_OBJECT (button), "person");

  close_popover (self);
  g_signal_emit (self, signals[PERSON_WANTED], 0, person);
}

static GtkWidget *
new_button (SlipLoadStrip *self,
            const char *text,
            const char *what,
            const char *id,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = new_label (text, NULL);
  g_autofree char *name = g_strconcat ("load-entry:", text, NULL);

  /* What it ends in is the day. */
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "load-entry");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (button), what, g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", callback, self,
                           G_CONNECT_SWAPPED);
  return button;
}

static void
append_more (GtkBox *box, guint n)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("and %u more", "and %u more", n), n);

  if (n > 0)
    gtk_box_append (box, new_label (text, "dim-label"));
}

static void
append_releases (SlipLoadStrip *self, GtkBox *box, const GPtrArray *releases)
{
  guint n = MIN (releases->len, MAX_LISTED);

  for (guint i = 0; i < n; i++) {
    const SlipRow *release = releases->pdata[i];
    g_autofree char *title = slip_release_dup_title (self->state, release);
    g_autofree char *day =
      slip_date_dup_text (slip_release_resolve (self->state, release,
                                                SLIP_ANCHOR_RELEASE),
                          SLIP_DATE_STYLE_MEDIUM, self->today);
    /* Translators: a release and its day. */
    g_autofree char *text = g_strdup_printf (_ ("%s · %s"), title, day);

    gtk_box_append (box, new_button (self, text, "release",
                                     slip_row_get_id (release),
                                     G_CALLBACK (release_clicked_cb)));
  }
  append_more (box, releases->len - n);
}

/* An audience opens into the releases that it is not ready for. */
static GtkWidget *
new_audience (SlipLoadStrip *self, const SlipLoad *load)
{
  g_autofree char *text = mark (load, slip_load_dup_text (load));
  GtkWidget *expander = gtk_expander_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = new_label (text, load->is_over ? "over" : NULL);

  gtk_widget_add_css_class (expander, "load-audience");
  gtk_expander_set_label_widget (GTK_EXPANDER (expander), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  append_releases (self, GTK_BOX (box), load->releases);
  gtk_expander_set_child (GTK_EXPANDER (expander), box);
  /* Newer GTKs lead Tab into a box that is folded away, if it is visible. */
  g_object_bind_property (expander, "expanded", box, "visible",
                          G_BINDING_SYNC_CREATE);
  return expander;
}

static void
append_loads (SlipLoadStrip *self,
              GtkBox *box,
              const char *title,
              const GPtrArray *loads)
{
  guint n = MIN (loads->len, MAX_LISTED);

  if (n > 0)
    gtk_box_append (box, new_label (title, "heading"));
  for (guint i = 0; i < n; i++) {
    const SlipLoad *load = loads->pdata[i];
    g_autofree char *text = mark (load, slip_load_dup_text (load));

    if (slip_row_get_kind (load->who) == SLIP_KIND_AUDIENCE)
      gtk_box_append (box, new_audience (self, load));
    else
      gtk_box_append (box, new_button (self, text, "person",
                                       slip_row_get_id (load->who),
                                       G_CALLBACK (person_clicked_cb)));
  }
  append_more (box, loads->len - n);
}

static GtkWidget *
new_content (SlipLoadStrip *self, const SlipLoadWeek *week)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *label = slip_load_week_dup_label (week, self->today);
  GtkWidget *heading = new_label (label, "heading");

  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (heading), 36);
  gtk_label_set_ellipsize (GTK_LABEL (heading), PANGO_ELLIPSIZE_NONE);
  gtk_box_append (GTK_BOX (box), heading);
  append_releases (self, GTK_BOX (box), week->releases);
  append_loads (self, GTK_BOX (box), _ ("Audiences that are not ready"),
                week->audiences);
  append_loads (self, GTK_BOX (box), _ ("People"), week->owners);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (
                                                      scroller),
                                                    TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller),
                                              380);
  gtk_widget_set_size_request (scroller, 300, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  return scroller;
}

static void
week_clicked_cb (SlipLoadStrip *self, GtkWidget *button)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "place"));
  graphene_rect_t bounds;

  if (self->popover == NULL) {
    self->popover = gtk_popover_new ();
    gtk_widget_set_name (self->popover, "load-popover");
    gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  }
  gtk_popover_set_child (GTK_POPOVER (self->popover),
                         new_content (self, self->weeks->pdata[i]));
  if (gtk_widget_compute_bounds (button, GTK_WIDGET (self), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                                 &(GdkRectangle){ (int) bounds.origin.x,
                                                  (int) bounds.origin.y,
                                                  (int) bounds.size.width,
                                                  (int) bounds.size.height });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static GtkWidget *
new_week_button (SlipLoadStrip *self, guint place)
{
  static const char *const classes[] = { "load-day", "load-releases",
                                         "load-who", "load-who" };
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = g_strdup_printf ("load-week:%u", place);

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++) {
    GtkWidget *label = new_label (NULL, classes[i]);

    gtk_label_set_width_chars (GTK_LABEL (label), 16);
    gtk_label_set_max_width_chars (GTK_LABEL (label), 22);
    gtk_box_append (GTK_BOX (box), label);
  }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_name (button, name);
  gtk_widget_add_css_class (button, "load-week");
  g_object_set_data (G_OBJECT (button), "place", GUINT_TO_POINTER (place));
  g_signal_connect_object (button, "clicked", G_CALLBACK (week_clicked_cb),
                           self, G_CONNECT_SWAPPED);
  return button;
}

static void
slip_load_strip_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gtk_widget_measure (SLIP_LOAD_STRIP (widget)->scroller, orientation, for_size,
                      minimum, natural, NULL, NULL);
}

static void
slip_load_strip_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  SlipLoadStrip *self = SLIP_LOAD_STRIP (widget);

  gtk_widget_allocate (self->scroller, width, height, baseline, NULL);
  if (self->popover != NULL)
    gtk_popover_present (GTK_POPOVER (self->popover));
}

static void
slip_load_strip_dispose (GObject *object)
{
  SlipLoadStrip *self = SLIP_LOAD_STRIP (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);

  G_OBJECT_CLASS (slip_load_strip_parent_class)->dispose (object);
}

static void
slip_load_strip_finalize (GObject *object)
{
  SlipLoadStrip *self = SLIP_LOAD_STRIP (object);

  g_clear_pointer (&self->weeks, g_ptr_array_unref);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self->person);

  G_OBJECT_CLASS (slip_load_strip_parent_class)->finalize (object);
}

static void
slip_load_strip_class_init (SlipLoadStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = slip_load_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = slip_load_strip_finalize;
  widget_class->measure = slip_load_strip_measure;
  widget_class->size_allocate = slip_load_strip_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "loadstrip");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
  signals[PERSON_WANTED] =
    g_signal_new ("person-wanted", SLIP_TYPE_LOAD_STRIP, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
slip_load_strip_init (SlipLoadStrip *self)
{
  self->today = SLIP_DATE_NONE;
  self->scroller = gtk_scrolled_window_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  gtk_widget_add_css_class (GTK_WIDGET (self->box), "load-weeks");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller),
                                 GTK_WIDGET (self->box));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Load by Week"), -1);
}

void
slip_load_strip_set_weeks (SlipLoadStrip *self,
                           GPtrArray *weeks,
                           const SlipPlanState *state,
                           const char *person,
                           SlipDate today)
{
  g_return_if_fail (SLIP_IS_LOAD_STRIP (self));
  g_return_if_fail (weeks != NULL && state != NULL);

  SlipPlanState *held = slip_plan_state_ref (state);
  char *chosen = g_strdup (person);
  GtkWidget *button;

  g_clear_pointer (&self->weeks, g_ptr_array_unref);
  self->weeks = weeks;
  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = held;
  g_free (self->person);
  self->person = chosen;
  self->today = today;

  button = gtk_widget_get_first_child (GTK_WIDGET (self->box));
  for (guint i = 0; i < weeks->len; i++) {
    if (button == NULL) {
      button = new_week_button (self, i);
      gtk_box_append (self->box, button);
    }
    fill_button (self, button, weeks->pdata[i]);
    button = gtk_widget_get_next_sibling (button);
  }
}
