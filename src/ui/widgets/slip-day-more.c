/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-day-more.h"

#include "slip-count-text.h"
#include "slip-plain-text.h"
#include "slip-widget-name.h"

#include <glib/gi18n-lib.h>

struct _SlipDayMore {
  GtkButton parent_instance;

  char *label;
};

G_DEFINE_FINAL_TYPE (SlipDayMore, slip_day_more, GTK_TYPE_BUTTON)

/* Telling GTK the text beforehand would ask the display for the pointer, for
 * every day of every page. */
static gboolean
slip_day_more_query_tooltip (GtkWidget *widget,
                             int x,
                             int y,
                             gboolean is_keyboard,
                             GtkTooltip *tooltip)
{
  SlipDayMore *self = SLIP_DAY_MORE (widget);

  gtk_tooltip_set_text (tooltip, self->label);
  return self->label != NULL;
}

static void
slip_day_more_finalize (GObject *object)
{
  g_free (SLIP_DAY_MORE (object)->label);

  G_OBJECT_CLASS (slip_day_more_parent_class)->finalize (object);
}

static void
slip_day_more_class_init (SlipDayMoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_day_more_finalize;
  GTK_WIDGET_CLASS (klass)->query_tooltip = slip_day_more_query_tooltip;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "daymore");
}

static void
slip_day_more_init (SlipDayMore *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_button_set_child (GTK_BUTTON (self), slip_count_text_new ());
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_has_tooltip (widget, TRUE);
}

GtkWidget *
slip_day_more_new (void)
{
  return g_object_new (SLIP_TYPE_DAY_MORE, NULL);
}

static char *
dup_releases (int n_releases)
{
  return g_strdup_printf (ngettext ("%d more release", "%d more releases",
                                    (gulong) n_releases),
                          n_releases);
}

static char *
dup_stages (int n_stages)
{
  return g_strdup_printf (
    /* Translators: rollout stages that have no room on a day. */
    ngettext ("%d more stage", "%d more stages", (gulong) n_stages), n_stages);
}

static char *
dup_label (int n_releases, int n_stages)
{
  if (n_stages == 0)
    return dup_releases (n_releases);
  if (n_releases == 0)
    return dup_stages (n_stages);

  g_autofree char *releases = dup_releases (n_releases);
  g_autofree char *stages = dup_stages (n_stages);
  /* Translators: '2 more releases', '1 more stage'. */
  return g_strdup_printf (_ ("%s, %s"), releases, stages);
}

void
slip_day_more_set (SlipDayMore *self,
                   SlipDate date,
                   int n_releases,
                   int n_stages)
{
  g_return_if_fail (SLIP_IS_DAY_MORE (self));

  char day[SLIP_DATE_TEXT_SIZE];
  g_autofree char *count = g_strdup_printf ("+%d", n_releases + n_stages);
  g_autofree char *text = slip_plain_text_dup_isolated (count);
  g_autofree char *old = self->label;

  self->label = dup_label (n_releases, n_stages);
  slip_count_text_set (SLIP_COUNT_TEXT (
                         gtk_button_get_child (GTK_BUTTON (self))),
                       text);
  slip_widget_name_set (GTK_WIDGET (self),
                        g_strconcat ("more:", slip_date_print (date, day),
                                     NULL));
  if (g_strcmp0 (old, self->label) == 0)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->label,
                                  -1);
}
