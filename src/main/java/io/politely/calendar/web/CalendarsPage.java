package io.politely.calendar.web;

import io.politely.calendar.CalendarSource;
import io.politely.calendar.ServerCalendar;
import io.politely.web.Moments;
import java.util.List;

/**
 * What the list of calendars shows.
 *
 * @param problem why the last thing was not done, or ""
 * @param form what was typed of a server
 * @param found calendars on that server, to choose of; empty: not asked yet
 */
public record CalendarsPage(
    List<Row> rows, String problem, ServerForm form, List<ServerCalendar> found) {

  public CalendarsPage {
    rows = List.copyOf(rows);
    found = List.copyOf(found);
  }

  static CalendarsPage of(List<CalendarSource> sources, Moments moments) {
    return of(sources, moments, "", ServerForm.EMPTY, List.of());
  }

  static CalendarsPage of(
      List<CalendarSource> sources,
      Moments moments,
      String problem,
      ServerForm form,
      List<ServerCalendar> found) {
    return new CalendarsPage(
        sources.stream()
            .filter(source -> !source.isDisconnected())
            .map(source -> Row.of(source, moments))
            .toList(),
        problem,
        form,
        found);
  }

  /**
   * What was typed of a server.
   *
   * @param carried the password, sealed, once there is a calendar to choose; else ""
   */
  public record ServerForm(String address, String login, String carried) {
    static final ServerForm EMPTY = new ServerForm("", "", "");

    ServerForm carrying(String sealed) {
      return new ServerForm(address, login, sealed);
    }
  }

  /**
   * One calendar.
   *
   * @param path takes a {@code DELETE}
   * @param detail how many events, and when it was read
   * @param problem why it cannot be read, or ""
   * @param leftOut a sentence for each thing that was not read
   * @param isAsked whether it can be read again from here
   */
  public record Row(
      String path,
      String name,
      String kind,
      String detail,
      String problem,
      List<String> leftOut,
      boolean isAsked) {

    public Row {
      leftOut = List.copyOf(leftOut);
    }

    static Row of(CalendarSource source, Moments moments) {
      var readAt = source.readAt();
      var since = source.problemSince();
      return new Row(
          "/calendars/" + source.id(),
          source.name(),
          switch (source.kind()) {
            case FILE -> "File";
            case FEED -> "Feed";
            case SERVER -> "Server";
            case MAIL -> "Mail";
          },
          (source.events() == 1 ? "One event" : "%,d events".formatted(source.events()))
              + (readAt == null
                  ? source.kind().isAsked() ? ", not read yet" : ""
                  : ", read on " + moments.day(readAt)),
          since == null
              ? source.problem()
              : "%s Since %s what was read before stays."
                  .formatted(source.problem(), moments.day(since)),
          source.leftOut(),
          source.kind().isAsked());
    }
  }
}
