package dev.hatchery.protocol;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which events somebody may and wants to see; null and an empty set leave the choice open.
 *
 * @param owner only this owner's; null is for a node's own use and never for a client
 * @param types only events of these types
 */
public record Filter(
    @Nullable Owner owner, @Nullable RunRef run, @Nullable RunKind kind, Set<String> types) {
  /** All events there are. */
  public static final Filter EVERYTHING = new Filter(null, null, null, Set.of());

  public Filter {
    types = Set.copyOf(types);
  }

  /** All events of an owner. */
  public static Filter of(Owner owner) {
    return new Filter(owner, null, null, Set.of());
  }

  /** All events of a run. */
  public static Filter of(Owner owner, RunId run) {
    return new Filter(owner, RunRef.of(run), null, Set.of());
  }

  /** Whether the event is one of them. */
  public boolean takes(Event event) {
    var about = event.about();
    return (owner == null || owner.equals(about.owner()))
        && (run == null || run.names(about))
        && (kind == null || kind == about.kind())
        && (types.isEmpty() || types.contains(event.type()));
  }
}
