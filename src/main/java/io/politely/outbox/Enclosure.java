package io.politely.outbox;

/**
 * A file that goes with a letter.
 *
 * @param name without directories and control characters, 1 to 200 characters
 * @param type a media type, like {@code application/pdf}
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Enclosure(String name, String type, byte[] content) {

  private static final int LONGEST_NAME = 200;

  public Enclosure {
    var bare = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    bare = bare.replaceAll("\\p{Cntrl}", "").strip();
    bare = bare.length() <= LONGEST_NAME ? bare : bare.substring(bare.length() - LONGEST_NAME);
    name = bare.isEmpty() ? "attachment" : bare;
    type = type.matches("[a-zA-Z0-9.+-]+/[a-zA-Z0-9.+-]+") ? type : "application/octet-stream";
  }
}
