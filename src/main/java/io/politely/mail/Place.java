package io.politely.mail;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A file among others: what to call it, and which folder its messages belong to.
 *
 * @param file for people
 * @param folder as the mailbox names it
 * @param role what the folder is for
 */
record Place(String file, String folder, FolderRole role) {

  private static final String TAKEN = "cur";
  private static final String NEW = "new";

  /**
   * The place of a file.
   *
   * @param root the name of what the user pointed at: a file, a folder or a zip
   * @param around the folder for messages that lie in none below the root
   * @param path from there to the file, names separated by {@code /}; "" for the root itself
   * @param isOneMessage whether the file is a message, so that the folder is around it
   */
  static Place of(String root, String around, String path, boolean isOneMessage) {
    var names =
        new ArrayList<>(List.of(path.isEmpty() ? new String[] {root} : path.split("/", -1)));
    var fileName = names.getLast();
    if (isInMaildir(names)) {
      return inMaildir(root, path, names, fileName);
    }
    boolean folderIsAround = isOneMessage || fileName.equalsIgnoreCase("mbox");
    if (folderIsAround) {
      names.removeLast();
    }
    if (names.isEmpty()) {
      names.add(around);
    }
    return named(root, path, names);
  }

  /** Where in an mbox a message was found. */
  Origin inMbox(long offset, String separator) {
    // Put together by hand: formatting would take longer than the search for the separator.
    return new Origin(file + " at byte " + offset, folder, role, envelopeDate(separator));
  }

  /** A file that is one message. */
  Origin whole() {
    return new Origin(file, folder, role, null);
  }

  private static Place named(String root, String path, List<String> names) {
    var folder = String.join("/", names.stream().map(FolderRoles::withoutEnding).toList());
    return new Place(path.isEmpty() ? root : root + "/" + path, folder, FolderRoles.of(folder));
  }

  private static boolean isInMaildir(List<String> names) {
    return names.size() >= 2
        && (names.get(names.size() - 2).equals(TAKEN) || names.get(names.size() - 2).equals(NEW));
  }

  /** {@code Maildir/.Work.Sent/cur/1.host:2,S} is in Work/Sent. */
  private static Place inMaildir(String root, String path, List<String> names, String fileName) {
    List<String> folders = new ArrayList<>();
    for (var name : names.subList(0, names.size() - 2)) {
      if (name.startsWith(".")) {
        folders.addAll(List.of(name.substring(1).split("\\.", -1)));
      } else {
        folders.add(name);
      }
    }
    var lowerRoot = root.toLowerCase(Locale.ROOT);
    boolean isInbox = lowerRoot.equals("maildir") || lowerRoot.equals(".maildir");
    if (folders.isEmpty()) {
      folders.add(isInbox ? "INBOX" : root.startsWith(".") ? root.substring(1) : root);
    }
    var place = named(root, path, folders);
    return new Place(place.file(), place.folder(), roleByFlags(fileName, place.role()));
  }

  /** {@code :2,DS}: a draft that was seen. Some systems write ; or ! instead of the colon. */
  private static FolderRole roleByFlags(String fileName, FolderRole otherwise) {
    int flags = fileName.lastIndexOf("2,");
    if (flags <= 0 || ":;!".indexOf(fileName.charAt(flags - 1)) < 0) {
      return otherwise;
    }
    if (fileName.indexOf('T', flags) >= 0) {
      return FolderRole.TRASH;
    }
    return fileName.indexOf('D', flags) >= 0 ? FolderRole.DRAFTS : otherwise;
  }

  /** {@code From ada@example.org Mon Mar 2 09:00:00 2026}. */
  private static @Nullable Instant envelopeDate(String separator) {
    int sender = separator.indexOf(' ');
    int date = separator.indexOf(' ', sender + 1);
    return date < 0
        ? null
        : MailDates.parse(separator.substring(date)).map(ZonedDateTime::toInstant).orElse(null);
  }
}
