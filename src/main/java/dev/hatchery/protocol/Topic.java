package dev.hatchery.protocol;

/**
 * Something that has happened, told to whoever listens; it may be lost.
 *
 * @param address where it is told
 * @param reach whether other nodes hear it
 */
public record Topic<T extends Message>(String address, Class<T> tells, Reach reach) {}
