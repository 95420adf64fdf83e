/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-flag-row.h"

#include "slip-actions.h"
#include "slip-ask.h"
#include "slip-date-text.h"
#include "slip-flag-sight.h"
#include "slip-flag.h"
#include "slip-plain-row.h"
#include "slip-plain-text.h"
#include "slip-stage.h"

#include <glib/gi18n-lib.h>

struct _SlipFlagRow {
  AdwExpanderRow parent_instance;

  char *flag;
  char *release;
  GtkLabel *mark;
  GtkGrid *stages;
  GtkLabel *observed;
  GtkLabel *about;
  GtkWidget *accept;
  char *feed; /* whose word is shown, or NULL if the plan says so */
  char *key;
};

G_DEFINE_FINAL_TYPE (SlipFlagRow, slip_flag_row, ADW_TYPE_EXPANDER_ROW)

static const struct {
  const char *mark;
  const char *css_class;
} marks[SLIP_N_FLAG_STANDINGS] = {
  [SLIP_FLAG_AS_PLANNED] = { "✓", "success" },
  [SLIP_FLAG_AHEAD] = { "▲", "error" },
  [SLIP_FLAG_BEHIND] = { "▼", "warning" },
  [SLIP_FLAG_UNKNOWN] = { "?", "warning" },
  [SLIP_FLAG_UNPLANNED] = { "–", "dim-label" },
};

static void
record_clicked_cb (SlipFlagRow *self)
{
  slip_ask (GTK_WIDGET (self), SLIP_ACTION_OBSERVE_FLAG,
            g_variant_new ("(ss)", self->release, self->flag));
}

static void
accept_clicked_cb (SlipFlagRow *self)
{
  slip_ask (GTK_WIDGET (self), SLIP_ACTION_ACCEPT_OBSERVATION,
            g_variant_new ("(sss)", self->feed, self->key, self->flag));
}

static void
edit_clicked_cb (SlipFlagRow *self)
{
  slip_ask (GTK_WIDGET (self), SLIP_ACTION_EDIT_FLAG,
            g_variant_new ("(ss)", self->release, self->flag));
}

static void
remove_clicked_cb (SlipFlagRow *self)
{
  slip_ask_remove (GTK_WIDGET (self), SLIP_KIND_FLAG, self->flag);
}

static const char *
get_stage_name (const SlipRow *stage)
{
  const char *name = slip_row_get_text (stage, SLIP_STAGE_NAME);

  return name ? name : _ ("A stage");
}

/* 'production · On, 25 % · Ahead of plan at “5 %”' */
static char *
dup_subtitle (const SlipPlanState *state,
              const SlipRow *flag,
              const SlipRow *stage,
              SlipFlagStanding standing)
{
  const char *environment = slip_row_get_text (flag, SLIP_FLAG_ENVIRONMENT);
  const char *label = slip_flag_standing_get_label (standing);
  g_autofree char *observed = slip_flag_dup_observed (state, flag);
  g_autofree char *known = NULL;
  g_autofree char *text =
    stage ?
          /* Translators: how a flag stands, and at which stage: 'Ahead of plan
           * at “5 %”'. */
      g_strdup_printf (_ ("%s at “%s”"), label, get_stage_name (stage))
          : g_strdup (_ ("No stage has begun"));

  known = g_strdup_printf ("%s · %s", observed, text);
  return environment
           /* Translators: where a flag is, and what is known of it. */
           ? g_strdup_printf (_ ("%s · %s"), environment, known)
           : g_steal_pointer (&known);
}

