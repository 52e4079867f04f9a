package dev.hatchery.artifact;

import dev.hatchery.protocol.Artifact;
import dev.hatchery.protocol.ArtifactContent;
import dev.hatchery.protocol.ArtifactId;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunId;
import java.time.Instant;

/** Artifacts to look at. */
final class Artifacts {
  private Artifacts() {}

  static Artifact of(ArtifactContent content) {
    return of("What was found", content);
  }

  static Artifact of(String title, ArtifactContent content) {
    return new Artifact(
        ArtifactId.random(), new Owner("ada"), RunId.random(), title, content, Instant.EPOCH);
  }
}
