/**
 * How nodes find each other and reach each other's event bus: Hazelcast, and around it a tunnel
 * with mutual TLS where nodes are on several machines. None of it is loaded by a node alone.
 *
 * <p>Tells {@code node.present} when a node came or left. Decides nothing: who works on a run is
 * said by the database.
 */
@NullMarked
package dev.hatchery.cluster;

import org.jspecify.annotations.NullMarked;