static void
show_title (SlipFlagRow *self,
            const SlipPlanState *state,
            const SlipRow *flag,
            const SlipRow *stage,
            SlipFlagStanding standing)
{
  const char *key = slip_row_get_text (flag, SLIP_FLAG_KEY);
  g_autofree char *label = slip_flag_dup_label (flag);
  g_autofree char *name = g_strconcat ("flag:", key, NULL);
  g_autofree char *subtitle = dup_subtitle (state, flag, stage, standing);
  g_autofree char *accessible = g_strdup_printf (_ ("%s, %s"), label, subtitle);

  gtk_widget_set_name (GTK_WIDGET (self), name);
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (self), key);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, accessible,
                                  -1);
  gtk_label_set_text (self->mark, marks[standing].mark);
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self->mark), marks[i].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), marks[standing].css_class);
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  return label;
}

/* The stage by which it is judged says how it stands; the others only what
 * they expect. */
static void
add_stage (SlipFlagRow *self,
           int line,
           const SlipPlanState *state,
           const SlipRow *flag,
           const SlipRow *stage,
           gboolean is_current)
{
  const char *id = slip_row_get_id (stage);
  g_autofree char *expected =
    slip_flag_dup_expected (slip_flag_find_expected (state, flag, id));
  g_autofree char *text = NULL;
  GtkWidget *name = new_label (get_stage_name (stage));
  GtkWidget *value;

  if (is_current)
    /* Translators: what a stage expects of a flag, and how that stands. */
    text = g_strdup_printf (_ ("%s – %s"), expected,
                            slip_flag_standing_get_label (
                              slip_flag_compare (state, flag, id)));
  value = new_label (text ? text : expected);
  gtk_widget_set_hexpand (value, TRUE);
  if (is_current) {
    gtk_widget_add_css_class (name, "heading");
    gtk_widget_add_css_class (value, "heading");
  }
  gtk_grid_attach (self->stages, name, 0, line, 1, 1);
  gtk_grid_attach (self->stages, value, 1, line, 1, 1);
}

static void
show_stages (SlipFlagRow *self,
             const SlipPlanState *state,
             const SlipRow *flag,
             const SlipRow *current)
{
  g_autoptr (GPtrArray) stages =
    slip_stage_list (state, slip_row_get_owner (flag));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->stages))))
    gtk_grid_remove (self->stages, child);
  for (guint i = 0; i < stages->len; i++)
    add_stage (self, (int) i, state, flag, stages->pdata[i],
               current && g_str_equal (slip_row_get_id (current),
                                       slip_row_get_id (stages->pdata[i])));
  gtk_widget_set_visible (GTK_WIDGET (self->stages), stages->len > 0);
}

/* What a feed says can be taken over. */
static void
show_feed (SlipFlagRow *self, const SlipFeedValue *value)
{
  g_clear_pointer (&self->feed, g_free);
  g_clear_pointer (&self->key, g_free);
  if (value) {
    self->feed = g_strdup (value->feed);
    self->key = slip_observation_dup_key (value->observation);
  }
  gtk_widget_set_visible (gtk_widget_get_parent (self->accept), value != NULL);
}

static void
show_observed (SlipFlagRow *self,
               const SlipPlanState *state,
               const SlipRow *flag)
{
  SlipFlagSight sight = slip_flag_sight_get (state, flag);
  g_autofree char *observed = slip_flag_dup_observed (state, flag);
  g_autofree char *when =
    sight.at_ms == 0 ? NULL : slip_instant_dup_text (sight.at_ms);
  g_autoptr (GString) text = g_string_new (NULL);

  show_feed (self, sight.value);
  if (!when) {
    gtk_label_set_text (self->observed, _ ("Nothing was observed yet"));
    return;
  }
  /* Translators: what was observed of a feature flag. */
  g_string_append_printf (text, _ ("Observed: %s"), observed);
  if (sight.source)
    g_string_append_printf (text, " · %s", sight.source);
  g_string_append_printf (text, " · %s", when);
  gtk_label_set_text (self->observed, text->str);
}

