/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-values.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-feed-text.h"
#include "slip-now.h"
#include "slip-observation-text.h"
#include "slip-open-uri.h"

#include <glib/gi18n-lib.h>

#define FEED_KEY "slip-feed"
#define KEY_KEY  "slip-observation"
#define URI_KEY  "slip-uri"

/* So many are shown, and of each so many characters: a feed may say thousands
 * of things, and each at length. */
#define MAX_SHOWN  20
#define MAX_LENGTH 1000

struct _SlipFeedValues {
  GtkBox parent_instance;

  gboolean is_release;
  char *shown; /* all that is said, to know whether it is something else */
};

G_DEFINE_FINAL_TYPE (SlipFeedValues, slip_feed_values, GTK_TYPE_BOX)

static void
accept_clicked_cb (GtkWidget *button)
{
  slip_ask (button, SLIP_ACTION_ACCEPT_OBSERVATION,
            g_variant_new ("(sss)",
                           g_object_get_data (G_OBJECT (button), FEED_KEY),
                           g_object_get_data (G_OBJECT (button), KEY_KEY), ""));
}

static void
history_clicked_cb (GtkWidget *button)
{
  slip_ask (button, SLIP_ACTION_SHOW_OBSERVATION,
            g_variant_new ("(ss)",
                           g_object_get_data (G_OBJECT (button), FEED_KEY),
                           g_object_get_data (G_OBJECT (button), KEY_KEY)));
}

static void
open_clicked_cb (GtkWidget *button)
{
  slip_open_uri (button, g_object_get_data (G_OBJECT (button), URI_KEY));
}

static GtkWidget *
new_button (const char *label,
            const char *name,
            const SlipFeedValue *value,
            const char *about,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  g_autofree char *widget_name = g_strconcat (name, ":", about, NULL);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", label, about);

  gtk_widget_set_name (button, widget_name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "feed-button");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (button), FEED_KEY, g_strdup (value->feed),
                          g_free);
  g_object_set_data_full (G_OBJECT (button), KEY_KEY,
                          slip_observation_dup_key (value->observation),
                          g_free);
  g_signal_connect (button, "clicked", clicked, NULL);
  return button;
}

static GtkWidget *
new_label (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style)
    gtk_widget_add_css_class (label, style);
  return label;
}

static const char *
get_tone_class (const SlipFeedValue *value, SlipFeedAge age)
{
  if (value->observation->type != SLIP_OBSERVATION_STATUS ||
      age == SLIP_FEED_AGE_STALE)
    return "tone-none";
  switch (slip_observed_state_get_tone (value->observation->state)) {
  case SLIP_TONE_GOOD:
    return "tone-good";
  case SLIP_TONE_WARNING:
    return "tone-warning";
  case SLIP_TONE_ERROR:
    return "tone-error";
  case SLIP_TONE_NONE:
    break;
  }
  return "tone-none";
}

/* What is said, as a pill, with what it is about where that is not clear from
 * the place. */
static GtkWidget *
new_first_line (const SlipFeedValue *value,
                const char *about,
                SlipFeedAge age,
                SlipDate today)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *says =
    slip_observation_dup_marked (value->observation, today);
  GtkWidget *pill = gtk_label_new (says);

  gtk_widget_add_css_class (pill, "pill-label");
  gtk_widget_add_css_class (pill, get_tone_class (value, age));
  gtk_label_set_ellipsize (GTK_LABEL (pill), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (pill, says);
  if (about)
    gtk_box_append (GTK_BOX (line), new_label (about, "heading"));
  gtk_box_append (GTK_BOX (line), pill);
  return line;
}

static char *
dup_about (const SlipPlanState *state, const SlipFeedValue *value)
{
  const SlipRow *audience =
    slip_plan_state_get (state, SLIP_KIND_AUDIENCE, value->audience);

  if (value->observation->type == SLIP_OBSERVATION_CRITERION)
    return g_strdup (value->observation->criterion);
  if (value->observation->type == SLIP_OBSERVATION_FREEZE)
    return slip_observation_dup_about (value->observation);
  if (audience)
    return g_strdup (slip_row_get_text (audience, SLIP_AUDIENCE_NAME));
  return g_strdup (value->observation->audience ? value->observation->audience
                                                : _ ("Release"));
}

