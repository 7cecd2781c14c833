package io.politely.today.web;

import io.politely.pursuits.Pursuit;
import io.politely.pursuits.PursuitState;
import io.politely.web.When;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * Everything on the page of a company.
 *
 * @param people who is there, with what they do and their level
 * @param aims the pursuits there, or with people who are there
 * @param history conversations, and what was logged, the newest first
 */
public record CompanyPage(
    String name, String domain, PeoplePage people, List<Aim> aims, List<PersonPage.Line> history) {

  public CompanyPage {
    aims = List.copyOf(aims);
    history = List.copyOf(history);
  }

  /** A pursuit. */
  public record Aim(String path, String name, String state, When at) {

    static Aim of(Pursuit pursuit, Instant now, ZoneId zone) {
      return new Aim(
          "/pursuits/" + pursuit.id(),
          pursuit.name(),
          pursuit.state() == PursuitState.OPEN ? "" : said(pursuit.state()),
          When.of(pursuit.changedAt(), now, zone));
    }

    private static String said(PursuitState state) {
      var word = state.name().toLowerCase(Locale.ROOT);
      return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
  }
}
