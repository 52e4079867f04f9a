package dev.hatchery.mission.tool.custom;

import dev.hatchery.mission.tool.ToolException;
import dev.hatchery.mission.tool.web.Exchange;
import dev.hatchery.protocol.RunId;
import dev.hatchery.terminal.ChildFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of one call, readable by us alone; the command works one level below our record. */
record RunFolder(Path root) {
  private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);

  /**
   * Creates one that no other use has, before or after a restart: an answer left from before must
   * not pass for a fresh one.
   */
  static RunFolder create(Path runs, RunId run) throws IOException {
    var name = run.value() + "-" + UUID.randomUUID();
    var folder = new RunFolder(runs.resolve(name).toAbsolutePath().normalize());
    new ChildFolder(folder.work()).create();
    return folder;
  }

  Path work() {
    return root.resolve("work");
  }

  Path output() {
    return work().resolve("answer");
  }

  /** The answer that the command has written, at most 2 MiB of it. */
  String read() throws IOException {
    var answer = output();
    if (!Files.isRegularFile(answer, LinkOption.NOFOLLOW_LINKS)) {
      throw new ToolException("The command wrote no answer");
    }
    try (var in = Files.newInputStream(answer, LinkOption.NOFOLLOW_LINKS)) {
      var bytes = in.readNBytes(Exchange.MOST + 1);
      if (bytes.length > Exchange.MOST) {
        throw new ToolException("The answer is larger than 2 MiB");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /** An answer that is there is there: the sweep at the next start deletes what stays now. */
  @Nullable Void delete() {
    try {
      new ChildFolder(root).delete();
    } catch (IOException e) {
      LOG.warn("{} could not be deleted", root, e);
    }
    return null;
  }
}
