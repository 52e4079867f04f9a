/**
 * The {@code claude} command line: owns its process, says its answer, leaves nothing of it running.
 * It pays with the account that it is logged in to, so no key of ours ever reaches it.
 */
@NullMarked
package dev.hatchery.llm.claude;

import org.jspecify.annotations.NullMarked;
