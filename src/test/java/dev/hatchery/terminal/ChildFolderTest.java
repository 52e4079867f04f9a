package dev.hatchery.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildFolderTest {

  @TempDir Path folder;

  @Test
  void whatAChildHasLockedIsOpenedAndDeleted() throws IOException {
    var made = new ChildFolder(folder.resolve("run"));
    made.create();
    var deep = Files.createDirectories(made.path().resolve("a/b"));
    Files.createSymbolicLink(deep.resolve("out"), folder);
    var before = permissions(folder);
    for (var locked = deep;
        !locked.equals(folder);
        locked = Objects.requireNonNull(locked.getParent())) {
      Files.setPosixFilePermissions(locked, Set.of());
    }

    made.open();
    assertThat(permissions(deep)).isEqualTo("rwx------");
    assertThat(permissions(folder)).isEqualTo(before);
    made.delete();
    assertThat(made.path()).doesNotExist();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
