/**
 * The other side of the HTTP interface: asks a running Hatchery, and follows the events of a run
 * over every break of the connection. Whatever it passes on is safe to print.
 */
@NullMarked
package dev.hatchery.cli.client;

import org.jspecify.annotations.NullMarked;
