/**
 * Tools that ask other servers. Owns the guard before every address that comes from a user or a
 * page: what is connected to is what was checked. Says nothing and hears nothing.
 */
@NullMarked
package dev.hatchery.mission.tool.web;

import org.jspecify.annotations.NullMarked;
