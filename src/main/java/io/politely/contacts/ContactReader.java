package io.politely.contacts;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.contacts.ContactFile.Refused;
import io.politely.kernel.Edge;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a file of contacts: cards, the tables of LinkedIn's export, its whole .zip, any table with
 * a header, or a JSON array of objects.
 *
 * @param remembered what the user said about a header, see {@link Mapping#header}
 */
@Edge
record ContactReader(Function<String, Optional<Mapping>> remembered) {

  /** In bytes: an export of 100,000 people has about 15 MB. */
  static final int LARGEST = 50 << 20;

  static final Refused TOO_LARGE = new Refused("The file is larger than 50 MB: split it.");

  /** What old programs write that know nothing of UTF-8. */
  private static final Charset WESTERN_EUROPE = Charset.forName("windows-1252");

  ContactFile read(byte[] file) {
    if (file.length > LARGEST) {
      return TOO_LARGE;
    }
    return PackedFiles.isPacked(file)
        ? new PackedContacts(this).read(file)
        : read(text(file), Set.of());
  }

  /**
   * Reads what is unpacked.
   *
   * @param others profiles that are surely not the user's own
   */
  ContactFile read(String text, Set<String> others) {
    if (text.isBlank()) {
      return new Refused("The file is empty.");
    }
    if (text.indexOf('\0') >= 0) {
      return new Refused("This is no text. Save it as CSV or as a vCard (.vcf).");
    }
    return text.stripLeading().regionMatches(true, 0, "BEGIN:VCARD", 0, 11)
        ? CardReader.read(text)
        : new TableReader(remembered, others).read(text);
  }

  /** UTF-8, or UTF-16 by its mark, or else the letters of Western Europe. */
  static String text(byte[] file) {
    if (startsWith(file, 0xfe, 0xff) || startsWith(file, 0xff, 0xfe)) {
      return new String(file, UTF_16);
    }
    try {
      var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(file, WESTERN_EUROPE);
    }
  }

  private static boolean startsWith(byte[] file, int first, int second) {
    return file.length >= 2 && file[0] == (byte) first && file[1] == (byte) second;
  }
}
