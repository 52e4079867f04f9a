package dev.hatchery.mission.tool;

import dev.hatchery.protocol.ArtifactContent;

/**
 * What a tool gave.
 *
 * @param summary one sentence for people
 * @param tokens how many tokens a language model read and wrote for it; 0 without one
 */
public record Answer(ArtifactContent content, String summary, long tokens) {}
