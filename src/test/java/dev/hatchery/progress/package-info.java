/** Tests of how far each run is. */
@NullMarked
package dev.hatchery.progress;

import org.jspecify.annotations.NullMarked;
