/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-timing.h"

#include <stdlib.h>
#include <time.h>

/* On a window: its Frame, while it is realized. */
#define FRAME_KEY "gig-timing-frame"

typedef struct
{
  GdkFrameClock *clock;
  gint64         frame_start;
  double         cpu_start;
  GArray        *times;       /* double, ms */
  GArray        *cpu_times;
} Frames;

typedef struct
{
  GdkFrameClock *clock;
  char          *event;
  gint64         start;
  double         cpu_start;
  gulong         handler;
} Wait;

static double
elapsed (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

/* Of this thread, ms: what a frame costs however busy the machine is. */
static double
cpu_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1000000;
}

gboolean
gig_timing_is_enabled (void)
{
  const char *wish = g_getenv ("GIGOGNE_TIMING");

  return g_strcmp0 (wish, "1") == 0 || g_strcmp0 (wish, "frames") == 0;
}

/* @cpu: of the main thread; negative when it is not known */
static void
print_time (const char *event,
            double      ms,
            double      cpu)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  g_autoptr(GString) line = g_string_new (NULL);

  g_string_printf (line, "{\"event\":\"%s\",\"ms\":%s", event, g_ascii_formatd (number, sizeof number, "%.3f", ms));
  if (cpu >= 0)
    g_string_append_printf (line, ",\"cpu\":%s", g_ascii_formatd (number, sizeof number, "%.3f", cpu));
  g_printerr ("%s}\n", line->str);
}

void
gig_timing_report (const char *event,
                   gint64      start)
{
  g_return_if_fail (event != NULL);

  if (gig_timing_is_enabled ())
    print_time (event, elapsed (start), -1);
}

/* --- Until a paint --- */

static void
wait_free (gpointer  data,
           GClosure *closure)
{
  Wait *wait = data;

  g_free (wait->event);
  g_free (wait);
}

static void
after_paint_cb (GdkFrameClock *clock,
                Wait          *wait)
{
  print_time (wait->event, elapsed (wait->start), cpu_now () - wait->cpu_start);
  g_signal_handler_disconnect (clock, wait->handler);
}

void
gig_timing_until_paint (GtkWidget  *widget,
                        const char *event,
                        gint64      start)
{
  GdkFrameClock *clock;
  Wait *wait;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (event != NULL);

  clock = gig_timing_is_enabled () ? gtk_widget_get_frame_clock (widget) : NULL;
  if (clock == NULL)
    return;

  wait = g_new0 (Wait, 1);
  wait->event = g_strdup (event);
  wait->start = start;
  wait->cpu_start = cpu_now ();
  wait->handler = g_signal_connect_data (clock, "after-paint", G_CALLBACK (after_paint_cb), wait, wait_free, 0);
}

/* --- A window --- */

static void
free_data (gpointer  data,
           GClosure *closure)
{
  g_free (data);
}

static void
window_mapped_cb (GtkWidget *window,
                  gint64    *start)
{
  gig_timing_until_paint (window, "first-paint", *start);
  g_signal_handlers_disconnect_by_func (window, window_mapped_cb, start);
}

/* One frame of a window. The clock's phases follow one another: update and layout, then the
 * snapshot of the widgets, then the renderer. */
typedef struct
{
  gint64 start;
  double cpu_start;
  double cpu_laid_out;
  double cpu_snapshot;  /* 0 as long as nothing was */
} Frame;

static void
every_frame_begin_cb (GdkFrameClock *clock,
                      Frame         *frame)
{
  frame->start = g_get_monotonic_time ();
  frame->cpu_start = frame->cpu_laid_out = cpu_now ();
  frame->cpu_snapshot = 0;
}

static void
every_layout_cb (GdkFrameClock *clock,
                 Frame         *frame)
{
  frame->cpu_laid_out = cpu_now ();
}

static void
append_ms (GString    *line,
           const char *name,
           double      ms)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (line, ",\"%s\":%s", name, g_ascii_formatd (number, sizeof number, "%.3f", ms));
}

static void
every_frame_end_cb (GdkFrameClock *clock,
                    Frame         *frame)
{
  g_autoptr(GString) line = g_string_new ("{\"event\":\"frame\"");
  double end = cpu_now ();

  if (frame->start == 0)
    return;
  append_ms (line, "ms", elapsed (frame->start));
  append_ms (line, "cpu", end - frame->cpu_start);
  append_ms (line, "layout", frame->cpu_laid_out - frame->cpu_start);
  if (frame->cpu_snapshot > 0)
    {
      append_ms (line, "snapshot", frame->cpu_snapshot - frame->cpu_laid_out);
      append_ms (line, "render", end - frame->cpu_snapshot);
    }
  g_printerr ("%s}\n", line->str);
}

