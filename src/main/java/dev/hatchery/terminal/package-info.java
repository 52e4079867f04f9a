/**
 * Owns pseudo-terminals and the processes in them: starts a command so that it draws for a
 * terminal, reads its progress bars from the bytes, says how far they are, and leaves nothing of it
 * running.
 *
 * <p>Knows nothing of what the command is for; renderers, wrapped commands and the {@code claude}
 * command line share it.
 */
@NullMarked
package dev.hatchery.terminal;

import org.jspecify.annotations.NullMarked;
