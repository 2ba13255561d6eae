/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A lesson with a nest, crossing kinds, debated members and somebody else's
 * picture, in two languages; shared by the tests of scene and export. */

#pragma once

#include "gig-export.h"
#include "gig-lesson-reader.h"

static const char fixture_markdown[] =
  "---\n"
  "title: Kinds\n"
  "lang: en\n"
  "author: The Gigogne authors\n"
  "sets: fm, llm, vision, audio, generative\n"
  "gigogne: 1\n"
  "---\n"
  "\n"
  "# Kinds {#top}\n"
  "\n"
  "Text with *emphasis*, `code` and a [link](#llm).\n"
  "\n"
  "```mermaid\n"
  "venn-beta\n"
  "title The nest\n"
  "%% concept AI #ai\n"
  "%% concept FM #fm\n"
  "%% concept LLM #llm\n"
  "set AI[\"Artificial intelligence\"]\n"
  "set FM[\"Foundation models\"]\n"
  "set LLM[\"LLMs\"]\n"
  "text LLM gpt3[\"GPT-3\"]\n"
  "text FM clip[\"CLIP\"]\n"
  "text FM bert[\"BERT\"]\n"
  "text AI deepblue[\"Deep Blue\"]\n"
  "```\n"
  "\n"
  "Each ring is a special case of the one around it.\n"
  "\n"
  "```mermaid\n"
  "venn-beta\n"
  "title Inside\n"
  "%% concept FM #fm\n"
  "%% concept LLM #llm\n"
  "%% concept Vision #vision\n"
  "%% concept Audio #audio\n"
  "%% concept Code #code\n"
  "set FM[\"Foundation models\"]\n"
  "set LLM[\"LLMs\"]\n"
  "set Vision[\"Vision\"]\n"
  "set Audio[\"Speech and audio\"]\n"
  "set Code[\"Code\"]\n"
  "text LLM gpt3[\"GPT-3\"]\n"
  "text LLM,Vision gpt4[\"GPT-4\"]\n"
  "text Vision clip[\"CLIP\"]\n"
  "text Code starcoder[\"StarCoder\"]\n"
  "text LLM,Vision,Audio gpt4o[\"GPT-4o\"]\n"
  "text Audio wav2vec[\"wav2vec 2.0\"]\n"
  "text Vision,Audio imagebind[\"ImageBind\"]\n"
  "text LLM,Audio audiopalm[\"AudioPaLM\"]\n"
  "text FM esm2[\"ESM-2\"]\n"
  "text FM bert[\"BERT\"]\n"
  "```\n"
  "\n"
  "The kinds overlap.\n"
  "\n"
  "```mermaid\n"
  "venn-beta\n"
  "%% claim\n"
  "title Their sketch\n"
  "set FM[\"Foundation models\"]\n"
  "set LLM[\"LLMs\"]\n"
  "set Vision[\"Vision\"]\n"
  "%% subset LLM, FM\n"
  "%% subset Vision, FM\n"
  "text LLM gpt3[\"GPT-3\"]\n"
  "text Vision sam[\"SAM\"]\n"
  "```\n"
  "\n"
  "Tidy.\n"
  "\n"
  "| Model | Kind | Year |\n"
  "| --- | --- | --: |\n"
  "| GPT-3 | [LLM](#llm), [Generative](#generative) | 2020 |\n"
  "| GPT-4 | [LLM](#llm), [Vision](#vision), [Generative](#generative) | 2023 |\n"
  "| CLIP | [Vision](#vision) | 2021 |\n"
  "| SAM | [Vision](#vision) | 2023 |\n"
  "| StarCoder | [Code](#code), [Generative](#generative) | 2023 |\n"
  "| GPT-4o | [LLM](#llm), [Vision](#vision), [Audio](#audio), [Generative](#generative) | 2024 |\n"
  "| wav2vec 2.0 | [Audio](#audio) | 2020 |\n"
  "| ImageBind | [Vision](#vision), [Audio](#audio) | 2023 |\n"
  "| AudioPaLM | [LLM](#llm), [Audio](#audio), [Generative](#generative) | 2023 |\n"
  "| ESM-2 | [FM](#fm) | 2022 |\n"
  "| BERT | [FM](#fm), [LLM](#llm)? | 2018 |\n"
  "| Deep Blue | [AI](#ai) | 1997 |\n"
  "| StyleGAN | [AI](#ai), [Generative](#generative) | 2018 |\n"
  "\n"
  "## Artificial intelligence {#ai short=\"AI\"}\n"
  "\n"
  "Programs.\n"
  "\n"
  "## Foundation models {#fm}\n"
  "\n"
  "A kind of: [Artificial intelligence](#ai)\n"
  "\n"
  "Trained broadly.\n"
  "\n"
  "### Large language models {#llm short=\"LLMs\"}\n"
  "\n"
  "A kind of: [Foundation models](#fm)\n"
  "\n"
  "Text.[^one]\n"
  "\n"
  "> [!WARNING]\n"
  "> Not all write.\n"
  "\n"
  "#### What it takes {#llm.parts}\n"
  "\n"
  "Data.\n"
  "\n"
  "### Vision {#vision}\n"
  "\n"
  "A kind of: [Foundation models](#fm)\n"
  "\n"
  "Pictures.\n"
  "\n"
  "### Speech and audio {#audio}\n"
  "\n"
  "A kind of: [Foundation models](#fm)\n"
  "\n"
  "Sound.\n"
  "\n"
  "### Code {#code}\n"
  "\n"
  "A kind of: [Large language models](#llm)\n"
  "\n"
  "Programs again.\n"
  "\n"
  "## Generative {#generative}\n"
  "\n"
  "A kind of: [Artificial intelligence](#ai)\n"
  "\n"
  "New content.\n"
  "\n"
  "[^one]: A source.\n"
  "\n"
  "# Quiz\n"
  "\n"
  "## Which one lies inside? {#q1}\n"
  "\n"
  "1. [x] LLMs\n"
  "2. [ ] Vehicles\n"
  "\n"
  "About: [LLMs](#llm)\n";

