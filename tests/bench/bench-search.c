/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Searches a lesson for each line of standard input, `LANGUAGE<Tab>QUERY`, with
 * 50 results as the window has them; prints one JSON line, in milliseconds
 * of the processor. Argument: the lesson. */

#include "gig-lesson-reader.h"
#include "gig-search-index.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* The thread's own time: other programs do not count. */
static double
get_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GFile) file = argc == 2 ? g_file_new_for_commandline_arg (argv[1]) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GigLesson) lesson = NULL;
  g_autoptr (GigLanguageSet) set = gig_language_set_new_from_resources ();
  g_autoptr (GigSearchIndex) index = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  double start = get_ms (), read, built;
  char line[512];

  if (file == NULL || (lesson = gig_lesson_read_file (file, NULL, &error)) == NULL)
    {
      fprintf (stderr, "usage: %s LESSON.md < QUERIES: %s\n", argv[0], error != NULL ? error->message : "");
      return 2;
    }
  read = get_ms ();
  index = gig_search_index_new (lesson, set);
  built = get_ms ();

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      char *tab = strchr (line, '\t');
      g_autoptr (GigSearchResults) results = NULL;
      double before = get_ms ();
      double ms;

      if (tab == NULL)
        continue;
      *tab = '\0';
      line[strlen (tab + 1) + (gsize) (tab + 1 - line) - 1] = '\0';
      results = gig_search_index_query (index, tab + 1, line, 50);
      ms = get_ms () - before;
      g_array_append_val (times, ms);
      if (g_getenv ("VERBOSE") != NULL)
        fprintf (stderr, "%8.3f ms %6u pages %s\n", ms, gig_search_results_get_n_pages (results), tab + 1);
    }
  if (times->len == 0)
    return 2;

  g_array_sort (times, compare);
  printf ("{\"bench\": \"search\", \"engine\": \"gigogne\", \"texts\": %u, \"keys\": %u, \"read_ms\": %.0f, "
          "\"build_ms\": %.0f, \"p50_ms\": %.2f, \"p95_ms\": %.2f, \"max_ms\": %.2f}\n",
          gig_search_index_get_n_texts (index), times->len,
          read - start, built - read,
          g_array_index (times, double, times->len / 2),
          g_array_index (times, double, times->len * 95 / 100),
          g_array_index (times, double, times->len - 1));
  return 0;
}
