/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-choice.h"

#include "slip-control-name.h"
#include "slip-inner-focus.h"
#include "slip-name-list.h"
#include "slip-template.h"

#include <glib/gi18n-lib.h>

struct _SlipTemplateChoice {
  GtkWidget parent_instance;

  char *none;
  GtkDropDown *drop_down;
  GPtrArray *ids; /* of the entries, "" for none */
  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (SlipTemplateChoice, slip_template_choice, GTK_TYPE_WIDGET)

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
selected_cb (GtkDropDown *drop_down,
             GParamSpec *pspec,
             SlipTemplateChoice *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHOSEN], 0);
}

static gboolean
slip_template_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (
    GTK_WIDGET (SLIP_TEMPLATE_CHOICE (widget)->drop_down));
}

static void
slip_template_choice_dispose (GObject *object)
{
  SlipTemplateChoice *self = SLIP_TEMPLATE_CHOICE (object);

  self->is_filling = TRUE;
  if (self->drop_down)
    gtk_widget_unparent (GTK_WIDGET (self->drop_down));
  self->drop_down = NULL;

  G_OBJECT_CLASS (slip_template_choice_parent_class)->dispose (object);
}

static void
slip_template_choice_finalize (GObject *object)
{
  SlipTemplateChoice *self = SLIP_TEMPLATE_CHOICE (object);

  g_ptr_array_unref (self->ids);
  g_free (self->none);

  G_OBJECT_CLASS (slip_template_choice_parent_class)->finalize (object);
}

static void
slip_template_choice_class_init (SlipTemplateChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = slip_template_choice_dispose;
  object_class->finalize = slip_template_choice_finalize;
  widget_class->focus = slip_inner_focus;
  widget_class->grab_focus = slip_template_choice_grab_focus;
  signals[CHOSEN] =
    g_signal_new ("chosen", SLIP_TYPE_TEMPLATE_CHOICE, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
slip_template_choice_init (SlipTemplateChoice *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  slip_name_list_set_up (self->drop_down, -1, SLIP_NAME_LIST_USUAL);
  slip_control_name_set (GTK_WIDGET (self->drop_down), _ ("Template"));
  g_signal_connect (self->drop_down, "notify::selected",
                    G_CALLBACK (selected_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->drop_down), GTK_WIDGET (self));
}

GtkWidget *
slip_template_choice_new (const char *none)
{
  SlipTemplateChoice *self = g_object_new (SLIP_TYPE_TEMPLATE_CHOICE, NULL);

  self->none = g_strdup (none);
  return GTK_WIDGET (self);
}

static gboolean
has_id (GPtrArray *ids, const char *id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_str_equal (ids->pdata[i], id))
      return TRUE;

  return FALSE;
}

static void
add_rows (GPtrArray *rows, GtkStringList *names, GPtrArray *ids)
{
  for (guint i = 0; i < rows->len; i++) {
    const char *id = slip_row_get_id (rows->pdata[i]);

    if (has_id (ids, id) ||
        slip_row_get_boolean (rows->pdata[i], SLIP_TEMPLATE_IS_RETIRED))
      continue;
    gtk_string_list_append (names, slip_row_get_text (rows->pdata[i],
                                                      SLIP_TEMPLATE_NAME));
    g_ptr_array_add (ids, g_strdup (id));
  }
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return slip_template_compare (*(const SlipRow *const *) a,
                                *(const SlipRow *const *) b);
}

static void
select_id (SlipTemplateChoice *self, const char *id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_strcmp0 (self->ids->pdata[i], id ? id : "") == 0)
      gtk_drop_down_set_selected (self->drop_down, i);
}

void
slip_template_choice_set_plan (SlipTemplateChoice *self,
                               const SlipPlanState *state,
                               int tier,
                               const char *product)
{
  g_autoptr (GPtrArray) meant = slip_template_list (state, tier, product);
  g_autoptr (GPtrArray) all = slip_plan_state_list (state, SLIP_KIND_TEMPLATE);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *id = NULL;

  g_return_if_fail (SLIP_IS_TEMPLATE_CHOICE (self));

  id = g_strdup (slip_template_choice_get_id (self));
  self->is_filling = TRUE;
  g_ptr_array_set_size (self->ids, 0);
  if (self->none) {
    gtk_string_list_append (names, self->none);
    g_ptr_array_add (self->ids, g_strdup (""));
  }
  add_rows (meant, names, self->ids);
  g_ptr_array_sort (all, compare_cb);
  add_rows (all, names, self->ids);
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (names));
  select_id (self, id);
  self->is_filling = FALSE;
}

const char *
slip_template_choice_get_id (SlipTemplateChoice *self)
{
  guint selected;
  const char *id;

  g_return_val_if_fail (SLIP_IS_TEMPLATE_CHOICE (self), NULL);

  selected = gtk_drop_down_get_selected (self->drop_down);
  id = selected < self->ids->len ? self->ids->pdata[selected] : NULL;
  return id && *id ? id : NULL;
}

void
slip_template_choice_set_id (SlipTemplateChoice *self, const char *id)
{
  g_return_if_fail (SLIP_IS_TEMPLATE_CHOICE (self));

  self->is_filling = TRUE;
  select_id (self, id);
  self->is_filling = FALSE;
}

void
slip_template_choice_choose (SlipTemplateChoice *self, const char *id)
{
  g_return_if_fail (SLIP_IS_TEMPLATE_CHOICE (self));

  select_id (self, id);
}
