/**
 * The command line: one class per command. Talks to a running Hatchery over HTTP like any other
 * client, and to this process only through {@link dev.hatchery.cli.Launcher} and {@link
 * dev.hatchery.cli.DataFolder}, which whoever calls it implements.
 */
@NullMarked
package dev.hatchery.cli;

import org.jspecify.annotations.NullMarked;
