package dev.hatchery.progress;

import dev.hatchery.protocol.Checkpoint;
import dev.hatchery.protocol.Happening;
import dev.hatchery.protocol.Standing;
import org.jspecify.annotations.Nullable;

/** An event before it has its turn: what happened, and how far the run was with it. */
record Saying(Happening happening, Standing standing, @Nullable Checkpoint checkpoint) {}
