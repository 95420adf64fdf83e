/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-bar.h"

#include "slip-feed-age.h"

#include <glib/gi18n.h>

struct _SlipFeedBar {
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (SlipFeedBar, slip_feed_bar, GTK_TYPE_WIDGET)

/* What is to be said, and of which feed, if it is but one. */
typedef struct {
  const SlipPlanState *state;
  SlipMoment moment;
  SlipFeedLoudness loudness;
  const char *feed;
  guint n_feeds;
} Finding;

/* A feed that fails and has answered lately is not worth a line. */
static SlipFeedLoudness
get_loudness (const Finding *finding, const char *feed)
{
  SlipFeedLoudness loudness =
    slip_feed_get_loudness (finding->state, feed, finding->moment.at_ms);
  gboolean is_fresh =
    slip_feed_get_age (finding->state, feed, finding->moment.at_ms) ==
    SLIP_FEED_AGE_FRESH;
  return loudness == SLIP_FEED_NOTE && is_fresh ? SLIP_FEED_QUIET : loudness;
}

static void
find_loudest_cb (const SlipRow *feed, gpointer data)
{
  Finding *finding = data;
  const char *id = slip_row_get_id (feed);
  SlipFeedLoudness loudness = get_loudness (finding, id);
  if (loudness == SLIP_FEED_QUIET || loudness < finding->loudness)
    return;
  finding->n_feeds = loudness > finding->loudness ? 1 : finding->n_feeds + 1;
  finding->loudness = loudness;
  finding->feed = id;
}

/* A feed that nobody wants asked has nothing to say here. */
static char *
dup_text (const Finding *finding)
{
  if (finding->n_feeds > 1)
    return g_strdup_printf (ngettext ("%u status feed does not answer",
                                      "%u status feeds do not answer",
                                      finding->n_feeds),
                            finding->n_feeds);
  g_autofree char *standing =
    slip_feed_dup_standing (finding->state, finding->feed,
                            finding->moment.at_ms);
  const SlipFeedStanding *known = slip_observations_get_standing (
    slip_plan_state_get_observations (finding->state), finding->feed);
  const char *name = slip_feed_get_name (finding->state, finding->feed);
  if (known == NULL || known->error == NULL ||
      finding->loudness < SLIP_FEED_WARNING)
    /* Translators: a status feed and how it fares. */
    return g_strdup_printf (_ ("Status feed %s: %s"), name, standing);
  /* Translators: a status feed, how it fares, and what failed. */
  return g_strdup_printf (_ ("Status feed %s: %s. %s"), name, standing,
                          known->error);
}

static void
slip_feed_bar_dispose (GObject *object)
{
  SlipFeedBar *self = SLIP_FEED_BAR (object);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (slip_feed_bar_parent_class)->dispose (object);
}

static void
slip_feed_bar_class_init (SlipFeedBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  G_OBJECT_CLASS (klass)->dispose = slip_feed_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "feedbar");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
slip_feed_bar_init (SlipFeedBar *self)
{
  GtkWidget *show = gtk_button_new_with_mnemonic (_ ("_Show"));
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_set_name (GTK_WIDGET (self), "feed-bar");
  gtk_widget_set_name (show, "show-feeds");
  gtk_widget_set_valign (show, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (show), "win.show-feeds");
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  gtk_widget_add_css_class (self->box, "feed-bar-content");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->icon));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self->box), show);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
slip_feed_bar_set_plan (SlipFeedBar *self,
                        const SlipPlanState *state,
                        SlipMoment moment)
{
  g_return_if_fail (SLIP_IS_FEED_BAR (self));

  Finding finding = { .state = state, .moment = moment };
  slip_plan_state_foreach (state, SLIP_KIND_FEED, find_loudest_cb, &finding);
  gtk_widget_set_visible (GTK_WIDGET (self), finding.n_feeds > 0);
  if (finding.n_feeds == 0) {
    gtk_label_set_text (self->label, "");
    return;
  }
  g_autofree char *text = dup_text (&finding);
  gboolean is_loud = finding.loudness == SLIP_FEED_WARNING;
  gtk_label_set_text (self->label, text);
  gtk_image_set_from_icon_name (self->icon, is_loud
                                              ? "dialog-warning-symbolic"
                                              : "network-offline-symbolic");
  if (is_loud)
    gtk_widget_add_css_class (GTK_WIDGET (self), "loud");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "loud");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

const char *
slip_feed_bar_get_text (SlipFeedBar *self)
{
  g_return_val_if_fail (SLIP_IS_FEED_BAR (self), "");
  return gtk_label_get_text (self->label);
}
