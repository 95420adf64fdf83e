/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-making.h"

#include <glib/gi18n-lib.h>

#include "slip-last-rank.h"
#include "slip-rank.h"
#include "slip-rules.h"
#include "slip-template.h"

typedef struct {
  SlipTemplateDraft *draft;
  char *space; /* what its ids are derived from */
  char *id;
} Template;

struct _SlipTemplateMaking {
  SlipVerb verb;
  GPtrArray *templates; /* of Template */
};

static void
free_template (gpointer data)
{
  Template *template = data;

  slip_template_draft_free (template->draft);
  g_free (template->space);
  g_free (template->id);
  g_free (template);
}

SlipTemplateMaking *
slip_template_making_new (SlipVerb verb)
{
  SlipTemplateMaking *self = g_new0 (SlipTemplateMaking, 1);

  self->verb = verb;
  self->templates = g_ptr_array_new_with_free_func (free_template);
  return self;
}

void
slip_template_making_free (SlipTemplateMaking *self)
{
  g_ptr_array_unref (self->templates);
  g_free (self);
}

static char *
dup_space_id (const char *space, const char *noun, const char *key)
{
  g_autofree char *name = g_strconcat (space, "/", noun, "/", key, NULL);

  return slip_id_new_derived (noun != NULL ? name : space);
}

static char *
dup_shipped_space (const char *template_key)
{
  return g_strconcat ("slipway-template/", template_key, NULL);
}

char *
slip_template_making_dup_shipped_id (const char *template_key,
                                     const char *noun,
                                     const char *key)
{
  g_autofree char *space = dup_shipped_space (template_key);

  return dup_space_id (space, noun, key);
}

const char *
slip_template_making_take (SlipTemplateMaking *self, SlipTemplateDraft *draft)
{
  g_autofree char *seed = slip_id_new ();

  return slip_template_making_take_seeded (self, draft, seed);
}

const char *
slip_template_making_take_seeded (SlipTemplateMaking *self,
                                  SlipTemplateDraft *draft,
                                  const char *seed)
{
  Template *template = g_new0 (Template, 1);

  template->draft = draft;
  template->space =
    draft->key != NULL ? dup_shipped_space (draft->key) : g_strdup (seed);
  template->id = dup_space_id (template->space, NULL, NULL);
  g_ptr_array_add (self->templates, template);
  return template->id;
}

static char *
dup_id (const Template *template, const char *noun, const char *key)
{
  return dup_space_id (template->space, noun, key);
}

static char *
dup_index_id (const Template *template, const char *noun, guint index)
{
  g_autofree char *key = g_strdup_printf ("%u", index);

  return dup_id (template, noun, key);
}

typedef struct {
  SlipKind kind;
  char *folded;
  const SlipRow *found;
} NameSearch;

static void
find_name_cb (const SlipRow *row, gpointer data)
{
  NameSearch *search = data;
  guint name = (guint) slip_schema_find_property (search->kind, "name");
  guint retired =
    (guint) slip_schema_find_property (search->kind, "is_retired");
  const char *text = slip_row_get_text (row, name);
  g_autofree char *folded = text != NULL ? slip_template_fold (text) : NULL;

  /* One that is not retired is better. */
  if (g_strcmp0 (folded, search->folded) == 0 &&
      (search->found == NULL || !slip_row_get_boolean (row, retired)))
    search->found = row;
}

/* Returns: (nullable): the id of the entity of @kind that is called @name. */
static char *
find_named (const SlipPlanState *state, SlipKind kind, const char *name)
{
  g_autofree char *folded = slip_template_fold (name);
  NameSearch search = { kind, folded, NULL };

  slip_plan_state_foreach (state, kind, find_name_cb, &search);
  return search.found != NULL ? g_strdup (slip_row_get_id (search.found))
                              : NULL;
}

/* Puts the new entity after all others of its kind. */
static void
set_last_rank (SlipEdit *edit, SlipKind kind, const char *id)
{
  const char *last =
    slip_last_rank_find_in_plan (slip_edit_get_state (edit), kind);
  g_autofree char *rank = slip_rank_between (last, NULL);

  slip_edit_set_text (edit, kind, id,
                      (guint) slip_schema_find_property (kind, "rank"), rank);
}

