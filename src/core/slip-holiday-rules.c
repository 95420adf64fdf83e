/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-holiday-rules.h"

#include "slip-core-resources.h"
#include "slip-schema.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Years that are a condition of no rule. */
#define FIRST_YEAR 1583
#define LAST_YEAR  9999

#define MAX_NTH             5
#define MAX_SUBSTITUTE_DAYS 14

typedef enum {
  RULE_FIXED,
  RULE_ONCE,
  RULE_EASTER,
  RULE_NTH,
  RULE_FROM,
  RULE_BY,
  RULE_MARCH_EQUINOX,
  RULE_SEPTEMBER_EQUINOX,
  RULE_BETWEEN,
} RuleType;

typedef enum {
  SHIFT_NONE,
  SHIFT_NEXT_WEEKDAY,
  SHIFT_NEAREST_WEEKDAY,
  SHIFT_NEXT_FREE,
  SHIFT_SUNDAY_BEFORE,
} Shift;

typedef enum {
  CONDITION_NONE,
  CONDITION_IF,
  CONDITION_UNLESS,
} Condition;

typedef struct {
  RuleType type;
  int year;
  int month;
  int day;
  int offset; /* from Easter */
  int nth;    /* 0 for the last */
  SlipWeekday weekday;
  int since;
  int through;
  int every;
  int except;
  Shift shift;
  Condition condition;
  SlipWeekday condition_weekday;
  int condition_month;
  int condition_day;
  char *name;
} Rule;

typedef struct {
  char *code;
  char *native;
  char *english;
  GPtrArray *rules;
} Country;

struct _SlipHolidayRules {
  GPtrArray *countries;
};

SlipHoliday *
slip_holiday_new (SlipRange days, const char *name)
{
  SlipHoliday *self = g_new0 (SlipHoliday, 1);

  self->days = days;
  self->name = g_strdup (name);
  return self;
}

void
slip_holiday_free (SlipHoliday *self)
{
  g_free (self->name);
  g_free (self);
}

static void
rule_free (gpointer data)
{
  Rule *rule = data;

  g_free (rule->name);
  g_free (rule);
}

static void
country_free (gpointer data)
{
  Country *country = data;

  g_free (country->code);
  g_free (country->native);
  g_free (country->english);
  g_ptr_array_unref (country->rules);
  g_free (country);
}

void
slip_holiday_rules_free (SlipHolidayRules *self)
{
  g_ptr_array_unref (self->countries);
  g_free (self);
}

/* After Gauss, for the Gregorian calendar, in the form that needs no tables. */
SlipDate
slip_date_get_easter (int year)
{
  int golden = year % 19;
  int century = year / 100;
  int skipped = century / 4;
  int moon =
    (century - skipped - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
  int full =
    moon - (moon / 28) * (1 - (29 / (moon + 1)) * ((21 - golden) / 11));
  int weekday = (year + year / 4 + full + 2 - century + skipped) % 7;
  int day = full - weekday;

  /* Days after 28 March, into April. */
  return slip_date_add_days (slip_date_new (year, 3, 28), day);
}

/* Reads @word wholly as a number of exactly @n_digits, or of any if 0. */
static gboolean
read_number (const char *word, gsize n_digits, int *number)
{
  gsize length = strlen (word);

  if (length == 0 || length > 4 || (n_digits > 0 && length != n_digits) ||
      strspn (word, "0123456789") != length)
    return FALSE;

  *number = (int) g_ascii_strtoll (word, NULL, 10);
  return TRUE;
}

/* Reads 'MM-DD'; 29 February is a day of some years only, and so of none. */
static gboolean
read_month_day (const char *word, int *month, int *day)
{
  g_auto (GStrv) parts = g_strsplit (word, "-", 3);

  return g_strv_length (parts) == 2 && read_number (parts[0], 2, month) &&
         read_number (parts[1], 2, day) &&
         slip_date_is_set (slip_date_new (2001, *month, *day));
}

static gboolean
read_weekday (const char *word, SlipWeekday *weekday)
{
  static const char *const names[] = { "mon", "tue", "wed", "thu",
                                       "fri", "sat", "sun" };

  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], word)) {
      *weekday = (SlipWeekday) (i + 1);
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_easter (Rule *rule, const char *word)
{
  const char *rest = word + strlen ("easter");

  rule->type = RULE_EASTER;
  if (*rest == '\0')
    return TRUE;
  if ((*rest != '+' && *rest != '-') ||
      !read_number (rest + 1, 0, &rule->offset))
    return FALSE;
  if (*rest == '-')
    rule->offset = -rule->offset;
  return TRUE;
}

static gboolean
read_nth (Rule *rule, const char *word)
{
  static const char *const names[] = {
    "last", "1st", "2nd", "3rd", "4th", "5th"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], word)) {
      rule->type = RULE_NTH;
      rule->nth = (int) i;
      return TRUE;
    }

  return FALSE;
}

