/**
 * Until when this node may count on its runs being its own. Who works on a run, or pays for it,
 * looks here first; {@code run} renews it.
 */
@NullMarked
package dev.hatchery.lease;

import org.jspecify.annotations.NullMarked;