static void
window_realized_cb (GtkWidget *window)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  Frame *frame = g_new0 (Frame, 1);

  /* The clock's handlers own it, and both last as long as the window is there. */
  g_object_set_data (G_OBJECT (window), FRAME_KEY, frame);
  g_signal_connect_data (clock, "before-paint", G_CALLBACK (every_frame_begin_cb), frame, free_data, 0);
  g_signal_connect (clock, "layout", G_CALLBACK (every_layout_cb), frame);
  g_signal_connect (clock, "after-paint", G_CALLBACK (every_frame_end_cb), frame);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));

  if (event != NULL && !gdk_key_event_is_modifier (event))
    gig_timing_until_paint (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)),
                            "key-to-paint", g_get_monotonic_time ());

  return GDK_EVENT_PROPAGATE;
}

void
gig_timing_watch_window (GtkWindow *window,
                         gint64     start)
{
  GtkEventController *keys;

  g_return_if_fail (GTK_IS_WINDOW (window));

  if (!gig_timing_is_enabled ())
    return;

  if (start != 0)
    g_signal_connect_data (window, "map", G_CALLBACK (window_mapped_cb),
                           g_memdup2 (&start, sizeof start), free_data, G_CONNECT_AFTER);
  if (g_str_equal (g_getenv ("GIGOGNE_TIMING"), "frames"))
    g_signal_connect_after (window, "realize", G_CALLBACK (window_realized_cb), NULL);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), NULL);
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}

void
gig_timing_snapshot_done (GtkWidget *window)
{
  Frame *frame;

  g_return_if_fail (GTK_IS_WIDGET (window));

  frame = g_object_get_data (G_OBJECT (window), FRAME_KEY);
  if (frame != NULL)
    frame->cpu_snapshot = cpu_now ();
}

/* --- Frames --- */

static void
frame_begin_cb (GdkFrameClock *clock,
                Frames        *frames)
{
  frames->frame_start = g_get_monotonic_time ();
  frames->cpu_start = cpu_now ();
}

static void
frame_end_cb (GdkFrameClock *clock,
              Frames        *frames)
{
  double ms = elapsed (frames->frame_start);
  double cpu = cpu_now () - frames->cpu_start;

  if (frames->frame_start == 0)
    return;
  g_array_append_val (frames->times, ms);
  g_array_append_val (frames->cpu_times, cpu);
}

gpointer
gig_timing_frames_begin (GtkWidget *widget)
{
  GdkFrameClock *clock;
  Frames *frames;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  clock = gig_timing_is_enabled () ? gtk_widget_get_frame_clock (widget) : NULL;
  if (clock == NULL)
    return NULL;

  frames = g_new0 (Frames, 1);
  frames->clock = g_object_ref (clock);
  frames->times = g_array_new (FALSE, FALSE, sizeof (double));
  frames->cpu_times = g_array_new (FALSE, FALSE, sizeof (double));
  g_signal_connect (clock, "before-paint", G_CALLBACK (frame_begin_cb), frames);
  g_signal_connect (clock, "after-paint", G_CALLBACK (frame_end_cb), frames);

  return frames;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
append_ranks (GString    *line,
              GArray     *times,
              const char *prefix)
{
  static const struct { const char *name; double rank; } ranks[] = { { "p50", 0.5 }, { "p95", 0.95 }, { "max", 1 } };

  g_array_sort (times, compare_times);
  for (guint i = 0; times->len > 0 && i < G_N_ELEMENTS (ranks); i++)
    {
      /* Nearest rank. */
      guint index = CLAMP ((guint) (ranks[i].rank * times->len + 0.999999), 1, times->len) - 1;
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_printf (line, ",\"%s%s\":%s", prefix, ranks[i].name,
                              g_ascii_formatd (number, sizeof number, "%.3f", g_array_index (times, double, index)));
    }
}

static void
print_frames (Frames     *frames,
              const char *name)
{
  g_autoptr(GString) line = g_string_new (NULL);

  g_string_printf (line, "{\"event\":\"frames\",\"name\":\"%s\",\"n\":%u", name, frames->times->len);
  append_ranks (line, frames->times, "");
  append_ranks (line, frames->cpu_times, "cpu-");
  g_printerr ("%s}\n", line->str);
}

void
gig_timing_frames_end (gpointer    data,
                       const char *name)
{
  Frames *frames = data;

  g_return_if_fail (name != NULL);

  if (frames == NULL)
    return;

  g_signal_handlers_disconnect_by_data (frames->clock, frames);
  print_frames (frames, name);
  g_object_unref (frames->clock);
  g_array_unref (frames->times);
  g_array_unref (frames->cpu_times);
  g_free (frames);
}