static char *
ensure_audience (SlipEdit *edit,
                 const Template *template,
                 const SlipDraftAudience *audience,
                 guint index)
{
  char *id =
    find_named (slip_edit_get_state (edit), SLIP_KIND_AUDIENCE, audience->name);

  if (id != NULL)
    return id;

  id = dup_index_id (template, "new-audience", index);
  slip_edit_create (edit, SLIP_KIND_AUDIENCE, id, NULL);
  set_last_rank (edit, SLIP_KIND_AUDIENCE, id);
  slip_edit_set_text (edit, SLIP_KIND_AUDIENCE, id, SLIP_AUDIENCE_NAME,
                      audience->name);
  slip_edit_set_integer (edit, SLIP_KIND_AUDIENCE, id, SLIP_AUDIENCE_SIDE,
                         audience->side);
  if (audience->notice_days > 0)
    slip_edit_set_integer (edit, SLIP_KIND_AUDIENCE, id,
                           SLIP_AUDIENCE_NOTICE_DAYS, audience->notice_days);
  return id;
}

static void
make_stage (SlipEdit *edit,
            const Template *template,
            guint index,
            const char *rank)
{
  const SlipDraftStage *stage = template->draft->stages->pdata[index];
  const SlipKind kind = SLIP_KIND_TEMPLATE_STAGE;
  const struct {
    guint property;
    int value;
    int none; /* the value that is not kept */
  } values[] = {
    { SLIP_TEMPLATE_STAGE_TYPE, stage->type, 0 },
    { SLIP_TEMPLATE_STAGE_SHARE, stage->share, -1 },
    { SLIP_TEMPLATE_STAGE_IS_LAUNCH, stage->is_launch, 0 },
    { SLIP_TEMPLATE_STAGE_START_ANCHOR, (int) stage->start_anchor, 0 },
    { SLIP_TEMPLATE_STAGE_START_OFFSET, stage->start_offset, 0 },
    { SLIP_TEMPLATE_STAGE_START_UNIT, (int) stage->start_unit, 0 },
    { SLIP_TEMPLATE_STAGE_LENGTH_DAYS, stage->length_days, 0 },
    { SLIP_TEMPLATE_STAGE_SOAK_HOURS, stage->soak_hours, 0 },
    { SLIP_TEMPLATE_STAGE_ADVANCE, (int) stage->advance, 0 },
  };
  g_autofree char *id = dup_index_id (template, "stage", index);

  slip_edit_create (edit, kind, id, template->id);
  slip_edit_set_text (edit, kind, id, SLIP_TEMPLATE_STAGE_NAME, stage->name);
  slip_edit_set_text (edit, kind, id, SLIP_TEMPLATE_STAGE_SEGMENT,
                      stage->segment);
  slip_edit_set_text (edit, kind, id, SLIP_TEMPLATE_STAGE_RANK, rank);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (values[i].value != values[i].none)
      slip_edit_set_integer (edit, kind, id, values[i].property,
                             values[i].value);
}

/* @number: which item of the template it is */
static void
make_item (SlipEdit *edit,
           const Template *template,
           const SlipDraftItem *item,
           const char *audience,
           guint number,
           const char *rank)
{
  const SlipKind kind = SLIP_KIND_TEMPLATE_ITEM;
  const struct {
    guint property;
    int value;
  } values[] = {
    { SLIP_TEMPLATE_ITEM_IS_REQUIRED, item->is_required },
    { SLIP_TEMPLATE_ITEM_NEEDS_EVIDENCE, item->needs_evidence },
    { SLIP_TEMPLATE_ITEM_DUE_ANCHOR, (int) item->anchor },
    { SLIP_TEMPLATE_ITEM_DUE_UNIT, (int) item->unit },
    { SLIP_TEMPLATE_ITEM_DUE_SNAP, (int) item->snap },
  };
  g_autofree char *id = item->key != NULL
                          ? dup_id (template, "item", item->key)
                          : dup_index_id (template, "item", number);

  slip_edit_create (edit, kind, id, template->id);
  slip_edit_set_text (edit, kind, id, SLIP_TEMPLATE_ITEM_AUDIENCE, audience);
  slip_edit_set_text (edit, kind, id, SLIP_TEMPLATE_ITEM_TITLE, item->title);
  slip_edit_set_text (edit, kind, id, SLIP_TEMPLATE_ITEM_OWNER_ROLE,
                      item->owner_role);
  slip_edit_set_text (edit, kind, id, SLIP_TEMPLATE_ITEM_NOTE, item->note);
  slip_edit_set_text (edit, kind, id, SLIP_TEMPLATE_ITEM_RANK, rank);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    slip_edit_set_integer (edit, kind, id, values[i].property, values[i].value);
  if (item->offset != 0)
    slip_edit_set_integer (edit, kind, id, SLIP_TEMPLATE_ITEM_DUE_OFFSET,
                           item->offset);
  if (item->anchor == SLIP_DUE_STAGE) {
    g_autofree char *stage = dup_index_id (template, "stage", item->stage);

    slip_edit_set_text (edit, kind, id, SLIP_TEMPLATE_ITEM_DUE_STAGE, stage);
  }
}

