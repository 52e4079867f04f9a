package dev.hatchery.mission;

import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Mission;
import dev.hatchery.protocol.Mission.Edit;
import dev.hatchery.protocol.Missions.Amendment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A mission after its owner has changed what it is to do.
 *
 * @param changed the names of what is different now, as on the wire
 */
record Revision(Mission mission, List<String> changed) {
  private static final int EDITS_MOST = 100;

  Revision {
    changed = List.copyOf(changed);
  }

  /** The mission with the change; what is asked to be as it is already is no change. */
  static Revision of(Mission mission, Amendment amendment, Instant now) {
    var before = mission.brief();
    var after = apply(before, amendment);
    var edits = new ArrayList<Edit>();
    note(edits, now, "objective", before.objective(), after.objective());
    note(edits, now, "scope", before.scope(), after.scope());
    note(edits, now, "constraints", words(before.constraints()), words(after.constraints()));
    note(edits, now, "priority", words(before.priority()), words(after.priority()));
    return new Revision(
        mission.amended(after, with(mission.edits(), edits)),
        edits.stream().map(Edit::field).toList());
  }

  /** What is kept of these edits, and the further ones. */
  static List<Edit> with(List<Edit> edits, List<Edit> further) {
    var all = new ArrayList<>(edits);
    all.addAll(further);
    return List.copyOf(all.subList(Math.max(0, all.size() - EDITS_MOST), all.size()));
  }

  private static Brief apply(Brief before, Amendment amendment) {
    var scope = amendment.scope();
    return new Brief(
        Objects.requireNonNullElse(amendment.objective(), before.objective()),
        scope == null ? before.scope() : emptyToNull(scope),
        Objects.requireNonNullElse(amendment.constraints(), before.constraints()),
        Objects.requireNonNullElse(amendment.priority(), before.priority()),
        before.budget(),
        before.asks());
  }

  private static void note(
      List<Edit> edits, Instant now, String field, @Nullable String from, @Nullable String to) {
    if (!Objects.equals(from, to)) {
      edits.add(new Edit(now, field, from, to));
    }
  }

  private static @Nullable String emptyToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String words(List<String> constraints) {
    return constraints.isEmpty() ? null : String.join("; ", constraints);
  }

  private static String words(Brief.Priority priority) {
    return priority.name().toLowerCase(Locale.ROOT);
  }
}
