/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-flag-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "slip-flag.h"

/* What a stage is to expect. */
typedef struct {
  char *stage;
  char *new_id;
  SlipFlagState expected;
  gint64 share;
} Expectation;

struct _SlipFlagEdit {
  char *release;
  gboolean is_new;
  SlipEntityEdit *entity;
  GPtrArray *expectations;
};

static void
expectation_free (gpointer data)
{
  Expectation *expectation = data;

  g_free (expectation->stage);
  g_free (expectation->new_id);
  g_free (expectation);
}

SlipFlagEdit *
slip_flag_edit_new (const char *release, const char *flag)
{
  SlipFlagEdit *self = g_new0 (SlipFlagEdit, 1);

  self->release = g_strdup (release);
  self->is_new = flag == NULL;
  self->entity = self->is_new
                   ? slip_entity_edit_new_create (SLIP_KIND_FLAG, NULL, release)
                   : slip_entity_edit_new_set (SLIP_KIND_FLAG, flag);
  self->expectations = g_ptr_array_new_with_free_func (expectation_free);
  return self;
}

void
slip_flag_edit_free (SlipFlagEdit *self)
{
  g_free (self->release);
  slip_entity_edit_free (self->entity);
  g_ptr_array_unref (self->expectations);
  g_free (self);
}

const char *
slip_flag_edit_get_id (const SlipFlagEdit *self)
{
  return slip_entity_edit_get_id (self->entity);
}

void
slip_flag_edit_set (SlipFlagEdit *self,
                    SlipFlagProperty property,
                    const SlipValue *value)
{
  slip_entity_edit_add (self->entity, property, value);
}

void
slip_flag_edit_set_text (SlipFlagEdit *self,
                         SlipFlagProperty property,
                         const char *text)
{
  g_autofree char *stripped =
    text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  slip_entity_edit_add_text (self->entity, property, stripped);
}

void
slip_flag_edit_set_integer (SlipFlagEdit *self,
                            SlipFlagProperty property,
                            gint64 integer)
{
  slip_entity_edit_add_integer (self->entity, property, integer);
}

void
slip_flag_edit_expect (SlipFlagEdit *self,
                       const char *stage,
                       SlipFlagState expected,
                       gint64 share)
{
  Expectation *expectation = g_new0 (Expectation, 1);

  expectation->stage = g_strdup (stage);
  expectation->new_id = slip_id_new ();
  expectation->expected = expected;
  expectation->share = expected == SLIP_FLAG_STATE_ON ? share : -1;
  g_ptr_array_add (self->expectations, expectation);
}

static SlipValue
new_share (gint64 share)
{
  return share >= 0 ? slip_value_new_integer (share) : SLIP_VALUE_INIT;
}

void
slip_flag_edit_observe (SlipFlagEdit *self,
                        SlipFlagState observed,
                        gint64 share,
                        const char *source,
                        gint64 at_ms)
{
  gboolean is_known = observed != SLIP_FLAG_STATE_UNKNOWN;
  SlipValue at = is_known ? slip_value_new_integer (at_ms) : SLIP_VALUE_INIT;
  SlipValue share_value =
    new_share (observed == SLIP_FLAG_STATE_ON ? share : -1);

  slip_flag_edit_set_integer (self, SLIP_FLAG_OBSERVED, observed);
  slip_entity_edit_add (self->entity, SLIP_FLAG_OBSERVED_SHARE, &share_value);
  slip_flag_edit_set_text (self, SLIP_FLAG_OBSERVED_SOURCE,
                           is_known ? source : NULL);
  slip_entity_edit_add (self->entity, SLIP_FLAG_OBSERVED_AT, &at);
}

static gboolean
set_gone (GError **error)
{
  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                       _ ("It has been deleted in the meantime"));
  return FALSE;
}

