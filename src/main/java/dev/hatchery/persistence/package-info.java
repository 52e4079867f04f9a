/**
 * The database: owns the journal's numbering, the runs, companions and pictures, and the lock on
 * the data directory. Hears append, read, save and find; says what was committed, in order.
 */
@NullMarked
package dev.hatchery.persistence;

import org.jspecify.annotations.NullMarked;
