package dev.hatchery.cli;

import picocli.CommandLine.Command;

/** {@code task}: what concerns tasks as a whole. */
@Command(name = "task", description = "Load a task with its whole checklist.")
final class TaskCommand {}
