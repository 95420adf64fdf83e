/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-t-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const SlipTDateProperties item_properties = {
  .date = SLIP_ITEM_DUE_DATE,
  .anchor = SLIP_ITEM_DUE_ANCHOR,
  .stage = SLIP_ITEM_DUE_STAGE,
  .offset = SLIP_ITEM_DUE_OFFSET,
  .unit = SLIP_ITEM_DUE_UNIT,
  .snap = SLIP_ITEM_DUE_SNAP,
  .is_pinned = SLIP_ITEM_DUE_IS_PINNED,
  .was = SLIP_ITEM_DUE_WAS,
};

static const SlipTDateProperties communication_properties = {
  .date = SLIP_COMMUNICATION_PLANNED_DATE,
  .anchor = SLIP_COMMUNICATION_PLANNED_ANCHOR,
  .stage = SLIP_COMMUNICATION_PLANNED_STAGE,
  .offset = SLIP_COMMUNICATION_PLANNED_OFFSET,
  .unit = SLIP_COMMUNICATION_PLANNED_UNIT,
  .snap = SLIP_COMMUNICATION_PLANNED_SNAP,
  .is_pinned = SLIP_COMMUNICATION_PLANNED_IS_PINNED,
  .was = SLIP_COMMUNICATION_PLANNED_WAS,
};

static const SlipTDateProperties template_item_properties = {
  .date = -1,
  .anchor = SLIP_TEMPLATE_ITEM_DUE_ANCHOR,
  .stage = SLIP_TEMPLATE_ITEM_DUE_STAGE,
  .offset = SLIP_TEMPLATE_ITEM_DUE_OFFSET,
  .unit = SLIP_TEMPLATE_ITEM_DUE_UNIT,
  .snap = SLIP_TEMPLATE_ITEM_DUE_SNAP,
  .is_pinned = -1,
  .was = -1,
};

/* The date of a release that an anchor is, where it is one. */
static const struct {
  SlipDueAnchor due_anchor;
  SlipAnchor anchor;
  const char *nick;
} release_anchors[] = {
  { SLIP_DUE_RELEASE, SLIP_ANCHOR_RELEASE, "release" },
  { SLIP_DUE_RELEASE, SLIP_ANCHOR_RELEASE, "t" },
  { SLIP_DUE_DEPLOY, SLIP_ANCHOR_DEPLOY, "deploy" },
  { SLIP_DUE_CODE_COMPLETE, SLIP_ANCHOR_CODE_COMPLETE, "code-complete" },
  { SLIP_DUE_ANNOUNCE, SLIP_ANCHOR_ANNOUNCE, "announce" },
};

const SlipTDateProperties *
slip_t_date_get_properties (SlipKind kind)
{
  if (kind == SLIP_KIND_ITEM)
    return &item_properties;
  if (kind == SLIP_KIND_COMMUNICATION)
    return &communication_properties;
  if (kind == SLIP_KIND_TEMPLATE_ITEM)
    return &template_item_properties;

  return NULL;
}

gboolean
slip_t_date_is_rule_property (SlipKind kind, guint property)
{
  const SlipTDateProperties *properties = slip_t_date_get_properties (kind);

  return properties != NULL &&
         (property == properties->anchor || property == properties->stage ||
          property == properties->offset || property == properties->unit ||
          property == properties->snap);
}

SlipTDate
slip_t_date_get (const SlipRow *row)
{
  const SlipTDateProperties *properties =
    slip_t_date_get_properties (slip_row_get_kind (row));

  g_return_val_if_fail (properties != NULL, SLIP_T_DATE_FIXED);

  return (SlipTDate){
    .anchor = (SlipDueAnchor) slip_row_get_integer (row, properties->anchor),
    .stage = slip_row_get_text (row, properties->stage),
    .offset = (int) slip_row_get_integer (row, properties->offset),
    .unit = (SlipUnit) slip_row_get_integer (row, properties->unit),
    .snap = (SlipSnap) slip_row_get_integer (row, properties->snap),
  };
}

