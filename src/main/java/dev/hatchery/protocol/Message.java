package dev.hatchery.protocol;

/** Everything that travels over the event bus. */
public sealed interface Message
    permits Problem,
        Running,
        Storage,
        Journal,
        Progress,
        Generation,
        Rendering,
        Streaming,
        Learning,
        Access,
        Emitting,
        Missions,
        Ledger,
        Scheduling,
        Recipes,
        Leasing {}
