package io.politely.contacts;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a column of a table of contacts can mean, and what such columns are called. */
public enum Field {
  NAME(
      "name",
      "Whole name",
      "name",
      "full name",
      "display name",
      "contact",
      "contact name",
      "fullname",
      "kontakt",
      "anzeigename"),
  FIRST("first", "First name", "first name", "firstname", "given name", "first", "vorname"),
  LAST(
      "last",
      "Last name",
      "last name",
      "lastname",
      "family name",
      "surname",
      "last",
      "nachname",
      "familienname"),
  MAIL(
      "mail",
      "Mail address",
      "email",
      "e-mail",
      "mail",
      "email address",
      "e-mail address",
      "e-mail 1 - value",
      "e-mail 2 - value",
      "e-mail 2 address",
      "emails",
      "primary email",
      "work email",
      "personal email",
      "e-mail-adresse",
      "email-adresse",
      "mailadresse"),
  COMPANY(
      "company",
      "Company",
      "company",
      "company name",
      "organization",
      "organisation",
      "organization name",
      "employer",
      "account",
      "unternehmen",
      "firma",
      "arbeitgeber"),
  TITLE(
      "title",
      "Job title",
      "title",
      "job title",
      "position",
      "role",
      "organization title",
      "rolle",
      "stelle",
      "berufsbezeichnung"),
  PHONE(
      "phone",
      "Phone",
      "phone",
      "phone number",
      "mobile",
      "mobile phone",
      "telephone",
      "business phone",
      "home phone",
      "phone 1 - value",
      "phone 2 - value",
      "phonenumbers",
      "phone numbers",
      "primary phone",
      "work phone",
      "telefon",
      "telefonnummer",
      "handy",
      "mobil"),
  LINK(
      "link",
      "Web address",
      "url",
      "website",
      "web page",
      "link",
      "linkedin",
      "linkedin url",
      "profile url",
      "profil",
      "webseite",
      "homepage"),
  NOTE(
      "note",
      "Note",
      "note",
      "notes",
      "comment",
      "comments",
      "notiz",
      "notizen",
      "bemerkung",
      "kommentar"),
  TAG(
      "tag",
      "Tags, with commas between",
      "tag",
      "tags",
      "labels",
      "categories",
      "group",
      "kategorie",
      "kategorien",
      "schlagwort",
      "schlagworte"),
  CONNECTED("connected", "Connected on", "connected on", "verbunden am"),
  NOTHING("nothing", "Leave out");

  private final String word;
  private final String said;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of
  private final Set<String> headers;

  Field(String word, String said, String... headers) {
    this.word = word;
    this.said = said;
    this.headers = Set.of(headers);
  }

  /** The word for it in forms and tables. */
  public String word() {
    return word;
  }

  /** What a reader is told. */
  public String said() {
    return said;
  }

  /** The one that a word stands for. */
  public static Optional<Field> of(String word) {
    return Stream.of(values()).filter(field -> field.word.equals(word)).findFirst();
  }

  /**
   * What a column with this header holds, in lower case; {@link #NOTHING} where that is not plain.
   */
  static Field called(String header) {
    return Stream.of(values())
        .filter(field -> field.headers.contains(header))
        .findFirst()
        .orElse(NOTHING);
  }
}
