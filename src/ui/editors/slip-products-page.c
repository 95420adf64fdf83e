/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-products-page.h"

#include <glib/gi18n-lib.h>

static const SlipFormField fields[] = {
  { SLIP_PRODUCT_NAME, SLIP_FIELD_PLAIN },
  { SLIP_PRODUCT_SHORT_NAME, SLIP_FIELD_PLAIN },
  { SLIP_PRODUCT_COLOR, SLIP_FIELD_COLOR },
  { SLIP_PRODUCT_OWNER, SLIP_FIELD_OPTIONAL },
  { SLIP_PRODUCT_CALENDAR, SLIP_FIELD_OPTIONAL },
};

static const SlipEntityForm form = {
  .kind = SLIP_KIND_PRODUCT,
  .title = N_ ("Products"),
  .add_label = N_ ("Add Product"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
};

SlipSettingsPage *
slip_products_page_new (void)
{
  SlipSettingsPage *page =
    slip_settings_page_new ("products", _ ("Products"), "view-grid-symbolic");

  slip_settings_page_add_plan_field (page, _ ("Plan"), SLIP_PLAN_NAME,
                                     SLIP_FIELD_PLAIN);
  slip_settings_page_add_list (page, &form);
  return page;
}
