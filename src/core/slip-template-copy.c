/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-copy.h"

#include <glib/gi18n-lib.h>

#include "slip-template-making.h"

struct _SlipTemplateCopy {
  SlipKind kind; /* of what it is made of */
  char *source;
  char *name; /* of one made of a release */
  char *seed; /* what the ids are derived from */
  char *id;
};

static SlipTemplateCopy *
copy_new (SlipKind kind, const char *source, const char *name)
{
  SlipTemplateCopy *self = g_new0 (SlipTemplateCopy, 1);

  self->kind = kind;
  self->source = g_strdup (source);
  self->name = g_strdup (name);
  self->seed = slip_id_new ();
  self->id = slip_id_new_derived (self->seed);
  return self;
}

SlipTemplateCopy *
slip_template_copy_new (const char *template_id)
{
  return copy_new (SLIP_KIND_TEMPLATE, template_id, NULL);
}

SlipTemplateCopy *
slip_template_copy_new_from_release (const char *release, const char *name)
{
  return copy_new (SLIP_KIND_RELEASE, release, name);
}

void
slip_template_copy_free (SlipTemplateCopy *self)
{
  g_free (self->source);
  g_free (self->name);
  g_free (self->seed);
  g_free (self->id);
  g_free (self);
}

const char *
slip_template_copy_get_id (const SlipTemplateCopy *self)
{
  return self->id;
}

static SlipTemplateDraft *
make_draft (const SlipTemplateCopy *self, const SlipPlanState *state)
{
  if (self->kind == SLIP_KIND_RELEASE)
    return slip_template_draft_new_from_release (state, self->source,
                                                 self->name);

  return slip_template_draft_new_from_template (state, self->source);
}

gboolean
slip_template_copy_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipTemplateCopy *self = data;
  const SlipPlanState *state = slip_edit_get_state (edit);
  g_autoptr (SlipTemplateMaking) making = NULL;
  const char *id;

  if (slip_plan_state_get (state, self->kind, self->source) == NULL) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                         _ ("It has been deleted in the meantime"));
    return FALSE;
  }
  if (self->kind == SLIP_KIND_RELEASE && !slip_edit_need (edit, self->source))
    return FALSE;

  making = slip_template_making_new (SLIP_VERB_ADD);
  id = slip_template_making_take_seeded (making, make_draft (self, state),
                                         self->seed);
  g_assert (g_str_equal (id, self->id));
  return slip_template_making_run (edit, making, error);
}
