package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.view.Words;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mission schedule}: has a mission carried out later, once or again and again. */
@Command(
    name = "schedule",
    description = {
      "Have a mission carried out later, once or again and again.",
      "Without a mission: list what is scheduled."
    })
final class MissionScheduleCommand implements Callable<Integer> {
  @Mixin private DataOptions settings = new DataOptions();

  @Parameters(paramLabel = "MISSION", arity = "0..1", description = "Its id or number.")
  private @Nullable String mission;

  @ArgGroup private @Nullable When when;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description =
          "The time zone it is meant in, such as Europe/Berlin; else that of this machine.")
  private String zone = ZoneId.systemDefault().getId();

  private final HatcheryCommand root;
  private final Servers servers;
  private final Console console;

  MissionScheduleCommand(HatcheryCommand root, Servers servers, Console console) {
    this.root = root;
    this.servers = servers;
    this.console = console;
  }

  /** When it is carried out; one of these. */
  static final class When {
    @Option(names = "--once", paramLabel = "TIME", description = "Once, at 2026-12-01T09:00.")
    private @Nullable String once;

    @Option(names = "--daily", paramLabel = "TIME", description = "First then, and daily.")
    private @Nullable String daily;

    @Option(names = "--weekly", paramLabel = "TIME", description = "First then, and weekly.")
    private @Nullable String weekly;

    @Option(
        names = "--cron",
        paramLabel = "EXPRESSION",
        description = "As cron says it: '0 9 * * MON-FRI'.")
    private @Nullable String cron;

    @Option(names = "--cancel", description = "Never again.")
    private boolean cancel;

    private Map<String, Object> times(String zone) {
      var times = new LinkedHashMap<String, Object>();
      times.put("time_zone", zone);
      if (cron != null) {
        times.put("cron", cron);
      } else if (daily != null) {
        times.put("trigger_time", daily);
        times.put("recurrence", "daily");
      } else if (weekly != null) {
        times.put("trigger_time", weekly);
        times.put("recurrence", "weekly");
      } else if (once != null) {
        times.put("trigger_time", once);
        times.put("recurrence", "none");
      }
      return times;
    }
  }

  @Override
  public Integer call() {
    if (mission == null) {
      list(servers.ask(settings, client -> client.missions().schedules()));
    } else if (when == null) {
      throw new CommandException(
          "Say when: --once, --daily, --weekly or --cron; or --cancel.", ExitCode.USAGE);
    } else if (when.cancel) {
      cancel(mission);
    } else {
      schedule(mission, when.times(zone));
    }
    return ExitCode.SUCCEEDED;
  }

  private void cancel(String ref) {
    servers.ask(
        settings,
        client -> {
          client.missions().unschedule(ref);
          return ref;
        });
    console.say(
        root.json()
            ? Facts.of(Map.of("mission", ref)).line("unscheduled")
            : "Mission %s is scheduled no more.".formatted(ref));
  }

  private void schedule(String ref, Map<String, Object> times) {
    var schedule = servers.ask(settings, client -> client.missions().schedule(ref, times));
    console.say(
        root.json()
            ? schedule.line("schedule")
            : "Mission %s begins %s.".formatted(ref, Words.moment(schedule.text("next_at"))));
  }

  private void list(List<Facts> schedules) {
    if (root.json()) {
      schedules.forEach(schedule -> console.say(schedule.line("schedule")));
    } else {
      var rows = schedules.stream().map(MissionScheduleCommand::row).toList();
      Table.lines(List.of("SCHEDULE", "MISSION", "HOW OFTEN", "ZONE", "NEXT", "LAST"), rows)
          .forEach(console::say);
    }
  }

  private static List<String> row(Facts schedule) {
    return List.of(
        schedule.text("schedule_id"),
        schedule.text("mission_id"),
        schedule.has("cron") ? schedule.text("cron") : schedule.text("recurrence"),
        schedule.text("time_zone"),
        Words.moment(schedule.text("next_at")),
        Words.moment(schedule.text("last_fired_at")));
  }
}
