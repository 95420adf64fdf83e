/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-help-markup.h"

#include <gtk/gtk.h>
#include <string.h>

/* Isolates leave the order of a sentence in Arabic alone: what the screen says
 * is in the language of the person, keys and commands never are. */
#define ISOLATE       "\xe2\x81\xa8"
#define ISOLATE_LATIN "\xe2\x81\xa6"
#define END_ISOLATE   "\xe2\x81\xa9"

/* A place where no line ends. */
#define JOINER "\xe2\x81\xa0"

/* Air on both sides of a key, where no line ends. */
#define AIR "\xe2\x80\xaf"

char *
slip_help_markup_dup_accelerator (const char *key)
{
  static const struct {
    const char *shown;
    const char *name;
  } modifiers[] = { { "Ctrl+", "<Control>" },
                    { "Alt+", "<Alt>" },
                    { "Shift+", "<Shift>" } },
    keys[] = {
      { "+", "plus" },
      { "−", "minus" },
      { "?", "question" },
      { ",", "comma" },
      { "Space", "space" },
      { "Page Up", "Page_Up" },
      { "Page Down", "Page_Down" },
    };
  GString *accelerator = g_string_new (NULL);
  const char *rest = key;
  guint value;
  GdkModifierType mask;

  for (guint i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (g_str_has_prefix (rest, modifiers[i].shown)) {
      g_string_append (accelerator, modifiers[i].name);
      rest += strlen (modifiers[i].shown);
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (rest, keys[i].shown) == 0)
      rest = keys[i].name;
  g_string_append (accelerator, rest);
  if (gtk_accelerator_parse (accelerator->str, &value, &mask) && value != 0)
    return g_string_free (accelerator, FALSE);
  g_string_free (accelerator, TRUE);
  return NULL;
}

static char *
dup_key_label (const char *key)
{
  g_autofree char *accelerator = slip_help_markup_dup_accelerator (key);
  guint value;
  GdkModifierType mask;

  if (accelerator == NULL ||
      !gtk_accelerator_parse (accelerator, &value, &mask))
    return g_strdup (key);
  return gtk_accelerator_get_label (value, mask);
}

/* A line may end between the words of a command, not after the hyphens of an
 * option. */
static char *
dup_unbroken (const char *code)
{
  g_autoptr (GString) string = g_string_new (code);

  g_string_replace (string, "-", "-" JOINER, 0);
  return g_strdup (string->str);
}

static void
append_run (GString *markup, const SlipHelpRun *run)
{
  g_autofree char *text = g_markup_escape_text (run->text, -1);
  g_autofree char *label = NULL;
  g_autofree char *key = NULL;
  g_autofree char *code = NULL;

  switch (run->type) {
  case SLIP_HELP_TEXT:
    g_string_append (markup, text);
    break;
  case SLIP_HELP_EMPHASIS:
    g_string_append_printf (markup, "<b>%s</b>", text);
    break;
  case SLIP_HELP_GUI:
    g_string_append_printf (markup, ISOLATE "<b>%s</b>" END_ISOLATE, text);
    break;
  case SLIP_HELP_KEY:
    label = dup_key_label (run->text);
    key = g_markup_escape_text (label, -1);
    g_string_append_printf (
      markup,
      ISOLATE_LATIN "<span background='#808080' background_alpha='20%%'>" AIR
                    "%s" AIR "</span>" END_ISOLATE,
      key);
    break;
  case SLIP_HELP_CODE:
    code = dup_unbroken (text);
    g_string_append_printf (
      markup,
      ISOLATE_LATIN
      "<tt><span insert_hyphens='false'>%s</span></tt>" END_ISOLATE,
      code);
    break;
  case SLIP_HELP_LINK:
    g_string_append_printf (markup, "<a href='%s'>%s</a>", run->page, text);
    break;
  default:
    g_assert_not_reached ();
  }
}

char *
slip_help_markup_dup (GPtrArray *runs)
{
  GString *markup = g_string_new (NULL);

  g_return_val_if_fail (runs != NULL, NULL);

  for (guint i = 0; i < runs->len; i++)
    append_run (markup, runs->pdata[i]);
  return g_string_free (markup, FALSE);
}
