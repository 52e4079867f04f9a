package dev.hatchery.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
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

  @Test
  void whatARendererHasLockedIsOpenedAndDeleted() throws IOException {
    var directory = RunDirectory.create(folder.resolve("run"));
    var deep = Files.createDirectories(directory.work().resolve("a/b"));
    Files.createSymbolicLink(deep.resolve("out"), folder);
    var before = permissions(folder);
    for (var locked = deep;
        !locked.equals(folder);
        locked = Objects.requireNonNull(locked.getParent())) {
      Files.setPosixFilePermissions(locked, Set.of());
    }

    RunDirectory.open(directory.root());
    assertThat(permissions(deep)).isEqualTo("rwx------");
    assertThat(permissions(folder)).isEqualTo(before);
    directory.delete();
    assertThat(directory.root()).doesNotExist();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
