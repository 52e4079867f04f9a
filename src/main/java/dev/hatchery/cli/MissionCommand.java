package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code mission}: an objective that is proposed, approved and carried out in seven steps. */
@Command(
    name = "mission",
    description = "Propose, approve and carry out missions; they are named by id or number.")
final class MissionCommand {
  private MissionCommand() {}

  /** The command with what can be done with it. */
  static CommandLine line(HatcheryCommand root, Servers servers, Console console) {
    return new CommandLine(new MissionCommand())
        .addSubcommand(new MissionCreateCommand(root, servers, console))
        .addSubcommand(new MissionApproveCommand(root, servers, console))
        .addSubcommand(new MissionExecuteCommand(root, servers, console))
        .addSubcommand(new MissionWatchCommand(root, servers, console))
        .addSubcommand(new MissionScheduleCommand(root, servers, console))
        .addSubcommand(new MissionRecipesCommand(root, servers, console));
  }

  /** How a mission is named in a command. */
  static String ref(Facts mission) {
    return mission.has("number") ? mission.text("number") : mission.text("mission_id");
  }

  /** Says that one waits for its approval, and how to give it. */
  static void proposed(Facts mission, Console console) {
    var ref = ref(mission);
    console.say("Mission %s is proposed: %s".formatted(ref, mission.text("objective")));
    console.say("");
    console.say("Approve it, then let it begin:");
    console.say("  hatchery mission approve " + ref);
    console.say("  hatchery mission execute " + ref + " --stream");
  }
}
