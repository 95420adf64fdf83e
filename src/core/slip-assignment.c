/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-assignment.h"

#include "slip-item-list.h"
#include "slip-release.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _SlipAssignment {
  char *release;
  char *role;
  char *person;
  char *name;
  char *new_person;    /* the id of one that is made */
  char *new_checklist; /* the same */
};

struct _SlipNeed {
  char *release;
  char *audience;
  gboolean is_needed;
  char *reason;
  char *new_checklist;
};

SlipAssignment *
slip_assignment_new (const char *release,
                     const char *role,
                     const char *person,
                     const char *name)
{
  SlipAssignment *self = g_new0 (SlipAssignment, 1);

  self->release = g_strdup (release);
  self->role = g_strdup (role);
  self->person = g_strdup (person);
  self->name = g_strdup (name);
  self->new_person = slip_id_new ();
  self->new_checklist = slip_id_new ();
  return self;
}

void
slip_assignment_free (SlipAssignment *self)
{
  g_free (self->release);
  g_free (self->role);
  g_free (self->person);
  g_free (self->name);
  g_free (self->new_person);
  g_free (self->new_checklist);
  g_free (self);
}

typedef struct {
  const char *folded;
  const SlipRow *found;
} Name;

static void
compare_name_cb (const SlipRow *person, gpointer data)
{
  Name *name = data;
  const char *text = slip_row_get_text (person, SLIP_PERSON_NAME);
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  if (g_strcmp0 (folded, name->folded) == 0 &&
      !slip_row_get_boolean (person, SLIP_PERSON_IS_RETIRED))
    name->found = person;
}

const char *
slip_assignment_ensure_person (SlipEdit *edit,
                               const char *person,
                               const char *name,
                               const char *new_id)
{
  g_autofree char *stripped =
    name != NULL ? g_strstrip (g_strdup (name)) : NULL;
  g_autofree char *folded = NULL;
  Name search = { NULL, NULL };

  if (stripped == NULL || *stripped == '\0')
    return person;

  folded = g_utf8_casefold (stripped, -1);
  search.folded = folded;
  slip_plan_state_foreach (slip_edit_get_state (edit), SLIP_KIND_PERSON,
                           compare_name_cb, &search);
  if (search.found != NULL)
    return slip_row_get_id (search.found);

  slip_edit_create (edit, SLIP_KIND_PERSON, new_id, NULL);
  slip_edit_set_text (edit, SLIP_KIND_PERSON, new_id, SLIP_PERSON_NAME,
                      stripped);
  return new_id;
}

/* Calls the step after the release, and the audience if it is about one. */
static gboolean
begin (SlipEdit *edit,
       const char *release,
       const char *audience,
       GError **error)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);
  const SlipRow *audience_row =
    slip_plan_state_get (state, SLIP_KIND_AUDIENCE, audience);
  g_autofree char *title = NULL;
  g_autofree char *subject = NULL;

  if (row == NULL || slip_release_is_deleted (row) ||
      (audience != NULL && audience_row == NULL)) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                         _ ("It has been deleted in the meantime"));
    return FALSE;
  }

  title = slip_release_dup_short_title (state, row);
  if (audience != NULL)
    /* Translators: a release and an audience: 'Mobile 4.2, Sales'. */
    subject =
      g_strdup_printf (_ ("%s, %s"), title,
                       slip_row_get_text (audience_row, SLIP_AUDIENCE_NAME));
  slip_edit_set_verb (edit, SLIP_VERB_EDIT);
  slip_edit_set_subject (edit, subject != NULL ? subject : title);
  return TRUE;
}

gboolean
slip_assignment_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipAssignment *self = data;
  gboolean is_owner = g_str_equal (self->role, SLIP_ASSIGN_OWNER);
  gboolean is_market_owner = g_str_equal (self->role, SLIP_ASSIGN_MARKET_OWNER);
  gboolean is_checklist = !is_owner && !is_market_owner;
  g_autofree char *checklist = NULL;
  const char *person;

  if (!begin (edit, self->release, is_checklist ? self->role : NULL, error) ||
      (is_checklist && !slip_edit_need (edit, self->release)))
    return FALSE;

  person = slip_assignment_ensure_person (edit, self->person, self->name,
                                          self->new_person);
  if (!is_checklist) {
    slip_edit_set_text (edit, SLIP_KIND_RELEASE, self->release,
                        is_owner ? SLIP_RELEASE_OWNER
                                 : SLIP_RELEASE_MARKET_OWNER,
                        person);
    return TRUE;
  }

  checklist = slip_checklist_ensure (edit, self->release, self->role,
                                     self->new_checklist);
  slip_edit_set_text (edit, SLIP_KIND_CHECKLIST, checklist,
                      SLIP_CHECKLIST_OWNER, person);
  if (person != NULL) {
    slip_edit_set_integer (edit, SLIP_KIND_CHECKLIST, checklist,
                           SLIP_CHECKLIST_IS_NOT_NEEDED, FALSE);
    slip_edit_set_text (edit, SLIP_KIND_CHECKLIST, checklist,
                        SLIP_CHECKLIST_REASON, NULL);
  }
  return TRUE;
}

SlipNeed *
slip_need_new (const char *release,
               const char *audience,
               gboolean is_needed,
               const char *reason)
{
  SlipNeed *self = g_new0 (SlipNeed, 1);

  self->release = g_strdup (release);
  self->audience = g_strdup (audience);
  self->is_needed = is_needed;
  self->reason = reason != NULL ? g_strstrip (g_strdup (reason)) : NULL;
  self->new_checklist = slip_id_new ();
  return self;
}

void
slip_need_free (SlipNeed *self)
{
  g_free (self->release);
  g_free (self->audience);
  g_free (self->reason);
  g_free (self->new_checklist);
  g_free (self);
}

gboolean
slip_need_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipNeed *self = data;
  gboolean has_reason =
    !self->is_needed && self->reason != NULL && *self->reason != '\0';
  g_autofree char *checklist = NULL;

  if (!begin (edit, self->release, self->audience, error))
    return FALSE;
  if (!self->is_needed && !has_reason) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                         _ ("Say why the checklist is not needed"));
    return FALSE;
  }
  if (!slip_edit_need (edit, self->release))
    return FALSE;

  checklist = slip_checklist_ensure (edit, self->release, self->audience,
                                     self->new_checklist);
  slip_edit_set_integer (edit, SLIP_KIND_CHECKLIST, checklist,
                         SLIP_CHECKLIST_IS_NOT_NEEDED, !self->is_needed);
  slip_edit_set_text (edit, SLIP_KIND_CHECKLIST, checklist,
                      SLIP_CHECKLIST_REASON, has_reason ? self->reason : NULL);
  if (has_reason)
    slip_edit_set_reason (edit, self->reason);
  return TRUE;
}
