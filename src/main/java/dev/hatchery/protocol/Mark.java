package dev.hatchery.protocol;

/**
 * Makes that something is recorded once, however often it is sent.
 *
 * @param key what the sender calls it, unique among what its owner sends
 * @param hash of what it says; the same key with another one is a mistake of the sender
 */
public record Mark(String key, String hash) {}