/* Takes @text. */
static char *
clip (char *text)
{
  g_autofree char *owned = text;
  g_autofree char *start = NULL;

  if (!text || g_utf8_strlen (text, -1) <= MAX_LENGTH)
    return g_steal_pointer (&owned);
  start = g_utf8_substring (text, 0, MAX_LENGTH);
  return g_strconcat (start, "…", NULL);
}

static void
add_disagreements (GtkWidget *box,
                   const GPtrArray *disagreements,
                   const SlipFeedValue *value)
{
  for (guint i = 0; i < disagreements->len; i++) {
    const SlipDisagreement *disagreement = disagreements->pdata[i];
    g_autofree char *text =
      g_strdup_printf (SLIP_DISAGREEMENT_MARK " %s", disagreement->text);

    if (disagreement->value == value)
      gtk_box_append (GTK_BOX (box), new_label (text, "feed-disagreement"));
  }
}

/* What can be done with it.  Where the source says more is opened by whoever
 * clicks, and shown before. */
static GtkWidget *
new_buttons (const SlipFeedValue *value, const char *about)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *uri = value->observation->url;

  gtk_box_append (GTK_BOX (buttons),
                  new_button (_ ("Accept…"), "accept-value", value, about,
                              G_CALLBACK (accept_clicked_cb)));
  gtk_box_append (GTK_BOX (buttons),
                  new_button (_ ("History"), "value-history", value, about,
                              G_CALLBACK (history_clicked_cb)));
  if (slip_uri_is_web (uri)) {
    GtkWidget *button = new_button (_ ("Open"), "open-value", value, about,
                                    G_CALLBACK (open_clicked_cb));

    gtk_widget_set_tooltip_text (button, uri);
    g_object_set_data_full (G_OBJECT (button), URI_KEY, g_strdup (uri), g_free);
    gtk_box_append (GTK_BOX (buttons), button);
  }
  return buttons;
}

static GtkWidget *
new_value (const SlipPlanState *state,
           const SlipFeedValue *value,
           const GPtrArray *disagreements,
           gboolean is_release,
           SlipMoment moment)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  SlipFeedAge age = slip_feed_get_age (state, value->feed, moment.at_ms);
  g_autofree char *about = dup_about (state, value);
  g_autofree char *detail =
    clip (slip_observation_dup_detail (value->observation, moment.today));
  g_autofree char *source =
    slip_feed_value_dup_source (value, state, moment.at_ms);
  g_autofree char *loud =
    age == SLIP_FEED_AGE_FRESH ? NULL : g_strdup_printf ("⚠ %s", source);

  gtk_widget_add_css_class (box, "feed-value");
  gtk_box_append (GTK_BOX (box),
                  new_first_line (value, is_release ? about : NULL, age,
                                  moment.today));
  if (detail)
    gtk_box_append (GTK_BOX (box), new_label (detail, NULL));
  gtk_box_append (GTK_BOX (box), new_label (loud ? loud : source,
                                            loud ? "feed-old" : "feed-source"));
  add_disagreements (box, disagreements, value);
  gtk_box_append (GTK_BOX (box), new_buttons (value, about));
  return box;
}

static void
slip_feed_values_finalize (GObject *object)
{
  g_free (SLIP_FEED_VALUES (object)->shown);

  G_OBJECT_CLASS (slip_feed_values_parent_class)->finalize (object);
}

static void
slip_feed_values_class_init (SlipFeedValuesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_feed_values_finalize;
}

