package io.politely.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import io.politely.kernel.WorkspaceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals secrets that the program must be able to use again, with a key that is not in the database.
 *
 * <p>What was sealed opens only for the same workspace, purpose and row: a ciphertext that was
 * moved is worth nothing. The keys are made at first use; a file that is there is never
 * overwritten.
 */
@Component
public class Vault {

  private static final Configuration CONFIGURATION = TinkConfig2026.get();
  private static final String SEALING = "sealing";
  private static final String SIGNING = "signing";

  private final VaultSettings settings;
  private @Nullable Keys keys;

  Vault(VaultSettings settings) {
    this.settings = settings;
  }

  private record Keys(Aead sealing, Mac signing) {}

  /**
   * Seals a secret.
   *
   * @param purpose what it is: the table and column that will hold it
   * @param row the row that will hold it
   */
  public byte[] seal(WorkspaceId workspace, String purpose, UUID row, String secret) {
    try {
      return keys().sealing().encrypt(secret.getBytes(UTF_8), bound(workspace, purpose, row));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret could not be sealed", e);
    }
  }

  /** What was sealed for exactly this place; empty where it was not, or the key is another one. */
  public Optional<String> open(WorkspaceId workspace, String purpose, UUID row, byte[] sealed) {
    try {
      var secret = keys().sealing().decrypt(sealed, bound(workspace, purpose, row));
      return Optional.of(new String(secret, UTF_8));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** A tag that only this installation can compute: 32 bytes behind a prefix of five. */
  public byte[] sign(byte[] data) {
    try {
      return keys().signing().computeMac(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A tag could not be computed", e);
    }
  }

  /** Whether a tag is ours. */
  public boolean isSigned(byte[] data, byte[] tag) {
    try {
      keys().signing().verifyMac(tag, data);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] bound(WorkspaceId workspace, String purpose, UUID row) {
    return "%s|%s|%s".formatted(workspace.value(), purpose, row).getBytes(UTF_8);
  }

  private synchronized Keys keys() {
    var present = keys;
    if (present == null) {
      present = load();
      keys = present;
    }
    return present;
  }

  private Keys load() {
    var file = settings.place();
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      var stored = JsonMapper.shared().readTree(Files.readString(file));
      return new Keys(
          keyset(stored.required(SEALING).toString()).getPrimitive(CONFIGURATION, Aead.class),
          keyset(stored.required(SIGNING).toString()).getPrimitive(CONFIGURATION, Mac.class));
    } catch (IOException e) {
      throw new UncheckedIOException("The keys in %s cannot be read".formatted(file), e);
    } catch (GeneralSecurityException | JacksonException e) {
      throw new IllegalStateException("The keys in %s are damaged".formatted(file), e);
    }
  }

  private static KeysetHandle keyset(String json) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(
        json, CONFIGURATION, InsecureSecretKeyAccess.get());
  }

  /**
   * Written whole and synced before it has its name, so that nothing is ever sealed with a lost
   * key.
   */
  private static void create(Path file) throws IOException, GeneralSecurityException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var json =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    SEALING, newKeyset(PredefinedAeadParameters.AES256_GCM),
                    SIGNING, newKeyset(PredefinedMacParameters.HMAC_SHA256_256BITTAG)));
    var draft =
        Files.createTempFile(file.toAbsolutePath().getParent(), "keys", ".new", ownerOnly());
    try {
      Files.writeString(draft, json);
      try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.createLink(file, draft); // fails where another process was quicker
    } catch (FileAlreadyExistsException e) {
      // Then those keys are the keys.
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Object newKeyset(Parameters parameters) throws GeneralSecurityException {
    var json =
        TinkJsonProtoKeysetFormat.serializeKeyset(
            KeysetHandle.generateNew(parameters, CONFIGURATION),
            CONFIGURATION,
            InsecureSecretKeyAccess.get());
    return JsonMapper.shared().readTree(json);
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean knowsOwners = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return knowsOwners
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
