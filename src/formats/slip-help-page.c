/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-help-page.h"

#include <libintl.h>
#include <string.h>

typedef struct {
  SlipHelpPage *page;
  GString *text;     /* of the block that is being read, or NULL */
  gboolean is_empty; /* whether the element inside it has no words so far */
  GPtrArray *topics; /* of a section whose title comes after them */
  guint n_steps;
} Reading;

static void
free_block (gpointer data)
{
  SlipHelpBlock *block = data;
  g_free (block->text);
  g_free (block);
}

static const char *
find_attribute (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], name) == 0)
      return values[i];
  return NULL;
}

/* The element around the one that is being read. */
static const char *
get_parent (GMarkupParseContext *context)
{
  const GSList *stack = g_markup_parse_context_get_element_stack (context);
  return stack->next != NULL ? stack->next->data : "";
}

static gboolean
is_within (GMarkupParseContext *context, const char *element)
{
  const GSList *stack = g_markup_parse_context_get_element_stack (context);
  for (const GSList *l = stack->next; l != NULL; l = l->next)
    if (strcmp (l->data, element) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_text (const char *element)
{
  static const char *const names[] = { "title", "desc", "p", NULL };
  return g_strv_contains (names, element);
}

static SlipHelpBlock *
add_block (Reading *reading, SlipHelpBlockType type, const char *text)
{
  SlipHelpBlock *block = g_new0 (SlipHelpBlock, 1);
  block->type = type;
  block->text = g_strdup (text != NULL ? text : "");
  g_ptr_array_add (reading->page->blocks, block);
  return block;
}

/* As the extraction writes it, so that the translation is found. */
static void
append_escaped (GString *string, const char *text, gsize length)
{
  g_autoptr (GString) plain = g_string_new_len (text, (gssize) length);
  g_string_replace (plain, "&", "&amp;", 0);
  g_string_replace (plain, "<", "&lt;", 0);
  g_string_replace (plain, ">", "&gt;", 0);
  g_string_append (string, plain->str);
}

static void
append_start (Reading *reading,
              const char *element,
              const char **names,
              const char **values)
{
  g_string_append_printf (reading->text, "<%s", element);
  for (guint i = 0; names[i] != NULL; i++) {
    g_string_append_printf (reading->text, " %s=\"", names[i]);
    append_escaped (reading->text, values[i], strlen (values[i]));
    g_string_append_c (reading->text, '"');
  }
  reading->is_empty = TRUE;
}

static void
start_structure (Reading *reading,
                 GMarkupParseContext *context,
                 const char *element,
                 const char **names,
                 const char **values)
{
  if (strcmp (element, "page") == 0)
    reading->page->id = g_strdup (find_attribute (names, values, "id"));
  else if (strcmp (element, "steps") == 0)
    reading->n_steps = 0;
  else if (strcmp (element, "slip:keys") == 0)
    add_block (reading, SLIP_HELP_KEYS,
               find_attribute (names, values, "group"));
  else if (strcmp (element, "link") == 0 && is_within (context, "section") &&
           find_attribute (names, values, "xref") != NULL)
    g_ptr_array_add (reading->topics,
                     g_strdup (find_attribute (names, values, "xref")));
}

static void
start_element (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  static const char *const known[] = { "page",  "info",      "link", "section",
                                       "list",  "steps",     "item", "note",
                                       "links", "slip:keys", NULL };
  Reading *reading = data;
  if (reading->text != NULL)
    append_start (reading, element, names, values);
  else if (is_text (element))
    reading->text = g_string_new (NULL);
  else if (g_strv_contains (known, element))
    start_structure (reading, context, element, names, values);
  else
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT,
                 "<%s> is not known", element);
}

/* Words are parted by one space, wherever a line of the file ends. */
static char *
dup_normal (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n\t", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (kept, words[i]);
  g_ptr_array_add (kept, NULL);
  return g_strjoinv (" ", (char **) kept->pdata);
}

static void
end_section_title (Reading *reading, const char *text)
{
  add_block (reading, SLIP_HELP_HEADING, text);
  for (guint i = 0; i < reading->topics->len; i++)
    add_block (reading, SLIP_HELP_TOPIC, reading->topics->pdata[i]);
  g_ptr_array_set_size (reading->topics, 0);
}

static void
end_paragraph (Reading *reading, GMarkupParseContext *context, const char *text)
{
  if (is_within (context, "steps"))
    add_block (reading, SLIP_HELP_STEP, text)->number = ++reading->n_steps;
  else if (is_within (context, "list"))
    add_block (reading, SLIP_HELP_ITEM, text);
  else if (is_within (context, "note"))
    add_block (reading, SLIP_HELP_NOTE, text);
  else
    add_block (reading, SLIP_HELP_PARAGRAPH, text);
}

static void
end_text (Reading *reading, GMarkupParseContext *context, const char *element)
{
  g_autofree char *text = dup_normal (reading->text->str);
  g_string_free (reading->text, TRUE);
  reading->text = NULL;
  if (strcmp (element, "p") == 0)
    end_paragraph (reading, context, text);
  else if (strcmp (element, "desc") == 0)
    reading->page->summary = g_steal_pointer (&text);
  else if (strcmp (get_parent (context), "section") == 0)
    end_section_title (reading, text);
  else
    reading->page->title = g_steal_pointer (&text);
}

static void
end_element (GMarkupParseContext *context,
             const char *element,
             gpointer data,
             GError **error)
{
  Reading *reading = data;
  if (reading->text == NULL)
    return;
  if (is_text (element)) {
    end_text (reading, context, element);
    return;
  }
  if (reading->is_empty)
    g_string_append (reading->text, "/>");
  else
    g_string_append_printf (reading->text, "</%s>", element);
  reading->is_empty = FALSE;
}

static void
read_text (GMarkupParseContext *context,
           const char *text,
           gsize length,
           gpointer data,
           GError **error)
{
  Reading *reading = data;
  if (reading->text == NULL || length == 0)
    return;
  if (reading->is_empty)
    g_string_append_c (reading->text, '>');
  reading->is_empty = FALSE;
  append_escaped (reading->text, text, length);
}

static gboolean
check (const SlipHelpPage *page, GError **error)
{
  if (page->id != NULL && page->title != NULL && page->summary != NULL)
    return TRUE;
  g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_MISSING_ATTRIBUTE,
               "A page needs an id, a title and a description");
  return FALSE;
}

