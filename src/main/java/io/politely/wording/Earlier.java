package io.politely.wording;

import io.politely.reading.NamedDay;
import io.politely.wording.PhraseBook.Found;
import java.time.LocalDate;
import java.util.List;

/**
 * What went before a letter, as far as the user's own words tell: a no, a day that the reader
 * named.
 *
 * @param found the phrases in those words
 * @param saidNo whether they declined an approach
 * @param dayAhead whether they named a day that is still to come
 */
record Earlier(List<Found> found, boolean saidNo, boolean dayAhead) {

  /** So many days before our last letter what they said may have been said. */
  private static final int GONE_BY = 10;

  Earlier {
    found = List.copyOf(found);
  }

  static Earlier of(Circumstances circumstances, Writing writing, PhraseBook book) {
    var text = circumstances.sentBefore();
    var found = book.in(Prose.line(text));
    boolean approach = circumstances.situation().matches("[SXRo].*");
    boolean saidNo = approach && found.stream().anyMatch(it -> it.cue() == Cue.SENT_NO);
    return new Earlier(found, saidNo, dayAhead(circumstances, writing, found));
  }

  private static boolean dayAhead(Circumstances circumstances, Writing writing, List<Found> found) {
    boolean told =
        found.stream().anyMatch(it -> it.cue() == Cue.SENT_DATE || it.cue() == Cue.SENT_LATER);
    if (!told || !circumstances.isFollowUp()) {
      return false;
    }
    var text = circumstances.sentBefore();
    var today = writing.writtenAt().toLocalDate();
    var days = circumstances.daysSinceLastTouch();
    var then = today.minusDays(days == null ? 0 : days);
    boolean later = found.stream().anyMatch(it -> it.cue() == Cue.SENT_LATER);
    var zone = writing.writtenAt().getZone();
    var named = NamedDay.inOwnLanguage(text, then, zone);
    var before = NamedDay.inOwnLanguage(text, then.minusDays(GONE_BY), zone);
    for (int i = 0; i < named.size(); i++) {
      // "The 9th" of words that were written later may be the one that has gone by.
      boolean dated = hasDigit(text.substring(named.get(i).begin(), named.get(i).end()));
      boolean ahead =
          isAhead(named.get(i).due(), today, later)
              && (!dated || (i < before.size() && isAhead(before.get(i).due(), today, later)));
      if (ahead) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  /** Within a year: a day further off was misread. */
  private static boolean isAhead(LocalDate day, LocalDate today, boolean afterIt) {
    return (day.isAfter(today) || (afterIt && day.equals(today)))
        && day.isBefore(today.plusMonths(10));
  }
}
