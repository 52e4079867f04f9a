package dev.hatchery.persistence;

import dev.hatchery.bus.RecordJson;
import dev.hatchery.protocol.Deed;
import java.sql.SQLException;
import java.util.List;

/** What becomes true in the transaction of a milestone. */
final class Deeds {
  private final RecordJson json;

  Deeds(RecordJson json) {
    this.json = json;
  }

  void write(SqlAtOnce sql, List<Deed> deeds) throws SQLException {
    for (var deed : deeds) {
      switch (deed) {
        case Deed.Keep keep ->
            sql.runSome("artifact/keep", List.of(ArtifactStore.row(json, keep.artifact())));
        case Deed.Use use -> sql.runSome("tool/use", List.of(ToolStore.row(use)));
        case Deed.Settle settle -> sql.runSome("budget/settle", List.of(BudgetStore.row(settle)));
      }
    }
  }
}
