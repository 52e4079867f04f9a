/**
 * What came of missions as people look at it and take it along: previews, drawings, exports. What
 * stands in an artifact is of any origin, and is nothing but text here.
 */
@NullMarked
package dev.hatchery.artifact;

import org.jspecify.annotations.NullMarked;
