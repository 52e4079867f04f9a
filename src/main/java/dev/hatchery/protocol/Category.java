package dev.hatchery.protocol;

/** What an objective asks for, and so which tools may serve it. */
public enum Category {
  /** Finds pages about something. */
  SEARCH,
  /** Reads one page. */
  EXTRACT,
  /** Works out a number. */
  CALCULATE,
  /** Writes prose. */
  WRITE
}
