package dev.hatchery.cli;

import dev.hatchery.cli.client.Facts;
import dev.hatchery.cli.screen.SafeText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a product is required to do, as its file says.
 *
 * @param title of the whole
 * @param stories at least one, each with an id of its own
 */
record Requirements(String title, List<RequiredStory> stories) {
  private static final long BYTES_MOST = 4L * 1024 * 1024;
  private static final int NAME_MOST = 40;
  private static final int NAME_OWN = 6;
  private static final String STORIES = "userStories";

  Requirements {
    stories = List.copyOf(stories);
  }

  /**
   * Reads the file.
   *
   * @throws CommandException with a sentence that names the field which is wrong
   */
  static Requirements read(Path file) {
    try {
      if (Files.size(file) > BYTES_MOST) {
        throw wrong(file, "is larger than %d MiB".formatted(BYTES_MOST / 1024 / 1024));
      }
      return of(file, Facts.parse(Files.readString(file)));
    } catch (IllegalArgumentException e) {
      throw wrong(file, "is no JSON: " + e.getMessage());
    } catch (NoSuchFileException e) {
      throw wrong(file, "does not exist");
    } catch (IOException e) {
      throw wrong(file, "cannot be read: " + SafeText.of(String.valueOf(e.getMessage())));
    }
  }

  /** The data of the event that starts it as a task of a name of its own. */
  Facts started() {
    return Facts.of(
        Map.of(
            "task_id",
            name(),
            "task_name",
            title,
            "story_count",
            stories.size(),
            "stories",
            stories.stream().map(RequiredStory::announced).toList()));
  }

  /** Of its own, and yet to be read: user-authentication-3f2a91. */
  private String name() {
    var words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    var start = words.substring(0, Math.min(words.length(), NAME_MOST));
    return (start + "-" + UUID.randomUUID().toString().substring(0, NAME_OWN))
        .replaceFirst("^-+", "");
  }

  /** "8 stories, 31 criteria" */
  String size() {
    var criteria = stories.stream().mapToInt(story -> story.criteria().size()).sum();
    return "%d %s, %d %s"
        .formatted(
            stories.size(),
            stories.size() == 1 ? "story" : "stories",
            criteria,
            criteria == 1 ? "criterion" : "criteria");
  }

  private static Requirements of(Path file, Facts json) {
    if (!json.isObject() || !json.at(STORIES).isArray()) {
      throw wrong(file, "needs an object with userStories, an array");
    }
    var stories = new ArrayList<RequiredStory>();
    var ids = new HashSet<String>();
    for (var story : json.list(STORIES)) {
      var place = "%s[%d]".formatted(STORIES, stories.size());
      try {
        stories.add(RequiredStory.of(story, place));
      } catch (IllegalArgumentException e) {
        throw wrong(file, String.valueOf(e.getMessage()));
      }
      if (!ids.add(stories.getLast().id())) {
        throw wrong(file, "%s.id \"%s\" is there twice".formatted(place, stories.getLast().id()));
      }
    }
    if (stories.isEmpty()) {
      throw wrong(file, "has no story in userStories");
    }
    return new Requirements(title(file, json), stories);
  }

  private static String title(Path file, Facts json) {
    return Stream.of("name", "title", "project", "description")
        .map(key -> json.at(key).asText())
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> SafeText.of(String.valueOf(file.getFileName())));
  }

  private static CommandException wrong(Path file, String what) {
    return new CommandException("%s %s.".formatted(file, what), ExitCode.USAGE);
  }
}
