/** Which tools this machine has by its settings. */
@NullMarked
package dev.hatchery.mission.tool.catalog;

import org.jspecify.annotations.NullMarked;
