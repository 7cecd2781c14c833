package io.politely.ledger.web;

import io.politely.ledger.Agreement;
import io.politely.ledger.Evidence;
import io.politely.ledger.Example;
import io.politely.people.Names;
import io.politely.web.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * What the page about agreement shows.
 *
 * @param said how often the user said whose move it is
 * @param silent how often the user settled or snoozed
 * @param differing where the present rules say something else, the newest first
 * @param more how many more there are of these
 */
public record AgreementPage(
    int said,
    int silent,
    int knownThen,
    int agreedThen,
    int agreesNow,
    int unsureNow,
    List<Difference> differing,
    int more) {

  static final int SHOWN = 50;

  public AgreementPage {
    differing = List.copyOf(differing);
  }

  /**
   * One conversation that is read otherwise than the user said.
   *
   * @param then what the ledger had said before, or ""
   * @param quote the words that decide for the ledger, or ""
   */
  public record Difference(
      String path,
      String subject,
      String user,
      String then,
      String now,
      String reason,
      String quote,
      When at) {}

  static AgreementPage of(Agreement agreement, Names names, Instant now, ZoneId zone) {
    var differing = agreement.differing();
    var shown =
        differing.stream()
            .limit(SHOWN)
            .map(example -> difference(example, names, now, zone))
            .toList();
    return new AgreementPage(
        agreement.examples().size(),
        agreement.silent(),
        agreement.knownThen(),
        agreement.agreedThen(),
        agreement.agreesNow(),
        agreement.unsureNow(),
        shown,
        differing.size() - shown.size());
  }

  private static Difference difference(Example example, Names names, Instant now, ZoneId zone) {
    var subject = example.subject();
    return new Difference(
        "/conversations/" + example.conversation(),
        subject.isBlank() ? "No subject" : subject,
        example.userSaid(),
        example.saidThen().orElse(""),
        example.saysNow(),
        names.in(example.now().reason()),
        example.now().evidence() instanceof Evidence.Words words ? words.quote() : "",
        When.of(example.decision().decidedAt(), now, zone));
  }
}
