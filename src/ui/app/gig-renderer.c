/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "gig-renderer.h"

#include <unistd.h>

gboolean
gig_renderer_is_software (const char *folder)
{
  const char *forced = g_getenv ("LIBGL_ALWAYS_SOFTWARE");
  g_autoptr(GDir) dir = NULL;
  const char *name;

  g_return_val_if_fail (folder != NULL, FALSE);

  if (forced != NULL && (g_str_equal (forced, "1") || g_str_equal (forced, "true")))
    return TRUE;

  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_prefix (name, "renderD") && access (path, R_OK | W_OK) == 0)
        return FALSE;
    }

  return TRUE;
}

gboolean
gig_renderer_choose (void)
{
  if (g_getenv ("GSK_RENDERER") != NULL || !gig_renderer_is_software ("/dev/dri"))
    return FALSE;

  return g_setenv ("GSK_RENDERER", "cairo", FALSE);
}
