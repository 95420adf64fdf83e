/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-ask.h"

#include "slip-actions.h"

static GtkWidget *
find_main_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  while (window && gtk_window_get_transient_for (window))
    window = gtk_window_get_transient_for (window);

  return window ? GTK_WIDGET (window) : widget;
}

static GVariant *
new_pairs (const char *const *pairs)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (; pairs && pairs[0]; pairs += 2)
    g_variant_builder_add (&builder, "(ss)", pairs[0],
                           pairs[1] ? pairs[1] : "");
  return g_variant_builder_end (&builder);
}

void
slip_ask (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autoptr (GVariant) owned =
    parameter ? g_variant_ref_sink (parameter) : NULL;

  gtk_widget_activate_action_variant (find_main_window (widget), action, owned);
}

void
slip_ask_edit (GtkWidget *widget,
               SlipKind kind,
               const char *id,
               const char *const *pairs)
{
  slip_ask (widget, SLIP_ACTION_EDIT,
            g_variant_new ("(ss@a(ss))", slip_schema_get (kind)->name, id,
                           new_pairs (pairs)));
}

void
slip_ask_create (GtkWidget *widget,
                 SlipKind kind,
                 const char *id,
                 const char *owner,
                 const char *const *pairs)
{
  slip_ask (widget, SLIP_ACTION_CREATE,
            g_variant_new ("(sss@a(ss))", slip_schema_get (kind)->name,
                           id ? id : "", owner ? owner : "",
                           new_pairs (pairs)));
}

void
slip_ask_remove (GtkWidget *widget, SlipKind kind, const char *id)
{
  slip_ask (widget, SLIP_ACTION_REMOVE,
            g_variant_new ("(ss)", slip_schema_get (kind)->name, id));
}

static GVariant *
new_wish (const char *what,
          SlipKind kind,
          const char *id,
          const char *owner,
          const char *const *pairs)
{
  return g_variant_new ("(ssss@a(ss))", what, slip_schema_get (kind)->name, id,
                        owner ? owner : "", new_pairs (pairs));
}

GVariant *
slip_wish_new_create (SlipKind kind,
                      const char *id,
                      const char *owner,
                      const char *const *pairs)
{
  return new_wish ("create", kind, id, owner, pairs);
}

GVariant *
slip_wish_new_set (SlipKind kind, const char *id, const char *const *pairs)
{
  return new_wish ("set", kind, id, NULL, pairs);
}

GVariant *
slip_wish_new_remove (SlipKind kind, const char *id)
{
  return new_wish ("remove", kind, id, NULL, NULL);
}

void
slip_ask_all (GtkWidget *widget, GVariant *const *wishes, gsize n_wishes)
{
  slip_ask (widget, SLIP_ACTION_EDIT_ALL,
            g_variant_new_array (G_VARIANT_TYPE ("(ssssa(ss))"), wishes,
                                 n_wishes));
}
