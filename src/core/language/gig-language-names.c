/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-language.h"

#include <string.h>

/* Names of languages in themselves, as the Common Locale Data Repository spells
 * them: as in the middle of a sentence, and as in a menu. Sorted by code. */
static const struct
{
  const char *code;
  const char *name;
  const char *title;
} names[] = {
  { "af", "Afrikaans", "Afrikaans" },
  { "ar", "العربية", "العربية" },
  { "ast", "asturianu", "Asturianu" },
  { "az", "azərbaycan", "Azərbaycan" },
  { "be", "беларуская", "Беларуская" },
  { "bg", "български", "Български" },
  { "bn", "বাংলা", "বাংলা" },
  { "br", "brezhoneg", "Brezhoneg" },
  { "bs", "bosanski", "Bosanski" },
  { "ca", "català", "Català" },
  { "co", "corsu", "Corsu" },
  { "cs", "čeština", "Čeština" },
  { "cy", "Cymraeg", "Cymraeg" },
  { "da", "dansk", "Dansk" },
  { "de", "Deutsch", "Deutsch" },
  { "el", "ελληνικά", "Ελληνικά" },
  { "en", "English", "English" },
  { "eo", "Esperanto", "Esperanto" },
  { "es", "español", "Español" },
  { "et", "eesti", "Eesti" },
  { "eu", "euskara", "Euskara" },
  { "fa", "فارسی", "فارسی" },
  { "fi", "suomi", "Suomi" },
  { "fr", "français", "Français" },
  { "fur", "furlan", "Furlan" },
  { "fy", "Frysk", "Frysk" },
  { "ga", "Gaeilge", "Gaeilge" },
  { "gd", "Gàidhlig", "Gàidhlig" },
  { "gl", "galego", "Galego" },
  { "gu", "ગુજરાતી", "ગુજરાતી" },
  { "he", "עברית", "עברית" },
  { "hi", "हिन्दी", "हिन्दी" },
  { "hr", "hrvatski", "Hrvatski" },
  { "hu", "magyar", "Magyar" },
  { "hy", "հայերեն", "Հայերեն" },
  { "id", "Indonesia", "Indonesia" },
  { "is", "íslenska", "Íslenska" },
  { "it", "italiano", "Italiano" },
  { "ja", "日本語", "日本語" },
  { "ka", "ქართული", "ქართული" },
  { "kab", "Taqbaylit", "Taqbaylit" },
  { "kk", "қазақ тілі", "Қазақ тілі" },
  { "ko", "한국어", "한국어" },
  { "lb", "Lëtzebuergesch", "Lëtzebuergesch" },
  { "lt", "lietuvių", "Lietuvių" },
  { "lv", "latviešu", "Latviešu" },
  { "mg", "Malagasy", "Malagasy" },
  { "mk", "македонски", "Македонски" },
  { "mr", "मराठी", "मराठी" },
  { "ms", "Melayu", "Melayu" },
  { "nb", "norsk bokmål", "Norsk bokmål" },
  { "ne", "नेपाली", "नेपाली" },
  { "nl", "Nederlands", "Nederlands" },
  { "nn", "norsk nynorsk", "Norsk nynorsk" },
  { "oc", "occitan", "Occitan" },
  { "pa", "ਪੰਜਾਬੀ", "ਪੰਜਾਬੀ" },
  { "pl", "polski", "Polski" },
  { "pt", "português", "Português" },
  { "pt_BR", "português (Brasil)", "Português (Brasil)" },
  { "qps", "⟦pseudo⟧", "⟦Pseudo⟧" },
  { "rm", "rumantsch", "Rumantsch" },
  { "ro", "română", "Română" },
  { "ru", "русский", "Русский" },
  { "sk", "slovenčina", "Slovenčina" },
  { "sl", "slovenščina", "Slovenščina" },
  { "sq", "shqip", "Shqip" },
  { "sr", "српски", "Српски" },
  { "sv", "svenska", "Svenska" },
  { "sw", "Kiswahili", "Kiswahili" },
  { "ta", "தமிழ்", "தமிழ்" },
  { "te", "తెలుగు", "తెలుగు" },
  { "th", "ไทย", "ไทย" },
  { "tr", "Türkçe", "Türkçe" },
  { "uk", "українська", "Українська" },
  { "ur", "اردو", "اردو" },
  { "vi", "Tiếng Việt", "Tiếng Việt" },
  { "wo", "Wolof", "Wolof" },
  { "zh", "中文", "中文" },
  { "zh_CN", "简体中文", "简体中文" },
  { "zh_TW", "繁體中文", "繁體中文" },
};

static gssize
find_name (const char *code)
{
  gsize length = strcspn (code, "_-.@");
  gssize base = -1;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (names[i].code, code))
        return (gssize) i;
      if (strncmp (names[i].code, code, length) == 0 && names[i].code[length] == '\0')
        base = (gssize) i;
    }

  return base;
}

const char *
gig_language_name_of (const char *code)
{
  gssize index;

  g_return_val_if_fail (code != NULL, NULL);

  index = find_name (code);
  return index >= 0 ? names[index].name : g_intern_string (code);
}

const char *
gig_language_title_of (const char *code)
{
  gssize index;

  g_return_val_if_fail (code != NULL, NULL);

  index = find_name (code);
  return index >= 0 ? names[index].title : g_intern_string (code);
}

/* A bare address at the end would take the bracket in. */
static gboolean
ends_with_address (const char *text)
{
  const char *word = text + strlen (text);
  char last = word > text ? word[-1] : '\0';

  while (word > text && !g_ascii_isspace (word[-1]))
    word--;

  return last != ')' && last != '>' && (strstr (word, "://") != NULL || g_str_has_prefix (word, "www.")
                                        || strchr (word, '@') != NULL);
}

const char *
gig_pseudo_translate (const char *msgid)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (msgid != NULL, NULL);

  if (*msgid == '\0')
    return g_intern_static_string ("");

  text = g_strconcat ("⟦", msgid, ends_with_address (msgid) ? " ⟧" : "⟧", NULL);
  return g_intern_string (text);
}