gboolean
slip_t_date_equal (const SlipTDate *a, const SlipTDate *b)
{
  return a->anchor == b->anchor && a->offset == b->offset &&
         a->unit == b->unit && a->snap == b->snap &&
         g_strcmp0 (a->stage, b->stage) == 0;
}

gboolean
slip_t_date_is_pinned (const SlipRow *row)
{
  const SlipTDateProperties *properties =
    slip_t_date_get_properties (slip_row_get_kind (row));

  g_return_val_if_fail (properties != NULL && properties->is_pinned >= 0,
                        FALSE);

  return slip_row_get_boolean (row, (guint) properties->is_pinned);
}

SlipDate
slip_t_date_get_day (const SlipRow *row)
{
  const SlipTDateProperties *properties =
    slip_t_date_get_properties (slip_row_get_kind (row));

  g_return_val_if_fail (properties != NULL && properties->date >= 0,
                        SLIP_DATE_NONE);

  return slip_row_get_date (row, (guint) properties->date);
}

/* Finds which of the release's dates @due_anchor is. */
static gboolean
find_anchor (SlipDueAnchor due_anchor, SlipAnchor *anchor)
{
  for (guint i = 0; i < G_N_ELEMENTS (release_anchors); i++)
    if (release_anchors[i].due_anchor == due_anchor) {
      *anchor = release_anchors[i].anchor;
      return TRUE;
    }

  return FALSE;
}

static SlipDate
get_anchor_day (const SlipPlanState *state,
                const SlipRow *release,
                const SlipTDate *rule,
                const SlipWorkingDays *working_days)
{
  SlipAnchor anchor;
  const SlipRow *stage;

  if (find_anchor (rule->anchor, &anchor))
    return slip_planned_date_resolve (slip_release_get_planned (release,
                                                                anchor),
                                      working_days);

  stage = slip_plan_state_get (state, SLIP_KIND_STAGE, rule->stage);
  return rule->anchor == SLIP_DUE_STAGE && stage != NULL
           ? slip_row_get_date (stage, SLIP_STAGE_PLANNED_START)
           : SLIP_DATE_NONE;
}

SlipDate
slip_t_date_resolve (const SlipPlanState *state,
                     const SlipRow *release,
                     const SlipTDate *rule,
                     const SlipWorkingDays *working_days)
{
  SlipDate day = get_anchor_day (state, release, rule, working_days);

  if (!slip_date_is_set (day))
    return day;

  day = rule->unit == SLIP_UNIT_WORKING_DAYS
          ? slip_working_days_add (working_days, day, rule->offset)
          : slip_date_add_days (day, rule->offset);
  return slip_working_days_snap (working_days, day, rule->snap);
}

gboolean
slip_t_date_is_about (const SlipPlanState *state,
                      const SlipRow *release,
                      const SlipTDate *rule)
{
  SlipAnchor anchor;

  /* Stages follow the release date. */
  if (rule->anchor == SLIP_DUE_STAGE)
    anchor = SLIP_ANCHOR_RELEASE;
  else if (!find_anchor (rule->anchor, &anchor))
    return FALSE;

  return slip_planned_date_is_about (
    slip_release_get_planned (release, anchor));
}

static char *
dup_stage_name (const SlipPlanState *state, const SlipTDate *rule)
{
  const SlipRow *stage =
    slip_plan_state_get (state, SLIP_KIND_STAGE, rule->stage);
  const SlipRow *template_stage =
    slip_plan_state_get (state, SLIP_KIND_TEMPLATE_STAGE, rule->stage);
  const char *name = NULL;

  if (stage != NULL)
    name = slip_row_get_text (stage, SLIP_STAGE_NAME);
  else if (template_stage != NULL)
    name = slip_row_get_text (template_stage, SLIP_TEMPLATE_STAGE_NAME);

  return g_strdup (name != NULL ? name : _ ("a stage"));
}

