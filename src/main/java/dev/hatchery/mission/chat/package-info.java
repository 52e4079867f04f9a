/** Reads what somebody writes in a chat: one objective, several, a change, or nothing clear. */
@NullMarked
package dev.hatchery.mission.chat;

import org.jspecify.annotations.NullMarked;