static void
create_expected (SlipEdit *edit,
                 const SlipFlagEdit *self,
                 const Expectation *expectation)
{
  const char *id = expectation->new_id;

  slip_edit_create (edit, SLIP_KIND_FLAG_STAGE, id, self->release);
  slip_edit_set_text (edit, SLIP_KIND_FLAG_STAGE, id, SLIP_FLAG_STAGE_FLAG,
                      slip_flag_edit_get_id (self));
  slip_edit_set_text (edit, SLIP_KIND_FLAG_STAGE, id, SLIP_FLAG_STAGE_STAGE,
                      expectation->stage);
}

static void
set_expected (SlipEdit *edit,
              const SlipFlagEdit *self,
              const Expectation *expectation)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *flag =
    slip_plan_state_get (state, SLIP_KIND_FLAG, slip_flag_edit_get_id (self));
  const SlipRow *row =
    slip_flag_find_expected (state, flag, expectation->stage);
  g_autofree char *id =
    g_strdup (row != NULL ? slip_row_get_id (row) : expectation->new_id);
  SlipValue share = new_share (expectation->share);

  if (expectation->expected == SLIP_FLAG_STATE_UNKNOWN) {
    if (row != NULL)
      slip_edit_delete (edit, SLIP_KIND_FLAG_STAGE, id);
    return;
  }

  if (row == NULL)
    create_expected (edit, self, expectation);
  slip_edit_set_integer (edit, SLIP_KIND_FLAG_STAGE, id, SLIP_FLAG_STAGE_IS_ON,
                         expectation->expected == SLIP_FLAG_STATE_ON);
  slip_edit_set (edit, SLIP_KIND_FLAG_STAGE, id, SLIP_FLAG_STAGE_SHARE, &share);
}

static gboolean
is_stage_of (SlipEdit *edit, const char *release, const char *stage)
{
  const SlipRow *row =
    slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_STAGE, stage);

  return row != NULL && g_strcmp0 (slip_row_get_owner (row), release) == 0;
}

gboolean
slip_flag_edit_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipFlagEdit *self = data;

  if (slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_RELEASE,
                           self->release) == NULL)
    return set_gone (error);
  if (!slip_edit_need (edit, self->release))
    return FALSE;
  if (!self->is_new &&
      slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_FLAG,
                           slip_flag_edit_get_id (self)) == NULL)
    return set_gone (error);
  if (!slip_entity_edit_run (edit, self->entity, error))
    return FALSE;

  for (guint i = 0; i < self->expectations->len; i++) {
    const Expectation *expectation = self->expectations->pdata[i];

    if (is_stage_of (edit, self->release, expectation->stage))
      set_expected (edit, self, expectation);
  }
  return TRUE;
}

gint64
slip_share_parse (const char *text)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));
  gsize length = strlen (copy);
  char *end;
  double percent;

  if (length > 0 && copy[length - 1] == '%')
    copy[length - 1] = '\0';
  g_strstrip (copy);
  /* No other letters: a number may be written as 1e1 or 0x1 elsewhere. */
  if (*copy == '\0' || strspn (copy, "0123456789.,") != strlen (copy))
    return -1;
  g_strdelimit (copy, ",", '.');

  percent = g_ascii_strtod (copy, &end);
  if (*end != '\0' || percent > 100)
    return -1;

  return (gint64) (percent * 100 + 0.5);
}

static gboolean
set_not_read (const char *text, GError **error)
{
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
               _ ("“%s” is no state of a flag; write on, off, on=25 for a "
                  "share in percent, or unknown"),
               text);
  return FALSE;
}

gboolean
slip_flag_parse_state (const char *text,
                       SlipFlagState *flag_state,
                       gint64 *share,
                       GError **error)
{
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_FLAG, SLIP_FLAG_OBSERVED);
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  int found = -1;

  *share = -1;
  if (parts[0] != NULL) {
    g_autofree char *word = g_ascii_strdown (g_strstrip (parts[0]), -1);

    found = slip_enum_find (property->values, word);
  }
  if (found < 0)
    return set_not_read (valid, error);

  *flag_state = (SlipFlagState) found;
  if (parts[1] == NULL)
    return TRUE;
  *share = slip_share_parse (parts[1]);
  return (*flag_state == SLIP_FLAG_STATE_ON && *share >= 0) ||
         set_not_read (valid, error);
}
