/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-field.h"

G_BEGIN_DECLS

/**
 * SlipFormField:
 * @has_condition: whether it shows only if @condition holds
 * @condition_property: the enumeration that decides
 * @condition_value: the value with which it shows
 *
 * One property in a form.
 */
typedef struct {
  guint property;
  SlipFieldForm form;
  gboolean has_condition;
  guint condition_property;
  gint64 condition_value;
} SlipFormField;

/**
 * SlipEntityForm:
 * @kind: what is edited
 * @title: what the list is called, to be translated
 * @description: (nullable): a sentence below that, to be translated
 * @add_label: what making a new one is called, to be translated
 * @new_pairs: (nullable): more properties of a new one, names and texts by
 *   turns, then %NULL
 * @part: (nullable): the form of its parts, which are listed in it
 * @members: (nullable): the kinds of parts that each name one entity, ticked
 *   in a list of them all, @n_members of them
 * @more_label: (nullable): what else can be asked for one, to be translated
 * @more_action: (nullable): the action that is then asked, over its id
 * @has_group: whether the parts of one owner come in several lists
 * @group: the reference that says in which list one is
 * @dup_subtitle: (nullable): says more about one
 * @new_menu: (nullable): what can be done with one where it stands
 * @dup_note: (nullable): what to say below a property's field, or %NULL
 *
 * How the entities of one kind are listed and edited.
 */
typedef struct _SlipEntityForm {
  SlipKind kind;
  const char *title;
  const char *description;
  const char *add_label;
  const char *const *new_pairs;
  const SlipFormField *fields;
  guint n_fields;
  const struct _SlipEntityForm *part;
  const SlipKind *members;
  guint n_members;
  const char *more_label;
  const char *more_action;
  gboolean has_group;
  guint group;
  char *(*dup_subtitle) (const SlipPlanState *state,
                         const SlipRow *row,
                         SlipDate today);
  GMenuModel *(*new_menu) (const SlipPlanState *state, const SlipRow *row);
  char *(*dup_note) (const SlipPlanState *state,
                     const SlipRow *row,
                     guint property);
} SlipEntityForm;

/**
 * slip_entity_form_dup_range_text:
 *
 * Returns: (transfer full): the days from @first to @last for people.
 */
char *slip_entity_form_dup_range_text (SlipDate first,
                                       SlipDate last,
                                       SlipDate today)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_entity_form_list:
 * @owner: (nullable): whose parts; %NULL for all
 * @group: (nullable): in which of their lists; %NULL for all
 *
 * Returns: (transfer full) (element-type SlipRow): the entities, by first day,
 * rank or name, retired ones last.
 */
GPtrArray *slip_entity_form_list (const SlipEntityForm *form,
                                  const SlipPlanState *state,
                                  const char *owner,
                                  const char *group) G_GNUC_WARN_UNUSED_RESULT;

/* In which list @row is; %NULL if there is but one. */
const char *slip_entity_form_get_group (const SlipEntityForm *form,
                                        const SlipRow *row);

/**
 * slip_entity_form_show:
 * @fields: (element-type SlipField): the form's fields, which show @row
 *
 * Shows the fields that count for @row and what is said of them.
 */
void slip_entity_form_show (const SlipEntityForm *form,
                            GPtrArray *fields,
                            const SlipPlanState *state,
                            const SlipRow *row);

/**
 * slip_entity_form_ask_place:
 * @group: (nullable): the list to put it in
 * @place: how many entities of that list come before it, itself not counted
 *
 * Asks to put the entity @id at a place in the order.
 */
void slip_entity_form_ask_place (const SlipEntityForm *form,
                                 GtkWidget *widget,
                                 const SlipPlanState *state,
                                 const char *id,
                                 const char *group,
                                 guint place);

/**
 * slip_entity_form_ask_step:
 * @direction: -1 up, 1 down
 *
 * Asks to move the entity @id one place in its order.
 */
void slip_entity_form_ask_step (const SlipEntityForm *form,
                                GtkWidget *widget,
                                const SlipPlanState *state,
                                const char *id,
                                int direction);

/* Whether the order is made by hand. */
gboolean slip_entity_form_is_ranked (const SlipEntityForm *form);

G_END_DECLS
