/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-forms.h"

#include "slip-plain-text.h"
#include "slip-t-date.h"
#include "slip-template.h"

#include <glib/gi18n-lib.h>

/* Takes the words of @builder (transfer full) as one line. */
static char *
join (GStrvBuilder *builder)
{
  g_auto (GStrv) words = g_strv_builder_end (builder);
  g_autofree char *line = g_strjoinv (" · ", words);

  return slip_plain_text_dup_line (line);
}

static char *
dup_template_subtitle (const SlipPlanState *state,
                       const SlipRow *row,
                       SlipDate today)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GPtrArray) items =
    slip_template_list_items (state, slip_row_get_id (row), NULL);
  const SlipRow *product =
    slip_plan_state_follow (state, row, SLIP_TEMPLATE_PRODUCT);
  gint64 tier = slip_row_get_integer (row, SLIP_TEMPLATE_TIER);
  g_autofree char *tier_text = tier > 0
                                 ? g_strdup_printf (_ ("Tier %d"), (int) tier)
                                 : g_strdup (_ ("Any tier"));
  g_autofree char *n_items =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items",
                                  items->len),
                     items->len);

  g_strv_builder_add_many (words, tier_text,
                           product
                             ? slip_row_get_text (product, SLIP_PRODUCT_NAME)
                             : _ ("All products"),
                           n_items, NULL);
  return join (words);
}

static char *
dup_item_subtitle (const SlipPlanState *state,
                   const SlipRow *row,
                   SlipDate today)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  SlipTDate rule = slip_t_date_get (row);
  g_autofree char *due = slip_t_date_describe_short (state, &rule);
  const char *role = slip_row_get_text (row, SLIP_TEMPLATE_ITEM_OWNER_ROLE);

  g_strv_builder_add (words, *due ? due : _ ("No date"));
  if (!slip_row_get_boolean (row, SLIP_TEMPLATE_ITEM_IS_REQUIRED))
    g_strv_builder_add (words, C_ ("item", "Optional"));
  if (slip_row_get_boolean (row, SLIP_TEMPLATE_ITEM_NEEDS_EVIDENCE))
    g_strv_builder_add (words, _ ("needs evidence"));
  if (role)
    g_strv_builder_add (words, role);
  return join (words);
}

static char *
dup_start (const SlipRow *row)
{
  gint64 offset = slip_row_get_integer (row, SLIP_TEMPLATE_STAGE_START_OFFSET);
  SlipTDate rule = {
    .anchor = SLIP_DUE_RELEASE,
    .offset = (int) offset,
    .unit =
      (SlipUnit) slip_row_get_integer (row, SLIP_TEMPLATE_STAGE_START_UNIT),
  };

  if (slip_row_get_boolean (row, SLIP_TEMPLATE_STAGE_IS_LAUNCH))
    return g_strdup (_ ("Launch: on the release date"));
  if (slip_row_get_integer (row, SLIP_TEMPLATE_STAGE_START_ANCHOR) ==
      SLIP_STAGE_ANCHOR_RELEASE)
    return slip_t_date_describe_short (NULL, &rule);
  if (offset == 0)
    return g_strdup (_ ("After the stage before"));
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%d day after the stage before",
                                       "%d days after the stage before",
                                       (gulong) ABS (offset)),
                          (int) offset);
}

static char *
dup_stage_subtitle (const SlipPlanState *state,
                    const SlipRow *row,
                    SlipDate today)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  gint64 n_days =
    MAX (slip_row_get_integer (row, SLIP_TEMPLATE_STAGE_LENGTH_DAYS), 1);
  const SlipProperty *type =
    slip_schema_get_property (SLIP_KIND_TEMPLATE_STAGE,
                              SLIP_TEMPLATE_STAGE_TYPE);
  g_autofree char *start = dup_start (row);
  g_autofree char *length =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days",
                                  (gulong) n_days),
                     (int) n_days);

  g_strv_builder_add_many (
    words,
    slip_enum_value_get_label (
      &type->values[slip_row_get_integer (row, SLIP_TEMPLATE_STAGE_TYPE)]),
    start, length, NULL);
  return join (words);
}

char *
slip_template_forms_dup_role_note (const SlipPlanState *state, const char *role)
{
  const SlipRow *person;

  if (!role)
    return NULL;
  person = slip_template_find_person (state, role);
  if (person)
    /* Translators: who has a role now. */
    return g_strdup_printf (_ ("Now: %s"),
                            slip_row_get_text (person, SLIP_PERSON_NAME));
  return g_strdup (_ ("⚠ Nobody in the plan has this role; it will be unowned "
                      "until somebody takes it"));
}

static char *
dup_audience_note (const SlipPlanState *state,
                   const SlipRow *row,
                   guint property)
{
  const char *role = slip_row_get_text (row, SLIP_TEMPLATE_AUDIENCE_OWNER_ROLE);

  return slip_template_forms_dup_role_note (state, role);
}

static char *
dup_item_note (const SlipPlanState *state, const SlipRow *row, guint property)
{
  if (property != SLIP_TEMPLATE_ITEM_OWNER_ROLE)
    return NULL;
  if (!slip_row_get_text (row, property))
    return g_strdup (_ ("Whoever owns the checklist"));
  return slip_template_forms_dup_role_note (state,
                                            slip_row_get_text (row, property));
}

static char *
dup_stage_note (const SlipPlanState *state, const SlipRow *row, guint property)
{
  if (property == SLIP_TEMPLATE_STAGE_IS_LAUNCH)
    return g_strdup (_ ("When people outside first see it; it starts on the "
                        "release date"));
  return NULL;
}

