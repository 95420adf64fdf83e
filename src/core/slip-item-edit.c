/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-item-edit.h"

#include <glib/gi18n-lib.h>

#include "slip-assignment.h"
#include "slip-checklist.h"
#include "slip-rules.h"
#include "slip-schedule.h"
#include "slip-typed-date.h"

/* What of them is changed. */
typedef enum {
  CHANGE_STATE = 1 << 0,
  CHANGE_EVIDENCE = 1 << 1,
  CHANGE_OWNER = 1 << 2,
  CHANGE_REQUIRED = 1 << 3,
  CHANGE_DUE = 1 << 4,
  CHANGE_PIN = 1 << 5,
  CHANGE_DELETE = 1 << 6,
} Change;

struct _SlipItemEdit {
  char *release;
  GStrv items;
  guint changes; /* a set of Change */
  SlipItemState state;
  char *note;
  char *evidence;
  char *person;
  char *name;
  char *new_person;
  gboolean is_required;
  SlipTDate rule;
  char *stage; /* of the rule */
  SlipDate day;
  gboolean is_pinned;
};

SlipItemEdit *
slip_item_edit_new (const char *release, const char *const *items)
{
  SlipItemEdit *self = g_new0 (SlipItemEdit, 1);

  self->release = g_strdup (release);
  self->items = g_strdupv ((char **) items);
  self->new_person = slip_id_new ();
  return self;
}

void
slip_item_edit_free (SlipItemEdit *self)
{
  g_free (self->release);
  g_strfreev (self->items);
  g_free (self->note);
  g_free (self->evidence);
  g_free (self->person);
  g_free (self->name);
  g_free (self->new_person);
  g_free (self->stage);
  g_free (self);
}

/* Returns: (nullable): %NULL for nothing but blanks. */
static char *
dup_stripped (const char *text)
{
  g_autofree char *stripped =
    text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return stripped != NULL && *stripped != '\0' ? g_steal_pointer (&stripped)
                                               : NULL;
}

void
slip_item_edit_set_state (SlipItemEdit *self,
                          SlipItemState state,
                          const char *note)
{
  self->changes |= CHANGE_STATE;
  self->state = state;
  g_free (self->note);
  self->note = slip_item_state_takes_note (state) ? dup_stripped (note) : NULL;
}

void
slip_item_edit_set_evidence (SlipItemEdit *self, const char *evidence)
{
  self->changes |= CHANGE_EVIDENCE;
  g_free (self->evidence);
  self->evidence = dup_stripped (evidence);
}

void
slip_item_edit_set_owner (SlipItemEdit *self,
                          const char *person,
                          const char *name)
{
  self->changes |= CHANGE_OWNER;
  g_free (self->person);
  g_free (self->name);
  self->person = g_strdup (person);
  self->name = g_strdup (name);
}

void
slip_item_edit_set_required (SlipItemEdit *self, gboolean is_required)
{
  self->changes |= CHANGE_REQUIRED;
  self->is_required = is_required;
}

void
slip_item_edit_set_due (SlipItemEdit *self, const SlipTDate *rule, SlipDate day)
{
  self->changes |= CHANGE_DUE;
  g_free (self->stage);
  self->stage = g_strdup (rule->stage);
  self->rule = *rule;
  self->rule.stage = self->stage;
  self->day = day;
}

void
slip_item_edit_set_pinned (SlipItemEdit *self, gboolean is_pinned)
{
  self->changes |= CHANGE_PIN;
  self->is_pinned = is_pinned;
}

void
slip_item_edit_set_deleted (SlipItemEdit *self)
{
  self->changes |= CHANGE_DELETE;
}

static void
set_text (SlipEdit *edit, const char *id, guint property, const char *text)
{
  slip_edit_set_text (edit, SLIP_KIND_ITEM, id, property, text);
}

static void
set_integer (SlipEdit *edit, const char *id, guint property, gint64 integer)
{
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, id, property, integer);
}

static const SlipRow *
get_item (SlipEdit *edit, const char *id)
{
  return slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_ITEM, id);
}

static void
set_due (SlipEdit *edit, const SlipItemEdit *self, const char *id)
{
  static const SlipValue none = SLIP_VALUE_INIT;
  gboolean is_rule = slip_t_date_is_rule (&self->rule);

  set_integer (edit, id, SLIP_ITEM_DUE_ANCHOR, self->rule.anchor);
  set_text (edit, id, SLIP_ITEM_DUE_STAGE, self->rule.stage);
  if (is_rule)
    set_integer (edit, id, SLIP_ITEM_DUE_OFFSET, self->rule.offset);
  else
    slip_edit_set (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_DUE_OFFSET, &none);
  set_integer (edit, id, SLIP_ITEM_DUE_UNIT, self->rule.unit);
  set_integer (edit, id, SLIP_ITEM_DUE_SNAP, self->rule.snap);
  set_integer (edit, id, SLIP_ITEM_DUE_IS_PINNED, FALSE);
  slip_edit_set_date (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_DUE_WAS,
                      SLIP_DATE_NONE);
  /* That of a rule follows when the step is settled. */
  if (!is_rule)
    slip_edit_set_date (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_DUE_DATE,
                        self->day);
}

