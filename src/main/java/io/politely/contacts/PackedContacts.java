package io.politely.contacts;

import io.politely.contacts.ContactFile.OfPeople;
import io.politely.contacts.ContactFile.Refused;
import io.politely.contacts.ContactFile.Unmapped;
import io.politely.kernel.Edge;
import io.politely.people.Profile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

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

  /** A file in the .zip, by its place among {@link #WANTED}. */
  private record Entry(int order, String name) implements Comparable<Entry> {

    @Override
    public int compareTo(Entry other) {
      return order == other.order
          ? name.compareTo(other.name)
          : Integer.compare(order, other.order);
    }
  }

  ContactFile read(byte[] file) {
    try {
      return unpacked(file)
          .map(this::together)
          .orElse(new Refused("Unpacked, this .zip is too large: take Connections.csv out of it."));
    } catch (IOException e) {
      return new Refused("This .zip is damaged, or a password protects it.");
    }
  }

  /** What of it is wanted, in the order in which it is read; empty where that is too much. */
  private static Optional<SortedMap<Entry, byte[]>> unpacked(byte[] file) throws IOException {
    return PackedFiles.unpacked(file, name -> order(name).isPresent(), ContactReader.LARGEST)
        .map(files -> {
          var entries = new TreeMap<Entry, byte[]>();
          files.forEach(
              (name, bytes) -> entries.put(new Entry(order(name).orElseThrow(), name), bytes));
          return entries;
        });
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
        remarks.add(name + ": jobs and no people; Pursuits, Import reads them.");
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
