package io.politely.pursuits.web;

import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.Posting;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pursuit as it was entered.
 *
 * @param requirements one on each line
 */
public record PursuitForm(
    String kind,
    String title,
    String company,
    String source,
    String postingUrl,
    String posting,
    String notes,
    String requirements) {

  /** What a form did not have was not entered. */
  public PursuitForm {
    kind = entered(kind);
    title = entered(title);
    company = entered(company);
    source = entered(source);
    postingUrl = entered(postingUrl);
    posting = entered(posting);
    notes = entered(notes);
    requirements = entered(requirements);
  }

  static PursuitForm begun(PursuitKind kind) {
    return new PursuitForm(kind.word(), "", "", "", "", "", "", "");
  }

  /** With what a posting says; the rest is the user's. */
  static PursuitForm of(PursuitKind kind, Posting posting) {
    return new PursuitForm(
        kind.word(),
        posting.title(),
        posting.company(),
        "",
        posting.url(),
        posting.text(),
        "",
        String.join("\n", posting.requirements()));
  }

  static PursuitForm of(Pursuit pursuit) {
    var source = pursuit.source();
    return new PursuitForm(
        pursuit.kind().word(),
        pursuit.title(),
        pursuit.company(),
        source == null ? "" : source.word(),
        pursuit.postingUrl(),
        pursuit.posting(),
        pursuit.notes(),
        "");
  }

  PursuitForm withPosting(String address, String words) {
    return new PursuitForm(kind, title, company, source, address, words, notes, requirements);
  }

  NewPursuit entered() {
    return new NewPursuit(
        PursuitKind.of(kind).orElse(PursuitKind.JOB),
        title,
        company,
        Source.of(source).orElse(null),
        postingUrl,
        posting,
        notes,
        requirements.lines().map(PursuitForm::withoutBullet).toList());
  }

  /** The sources to choose from. */
  public List<Source> sources() {
    return List.of(Source.values());
  }

  private static String withoutBullet(String line) {
    return line.strip().replaceFirst("^[-*•·–][ \\t]+", "");
  }

  private static String entered(@Nullable String field) {
    return field == null ? "" : field;
  }
}
