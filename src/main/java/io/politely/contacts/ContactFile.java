package io.politely.contacts;

import java.util.List;

/** What a file turned out to be. */
public sealed interface ContactFile {

  /**
   * A file of people.
   *
   * @param kind "linkedin", "vcard" or "table"
   * @param empty how many rows name nobody
   * @param remarks what was left out, in sentences for the user
   */
  record OfPeople(String kind, List<Contact> contacts, int empty, List<String> remarks)
      implements ContactFile {

    public OfPeople {
      contacts = List.copyOf(contacts);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * A table whose columns do not tell what they hold: the user has to.
   *
   * @param example the row after the header, cell for cell; may be shorter
   */
  record Unmapped(List<String> header, Mapping guess, List<String> example) implements ContactFile {

    public Unmapped {
      header = List.copyOf(header);
      example = List.copyOf(example);
    }
  }

  /** What cannot be read, and why, in a sentence for the user. */
  record Refused(String why) implements ContactFile {}
}
