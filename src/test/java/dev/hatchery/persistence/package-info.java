@NullMarked
package dev.hatchery.persistence;

import org.jspecify.annotations.NullMarked;