static void
slip_feed_values_init (SlipFeedValues *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_name (GTK_WIDGET (self), "feed-values");
  gtk_widget_add_css_class (GTK_WIDGET (self), "feed-values");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
slip_feed_values_new (void)
{
  return g_object_new (SLIP_TYPE_FEED_VALUES, NULL);
}

/* What has no place of its own below the release. */
static gboolean
is_of_release (const SlipFeedValue *value, const SlipReleaseSummary *summary)
{
  return value->audience == NULL || summary == NULL ||
         slip_release_summary_find (summary, value->audience) == NULL;
}

/* (element-type SlipFeedValue), borrowed. */
static GPtrArray *
list_values (const SlipPlanState *state,
             const char *release,
             const char *audience)
{
  const SlipObservations *observations =
    slip_plan_state_get_observations (state);
  const GPtrArray *all =
    !release ? slip_observations_get_freezes (observations)
    : audience
      ? slip_observations_get_statuses (observations, release, audience)
      : slip_observations_get_release (observations, release);
  g_autoptr (SlipReleaseSummary) summary = NULL;
  GPtrArray *values = g_ptr_array_new ();

  if (!all)
    return values;
  if (release && !audience)
    summary = slip_plan_state_get_summary (state, release);
  for (guint i = 0; i < all->len; i++)
    if (!release || audience || is_of_release (all->pdata[i], summary))
      g_ptr_array_add (values, all->pdata[i]);
  return values;
}

/* All that will be shown, to leave it alone, with the focus, if it is the
 * same. */
static char *
dup_all (const SlipPlanState *state,
         const GPtrArray *values,
         const GPtrArray *disagreements,
         SlipMoment moment)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++) {
    const SlipFeedValue *value = values->pdata[i];
    g_autofree char *key = slip_observation_dup_key (value->observation);
    g_autofree char *about = dup_about (state, value);
    g_autofree char *says =
      slip_observation_dup_marked (value->observation, moment.today);
    g_autofree char *detail =
      slip_observation_dup_detail (value->observation, moment.today);
    g_autofree char *source =
      slip_feed_value_dup_source (value, state, moment.at_ms);

    g_string_append_printf (
      text, "%s|%s|%s|%s|%s|%s|%d\n", key, about, says, detail ? detail : "",
      source, value->observation->url ? value->observation->url : "",
      (int) slip_feed_get_age (state, value->feed, moment.at_ms));
  }
  for (guint i = 0; i < disagreements->len; i++) {
    const SlipDisagreement *disagreement = disagreements->pdata[i];

    g_string_append_printf (text, "%s\n", disagreement->text);
  }
  return g_string_free (text, FALSE);
}

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_widget_get_name (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, name);
  return found;
}

/* Returns: (transfer full) (nullable): the name of what has the focus here. */
static char *
dup_focus (SlipFeedValues *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  return focus && gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
           ? g_strdup (gtk_widget_get_name (focus))
           : NULL;
}

/* What is found in the plan comes first; after the most that are shown, how
 * many are not. */
static void
add_values (SlipFeedValues *self,
            const SlipPlanState *state,
            const GPtrArray *values,
            const GPtrArray *disagreements,
            SlipMoment moment)
{
  guint n_left = values->len;
  guint n_shown = 0;

  for (int is_fine = TRUE; is_fine >= FALSE; is_fine--)
    for (guint i = 0; i < values->len && n_shown < MAX_SHOWN; i++) {
      const SlipFeedValue *value = values->pdata[i];

      if ((value->problem == SLIP_MATCH_FINE) != is_fine)
        continue;
      n_shown++;
      gtk_box_append (GTK_BOX (self), new_value (state, value, disagreements,
                                                 self->is_release, moment));
    }
  n_left -= n_shown;
  if (n_left > 0) {
    g_autofree char *more =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more value",
                                    "and %u more values", n_left),
                       n_left);

    gtk_box_append (GTK_BOX (self), new_label (more, "feed-source"));
  }
}

static void
build (SlipFeedValues *self,
       const SlipPlanState *state,
       const GPtrArray *values,
       const GPtrArray *disagreements,
       SlipMoment moment)
{
  g_autofree char *name = dup_focus (self);
  GtkWidget *child;
  GtkWidget *focus;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_box_remove (GTK_BOX (self), child);
  if (self->is_release)
    gtk_box_append (GTK_BOX (self), new_label (_ ("Status Feeds"), "heading"));
  add_values (self, state, values, disagreements, moment);
  gtk_widget_set_visible (GTK_WIDGET (self), values->len > 0);
  focus = name ? find_named (GTK_WIDGET (self), name) : NULL;
  if (focus)
    gtk_widget_grab_focus (focus);
}

void
slip_feed_values_set_plan (SlipFeedValues *self,
                           const SlipPlanState *state,
                           const char *release,
                           const char *audience,
                           SlipDate today)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (GPtrArray) disagreements = NULL;
  g_autofree char *shown = NULL;
  SlipMoment moment;

  g_return_if_fail (SLIP_IS_FEED_VALUES (self));

  moment = slip_now_get (GTK_WIDGET (self), today);
  values = list_values (state, release, audience);
  disagreements = row && values->len > 0
                    ? slip_disagreement_list (state, row, audience, moment)
                    : g_ptr_array_new ();
  shown = dup_all (state, values, disagreements, moment);
  if (g_strcmp0 (shown, self->shown) == 0)
    return;
  g_free (self->shown);
  self->shown = g_steal_pointer (&shown);
  self->is_release = audience == NULL;
  build (self, state, values, disagreements, moment);
}
