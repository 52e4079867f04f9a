package dev.hatchery.persistence;

import dev.hatchery.bus.RecordJson;
import dev.hatchery.protocol.Journal;
import dev.hatchery.protocol.Mark;
import dev.hatchery.protocol.Owner;
import dev.hatchery.protocol.RunId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which marks of a batch are in the journal already. Whoever appends looks before, but another node
 * may have done the same at that moment.
 */
final class Marks {
  /** Nothing is marked. */
  static final Marks NONE = new Marks(Map.of());

  private final Map<Owner, Set<String>> recorded;

  private Marks(Map<Owner, Set<String>> recorded) {
    this.recorded = recorded;
  }

  /** Of these appends to runs that are locked. */
  static Marks of(
      SqlAtOnce sql,
      RecordJson json,
      List<Journal.Append> appends,
      Map<RunId, RunPosition> positions)
      throws SQLException {
    var keys = new HashMap<Owner, List<String>>();
    for (var append : appends) {
      var position = positions.get(append.runId());
      if (position != null) {
        var ofOwner = keys.computeIfAbsent(position.about().owner(), owner -> new ArrayList<>());
        keys(append).forEach(ofOwner::add);
      }
    }
    var recorded = new HashMap<Owner, Set<String>>();
    for (var one : keys.entrySet()) {
      if (!one.getValue().isEmpty()) {
        recorded.put(one.getKey(), recalled(sql, one.getKey(), json.write(one.getValue())));
      }
    }
    return new Marks(recorded);
  }

  private static Set<String> recalled(SqlAtOnce sql, Owner owner, String keys) throws SQLException {
    return new HashSet<>(
        sql.run("reported/recall", row -> row.text("emitted_key"), owner.name(), keys));
  }

  /** Whether something of this was recorded before for this owner. */
  boolean recorded(Owner owner, Journal.Append append) {
    var before = recorded.getOrDefault(owner, Set.of());
    return !before.isEmpty() && keys(append).anyMatch(before::contains);
  }

  private static Stream<String> keys(Journal.Append append) {
    return append.drafts().stream().flatMap(draft -> draft.marks().stream()).map(Mark::key);
  }
}
