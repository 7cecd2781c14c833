package io.politely.cadence.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.cadence.web.CalendarText.Event;
import io.politely.cadence.web.CalendarText.When;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarTextTest {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00.123Z");
  private static final Instant WEDNESDAY = Instant.parse("2026-03-04T09:30:00Z");

  @Test
  void an_event_at_a_moment_is_told_in_universal_time() {
    assertThat(text(new When.At(WEDNESDAY), "Write to Grace Hopper: second note", "Why.\nWhere."))
        .isEqualTo(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Politely//Follow-ups//EN
            CALSCALE:GREGORIAN
            METHOD:PUBLISH
            X-WR-CALNAME:Follow-ups
            REFRESH-INTERVAL;VALUE=DURATION:PT1H
            BEGIN:VEVENT
            UID:one@politely
            DTSTAMP:20260302T100000Z
            DTSTART:20260304T093000Z
            DURATION:PT15M
            SUMMARY:Write to Grace Hopper: second note
            DESCRIPTION:Why.\\nWhere.
            URL:https://example.com/follow-ups/1
            TRANSP:TRANSPARENT
            END:VEVENT
            END:VCALENDAR
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void an_event_of_a_day_has_no_hour() {
    assertThat(text(new When.On(LocalDate.parse("2026-03-02")), "Grace", ""))
        .contains("\r\nDTSTART;VALUE=DATE:20260302\r\n")
        .doesNotContain("DURATION:PT15M");
  }

  @Test
  void what_means_something_in_the_format_is_escaped() {
    assertThat(CalendarText.escaped("a\\b; c, d\r\ne\nf\u0007g"))
        .isEqualTo("a\\\\b\\; c\\, d\\ne\\nf g");
  }

  @Test
  void lines_have_at_most_75_octets_and_are_never_cut_within_a_character() {
    var reason = "Übermorgen fährt Grace nach Zürich 🚂, sagte sie. ".repeat(9).strip();

    var text = text(new When.At(WEDNESDAY), "Grace", reason);

    assertThat(text.split("\r\n"))
        .allSatisfy(line -> assertThat(line.getBytes(UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(text).doesNotContain("\uFFFD").doesNotContainPattern("[^\r]\n");
    assertThat(text.replace("\r\n ", ""))
        .contains("\r\nDESCRIPTION:" + reason.replace(",", "\\,") + "\r\n");
  }

  @Test
  void a_line_of_75_octets_is_not_folded() {
    var summary = "x".repeat(75 - "SUMMARY:".length());

    assertThat(text(new When.At(WEDNESDAY), summary, "")).contains("SUMMARY:" + summary + "\r\n");
    assertThat(text(new When.At(WEDNESDAY), summary + "y", ""))
        .contains("SUMMARY:" + summary + "\r\n y\r\n");
  }

  private static String text(When when, String summary, String description) {
    return CalendarText.of(
        "Follow-ups",
        List.of(
            new Event(
                "one@politely", when, summary, description, "https://example.com/follow-ups/1")),
        NOW);
  }
}