static const SlipFormField template_fields[] = {
  { SLIP_TEMPLATE_NAME, SLIP_FIELD_PLAIN },
  { SLIP_TEMPLATE_TIER, SLIP_FIELD_OPTIONAL },
  { SLIP_TEMPLATE_PRODUCT, SLIP_FIELD_OPTIONAL },
  { SLIP_TEMPLATE_SUMMARY, SLIP_FIELD_LONG },
};

static const SlipEntityForm template_form = {
  .kind = SLIP_KIND_TEMPLATE,
  .title = N_ ("Templates"),
  .description = N_ ("What a release of a tier or product needs: checklists "
                     "with their days, and stages"),
  .add_label = N_ ("New Template"),
  .fields = template_fields,
  .n_fields = G_N_ELEMENTS (template_fields),
  .dup_subtitle = dup_template_subtitle,
};

static const SlipFormField audience_fields[] = {
  { SLIP_TEMPLATE_AUDIENCE_OWNER_ROLE, SLIP_FIELD_PLAIN },
};

static const SlipEntityForm audience_form = {
  .kind = SLIP_KIND_TEMPLATE_AUDIENCE,
  .title = N_ ("Audiences"),
  .add_label = N_ ("Add Audience"),
  .fields = audience_fields,
  .n_fields = G_N_ELEMENTS (audience_fields),
  .dup_note = dup_audience_note,
};

static const SlipFormField item_fields[] = {
  { SLIP_TEMPLATE_ITEM_TITLE, SLIP_FIELD_PLAIN },
  { SLIP_TEMPLATE_ITEM_DUE_ANCHOR, SLIP_FIELD_T_DATE },
  { SLIP_TEMPLATE_ITEM_IS_REQUIRED, SLIP_FIELD_PLAIN },
  { SLIP_TEMPLATE_ITEM_NEEDS_EVIDENCE, SLIP_FIELD_PLAIN },
  { SLIP_TEMPLATE_ITEM_OWNER_ROLE, SLIP_FIELD_PLAIN },
  { SLIP_TEMPLATE_ITEM_NOTE, SLIP_FIELD_LONG },
};

static const SlipEntityForm item_form = {
  .kind = SLIP_KIND_TEMPLATE_ITEM,
  .title = N_ ("Items"),
  .add_label = N_ ("Add Item"),
  .fields = item_fields,
  .n_fields = G_N_ELEMENTS (item_fields),
  .has_group = TRUE,
  .group = SLIP_TEMPLATE_ITEM_AUDIENCE,
  .dup_subtitle = dup_item_subtitle,
  .dup_note = dup_item_note,
};

/* As stage_types in the schema's table has them. */
enum {
  STAGE_TYPE_SEGMENT = 1,
  STAGE_TYPE_PERCENTAGE = 2,
};

static const SlipFormField stage_fields[] = {
  { SLIP_TEMPLATE_STAGE_NAME, SLIP_FIELD_PLAIN },
  { SLIP_TEMPLATE_STAGE_TYPE, SLIP_FIELD_PLAIN },
  { SLIP_TEMPLATE_STAGE_SHARE, SLIP_FIELD_PERCENT, TRUE,
    SLIP_TEMPLATE_STAGE_TYPE, STAGE_TYPE_PERCENTAGE },
  { SLIP_TEMPLATE_STAGE_SEGMENT, SLIP_FIELD_PLAIN, TRUE,
    SLIP_TEMPLATE_STAGE_TYPE, STAGE_TYPE_SEGMENT },
  { SLIP_TEMPLATE_STAGE_IS_LAUNCH, SLIP_FIELD_PLAIN },
  { SLIP_TEMPLATE_STAGE_START_ANCHOR, SLIP_FIELD_PLAIN, TRUE,
    SLIP_TEMPLATE_STAGE_IS_LAUNCH, FALSE },
  { SLIP_TEMPLATE_STAGE_START_OFFSET, SLIP_FIELD_PLAIN, TRUE,
    SLIP_TEMPLATE_STAGE_IS_LAUNCH, FALSE },
  { SLIP_TEMPLATE_STAGE_START_UNIT, SLIP_FIELD_PLAIN, TRUE,
    SLIP_TEMPLATE_STAGE_IS_LAUNCH, FALSE },
  { SLIP_TEMPLATE_STAGE_LENGTH_DAYS, SLIP_FIELD_PLAIN },
  { SLIP_TEMPLATE_STAGE_SOAK_HOURS, SLIP_FIELD_PLAIN },
  { SLIP_TEMPLATE_STAGE_ADVANCE, SLIP_FIELD_PLAIN },
};

static const SlipEntityForm stage_form = {
  .kind = SLIP_KIND_TEMPLATE_STAGE,
  .title = N_ ("Stages"),
  .description = N_ ("How it goes from a few people to everyone"),
  .add_label = N_ ("Add Stage"),
  .fields = stage_fields,
  .n_fields = G_N_ELEMENTS (stage_fields),
  .dup_subtitle = dup_stage_subtitle,
  .dup_note = dup_stage_note,
};

const SlipEntityForm *
slip_template_forms_get_template (void)
{
  return &template_form;
}

const SlipEntityForm *
slip_template_forms_get_audience (void)
{
  return &audience_form;
}

const SlipEntityForm *
slip_template_forms_get_item (void)
{
  return &item_form;
}

const SlipEntityForm *
slip_template_forms_get_stage (void)
{
  return &stage_form;
}