static const char fixture_french[] =
  "msgid \"\"\nmsgstr \"\"\n"
  "\"Language: fr\\n\"\n"
  "\"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
  "msgid \"Kinds\"\nmsgstr \"Types\"\n\n"
  "msgid \"The nest\"\nmsgstr \"L’emboîtement\"\n\n"
  "msgid \"Inside\"\nmsgstr \"À l’intérieur\"\n\n"
  "msgid \"Artificial intelligence\"\nmsgstr \"Intelligence artificielle\"\n\n"
  "msgid \"Foundation models\"\nmsgstr \"Modèles de fondation\"\n\n"
  "msgid \"Large language models\"\nmsgstr \"Grands modèles de langage\"\n\n"
  "msgid \"LLMs\"\nmsgstr \"LLM\"\n\n"
  "msgid \"Speech and audio\"\nmsgstr \"Parole et audio\"\n\n"
  "msgid \"Each ring is a special case of the one around it.\"\n"
  "msgstr \"Chaque anneau est un cas particulier de celui qui l’entoure.\"\n\n"
  "msgid \"The kinds overlap.\"\nmsgstr \"Les types se recoupent.\"\n";

static inline GigLesson *
read_markdown (const char *markdown)
{
  g_autoptr (GPtrArray) catalogues = g_ptr_array_new_with_free_func ((GDestroyNotify) gig_catalogue_unref);
  g_autoptr (GBytes)    bytes = g_bytes_new_static (markdown, strlen (markdown));
  g_autoptr (GBytes)    french = g_bytes_new_static (fixture_french, sizeof fixture_french - 1);
  g_autoptr (GError)    error = NULL;
  GigCatalogue         *catalogue = gig_catalogue_new_from_po ("fr", french, "fr.po", &error);

  g_assert_no_error (error);
  g_ptr_array_add (catalogues, catalogue);

  return gig_lesson_read_bytes (bytes, "kinds", catalogues);
}

static inline GigLesson *
read_shipped_lesson (void)
{
  g_autoptr (GFile)  file = g_file_new_for_uri ("resource:///org/gigogne/Gigogne/lessons/foundation-models.md");
  g_autoptr (GError) error = NULL;
  GigLesson         *lesson = gig_lesson_read_file (file, NULL, &error);

  g_assert_no_error (error);

  return lesson;
}

typedef struct
{
  GigLesson      *lesson;
  GigLanguageSet *program;
  PangoContext   *context;
} Fixture;

static inline void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->lesson = read_markdown (fixture_markdown);
  fixture->program = gig_language_set_new_from_resources ();
  fixture->context = gig_export_create_context ("Cantarell");
}

static inline void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gig_lesson_unref (fixture->lesson);
  gig_language_set_unref (fixture->program);
  g_object_unref (fixture->context);
}

static inline GigView *
get_view (Fixture    *fixture,
          const char *title)
{
  GPtrArray *views = gig_lesson_get_views (fixture->lesson);

  for (guint i = 0; i < views->len; i++)
    {
      if (g_strcmp0 (gig_view_get_title (g_ptr_array_index (views, i))->source, title) == 0)
        return g_ptr_array_index (views, i);
    }
  g_error ("no view %s", title);
}

/* As a window would: planned for its area and text size. */
static inline GigScene *
make_scaled_scene (Fixture       *fixture,
                   GigView       *view,
                   const char    *language,
                   GigThemeKind   theme,
                   double         width,
                   double         height,
                   double         text_scale,
                   GigSceneFlags  flags)
{
  g_autoptr (GigLanguage)     shown = gig_language_new (fixture->program, language);
  double                      limited = gig_scene_limit_text_scale (width, height, text_scale);
  GigScenePlan                plan = gig_scene_choose_plan (width, height, limited, NULL);
  g_autoptr (GigSceneRequest) request = gig_scene_request_new_for_plan (fixture->lesson, view, fixture->context, &plan);
  g_autoptr (GigEulerLayout)  layout = gig_scene_compute_layout (request, NULL);
  GigSceneOptions             options = { 0 };

  options.lesson = fixture->lesson;
  options.view = view;
  options.layout = layout;
  options.language = shown;
  options.theme = gig_theme_get (theme);
  options.width = width;
  options.height = height;
  options.text_scale = limited;
  options.max_members = gig_scene_plan_get_max_members (&plan);
  options.flags = flags;

  return gig_scene_new (&options, fixture->context);
}

static inline GigScene *
make_scene (Fixture       *fixture,
            GigView       *view,
            const char    *language,
            GigThemeKind   theme,
            double         width,
            double         height,
            GigSceneFlags  flags)
{
  return make_scaled_scene (fixture, view, language, theme, width, height, 1, flags);
}
