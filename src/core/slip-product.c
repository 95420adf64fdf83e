/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-product.h"

#include "slip-text.h"

#include <glib/gi18n-lib.h>

/* Neighbours differ much, as most plans have few products. */
static const char *const palette[] = {
  "#3584e4", "#ed5b00", "#3a944a", "#9141ac", "#c88800",
  "#2190a4", "#e62d42", "#986a44", "#d56199", "#6f8396",
};

typedef struct {
  const char *id;
  char *key;
  gboolean is_found;
} NameSearch;

static void
count_color_cb (const SlipRow *product, gpointer data)
{
  const char *color = slip_row_get_text (product, SLIP_PRODUCT_COLOR);
  guint *n_uses = data;

  for (guint i = 0; color != NULL && i < G_N_ELEMENTS (palette); i++)
    if (g_ascii_strcasecmp (color, palette[i]) == 0)
      n_uses[i]++;
}

const char *
slip_product_pick_color (const SlipPlanState *state)
{
  guint n_uses[G_N_ELEMENTS (palette)] = { 0 };
  guint best = 0;

  slip_plan_state_foreach (state, SLIP_KIND_PRODUCT, count_color_cb, n_uses);
  for (guint i = 1; i < G_N_ELEMENTS (palette); i++)
    if (n_uses[i] < n_uses[best])
      best = i;

  return palette[best];
}

static void
match_name_cb (const SlipRow *product, gpointer data)
{
  const char *name = slip_row_get_text (product, SLIP_PRODUCT_NAME);
  NameSearch *search = data;
  g_autofree char *key = NULL;

  if (search->is_found || name == NULL ||
      slip_row_get_boolean (product, SLIP_PRODUCT_IS_RETIRED) ||
      g_str_equal (slip_row_get_id (product), search->id))
    return;
  key = slip_text_fold (name);
  search->is_found = g_str_equal (key, search->key);
}

gboolean
slip_product_check_name (const SlipPlanState *state,
                         const char *id,
                         GError **error)
{
  const SlipRow *product = slip_plan_state_get (state, SLIP_KIND_PRODUCT, id);
  const char *name =
    product != NULL ? slip_row_get_text (product, SLIP_PRODUCT_NAME) : NULL;
  g_autofree char *key = name != NULL ? slip_text_fold (name) : NULL;
  NameSearch search = { id, key, FALSE };

  if (name == NULL)
    return TRUE;
  slip_plan_state_foreach (state, SLIP_KIND_PRODUCT, match_name_cb, &search);
  if (search.is_found)
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                 _ ("There is a product “%s” already"), name);
  return !search.is_found;
}
