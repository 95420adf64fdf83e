/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipPrompt:
 * @heading: what is asked, translated
 * @body: (nullable): a sentence below that; plain text
 * @label: what is to be typed
 * @confirm: what going on is called, with a mnemonic
 * @text: (nullable): what is offered
 * @may_be_empty: whether nothing is an answer
 *
 * A question that is answered by a line of text.
 */
typedef struct {
  const char *heading;
  const char *body;
  const char *label;
  const char *confirm;
  const char *text;
  gboolean may_be_empty;
} SlipPrompt;

/* Called with the answer without blanks around it; not if it was called off. */
typedef void (*SlipPromptFunc) (const char *text, gpointer data);

/**
 * slip_prompt_ask:
 * @data: (transfer full): for @func, freed by @data_free
 *
 * Asks in front of the window of @widget.
 *
 * Returns: (transfer none): the dialog
 */
GtkWidget *slip_prompt_ask (GtkWidget *widget,
                            const SlipPrompt *prompt,
                            SlipPromptFunc func,
                            gpointer data,
                            GDestroyNotify data_free);

G_END_DECLS
