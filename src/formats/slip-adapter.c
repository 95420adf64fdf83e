/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-adapter.h"

#include "slip-json.h"

#include <string.h>

#define N_TEXTS 13

static const SlipAdapter *const adapters[] = {
  &slip_adapter_native,
  &slip_adapter_general,
  &slip_adapter_github_milestones,
  &slip_adapter_github_issues,
  &slip_adapter_gitlab_releases,
  &slip_adapter_gitlab_freeze_periods,
  &slip_adapter_unleash,
};

const SlipAdapter *const *
slip_adapter_list (guint *n_adapters)
{
  *n_adapters = G_N_ELEMENTS (adapters);
  return adapters;
}

const SlipAdapter *
slip_adapter_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (adapters); i++)
    if (g_strcmp0 (adapters[i]->id, id) == 0)
      return adapters[i];
  return NULL;
}

SlipStatusReport *
slip_adapter_read (const SlipAdapter *self,
                   GBytes *bytes,
                   const SlipAdapterInput *input,
                   GError **error)
{
  const SlipJsonLimits limits = { .max_bytes = SLIP_ADAPTER_MAX_BYTES };
  g_autoptr (SlipStatusReport) report = slip_status_report_new ();
  g_autoptr (JsonNode) root = slip_json_parse (bytes, &limits, error);

  if (root == NULL)
    return NULL;

  SlipJsonCursor top = slip_json_cursor (root);
  if (!self->read (&top, input, report, error))
    return NULL;
  return g_steal_pointer (&report);
}

/* The texts of @settings, to be gone through. */
static void
list_texts (SlipAdapterSettings *settings, const char **texts[])
{
  const char **const all[N_TEXTS] = {
    &settings->list,           &settings->release,
    &settings->audience,       &settings->state,
    &settings->text,           &settings->owner,
    &settings->done,           &settings->total,
    &settings->updated_at,     &settings->url,
    &settings->next,           &settings->fixed_release,
    &settings->fixed_audience,
  };

  memcpy (texts, all, sizeof all);
}

SlipAdapterSettings *
slip_adapter_settings_copy (const SlipAdapterSettings *settings)
{
  const char **texts[N_TEXTS];
  SlipAdapterSettings *copy;
  SlipAdapterWord *words;

  if (settings == NULL)
    return NULL;
  copy = g_memdup2 (settings, sizeof *settings);
  list_texts (copy, texts);
  for (guint i = 0; i < N_TEXTS; i++)
    *texts[i] = g_strdup (*texts[i]);
  words = g_new0 (SlipAdapterWord, settings->n_words);
  for (guint i = 0; i < settings->n_words; i++) {
    words[i].word = g_strdup (settings->words[i].word);
    words[i].state = settings->words[i].state;
  }
  copy->words = words;
  return copy;
}

void
slip_adapter_settings_free (SlipAdapterSettings *settings)
{
  const char **texts[N_TEXTS];

  if (settings == NULL)
    return;
  list_texts (settings, texts);
  for (guint i = 0; i < N_TEXTS; i++)
    g_free ((char *) *texts[i]);
  for (guint i = 0; i < settings->n_words; i++)
    g_free ((char *) settings->words[i].word);
  g_free ((gpointer) settings->words);
  g_free (settings);
}
