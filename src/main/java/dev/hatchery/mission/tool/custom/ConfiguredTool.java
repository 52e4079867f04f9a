package dev.hatchery.mission.tool.custom;

import dev.hatchery.config.ToolEntry;
import dev.hatchery.mission.tool.Call;
import dev.hatchery.mission.tool.Tool;
import dev.hatchery.protocol.Category;
import dev.hatchery.protocol.ToolName;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** A tool as the user's settings describe it. */
abstract class ConfiguredTool implements Tool {
  final ToolName name;
  final ToolEntry entry;

  ConfiguredTool(ToolName name, ToolEntry entry) {
    this.name = name;
    this.entry = entry;
  }

  @Override
  public final ToolName name() {
    return name;
  }

  @Override
  public final Set<Category> serves() {
    return entry.serves().stream()
        .map(purpose -> Category.valueOf(purpose.name()))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public final double confidence() {
    return entry.confidence();
  }

  @Override
  public final boolean repeatable() {
    return entry.repeatable();
  }

  /** How long it may take: no longer than its settings and the mission allow. */
  final Duration patience(Call call) {
    return entry.timeout().compareTo(call.patience()) < 0 ? entry.timeout() : call.patience();
  }
}