static void
show_about (SlipFlagRow *self, const SlipPlanState *state, const SlipRow *flag)
{
  const SlipProperty *types =
    slip_schema_get_property (SLIP_KIND_FLAG, SLIP_FLAG_TYPE);
  const SlipRow *owner = slip_plan_state_follow (state, flag, SLIP_FLAG_OWNER);
  const char *note = slip_row_get_text (flag, SLIP_FLAG_NOTE);
  g_autoptr (GString) text = g_string_new (slip_enum_value_get_label (
    &types->values[slip_row_get_integer (flag, SLIP_FLAG_TYPE)]));

  g_string_append_printf (text, " · %s",
                          owner ? slip_row_get_text (owner, SLIP_PERSON_NAME)
                                : _ ("the release owner’s"));
  g_string_append_printf (text, " · %s",
                          slip_row_get_boolean (flag, SLIP_FLAG_IS_PERMANENT)
                            ? _ ("permanent")
                            : _ ("to be cleaned up"));
  if (note)
    g_string_append_printf (text, "\n%s", note);
  gtk_label_set_text (self->about, text->str);
}

static void
slip_flag_row_finalize (GObject *object)
{
  SlipFlagRow *self = SLIP_FLAG_ROW (object);

  g_free (self->flag);
  g_free (self->release);
  g_free (self->feed);
  g_free (self->key);

  G_OBJECT_CLASS (slip_flag_row_parent_class)->finalize (object);
}

static void
slip_flag_row_class_init (SlipFlagRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_flag_row_finalize;
}

static GtkWidget *
add_button (SlipFlagRow *self,
            GtkWidget *box,
            const char *name,
            const char *label,
            GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_name (button, name);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_flow_box_append (GTK_FLOW_BOX (box), button);
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
  return button;
}

static GtkWidget *
new_buttons (SlipFlagRow *self)
{
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 3);
  self->accept = add_button (self, box, "accept-flag", _ ("Accept…"),
                             G_CALLBACK (accept_clicked_cb));
  add_button (self, box, "observe-flag", _ ("Record…"),
              G_CALLBACK (record_clicked_cb));
  add_button (self, box, "edit-flag", _ ("Edit…"),
              G_CALLBACK (edit_clicked_cb));
  add_button (self, box, "remove-flag", _ ("Remove"),
              G_CALLBACK (remove_clicked_cb));
  return box;
}

static void
slip_flag_row_init (SlipFlagRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->mark = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->mark), "flag-mark");
  self->stages = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->stages, 12);
  gtk_grid_set_row_spacing (self->stages, 2);
  self->observed = GTK_LABEL (new_label (NULL));
  self->about = GTK_LABEL (new_label (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->about), "dim-label");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stages));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->observed));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->about));
  gtk_box_append (GTK_BOX (box), new_buttons (self));
  gtk_widget_add_css_class (box, "field");
  gtk_widget_add_css_class (GTK_WIDGET (self), "flag");
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (self),
                               GTK_WIDGET (self->mark));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), slip_plain_row_new (box));
}

GtkWidget *
slip_flag_row_new (const char *flag)
{
  SlipFlagRow *self = g_object_new (SLIP_TYPE_FLAG_ROW, NULL);

  self->flag = g_strdup (flag);
  return GTK_WIDGET (self);
}

const char *
slip_flag_row_get_flag (SlipFlagRow *self)
{
  g_return_val_if_fail (SLIP_IS_FLAG_ROW (self), NULL);

  return self->flag;
}

void
slip_flag_row_set_plan (SlipFlagRow *self,
                        const SlipPlanState *state,
                        const SlipRow *flag)
{
  const SlipRow *stage;

  g_return_if_fail (SLIP_IS_FLAG_ROW (self));

  g_free (self->release);
  self->release = g_strdup (slip_row_get_owner (flag));
  stage = slip_flag_find_stage (state, self->release);
  show_title (self, state, flag, stage,
              slip_flag_compare (state, flag,
                                 stage ? slip_row_get_id (stage) : NULL));
  show_stages (self, state, flag, stage);
  show_observed (self, state, flag);
  show_about (self, state, flag);
}