SlipHelpPage *
slip_help_page_new (const char *text, gsize length, GError **error)
{
  static const GMarkupParser parser = {
    .start_element = start_element,
    .end_element = end_element,
    .text = read_text,
  };
  g_return_val_if_fail (text != NULL, NULL);

  g_autoptr (SlipHelpPage) page = g_new0 (SlipHelpPage, 1);
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func (g_free);
  page->blocks = g_ptr_array_new_with_free_func (free_block);
  Reading reading = { .page = page, .topics = topics };
  g_autoptr (GMarkupParseContext) context =
    g_markup_parse_context_new (&parser, 0, &reading, NULL);
  gboolean is_read =
    g_markup_parse_context_parse (context, text, (gssize) length, error) &&
    g_markup_parse_context_end_parse (context, error) && check (page, error);
  if (reading.text != NULL)
    g_string_free (reading.text, TRUE);
  return is_read ? g_steal_pointer (&page) : NULL;
}

void
slip_help_page_free (SlipHelpPage *page)
{
  g_free (page->id);
  g_free (page->title);
  g_free (page->summary);
  g_ptr_array_unref (page->blocks);
  g_free (page);
}

const char *
slip_help_page_translate (const char *text)
{
  return *text != '\0' ? dgettext (SLIP_HELP_DOMAIN, text) : text;
}