static void
set_pin (SlipEdit *edit, const SlipItemEdit *self, const char *id)
{
  SlipTDate rule = slip_t_date_get (get_item (edit, id));

  if (!slip_t_date_is_rule (&rule))
    return;
  set_integer (edit, id, SLIP_ITEM_DUE_IS_PINNED, self->is_pinned);
  if (!self->is_pinned)
    slip_edit_set_date (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_DUE_WAS,
                        SLIP_DATE_NONE);
}

static void
change_item (SlipEdit *edit,
             const SlipItemEdit *self,
             const char *id,
             const char *person)
{
  if ((self->changes & CHANGE_EVIDENCE) &&
      slip_item_lacks_evidence (get_item (edit, id)))
    set_text (edit, id, SLIP_ITEM_EVIDENCE, self->evidence);
  if (self->changes & CHANGE_STATE) {
    set_integer (edit, id, SLIP_ITEM_STATE, self->state);
    set_text (edit, id, SLIP_ITEM_STATE_NOTE, self->note);
  }
  if (self->changes & CHANGE_OWNER)
    set_text (edit, id, SLIP_ITEM_OWNER, person);
  if (self->changes & CHANGE_REQUIRED)
    set_integer (edit, id, SLIP_ITEM_IS_REQUIRED, self->is_required);
  if (self->changes & CHANGE_DUE)
    set_due (edit, self, id);
  if (self->changes & CHANGE_PIN)
    set_pin (edit, self, id);
}

/* Calls the step after the only item, or tells how many there are. */
static void
set_subject (SlipEdit *edit, const GPtrArray *items)
{
  const SlipRow *first = items->pdata[0];
  g_autofree char *subject = NULL;

  if (items->len == 1)
    subject = g_strdup (slip_row_get_text (first, SLIP_ITEM_TITLE));
  else
    /* Translators: items of checklists that something was done to. */
    subject = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item",
                                            "%u items", items->len),
                               items->len);
  slip_edit_set_subject (edit, subject);
}

/* Those that are there, held, as the rows change under the edit. */
static GPtrArray *
list_items (SlipEdit *edit, const SlipItemEdit *self)
{
  GPtrArray *items =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);

  for (guint i = 0; self->items[i] != NULL; i++) {
    const SlipRow *item = get_item (edit, self->items[i]);

    if (item != NULL &&
        g_strcmp0 (slip_row_get_owner (item), self->release) == 0)
      g_ptr_array_add (items, slip_row_ref (item));
  }

  return items;
}

gboolean
slip_item_edit_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipItemEdit *self = data;
  gboolean is_deletion = (self->changes & CHANGE_DELETE) != 0;
  g_autoptr (GPtrArray) items = NULL;
  const char *person = NULL;

  if (!slip_edit_need (edit, self->release))
    return FALSE;
  items = list_items (edit, self);
  if (items->len == 0) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                         _ ("It has been deleted in the meantime"));
    return FALSE;
  }

  slip_edit_set_verb (edit, is_deletion ? SLIP_VERB_DELETE : SLIP_VERB_EDIT);
  set_subject (edit, items);
  if (self->changes & CHANGE_STATE)
    slip_edit_set_reason (edit, self->note);
  if (self->changes & CHANGE_OWNER)
    person = slip_assignment_ensure_person (edit, self->person, self->name,
                                            self->new_person);
  for (guint i = 0; i < items->len; i++) {
    const char *id = slip_row_get_id (items->pdata[i]);

    if (is_deletion) {
      slip_edit_delete (edit, SLIP_KIND_ITEM, id);
      continue;
    }
    change_item (edit, self, id, person);
    if (!slip_edit_has_failed (edit) &&
        !slip_rules_check_row (get_item (edit, id), error))
      return FALSE;
  }

  return TRUE;
}

gboolean
slip_due_parse_among (const char *text,
                      GPtrArray *stages,
                      SlipDate today,
                      SlipDue *due,
                      GError **error)
{
  g_autoptr (GError) day_error = NULL;
  SlipPlannedDate planned;

  *due = (SlipDue){ SLIP_T_DATE_FIXED, SLIP_DATE_NONE };
  if (slip_t_date_parse_among (text, stages, &due->rule, NULL))
    return TRUE;

  due->rule = SLIP_T_DATE_FIXED;
  planned = slip_typed_date_parse (text, today, &day_error);
  if (day_error != NULL || (slip_date_is_set (planned.date) &&
                            planned.certainty != SLIP_CERTAINTY_CONFIRMED)) {
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                 _ ("“%s” is neither a day nor a rule such as ‘T-10 wd’"),
                 text);
    return FALSE;
  }

  due->day = planned.date;
  return TRUE;
}
