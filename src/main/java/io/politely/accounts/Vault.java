package io.politely.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Mac;
import io.politely.kernel.WorkspaceId;
import java.nio.ByteBuffer;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals secrets that the program must be able to use again, with a key that is not in the database.
 *
 * <p>What was sealed opens only for the same workspace, purpose and row: a ciphertext that was
 * moved is worth nothing.
 */
@Component
public class Vault {

  /** Before each ciphertext Tink writes a byte of 1 and the id of its key, four bytes. */
  private static final int PREFIX = 5;

  private final KeyFile file;
  private @Nullable Keys keys;

  Vault(VaultSettings settings) {
    this.file = new KeyFile(settings.place());
  }

  private record Keys(Aead sealing, int newest, Mac signing, FileTime changed) {

    static Keys of(KeyFile.Keys read) {
      try {
        return new Keys(
            read.sealing().getPrimitive(KeyFile.CONFIGURATION, Aead.class),
            read.sealing().getPrimary().getId(),
            read.signing().getPrimitive(KeyFile.CONFIGURATION, Mac.class),
            read.changed());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("The keys cannot be used", e);
      }
    }
  }

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

  /** Which key something was sealed with. */
  public int keyOf(byte[] sealed) {
    return sealed.length < PREFIX ? 0 : ByteBuffer.wrap(sealed, 1, Integer.BYTES).getInt();
  }

  /** Whether something was sealed with the newest key. */
  public boolean isNewlySealed(byte[] sealed) {
    return keyOf(sealed) == keys().newest();
  }

  /**
   * Makes a new key, which seals from now on; older ones open what they sealed, as long as that is
   * there. Other processes notice it by themselves.
   *
   * @param needed ids of keys that something is sealed with; others are dropped, but not the one
   *     that was the newest, with which somebody may be sealing at this moment
   */
  public void rotate(Set<Integer> needed) {
    file.rotate(needed);
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

  /** The keys, read again where another process changed the file. */
  private synchronized Keys keys() {
    var present = keys;
    if (present == null || isOlderThanFile(present)) {
      present = Keys.of(file.read());
      keys = present;
    }
    return present;
  }

  /** A file that is away says nothing: what is known goes on. */
  private boolean isOlderThanFile(Keys present) {
    return file.changed().filter(changed -> !changed.equals(present.changed())).isPresent();
  }
}
