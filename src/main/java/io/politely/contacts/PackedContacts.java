package io.politely.contacts;

import io.politely.contacts.ContactFile.OfPeople;
import io.politely.contacts.ContactFile.Refused;
import io.politely.contacts.ContactFile.Unmapped;
import io.politely.kernel.Edge;
import io.politely.people.Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;

/**
 * Reads a .zip: LinkedIn's whole export, or cards. Of an export only those tables are read that
 * name other people; your own certificates and positions are none.
 */
@Edge
record PackedContacts(ContactReader reader) {

  /** In the order in which they are read: whoever is connected is not the user. */
  private static final List<String> WANTED =
      List.of(
          "connections.*\\.csv",
          "(imported)?contacts.*\\.csv",
          "recommendations_.*\\.csv",
          "invitations.*\\.csv",
          "messages.*\\.csv",
          ".*\\.(vcf|vcard)",
          "(job applications|saved jobs).*\\.csv");

  private static final int JOBS = WANTED.size() - 1;
  private static final int CARDS = WANTED.size() - 2;
  private static final int MOST_ENTRIES = 10_000;

  /** In bytes: of what is not wanted, since unpacking it takes time too. */
  private static final long MOST_PASSED = 1L << 30;

  // Names that do not say otherwise are in the character set of old Windows; no byte is invalid.
  private static final Charset OLD_NAMES = Charset.forName("IBM437");

  /** A file in the .zip, by its place among {@link #WANTED}. */
  private record Entry(int order, String name) implements Comparable<Entry> {

    @Override
    public int compareTo(Entry other) {
      return order == other.order
          ? name.compareTo(other.name)
          : Integer.compare(order, other.order);
    }
  }

  static boolean isPacked(byte[] file) {
    return file.length > 4 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
  }

  ContactFile read(byte[] file) {
    try {
      return unpacked(file)
          .map(this::together)
          .orElse(new Refused("Unpacked, this .zip is too large: take Connections.csv out of it."));
    } catch (IOException | IllegalArgumentException e) {
      return new Refused("This .zip is damaged, or a password protects it.");
    }
  }

  /** What of it is wanted; empty where that is too much. */
  private static Optional<SortedMap<Entry, byte[]>> unpacked(byte[] file) throws IOException {
    var entries = new TreeMap<Entry, byte[]>();
    int left = ContactReader.LARGEST;
    long toPass = MOST_PASSED;
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file), OLD_NAMES)) {
      for (int count = 0; count < MOST_ENTRIES; count++) {
        var next = zip.getNextEntry();
        if (next == null) {
          break;
        }
        var name = next.getName().substring(next.getName().lastIndexOf('/') + 1);
        var order = order(name);
        if (order.isEmpty()) {
          toPass -= passOver(zip, toPass + 1);
        } else {
          var bytes = zip.readNBytes(left + 1);
          left -= bytes.length;
          entries.put(new Entry(order.getAsInt(), name), bytes);
        }
        if (left < 0 || toPass < 0) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(entries);
  }

  /** Reads to the end of an entry, but no further than {@code most} bytes. */
  private static long passOver(ZipInputStream zip, long most) throws IOException {
    long passed = 0;
    for (long step = 1; step > 0 && passed < most; passed += step) {
      step = zip.skip(most - passed);
    }
    return passed;
  }

  private static OptionalInt order(String name) {
    var folded = name.toLowerCase(Locale.ROOT);
    return IntStream.range(0, WANTED.size()).filter(i -> folded.matches(WANTED.get(i))).findFirst();
  }

  private ContactFile together(SortedMap<Entry, byte[]> entries) {
    var contacts = new ArrayList<Contact>();
    var profiles = new HashSet<String>();
    var remarks = new ArrayList<String>();
    int empty = 0;
    for (var entry : entries.entrySet()) {
      var name = entry.getKey().name();
      if (entry.getKey().order() == JOBS) {
        remarks.add(name + ": jobs and no people, so it was left out.");
        continue;
      }
      switch (reader.read(ContactReader.text(entry.getValue()), profiles)) {
        case OfPeople people -> {
          people.contacts().stream()
              .filter(
                  contact -> contact.profile().map(Profile::url).map(profiles::add).orElse(true))
              .forEach(contacts::add);
          empty += people.empty();
          people.remarks().forEach(remark -> remarks.add(name + ": " + remark));
        }
        case Unmapped _ ->
            remarks.add(name + ": its columns do not tell what they hold; import it by itself.");
        case Refused(var why) -> remarks.add(name + ": " + why);
      }
    }
    if (contacts.isEmpty()) {
      return new Refused(
          remarks.isEmpty()
              ? "This .zip has neither LinkedIn’s Connections.csv nor cards: unpack it, and choose"
                  + " a file."
              : remarks.getFirst());
    }
    boolean cards = entries.keySet().stream().allMatch(entry -> entry.order() == CARDS);
    return new OfPeople(cards ? "vcard" : "linkedin", contacts, empty, remarks);
  }
}
