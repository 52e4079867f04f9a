package dev.hatchery.mission;

import static dev.hatchery.mission.FakeTool.ANSWER;
import static java.util.Comparator.reverseOrder;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.hatchery.protocol.Brief;
import dev.hatchery.protocol.Brief.Priority;
import dev.hatchery.protocol.MissionStatus;
import dev.hatchery.protocol.RunRef;
import io.vertx.core.Promise;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of those that wait are carried out first where one node knows them all. */
@SuppressWarnings("NullAway.Init")
class MissionPriorityTest {
  @TempDir Path data;

  @Test
  void theUrgentPassTheOthersAlsoAfterARestart() {
    try (var office = new Headquarters(data)) {
      var order = new CopyOnWriteArrayList<String>();
      Promise<Void> done = Promise.promise();
      office.tool.work =
          call -> {
            order.add(call.objective());
            done.future().await();
            return ANSWER;
          };
      office.start();
      var missions = new ArrayList<RunRef>();
      missions.add(executing(office, "1 + 1", Priority.NORMAL));
      missions.add(executing(office, "1 + 2", Priority.NORMAL));
      await().until(() -> order.size() == 2);
      missions.add(executing(office, "1 + 3", Priority.LOW));
      missions.add(executing(office, "1 + 4", Priority.NORMAL));
      missions.add(executing(office, "1 + 5", Priority.HIGH));

      assertThat(missions).map(mission -> ahead(office, mission)).containsExactly(0, 0, 4, 3, 2);
      office.restart();
      await().until(() -> order.size() == 4);
      assertThat(missions).map(mission -> ahead(office, mission)).containsExactly(0, 0, 4, 3, 2);
      done.complete();
      missions.forEach(mission -> office.until(mission, MissionStatus.COMPLETED));
      assertThat(missions.subList(2, 5))
          .map(mission -> start(office, mission))
          .isSortedAccordingTo(reverseOrder());
    }
  }

  private static RunRef executing(Headquarters office, String objective, Priority priority) {
    return office.executing(new Brief(objective, null, List.of(), priority, null));
  }

  private static int ahead(Headquarters office, RunRef mission) {
    return office.run(mission).ahead();
  }

  private static Instant start(Headquarters office, RunRef mission) {
    return requireNonNull(office.run(mission).startedAt());
  }
}
