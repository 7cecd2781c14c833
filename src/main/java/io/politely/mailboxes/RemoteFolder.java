package io.politely.mailboxes;

import io.politely.mail.FolderRole;
import io.politely.mail.FolderRoles;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A folder as a server lists it.
 *
 * @param wire its name as the server wrote it, and wants to read it
 * @param name for people
 * @param uses what the server says of its use (RFC 6154), lower case: {@code \\sent}
 * @param mark null: the server did not tell
 */
record RemoteFolder(
    String wire, String name, FolderRole role, Set<String> uses, @Nullable FolderMark mark) {

  /** Folders that show messages of other folders once more. */
  private static final Set<String> VIEWS = Set.of("\\all", "\\flagged", "\\important");

  /** Where Google keeps every message but these. */
  private static final Set<String> BESIDE_ALL = Set.of("\\junk", "\\trash");

  private static final Comparator<RemoteFolder> INBOX_FIRST =
      Comparator.<RemoteFolder, FolderRole>comparing(folder -> folder.role())
          .thenComparing(folder -> folder.name());

  private static final Set<String> NOT_TO_OPEN = Set.of("\\noselect", "\\nonexistent");

  /** What every account has (RFC 9051, 5.1). */
  static final RemoteFolder INBOX =
      new RemoteFolder("INBOX", "INBOX", FolderRole.INBOX, Set.of(), null);

  RemoteFolder {
    uses = Set.copyOf(uses);
  }

  /**
   * A folder of a list.
   *
   * @param separator between the names of folders that lie in one another
   */
  static RemoteFolder of(String wire, String name, char separator, Collection<String> flags) {
    var uses =
        flags.stream().map(flag -> flag.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    return new RemoteFolder(wire, name, role(name, separator, uses), uses, null);
  }

  RemoteFolder withMark(@Nullable FolderMark mark) {
    return new RemoteFolder(wire, name, role, uses, mark);
  }

  boolean canBeOpened() {
    return uses.stream().noneMatch(NOT_TO_OPEN::contains);
  }

  /** Everything that an account has at Google, labels told for each message. */
  boolean isAll() {
    return uses.contains("\\all");
  }

  /**
   * The folders in which each message of an account lies once, as far as the server tells; the
   * inbox first, then what we sent.
   *
   * @param labelled whether the server tells the labels of each message (X-GM-EXT-1)
   */
  static List<RemoteFolder> toRead(Collection<RemoteFolder> listed, boolean labelled) {
    boolean allIsThere = labelled && listed.stream().anyMatch(RemoteFolder::isAll);
    return listed.stream()
        .filter(RemoteFolder::canBeOpened)
        .filter(folder ->
            allIsThere
                ? folder.isAll() || folder.uses().stream().anyMatch(BESIDE_ALL::contains)
                : folder.uses().stream().noneMatch(VIEWS::contains))
        .sorted(INBOX_FIRST)
        .toList();
  }

  /** What a message at Google is for, by its labels. */
  static FolderRole roleOf(Collection<String> labels) {
    var lower =
        labels.stream().map(label -> label.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    if (lower.contains("\\draft") || lower.contains("\\drafts")) {
      return FolderRole.DRAFTS;
    }
    if (lower.contains("\\sent")) {
      return FolderRole.SENT;
    }
    return lower.contains("\\inbox") ? FolderRole.INBOX : FolderRole.OTHER;
  }

  private static FolderRole role(String name, char separator, Set<String> uses) {
    if (name.equalsIgnoreCase("INBOX")) {
      return FolderRole.INBOX;
    }
    for (var use : uses) {
      switch (use) {
        case "\\sent" -> {
          return FolderRole.SENT;
        }
        case "\\drafts" -> {
          return FolderRole.DRAFTS;
        }
        case "\\trash" -> {
          return FolderRole.TRASH;
        }
        case "\\junk" -> {
          return FolderRole.JUNK;
        }
        default -> {
          // Tells nothing about who wrote what.
        }
      }
    }
    var role = FolderRoles.of(separator == 0 ? name : name.replace(separator, '/'));
    return role == FolderRole.INBOX
        ? FolderRole.OTHER
        : role; // there is only one, and its name is fixed
  }
}
