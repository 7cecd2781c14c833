package io.politely.ledger;

import io.politely.web.Moments;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The usual days to put something off to. */
public enum SnoozeChoice {
  TOMORROW("Tomorrow"),
  /** Its Monday. */
  NEXT_WEEK("Next week"),
  IN_TWO_WEEKS("In two weeks"),
  IN_A_MONTH("In a month");

  private final String label;

  SnoozeChoice(String label) {
    this.label = label;
  }

  /** The choice that a form sends by this word: {@code next-week}. */
  public static Optional<SnoozeChoice> of(String word) {
    return Arrays.stream(values()).filter(choice -> choice.word().equals(word)).findFirst();
  }

  /** All of them as buttons, each with its day. */
  public static List<Button> buttons(Moments moments) {
    return Arrays.stream(values())
        .map(choice ->
            new Button(choice.word(), choice.label, moments.day(choice.day(moments.today()))))
        .toList();
  }

  /** Which day that is. */
  public LocalDate day(LocalDate today) {
    return switch (this) {
      case TOMORROW -> today.plusDays(1);
      case NEXT_WEEK -> today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      case IN_TWO_WEEKS -> today.plusWeeks(2);
      case IN_A_MONTH -> today.plusMonths(1);
    };
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * A button of the menu.
   *
   * @param until the word that the form sends
   * @param label what it says
   * @param day which day that is
   */
  public record Button(String until, String label, String day) {}
}
