/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-help-text.h"

#include <string.h>

/* What stands around a fragment while it is read. */
#define ROOT "p"

static const struct {
  const char *element;
  SlipHelpRunType type;
} elements[] = {
  { "em", SLIP_HELP_EMPHASIS }, { "gui", SLIP_HELP_GUI },
  { "key", SLIP_HELP_KEY },     { "cmd", SLIP_HELP_CODE },
  { "input", SLIP_HELP_CODE },  { "link", SLIP_HELP_LINK },
};

typedef struct {
  GPtrArray *runs;
  SlipHelpRun *open; /* borrowed: the element that is being read, or NULL */
  gboolean is_begun; /* whether the paragraph has begun: there is one only */
} Reading;

static void
free_run (gpointer data)
{
  SlipHelpRun *run = data;
  g_free (run->text);
  g_free (run->page);
  g_free (run);
}

static SlipHelpRun *
add_run (Reading *reading, SlipHelpRunType type)
{
  SlipHelpRun *run = g_new0 (SlipHelpRun, 1);
  run->type = type;
  run->text = g_strdup ("");
  g_ptr_array_add (reading->runs, run);
  return run;
}

static int
find_type (const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (strcmp (elements[i].element, element) == 0)
      return (int) elements[i].type;
  return -1;
}

static void
start_element (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  Reading *reading = data;
  guint depth = g_slist_length (
    (GSList *) g_markup_parse_context_get_element_stack (context));
  int type = depth == 2 ? find_type (element) : -1;
  if (depth == 1 && !reading->is_begun) {
    reading->is_begun = TRUE;
    return;
  }
  if (type < 0) {
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT,
                 "<%s> cannot stand here", element);
    return;
  }
  reading->open = add_run (reading, (SlipHelpRunType) type);
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "xref") == 0)
      reading->open->page = g_strdup (values[i]);
  if ((reading->open->type == SLIP_HELP_LINK) != (reading->open->page != NULL))
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                 "<%s> leads nowhere", element);
}

static void
end_element (GMarkupParseContext *context,
             const char *element,
             gpointer data,
             GError **error)
{
  Reading *reading = data;
  reading->open = NULL;
}

static void
read_text (GMarkupParseContext *context,
           const char *text,
           gsize length,
           gpointer data,
           GError **error)
{
  Reading *reading = data;
  SlipHelpRun *run = reading->open;
  if (length == 0)
    return;
  if (run == NULL)
    run = add_run (reading, SLIP_HELP_TEXT);
  g_autofree char *before = run->text;
  g_autofree char *added = g_strndup (text, length);
  run->text = g_strconcat (before, added, NULL);
}

GPtrArray *
slip_help_text_parse (const char *fragment, GError **error)
{
  static const GMarkupParser parser = {
    .start_element = start_element,
    .end_element = end_element,
    .text = read_text,
  };
  g_return_val_if_fail (fragment != NULL, NULL);

  g_autoptr (GPtrArray) runs = g_ptr_array_new_with_free_func (free_run);
  Reading reading = { .runs = runs };
  g_autofree char *whole =
    g_strconcat ("<" ROOT ">", fragment, "</" ROOT ">", NULL);
  g_autoptr (GMarkupParseContext) context =
    g_markup_parse_context_new (&parser, 0, &reading, NULL);
  if (!g_markup_parse_context_parse (context, whole, -1, error) ||
      !g_markup_parse_context_end_parse (context, error))
    return NULL;
  return g_steal_pointer (&runs);
}
