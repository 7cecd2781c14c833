package io.politely.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaksTest {

  private final Leaks leaks =
      new Leaks(
          List.of("Zdenka Canaria", "Will Page", "zdenka.c"),
          List.of("Harrow Freight Systems", "Global Software Group"),
          List.of("Tidewell", "Dana Scott", "Grace Canaria"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Zdenka, why did you leave?",
        "Why should we take zdenka?",
        "Is Ms Canaria willing to move?",
        "What was Canaria’s quota?",
        "What did you sell for Harrow?",
        "Who at Harrow Freight was your boss?",
        "Why did you stay at Global Software Group so long?",
        "So Will, what is next?",
        "Why did you leave Umbrella so early?",
        "Were you happy at Quarrystone?",
        "May we write to zdenka@canaria.example?",
        "Is your number still 0171 555 1234?",
        "What happened in 2019?",
        "How did you sell €4m there?",
        "Do you live at 14 221 Elm Street?",
        "Is that you on www.canaria.example?"
      })
  void what_tells_who_was_asked_stays_out(String question) {
    assertThat(leaks.reason(question)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Why did you leave a place where you performed?",
        "Where do you see yourself in 5 years?",
        "What will you do in the first 90 days?",
        "Why do you want to work at Tidewell?",
        "Would you get along with Dana?",
        "How do you sell software to a group of buyers?",
        "What is on the first page of your plan?",
        "Welche Zahlen haben Sie erreicht?",
        "How do you close a month when two clinics send their numbers late?"
      })
  void what_is_asked_of_everybody_goes_in(String question) {
    assertThat(leaks.reason(question)).isEmpty();
  }
}