/* Takes the words of the rule itself off @words. */
static gboolean
read_rule (Rule *rule, char ***words)
{
  const char *word = *(*words)++;
  SlipDate once = slip_date_parse (word);

  if (g_str_has_prefix (word, "easter"))
    return read_easter (rule, word);
  if (g_str_equal (word, "march-equinox") ||
      g_str_equal (word, "september-equinox")) {
    rule->type = *word == 'm' ? RULE_MARCH_EQUINOX : RULE_SEPTEMBER_EQUINOX;
    return TRUE;
  }
  if (slip_date_is_set (once)) {
    rule->type = RULE_ONCE;
    slip_date_get_parts (once, &rule->year, &rule->month, &rule->day);
    return TRUE;
  }
  if (read_month_day (word, &rule->month, &rule->day))
    return TRUE;
  if (read_nth (rule, word))
    return read_weekday (*(*words)++, &rule->weekday) && **words != NULL &&
           read_number (*(*words)++, 2, &rule->month) && rule->month >= 1 &&
           rule->month <= 12;
  if (!read_weekday (word, &rule->weekday) || **words == NULL)
    return FALSE;

  word = *(*words)++;
  rule->type = g_str_equal (word, "by") ? RULE_BY : RULE_FROM;
  return (rule->type == RULE_BY || g_str_equal (word, "from")) &&
         **words != NULL &&
         read_month_day (*(*words)++, &rule->month, &rule->day);
}

static gboolean
read_shift (Rule *rule, const char *word)
{
  static const char *const names[] = { "", "next-weekday", "nearest-weekday",
                                       "next-free", "sunday-before" };

  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], word)) {
      rule->shift = (Shift) i;
      return TRUE;
    }

  return FALSE;
}

