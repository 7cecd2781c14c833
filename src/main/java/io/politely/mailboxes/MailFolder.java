package io.politely.mailboxes;

import io.politely.mail.FolderRole;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a folder on a server.
 *
 * @param name as the server has it
 * @param mark how it was when it was proven; all zero before
 * @param provenAt at this moment every message there was known here; null: not yet
 * @param digest of what was proven, or null
 * @param problem why it is not proven, one sentence, or ""
 */
public record MailFolder(
    FolderId id,
    String name,
    FolderRole role,
    FolderMark mark,
    @Nullable Instant provenAt,
    @Nullable String digest,
    String problem) {

  /** Since when everything there is known here. */
  public Optional<Instant> completeUpTo() {
    return Optional.ofNullable(provenAt);
  }

  /** Whether it was proven, and nothing hinders proving it again. */
  boolean isProven() {
    return digest != null && problem.isEmpty();
  }
}
