package io.politely.accounts;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.config.TinkConfig2026;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import io.politely.kernel.Edge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file that holds the keys. It is made at first use; each change is written whole and synced
 * beside it before it takes its place, so that nothing is ever sealed with a lost key.
 */
@Edge
final class KeyFile {

  static final Configuration CONFIGURATION = TinkConfig2026.get();

  private static final String SEALING = "sealing";
  private static final String SIGNING = "signing";

  private final Path file;

  KeyFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /**
   * What is in the file.
   *
   * @param sealing the newest of them is the primary one
   * @param changed when the file was written
   */
  record Keys(KeysetHandle sealing, KeysetHandle signing, FileTime changed) {}

  /** When the file was written; empty where it is away. */
  Optional<FileTime> changed() {
    try {
      return Optional.of(Files.getLastModifiedTime(file));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Reads the keys, and makes them where there are none. */
  Keys read() {
    try {
      if (!Files.exists(file)) {
        create();
      }
      var changed = Files.getLastModifiedTime(file);
      var stored = JsonMapper.shared().readTree(Files.readString(file));
      return new Keys(keyset(stored.required(SEALING)), keyset(stored.required(SIGNING)), changed);
    } catch (IOException e) {
      throw unreadable(e);
    } catch (GeneralSecurityException | JacksonException e) {
      throw new IllegalStateException("The keys in %s are damaged".formatted(file), e);
    }
  }

  /**
   * Adds a key that seals from now on, and drops those that nothing needs any more.
   *
   * @param needed ids of keys that something is sealed with
   */
  void rotate(Set<Integer> needed) {
    var draft = file.resolveSibling(file.getFileName() + ".rotating");
    try {
      Files.createFile(draft, ownerOnly());
    } catch (FileAlreadyExistsException e) {
      throw new IllegalStateException(
          "The keys are being changed by another process. If none runs, delete %s and try again"
              .formatted(draft),
          e);
    } catch (IOException e) {
      throw unreadable(e);
    }
    try {
      var present = read();
      write(draft, rotated(present.sealing(), needed), present.signing());
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("The keys in %s could not be changed".formatted(file), e);
    } finally {
      deleteIfThere(draft);
    }
  }

  private static KeysetHandle rotated(KeysetHandle present, Set<Integer> needed)
      throws GeneralSecurityException {
    var keys = KeysetHandle.newBuilder(present).setConfiguration(CONFIGURATION);
    for (int i = present.size() - 1; i >= 0; i--) {
      var key = present.getAt(i);
      if (!key.isPrimary() && !needed.contains(key.getId())) {
        keys.deleteAt(i);
      }
    }
    return keys.addEntry(
            KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary())
        .build();
  }

  private void create() throws IOException, GeneralSecurityException {
    Files.createDirectories(file.getParent());
    var draft = Files.createTempFile(file.getParent(), "keys", ".new", ownerOnly());
    try {
      write(
          draft,
          fresh(PredefinedAeadParameters.AES256_GCM),
          fresh(PredefinedMacParameters.HMAC_SHA256_256BITTAG));
      Files.createLink(file, draft); // fails where another process was quicker
    } catch (FileAlreadyExistsException e) {
      // Then those keys are the keys.
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static KeysetHandle fresh(Parameters parameters) throws GeneralSecurityException {
    return KeysetHandle.generateNew(parameters, CONFIGURATION);
  }

  private static void write(Path draft, KeysetHandle sealing, KeysetHandle signing)
      throws IOException, GeneralSecurityException {
    var json =
        JsonMapper.shared()
            .writeValueAsString(Map.of(SEALING, written(sealing), SIGNING, written(signing)));
    Files.writeString(draft, json);
    try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static JsonNode written(KeysetHandle keys) throws GeneralSecurityException {
    return JsonMapper.shared()
        .readTree(
            TinkJsonProtoKeysetFormat.serializeKeyset(
                keys, CONFIGURATION, InsecureSecretKeyAccess.get()));
  }

  private static KeysetHandle keyset(JsonNode json) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(
        json.toString(), CONFIGURATION, InsecureSecretKeyAccess.get());
  }

  private static void deleteIfThere(Path draft) {
    try {
      Files.deleteIfExists(draft);
    } catch (IOException e) {
      throw new UncheckedIOException("%s could not be deleted".formatted(draft), e);
    }
  }

  private UncheckedIOException unreadable(IOException e) {
    return new UncheckedIOException("The keys in %s cannot be read".formatted(file), e);
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