static gboolean
read_modifier (Rule *rule, char ***words)
{
  const char *word = *(*words)++;
  const struct {
    const char *name;
    int *number;
  } numbers[] = { { "since", &rule->since },
                  { "through", &rule->through },
                  { "except", &rule->except },
                  { "every", &rule->every } };

  if (read_shift (rule, word))
    return TRUE;
  if (**words == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (g_str_equal (numbers[i].name, word))
      return read_number (*(*words)++, 0, numbers[i].number) &&
             *numbers[i].number > 0;
  if (!g_str_equal (word, "if") && !g_str_equal (word, "unless"))
    return FALSE;

  rule->condition = *word == 'i' ? CONDITION_IF : CONDITION_UNLESS;
  return read_weekday (*(*words)++, &rule->condition_weekday) &&
         **words != NULL &&
         read_month_day (*(*words)++, &rule->condition_month,
                         &rule->condition_day);
}

/* 'Neujahr (New Year’s Day)' */
static char *
dup_name (char **fields)
{
  if (fields[2] == NULL || g_str_equal (fields[1], fields[2]))
    return g_strdup (fields[1]);

  return g_strdup_printf ("%s (%s)", fields[1], fields[2]);
}

static gboolean
are_filled (char **fields, guint n_least, guint n_most)
{
  guint n = g_strv_length (fields);

  for (guint i = 0; i < n; i++)
    if (*g_strstrip (fields[i]) == '\0')
      return FALSE;

  return n >= n_least && n <= n_most;
}

static gboolean
read_country (SlipHolidayRules *self, char **fields)
{
  const char *code = fields[0] + strlen ("country ");
  Country *country;

  if (!are_filled (fields, 3, 3) || strlen (code) != 2 ||
      !g_ascii_isupper (code[0]) || !g_ascii_isupper (code[1]))
    return FALSE;

  country = g_new0 (Country, 1);
  country->code = g_strdup (code);
  country->native = g_strdup (fields[1]);
  country->english = g_strdup (fields[2]);
  country->rules = g_ptr_array_new_with_free_func (rule_free);
  g_ptr_array_add (self->countries, country);
  return TRUE;
}

static gboolean
read_holiday (Country *country, char **fields)
{
  Rule *rule;
  g_auto (GStrv) words = NULL;
  char **word;

  if (!are_filled (fields, 2, 3))
    return FALSE;

  rule = g_new0 (Rule, 1);
  rule->since = FIRST_YEAR;
  rule->through = LAST_YEAR;
  rule->every = 1;
  rule->name = dup_name (fields);
  g_ptr_array_add (country->rules, rule);
  words = g_strsplit (fields[0], " ", -1);
  word = words;
  if (g_str_equal (fields[0], "between")) {
    rule->type = RULE_BETWEEN;
    return TRUE;
  }
  if (!read_rule (rule, &word))
    return FALSE;
  while (*word != NULL)
    if (!read_modifier (rule, &word))
      return FALSE;
  return TRUE;
}

static gboolean
read_line (SlipHolidayRules *self, const char *line)
{
  g_auto (GStrv) fields = g_strsplit (line, "|", -1);

  if (*line == '\0' || *line == '#')
    return TRUE;
  if (g_str_has_prefix (line, "country "))
    return read_country (self, fields);

  return self->countries->len > 0 &&
         read_holiday (self->countries->pdata[self->countries->len - 1],
                       fields);
}

SlipHolidayRules *
slip_holiday_rules_parse (const char *text, GError **error)
{
  g_autoptr (SlipHolidayRules) self = g_new0 (SlipHolidayRules, 1);
  g_auto (GStrv) lines = NULL;

  self->countries = g_ptr_array_new_with_free_func (country_free);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!read_line (self, lines[i])) {
      g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                   _ ("Line %u of the holidays cannot be read"), i + 1);
      return NULL;
    }

  return g_steal_pointer (&self);
}

SlipHolidayRules *
slip_holiday_rules_new_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (
    slip_core_get_resource (),
    "/io/github/slipway_planner/Slipway/core/holidays.txt",
    G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  g_autofree char *text =
    bytes != NULL
      ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
      : g_strdup ("");
  SlipHolidayRules *self = slip_holiday_rules_parse (text, NULL);

  /* A test reads them too. */
  g_assert (self != NULL);
  return self;
}

static const Country *
get_country (const SlipHolidayRules *self, guint i)
{
  return self->countries->pdata[i];
}

guint
slip_holiday_rules_get_n_countries (const SlipHolidayRules *self)
{
  return self->countries->len;
}

const char *
slip_holiday_rules_get_code (const SlipHolidayRules *self, guint country)
{
  g_return_val_if_fail (country < self->countries->len, NULL);

  return get_country (self, country)->code;
}

char *
slip_holiday_rules_dup_name (const SlipHolidayRules *self, guint country)
{
  const Country *row;

  g_return_val_if_fail (country < self->countries->len, NULL);

  row = get_country (self, country);
  if (g_str_has_prefix (row->english, row->native))
    return g_strdup (row->english);

  return g_strdup_printf ("%s – %s", row->english, row->native);
}

int
slip_holiday_rules_find (const SlipHolidayRules *self, const char *text)
{
  g_autofree char *key = g_utf8_casefold (text, -1);

  for (guint i = 0; i < self->countries->len; i++) {
    const Country *country = get_country (self, i);
    const char *const names[] = { country->code, country->native,
                                  country->english };

    for (guint k = 0; k < G_N_ELEMENTS (names); k++) {
      g_autofree char *folded = g_utf8_casefold (names[k], -1);

      if (g_str_equal (folded, key))
        return (int) i;
    }
  }

  return -1;
}

