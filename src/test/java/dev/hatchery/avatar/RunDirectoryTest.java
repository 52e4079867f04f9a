package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {

  @TempDir Path folder;

  @Test
  void itIsOursAlone() throws IOException {
    var directory = RunDirectory.create(folder.resolve("run"));
    for (var made : Set.of(directory.root(), directory.work(), directory.previews())) {
      assertThat(permissions(made)).isEqualTo("rwx------");
    }
  }

  @Test
  void linksAreDeletedAndNotFollowed() throws IOException {
    var kept = Files.writeString(folder.resolve("kept"), "ours");
    var directory = RunDirectory.create(folder.resolve("run"));
    Files.createSymbolicLink(directory.work().resolve("file"), kept);
    Files.createSymbolicLink(directory.work().resolve("folder"), folder);
    directory.delete();

    assertThat(folder.resolve("run")).doesNotExist();
    assertThat(kept).hasContent("ours");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
