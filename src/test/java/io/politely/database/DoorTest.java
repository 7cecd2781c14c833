package io.politely.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorTest {

  private static final Door DOOR = new Door(URI.create("http://127.0.0.1:7878/"), "a key");

  @TempDir private Path place;

  @Test
  void another_process_of_this_user_finds_the_door_while_the_directory_is_held() throws Exception {
    var data = place.resolve("data");
    try (var directory = DataDirectory.open(data)) {
      assertThat(DataDirectory.door(data)).isEmpty();
      directory.show(DOOR);

      assertThat(DataDirectory.door(data)).contains(DOOR);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("door"))))
          .isEqualTo("rw-------");
    }
    assertThat(DataDirectory.door(data)).isEmpty();
  }

  @Test
  void the_key_stays_out_of_logs() {
    assertThat(DOOR.toString()).doesNotContain("a key");
  }
}
