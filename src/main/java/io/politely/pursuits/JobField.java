package io.politely.pursuits;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column of a list of jobs can hold. */
public enum JobField {
  TITLE(
      "Title of the job",
      "title",
      "job",
      "job title",
      "position",
      "role",
      "card name",
      "card",
      "name",
      "task",
      "task name",
      "stelle",
      "titel",
      "jobtitel",
      "position title",
      "job name"),
  COMPANY(
      "Company",
      "company",
      "company name",
      "employer",
      "employer name",
      "organization",
      "organisation",
      "organization name",
      "firm",
      "unternehmen",
      "firma",
      "arbeitgeber",
      "client"),
  STAGE(
      "Stage",
      "status",
      "stage",
      "list",
      "list name",
      "column",
      "column name",
      "state",
      "phase",
      "application status",
      "job status",
      "section/column",
      "board list",
      "pipeline stage",
      "stand",
      "stufe"),
  LINK(
      "Address of the posting",
      "url",
      "link",
      "job url",
      "job link",
      "posting",
      "posting url",
      "job posting",
      "job posting url",
      "application url",
      "listing",
      "listing url",
      "job post url",
      "stellenanzeige"),
  APPLIED(
      "Day of the application",
      "applied",
      "applied on",
      "applied at",
      "date applied",
      "applied date",
      "application date",
      "application submitted",
      "date of application",
      "submitted on",
      "beworben am",
      "bewerbungsdatum"),
  SAVED(
      "Day on which it was saved",
      "saved",
      "saved on",
      "saved at",
      "date saved",
      "saved date",
      "added",
      "date added",
      "added on",
      "created",
      "created at",
      "created on",
      "date created",
      "bookmarked",
      "date bookmarked",
      "gespeichert am"),
  DUE(
      "Day on which something is due",
      "due",
      "due date",
      "deadline",
      "application deadline",
      "follow up",
      "follow-up",
      "follow up date",
      "next step date",
      "frist"),
  NOTES(
      "Notes",
      "notes",
      "note",
      "description",
      "card description",
      "job description",
      "comments",
      "comment",
      "details",
      "desc",
      "next step",
      "next steps",
      "notizen",
      "beschreibung"),
  LOCATION("Place", "location", "city", "place", "job location", "ort", "standort"),
  SALARY(
      "Salary",
      "salary",
      "salary range",
      "compensation",
      "pay",
      "max salary",
      "min salary",
      "max. salary",
      "min. salary",
      "gehalt"),
  LABELS("Labels", "labels", "label", "tags", "tag", "keywords", "etiketten"),
  CONTACT(
      "Somebody to talk to",
      "contact",
      "contacts",
      "contact name",
      "recruiter",
      "recruiter name",
      "hiring manager",
      "contact person",
      "ansprechpartner"),
  SOURCE("Where it came from", "source", "found on", "found via", "via", "channel", "quelle"),
  ID("What identifies the row", "id", "card id", "job id", "uuid", "record id"),
  NOTHING("Nothing (leave it out)");

  private final String said;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of
  private final Set<String> headers;

  JobField(String said, String... headers) {
    this.said = said;
    this.headers = Set.of(headers);
  }

  /** The word for it in tables and forms. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How a page says it. */
  public String said() {
    return said;
  }

  /** What a word stands for. */
  public static Optional<JobField> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** What a column with this header holds, as far as that tells. */
  static JobField called(String header) {
    var folded = header.toLowerCase(Locale.ROOT).replace('_', ' ').replaceAll("\\s+", " ").strip();
    return Arrays.stream(values())
        .filter(field -> field.headers.contains(folded))
        .findFirst()
        .orElse(NOTHING);
  }
}