/* @number: (inout): the number of its first item, then of the next */
static void
make_audience (SlipEdit *edit,
               const Template *template,
               guint index,
               const char *rank,
               guint *number)
{
  const SlipDraftAudience *audience = template->draft->audiences->pdata[index];
  const SlipKind kind = SLIP_KIND_TEMPLATE_AUDIENCE;
  g_autofree char *target = ensure_audience (edit, template, audience, index);
  g_autofree char *id = dup_index_id (template, "audience", index);
  g_auto (GStrv) ranks = slip_rank_spread (audience->items->len);

  slip_edit_create (edit, kind, id, template->id);
  slip_edit_set_text (edit, kind, id, SLIP_TEMPLATE_AUDIENCE_AUDIENCE, target);
  slip_edit_set_text (edit, kind, id, SLIP_TEMPLATE_AUDIENCE_OWNER_ROLE,
                      audience->owner_role);
  slip_edit_set_text (edit, kind, id, SLIP_TEMPLATE_AUDIENCE_RANK, rank);
  for (guint i = 0; i < audience->items->len; i++)
    make_item (edit, template, audience->items->pdata[i], id, (*number)++,
               ranks[i]);
}

static void
make_template (SlipEdit *edit, const Template *template)
{
  const SlipTemplateDraft *draft = template->draft;
  const SlipPlanState *state = slip_edit_get_state (edit);
  g_autofree char *name = slip_template_dup_free_name (state, draft->name);
  g_autofree char *product =
    draft->product != NULL
      ? find_named (state, SLIP_KIND_PRODUCT, draft->product)
      : NULL;
  g_auto (GStrv) stage_ranks = slip_rank_spread (draft->stages->len);
  g_auto (GStrv) ranks = slip_rank_spread (draft->audiences->len);
  const char *id = template->id;
  guint number = 0;

  slip_edit_create (edit, SLIP_KIND_TEMPLATE, id, NULL);
  set_last_rank (edit, SLIP_KIND_TEMPLATE, id);
  slip_edit_set_text (edit, SLIP_KIND_TEMPLATE, id, SLIP_TEMPLATE_NAME, name);
  slip_edit_set_text (edit, SLIP_KIND_TEMPLATE, id, SLIP_TEMPLATE_SUMMARY,
                      draft->summary);
  slip_edit_set_text (edit, SLIP_KIND_TEMPLATE, id, SLIP_TEMPLATE_PRODUCT,
                      product);
  if (draft->tier > 0)
    slip_edit_set_integer (edit, SLIP_KIND_TEMPLATE, id, SLIP_TEMPLATE_TIER,
                           draft->tier);
  for (guint i = 0; i < draft->stages->len; i++)
    make_stage (edit, template, i, stage_ranks[i]);
  for (guint i = 0; i < draft->audiences->len; i++)
    make_audience (edit, template, i, ranks[i], &number);
}

static gboolean
check_template (SlipEdit *edit, const Template *template, GError **error)
{
  const SlipRow *row = slip_plan_state_get (slip_edit_get_state (edit),
                                            SLIP_KIND_TEMPLATE, template->id);

  return row == NULL || slip_rules_check_row (row, error);
}

gboolean
slip_template_making_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipTemplateMaking *self = data;
  const Template *only = NULL;
  guint n_made = 0;

  for (guint i = 0; i < self->templates->len; i++) {
    const Template *template = self->templates->pdata[i];

    if (template->draft->key != NULL &&
        slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_TEMPLATE,
                             template->id) != NULL)
      continue;
    make_template (edit, template);
    if (!check_template (edit, template, error))
      return FALSE;
    only = template;
    n_made++;
  }

  slip_edit_set_verb (edit, self->verb);
  if (n_made == 1) {
    const SlipRow *row = slip_plan_state_get (slip_edit_get_state (edit),
                                              SLIP_KIND_TEMPLATE, only->id);

    slip_edit_set_subject (edit, row != NULL
                                   ? slip_row_get_text (row, SLIP_TEMPLATE_NAME)
                                   : only->draft->name);
  } else {
    slip_edit_set_subject (edit, _ ("templates"));
  }
  return TRUE;
}
