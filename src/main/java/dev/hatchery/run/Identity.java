package dev.hatchery.run;

import java.util.UUID;

/**
 * This process as one node of the installation.
 *
 * @param name unique among the nodes that live, and the same after a restart
 * @param incarnation another one after every start
 * @param alone whether no other node shares the database
 */
public record Identity(String name, String incarnation, String version, boolean alone) {
  /** The only node, as it starts. */
  public static Identity alone(String name, String version) {
    return started(name, version, true);
  }

  /** One among several, as it starts. */
  public static Identity among(String name, String version) {
    return started(name, version, false);
  }

  private static Identity started(String name, String version, boolean alone) {
    return new Identity(name, UUID.randomUUID().toString(), version, alone);
  }
}
