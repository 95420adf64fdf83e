/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-step.h"

#include <glib/gi18n-lib.h>

static const struct {
  const char *nick;
  const char *label;
} writers[SLIP_N_WRITERS] = {
  [SLIP_WRITER_WINDOW] = { "window", NC_ ("writer", "window") },
  [SLIP_WRITER_COMMAND_LINE] = { "command line",
                                 NC_ ("writer", "command line") },
  [SLIP_WRITER_IMPORT] = { "import", NC_ ("writer", "import") },
  [SLIP_WRITER_FEED] = { "feed accepted", NC_ ("writer", "feed accepted") },
};

const char *
slip_writer_get_nick (SlipWriter writer)
{
  g_return_val_if_fail (writer < SLIP_N_WRITERS, NULL);

  return writers[writer].nick;
}

SlipWriter
slip_writer_find (const char *nick)
{
  for (guint i = 0; i < SLIP_N_WRITERS; i++)
    if (g_strcmp0 (writers[i].nick, nick) == 0)
      return (SlipWriter) i;

  return SLIP_WRITER_WINDOW;
}

const char *
slip_writer_get_label (SlipWriter writer)
{
  g_return_val_if_fail (writer < SLIP_N_WRITERS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "writer", writers[writer].label);
}

SlipAuthor *
slip_author_new (const char *person, const char *name, SlipWriter writer)
{
  SlipAuthor *author = g_new0 (SlipAuthor, 1);

  author->person = g_strdup (person);
  author->name = g_strdup (name);
  author->writer = writer;
  return author;
}

SlipAuthor *
slip_author_copy (const SlipAuthor *author)
{
  return slip_author_new (author->person, author->name, author->writer);
}

void
slip_author_free (SlipAuthor *author)
{
  g_free (author->person);
  g_free (author->name);
  g_free (author);
}

SlipStep *
slip_step_new (gint64 number, SlipStepType type, gint64 target, gint64 at_ms)
{
  SlipStep *step = g_new0 (SlipStep, 1);

  step->number = number;
  step->type = type;
  step->target = target;
  step->at_ms = at_ms;
  return step;
}

SlipStep *
slip_step_copy (const SlipStep *step)
{
  SlipStep *copy =
    slip_step_new (step->number, step->type, step->target, step->at_ms);

  if (step->author != NULL)
    copy->author = slip_author_copy (step->author);
  if (step->set != NULL)
    copy->set = slip_change_set_ref (step->set);
  return copy;
}

void
slip_step_free (SlipStep *step)
{
  g_clear_pointer (&step->author, slip_author_free);
  g_clear_pointer (&step->set, slip_change_set_unref);
  g_free (step);
}

char *
slip_step_describe (const SlipStep *step, SlipWriter reader)
{
  g_autofree char *what =
    slip_change_set_describe (step->set->verb, step->set->subject);

  if (step->author == NULL || step->author->writer == reader)
    return g_steal_pointer (&what);

  /* Translators: what was done, and the part of the program that did it:
   * 'move of Payments 3.9, command line'. */
  return g_strdup_printf (_ ("%s, %s"), what,
                          slip_writer_get_label (step->author->writer));
}
