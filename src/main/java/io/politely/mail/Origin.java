package io.politely.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a copy of a message was found.
 *
 * @param place the file and the position in it, for people
 * @param folder the folder as the mailbox names it
 * @param role what that folder is for, as far as its name or the flags of the copy tell
 * @param envelopeAt when it was delivered by its {@code From } line, or null
 */
public record Origin(String place, String folder, FolderRole role, @Nullable Instant envelopeAt) {

  // PostgreSQL keeps folder names in a key, which has room for 2,700 bytes.
  private static final int LONGEST_FOLDER = 255;

  public Origin {
    folder = folder.length() <= LONGEST_FOLDER ? folder : folder.substring(0, LONGEST_FOLDER);
  }
}