static gboolean
is_kept_in (const Rule *rule, int year)
{
  SlipDate day;
  gboolean is_weekday;

  if (year < rule->since || year > rule->through || year % rule->every != 0 ||
      year == rule->except)
    return FALSE;
  if (rule->condition == CONDITION_NONE)
    return TRUE;

  day = slip_date_new (year, rule->condition_month, rule->condition_day);
  is_weekday = slip_date_get_weekday (day) == rule->condition_weekday;
  return is_weekday == (rule->condition == CONDITION_IF);
}

static SlipDate
find_nth (const Rule *rule, int year)
{
  SlipDate first = slip_date_new (year, rule->month, 1);
  SlipDate day;

  if (rule->nth == 0)
    return slip_date_get_week_start (slip_date_get_month_end (first),
                                     rule->weekday);

  day = slip_date_get_week_start (slip_date_add_days (first, 6), rule->weekday);
  day = slip_date_add_days (day, 7 * (rule->nth - 1));
  return slip_date_get_month (day) == rule->month ? day : SLIP_DATE_NONE;
}

/* As the National Astronomical Observatory of Japan does it for 1980 to 2099.
 */
static SlipDate
find_equinox (const Rule *rule, int year)
{
  gboolean is_march = rule->type == RULE_MARCH_EQUINOX;
  double base = is_march ? 20.8431 : 23.2488;
  int day = (int) (base + 0.242194 * (year - 1980)) - (year - 1980) / 4;

  return year >= 1980 && year <= 2099
           ? slip_date_new (year, is_march ? 3 : 9, day)
           : SLIP_DATE_NONE;
}

static SlipDate
find_day (const Rule *rule, int year)
{
  SlipDate day = slip_date_new (year, rule->month, rule->day);

  switch (rule->type) {
  case RULE_FIXED:
    break;
  case RULE_ONCE:
    return year == rule->year ? day : SLIP_DATE_NONE;
  case RULE_EASTER:
    return slip_date_add_days (slip_date_get_easter (year), rule->offset);
  case RULE_NTH:
    return find_nth (rule, year);
  case RULE_FROM:
    return slip_date_get_week_start (slip_date_add_days (day, 6),
                                     rule->weekday);
  case RULE_BY:
    return slip_date_get_week_start (day, rule->weekday);
  case RULE_MARCH_EQUINOX:
  case RULE_SEPTEMBER_EQUINOX:
    return find_equinox (rule, year);
  case RULE_BETWEEN:
    return SLIP_DATE_NONE;
  }

  if (rule->shift == SHIFT_SUNDAY_BEFORE &&
      slip_date_get_weekday (day) == SLIP_SUNDAY)
    return slip_date_add_days (day, -1);
  return day;
}

/* The holidays of one country: by day, and those that fell on their own day
 * alone. */
typedef struct {
  GHashTable *days;   /* day → SlipHoliday, owned */
  GHashTable *proper; /* a set of days */
} Expansion;

static gboolean
has_day (GHashTable *days, SlipDate day)
{
  return g_hash_table_contains (days, GINT_TO_POINTER (day.day));
}

static void
take_day (Expansion *expansion, SlipDate day, const char *name)
{
  if (has_day (expansion->days, day))
    return;
  g_hash_table_insert (expansion->days, GINT_TO_POINTER (day.day),
                       slip_holiday_new (slip_range_new (day, day), name));
}

static gboolean
is_weekend (SlipDate day)
{
  return slip_date_get_weekday (day) >= SLIP_SATURDAY;
}