/* What a short rule begins with, before its offset. */
static char *
dup_short_anchor (const SlipPlanState *state, const SlipTDate *rule)
{
  g_autofree char *stage = NULL;

  switch (rule->anchor) {
  case SLIP_DUE_RELEASE:
    /* Translators: the release date, in rules such as 'T−10 wd'. */
    return g_strdup (C_ ("T-date", "T"));
  case SLIP_DUE_DEPLOY:
    /* Translators: in rules such as 'Deploy −2 d'; so are the next two. */
    return g_strdup (C_ ("T-date", "Deploy"));
  case SLIP_DUE_CODE_COMPLETE:
    return g_strdup (C_ ("T-date", "Code complete"));
  case SLIP_DUE_ANNOUNCE:
    return g_strdup (C_ ("T-date", "Announce"));
  case SLIP_DUE_STAGE:
    stage = dup_stage_name (state, rule);
    /* Translators: the name of a rollout stage, in rules. */
    return g_strdup_printf (C_ ("T-date", "“%s”"), stage);
  case SLIP_DUE_FIXED:
  case SLIP_N_DUE_ANCHORS:
    break;
  }

  return g_strdup ("");
}

char *
slip_t_date_describe_short (const SlipPlanState *state, const SlipTDate *rule)
{
  g_autofree char *anchor = dup_short_anchor (state, rule);
  const char *gap = rule->anchor == SLIP_DUE_RELEASE ? "" : " ";
  const char *unit;

  if (!slip_t_date_is_rule (rule) || rule->offset == 0)
    return g_steal_pointer (&anchor);

  unit = rule->unit == SLIP_UNIT_WORKING_DAYS
           /* Translators: short for 'working days', as in 'T−10 wd'. */
           ? C_ ("T-date", "wd")
           /* Translators: short for 'calendar days', as in 'T−10 d'. */
           : C_ ("T-date", "d");
  return g_strdup_printf ("%s%s%s%d %s", anchor, gap,
                          rule->offset < 0 ? "−" : "+", ABS (rule->offset),
                          unit);
}

/* '10 working days', '1 day' */
static char *
dup_distance (const SlipTDate *rule)
{
  int n = ABS (rule->offset);

  if (rule->unit == SLIP_UNIT_WORKING_DAYS)
    return g_strdup_printf (ngettext ("%d working day", "%d working days",
                                      (gulong) n),
                            n);

  return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) n), n);
}

/* 'before the release date' with @distance in front. */
static char *
describe_before (const SlipPlanState *state,
                 const SlipTDate *rule,
                 const char *distance)
{
  g_autofree char *stage = NULL;

  switch (rule->anchor) {
  case SLIP_DUE_RELEASE:
    /* Translators: '10 working days before …'; so are the next four. */
    return g_strdup_printf (_ ("%s before the release date"), distance);
  case SLIP_DUE_DEPLOY:
    return g_strdup_printf (_ ("%s before the deploy date"), distance);
  case SLIP_DUE_CODE_COMPLETE:
    return g_strdup_printf (_ ("%s before code complete"), distance);
  case SLIP_DUE_ANNOUNCE:
    return g_strdup_printf (_ ("%s before the announce date"), distance);
  case SLIP_DUE_STAGE:
    stage = dup_stage_name (state, rule);
    return g_strdup_printf (_ ("%s before the start of “%s”"), distance, stage);
  case SLIP_DUE_FIXED:
  case SLIP_N_DUE_ANCHORS:
    break;
  }

  return g_strdup ("");
}

static char *
describe_after (const SlipPlanState *state,
                const SlipTDate *rule,
                const char *distance)
{
  g_autofree char *stage = NULL;

  switch (rule->anchor) {
  case SLIP_DUE_RELEASE:
    /* Translators: '10 working days after …'; so are the next four. */
    return g_strdup_printf (_ ("%s after the release date"), distance);
  case SLIP_DUE_DEPLOY:
    return g_strdup_printf (_ ("%s after the deploy date"), distance);
  case SLIP_DUE_CODE_COMPLETE:
    return g_strdup_printf (_ ("%s after code complete"), distance);
  case SLIP_DUE_ANNOUNCE:
    return g_strdup_printf (_ ("%s after the announce date"), distance);
  case SLIP_DUE_STAGE:
    stage = dup_stage_name (state, rule);
    return g_strdup_printf (_ ("%s after the start of “%s”"), distance, stage);
  case SLIP_DUE_FIXED:
  case SLIP_N_DUE_ANCHORS:
    break;
  }

  return g_strdup ("");
}

