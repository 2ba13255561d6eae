/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gig-scene.h"

G_BEGIN_DECLS

/**
 * gig_wall_check_tours:
 * @context: for measuring
 * @diagnostics: (element-type GigDiagnostic): warnings are added, in the order of the tours
 *
 * What asks more of a wall than it has room for, at the x-heights of the default room, on
 * projectors of 4:3 and 16:9: headlines of more than two lines, texts that no cutting
 * makes fit, diagrams whose sets have no room for their names.
 */
void gig_wall_check_tours (GigLesson    *lesson,
                           PangoContext *context,
                           const char   *file,
                           GPtrArray    *diagnostics);

G_END_DECLS