/* The day that stands in for @day, unset if none has to. */
static SlipDate
find_substitute (const Expansion *expansion, Shift shift, SlipDate day)
{
  gboolean is_sunday = slip_date_get_weekday (day) == SLIP_SUNDAY;
  gboolean is_wanted =
    shift == SHIFT_NEXT_FREE
      ? is_sunday
      : (shift == SHIFT_NEXT_WEEKDAY || shift == SHIFT_NEAREST_WEEKDAY) &&
          is_weekend (day);

  if (!is_wanted)
    return SLIP_DATE_NONE;
  if (shift == SHIFT_NEAREST_WEEKDAY)
    return slip_date_add_days (day, is_sunday ? 1 : -1);

  for (int i = 0; i < MAX_SUBSTITUTE_DAYS; i++) {
    day = slip_date_add_days (day, 1);
    if (!has_day (expansion->days, day) &&
        (shift == SHIFT_NEXT_FREE || !is_weekend (day)))
      return day;
  }

  return SLIP_DATE_NONE;
}

static void
add_substitute (Expansion *expansion, const Rule *rule, int year)
{
  SlipDate day =
    is_kept_in (rule, year) ? find_day (rule, year) : SLIP_DATE_NONE;
  SlipDate substitute = SLIP_DATE_NONE;
  g_autofree char *name = NULL;

  if (slip_date_is_set (day))
    substitute = find_substitute (expansion, rule->shift, day);
  if (!slip_date_is_set (substitute))
    return;

  /* Translators: a holiday on a weekend, for which another day is off. */
  name = g_strdup_printf (_ ("%s, substitute day"), rule->name);
  take_day (expansion, substitute, name);
}

/* Days between two proper holidays of @year. */
static void
add_between (Expansion *expansion, const Rule *rule, int year)
{
  SlipDate last = slip_date_new (year, 12, 31);

  for (SlipDate day = slip_date_new (year, 1, 1);
       !slip_date_is_before (last, day); day = slip_date_add_days (day, 1))
    if (has_day (expansion->proper, slip_date_add_days (day, -1)) &&
        has_day (expansion->proper, slip_date_add_days (day, 1)))
      take_day (expansion, day, rule->name);
}

static void
add_proper (Expansion *expansion, const Rule *rule, int year)
{
  SlipDate day =
    is_kept_in (rule, year) ? find_day (rule, year) : SLIP_DATE_NONE;

  if (!slip_date_is_set (day))
    return;
  take_day (expansion, day, rule->name);
  g_hash_table_add (expansion->proper, GINT_TO_POINTER (day.day));
}

static int
compare_holidays_cb (gconstpointer a, gconstpointer b)
{
  const SlipHoliday *const *holiday_a = a;
  const SlipHoliday *const *holiday_b = b;

  return slip_date_compare ((*holiday_a)->days.first, (*holiday_b)->days.first);
}

/* Those of @year. */
static GPtrArray *
list_year (const Expansion *expansion, int year)
{
  GPtrArray *holidays =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_holiday_free);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, expansion->days);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const SlipHoliday *holiday = value;

    if (slip_date_get_year (holiday->days.first) == year)
      g_ptr_array_add (holidays,
                       slip_holiday_new (holiday->days, holiday->name));
  }

  g_ptr_array_sort (holidays, compare_holidays_cb);
  return holidays;
}

GPtrArray *
slip_holiday_rules_expand (const SlipHolidayRules *self,
                           guint country,
                           int year)
{
  g_autoptr (GHashTable) days =
    g_hash_table_new_full (NULL, NULL, NULL,
                           (GDestroyNotify) slip_holiday_free);
  g_autoptr (GHashTable) proper = g_hash_table_new (NULL, NULL);
  Expansion expansion = { days, proper };
  const GPtrArray *rules;

  g_return_val_if_fail (country < self->countries->len, NULL);
  g_return_val_if_fail (year >= 1900 && year < 2200, NULL);

  /* What stands in for a day may fall into another year. */
  rules = get_country (self, country)->rules;
  for (int y = year - 1; y <= year + 1; y++)
    for (guint i = 0; i < rules->len; i++)
      add_proper (&expansion, rules->pdata[i], y);
  for (int y = year - 1; y <= year + 1; y++)
    for (guint i = 0; i < rules->len; i++)
      add_substitute (&expansion, rules->pdata[i], y);
  for (guint i = 0; i < rules->len; i++)
    if (((const Rule *) rules->pdata[i])->type == RULE_BETWEEN)
      add_between (&expansion, rules->pdata[i], year);

  return list_year (&expansion, year);
}