static char *
describe_on (const SlipPlanState *state, const SlipTDate *rule)
{
  g_autofree char *stage = NULL;

  switch (rule->anchor) {
  case SLIP_DUE_RELEASE:
    return g_strdup (_ ("On the release date"));
  case SLIP_DUE_DEPLOY:
    return g_strdup (_ ("On the deploy date"));
  case SLIP_DUE_CODE_COMPLETE:
    return g_strdup (_ ("On code complete"));
  case SLIP_DUE_ANNOUNCE:
    return g_strdup (_ ("On the announce date"));
  case SLIP_DUE_STAGE:
    stage = dup_stage_name (state, rule);
    return g_strdup_printf (_ ("At the start of “%s”"), stage);
  case SLIP_DUE_FIXED:
  case SLIP_N_DUE_ANCHORS:
    break;
  }

  return g_strdup (_ ("A fixed day"));
}

char *
slip_t_date_describe (const SlipPlanState *state, const SlipTDate *rule)
{
  g_autofree char *distance = dup_distance (rule);
  g_autofree char *text = NULL;

  if (!slip_t_date_is_rule (rule) || rule->offset == 0)
    text = describe_on (state, rule);
  else if (rule->offset < 0)
    text = describe_before (state, rule, distance);
  else
    text = describe_after (state, rule, distance);

  if (!slip_t_date_is_rule (rule) || rule->snap == SLIP_SNAP_NONE)
    return g_steal_pointer (&text);
  if (rule->snap == SLIP_SNAP_EARLIER)
    /* Translators: a rule for a date, and where it goes from a day off. */
    return g_strdup_printf (_ ("%s, or the working day before"), text);

  return g_strdup_printf (_ ("%s, or the working day after"), text);
}

char *
slip_t_date_print (const SlipPlanState *state, const SlipTDate *rule)
{
  g_autofree char *text = slip_t_date_describe_short (state, rule);

  if (!slip_t_date_is_rule (rule) || rule->snap == SLIP_SNAP_NONE)
    return g_steal_pointer (&text);

  return g_strdup_printf ("%s %s", text,
                          rule->snap == SLIP_SNAP_EARLIER
                            /* Translators: after a rule such as 'T−10 d': to
                             * the working day before a day off.  Other words
                             * of rules must not begin with it, nor the next. */
                            ? C_ ("T-date", "earlier")
                            /* Translators: to the working day after it. */
                            : C_ ("T-date", "later"));
}

static void
skip_spaces (const char **text)
{
  while (g_unichar_isspace (g_utf8_get_char (*text)))
    *text = g_utf8_next_char (*text);
}

/* Takes @word, in whatever case, off the beginning of *@text, and spaces after
 * it. */
static gboolean
take_word (const char **text, const char *word)
{
  const char *rest = *text;

  for (; *word != '\0'; word = g_utf8_next_char (word)) {
    if (g_unichar_tolower (g_utf8_get_char (rest)) !=
        g_unichar_tolower (g_utf8_get_char (word)))
      return FALSE;
    rest = g_utf8_next_char (rest);
  }
  if (g_unichar_isalpha (g_utf8_get_char (rest)))
    return FALSE;

  *text = rest;
  skip_spaces (text);
  return TRUE;
}

static gboolean
take_anchor (const char **text, SlipDueAnchor *anchor)
{
  for (guint i = 0; i < G_N_ELEMENTS (release_anchors); i++) {
    SlipTDate rule = { .anchor = release_anchors[i].due_anchor };
    g_autofree char *shown = dup_short_anchor (NULL, &rule);

    if (take_word (text, shown) || take_word (text, release_anchors[i].nick)) {
      *anchor = rule.anchor;
      return TRUE;
    }
  }

  return FALSE;
}

static gboolean
take_quote (const char **text)
{
  gunichar quote = g_utf8_get_char (*text);

  if (quote == 0 || g_utf8_strchr ("\"'“”„«»‹›‘’「」", -1, quote) == NULL)
    return FALSE;

  *text = g_utf8_next_char (*text);
  return TRUE;
}

