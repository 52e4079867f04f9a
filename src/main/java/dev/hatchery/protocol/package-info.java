/**
 * Everything that travels between the verticles: sealed messages, the questions and topics they
 * travel by, problems, ids. Knows only the JDK.
 */
@NullMarked
package dev.hatchery.protocol;

import org.jspecify.annotations.NullMarked;
