package io.politely.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.politely.kernel.WorkspaceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {

  private static final WorkspaceId OURS = new WorkspaceId(new UUID(0, 1));
  private static final WorkspaceId THEIRS = new WorkspaceId(new UUID(0, 2));
  private static final UUID ROW = new UUID(0, 7);
  private static final String PASSWORD = "three-blue-herons";

  @TempDir private Path directory;

  @Test
  void what_was_sealed_opens_only_in_its_place() {
    var vault = vault("keys.json");
    var sealed = vault.seal(OURS, "account.secret", ROW, PASSWORD);

    assertThat(vault.open(OURS, "account.secret", ROW, sealed)).contains(PASSWORD);
    assertThat(vault.open(THEIRS, "account.secret", ROW, sealed)).isEmpty();
    assertThat(vault.open(OURS, "account.login", ROW, sealed)).isEmpty();
    assertThat(vault.open(OURS, "account.secret", new UUID(0, 8), sealed)).isEmpty();
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(PASSWORD);
  }

  @Test
  void sealing_twice_gives_two_ciphertexts() {
    var vault = vault("keys.json");

    assertThat(vault.seal(OURS, "account.secret", ROW, PASSWORD))
        .isNotEqualTo(vault.seal(OURS, "account.secret", ROW, PASSWORD));
  }

  @Test
  void the_keys_are_made_once_and_only_the_owner_reads_them() throws IOException {
    var sealed = vault("sub/keys.json").seal(OURS, "account.secret", ROW, PASSWORD);

    assertThat(vault("sub/keys.json").open(OURS, "account.secret", ROW, sealed)).contains(PASSWORD);
    assertThat(Files.getPosixFilePermissions(directory.resolve("sub/keys.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (var files = Files.list(directory.resolve("sub"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void other_keys_open_nothing() {
    var sealed = vault("keys.json").seal(OURS, "account.secret", ROW, PASSWORD);

    assertThat(vault("others.json").open(OURS, "account.secret", ROW, sealed)).isEmpty();
  }

  @Test
  void damaged_keys_are_never_written_over() throws IOException {
    var file = Files.writeString(directory.resolve("keys.json"), "{\"sealing\":");

    assertThatThrownBy(() -> vault("keys.json").seal(OURS, "account.secret", ROW, PASSWORD))
        .hasMessageContaining("damaged");
    assertThat(file).hasContent("{\"sealing\":");
  }

  @Test
  void a_tag_is_ours_only_for_what_was_signed() {
    var vault = vault("keys.json");
    var tag = vault.sign(new byte[] {1, 2, 3});

    assertThat(vault.isSigned(new byte[] {1, 2, 3}, tag)).isTrue();
    assertThat(vault.isSigned(new byte[] {1, 2, 4}, tag)).isFalse();
    assertThat(vault("others.json").isSigned(new byte[] {1, 2, 3}, tag)).isFalse();
  }

  @Test
  void a_new_key_seals_from_now_on_and_older_ones_still_open() {
    var vault = vault("keys.json");
    var old = vault.seal(OURS, "account.secret", ROW, PASSWORD);
    var tag = vault.sign(new byte[] {1});

    vault.rotate(Set.of(vault.keyOf(old)));
    var fresh = vault.seal(OURS, "account.secret", ROW, PASSWORD);

    assertThat(vault.isNewlySealed(old)).isFalse();
    assertThat(vault.isNewlySealed(fresh)).isTrue();
    assertThat(vault.open(OURS, "account.secret", ROW, old)).contains(PASSWORD);
    assertThat(vault.open(OURS, "account.secret", ROW, fresh)).contains(PASSWORD);
    assertThat(vault.isSigned(new byte[] {1}, tag)).isTrue();
  }

  @Test
  void another_process_notices_a_new_key_by_itself() {
    var running = vault("keys.json");
    var before = running.seal(OURS, "account.secret", ROW, PASSWORD);
    var command = vault("keys.json");

    command.rotate(Set.of(running.keyOf(before)));
    var sealed = command.seal(OURS, "account.secret", ROW, PASSWORD);

    assertThat(running.open(OURS, "account.secret", ROW, sealed)).contains(PASSWORD);
    assertThat(running.isNewlySealed(sealed)).isTrue();
  }

  @Test
  void a_key_is_kept_while_something_needs_it_and_once_after_it_was_the_newest() {
    var vault = vault("keys.json");
    var first = vault.seal(OURS, "account.secret", ROW, PASSWORD);
    vault.rotate(Set.of(vault.keyOf(first)));
    var second = vault.seal(OURS, "account.secret", ROW, PASSWORD);

    vault.rotate(Set.of());

    assertThat(vault.open(OURS, "account.secret", ROW, first)).isEmpty();
    assertThat(vault.open(OURS, "account.secret", ROW, second)).contains(PASSWORD);
  }

  @Test
  void keys_that_somebody_is_changing_are_left_alone() throws IOException {
    var vault = vault("keys.json");
    var sealed = vault.seal(OURS, "account.secret", ROW, PASSWORD);
    Files.createFile(directory.resolve("keys.json.rotating"));

    assertThatThrownBy(() -> vault.rotate(Set.of())).hasMessageContaining("keys.json.rotating");
    assertThat(vault.open(OURS, "account.secret", ROW, sealed)).contains(PASSWORD);
  }

  private Vault vault(String file) {
    return new Vault(new VaultSettings(directory.resolve(file)));
  }
}