/* Takes the longest name that one of @stages has there. */
static const char *
take_stage (const char **text, GPtrArray *stages)
{
  const char *begin = *text;
  const char *id = NULL;

  (void) take_quote (&begin);
  for (guint i = 0; i < stages->len; i++) {
    SlipKind kind = slip_row_get_kind (stages->pdata[i]);
    const char *name =
      slip_row_get_text (stages->pdata[i], kind == SLIP_KIND_STAGE
                                             ? SLIP_STAGE_NAME
                                             : SLIP_TEMPLATE_STAGE_NAME);
    const char *rest = begin;

    if (name == NULL || !take_word (&rest, name) || rest <= *text)
      continue;
    id = slip_row_get_id (stages->pdata[i]);
    *text = rest;
  }

  if (id != NULL && take_quote (text))
    skip_spaces (text);
  return id;
}

/* The hyphen, the dashes and the minus that people and editors write. */
static gboolean
take_sign (const char **text, int *sign)
{
  static const char *const dashes[] = { "-", "−", "–", "—", "‐", "‑" };

  *sign = 0;
  if (**text == '+') {
    *sign = 1;
    (*text)++;
  }
  for (guint i = 0; *sign == 0 && i < G_N_ELEMENTS (dashes); i++)
    if (g_str_has_prefix (*text, dashes[i])) {
      *sign = -1;
      *text += strlen (dashes[i]);
    }

  skip_spaces (text);
  return *sign != 0;
}

static void
take_unit (const char **text, SlipTDate *rule)
{
  if (take_word (text, "wd") || take_word (text, C_ ("T-date", "wd")))
    rule->unit = SLIP_UNIT_WORKING_DAYS;
  else if (take_word (text, "w"))
    rule->offset *= 7;
  else
    (void) (take_word (text, "d") || take_word (text, C_ ("T-date", "d")));
}

static gboolean
take_offset (const char **text, SlipTDate *rule)
{
  int sign;
  char *end;
  guint64 number;

  if (!take_sign (text, &sign))
    return TRUE;
  if (!g_ascii_isdigit (**text))
    return FALSE;

  number = g_ascii_strtoull (*text, &end, 10);
  if (number > 9999)
    return FALSE;
  *text = end;
  skip_spaces (text);

  rule->offset = sign * (int) number;
  take_unit (text, rule);
  return TRUE;
}

static void
take_snap (const char **text, SlipTDate *rule)
{
  if (take_word (text, "earlier") || take_word (text, C_ ("T-date", "earlier")))
    rule->snap = SLIP_SNAP_EARLIER;
  else if (take_word (text, "later") ||
           take_word (text, C_ ("T-date", "later")))
    rule->snap = SLIP_SNAP_LATER;
}

/* Reads an anchor in quotes as a stage, and a stage of a date's name never. */
static gboolean
take_rule (const char **text, GPtrArray *stages, SlipTDate *rule)
{
  if (!take_anchor (text, &rule->anchor)) {
    rule->stage = stages != NULL ? take_stage (text, stages) : NULL;
    if (rule->stage == NULL)
      return FALSE;
    rule->anchor = SLIP_DUE_STAGE;
  }

  return take_offset (text, rule);
}

gboolean
slip_t_date_parse_among (const char *text,
                         GPtrArray *stages,
                         SlipTDate *rule,
                         GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *rest = stripped;
  SlipValue offset;

  *rule = SLIP_T_DATE_FIXED;
  if (g_utf8_validate (text, -1, NULL) && take_rule (&rest, stages, rule)) {
    take_snap (&rest, rule);
    offset = slip_value_new_integer (rule->offset);
    if (*rest == '\0')
      return slip_property_check (
        slip_schema_get_property (SLIP_KIND_ITEM, SLIP_ITEM_DUE_OFFSET),
        &offset, error);
  }

  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
               _ ("“%s” is not understood as a rule such as ‘T-10 wd’"), text);
  return FALSE;
}

gboolean
slip_t_date_parse (const char *text, SlipTDate *rule, GError **error)
{
  return slip_t_date_parse_among (text, NULL, rule, error);
}
