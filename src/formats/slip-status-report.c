/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-status-report.h"

SlipStatusReport *
slip_status_report_new (void)
{
  SlipStatusReport *self = g_new0 (SlipStatusReport, 1);

  self->observations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_observation_free);
  return self;
}

void
slip_status_report_free (SlipStatusReport *self)
{
  if (self == NULL)
    return;
  g_free (self->source_name);
  g_free (self->source_url);
  g_ptr_array_unref (self->observations);
  g_free (self->next);
  g_free (self);
}

SlipObservation *
slip_status_report_add (SlipStatusReport *self, SlipObservationType type)
{
  SlipObservation *observation = slip_observation_new (type);

  g_ptr_array_add (self->observations, observation);
  return observation;
}
