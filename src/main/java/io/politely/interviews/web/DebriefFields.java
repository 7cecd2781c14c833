package io.politely.interviews.web;

import io.politely.interviews.DebriefBank;
import io.politely.interviews.DebriefBank.AnswerKind;
import io.politely.interviews.DebriefBank.OfClient;
import io.politely.interviews.DebriefRules.Met;
import io.politely.interviews.DebriefRules.Put;
import io.politely.interviews.DebriefSheet;
import io.politely.interviews.web.DebriefPage.Field;
import io.politely.interviews.web.DebriefPage.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes fields of forms of questions and their answers. Pure. */
final class DebriefFields {

  /** Before the name of a field that holds an answer: its question and of whom follow. */
  static final String NAME = "answer:";

  private DebriefFields() {}

  static String name(String question, String about) {
    return NAME + question + ":" + about;
  }

  static Field of(DebriefSheet sheet, Put put, int number) {
    var question = put.question();
    var value = sheet.debrief().said(question.key(), put.about());
    var options = options(question.kind(), question.options(), sheet, value);
    return new Field(
        "answer-" + number,
        name(question.key(), put.about()),
        question.key(),
        put.about(),
        question.kind().word(),
        sheet.bank().title(question.part()),
        put.text(),
        question.hint(),
        condition(sheet, put),
        options,
        typed(options, value));
  }

  static Field ofClient(DebriefSheet sheet, OfClient question, int number) {
    var value = sheet.debrief().said(question.key());
    var options = options(question.kind(), question.options(), sheet, value);
    return new Field(
        "client-" + number,
        name(question.key(), ""),
        question.key(),
        "",
        question.kind().word(),
        "",
        question.text(),
        "",
        "",
        options,
        typed(options, value));
  }

  /** In a list that one goes through on the phone one has to see when a question is asked. */
  private static String condition(DebriefSheet sheet, Put put) {
    var when = put.question().when();
    if (when == null) {
      return "";
    }
    return sheet
        .bank()
        .question(when.question())
        .map(it -> it.text(sheet.interview().seat(), "them"))
        .map(it ->
            when.is().contains("*")
                ? "If there are: "
                : "“%s” %s: ".formatted(it, String.join(" or ", when.is())))
        .orElse("");
  }

  private static List<Option> options(
      AnswerKind kind, List<String> options, DebriefSheet sheet, String value) {
    return switch (kind) {
      case YES_NO -> chosen(List.of("yes", "no"), value);
      case COMMITMENT -> List.of(option("yes", "YES", value), option("no", "NO", value));
      case CHOICE -> chosen(options, value);
      case SCALE ->
          IntStream.rangeClosed(1, 5)
              .mapToObj(it -> option(Integer.toString(it), Integer.toString(it), value))
              .toList();
      case PERSON -> sheet.met().stream().map(it -> option(it.name(), it.name(), value)).toList();
      case PEOPLE -> people(sheet, value);
      case TIME, MINUTES, DATE, TEXT, LIST, PROMISES -> List.of();
    };
  }

  /** Before anything was told, those are ticked who were invited. */
  private static List<Option> people(DebriefSheet sheet, String value) {
    var told = value.lines().toList();
    return sheet.invited().stream()
        .map(it -> new Option(it.about(), it.name(), value.isEmpty() || told.contains(it.about())))
        .toList();
  }

  private static List<Option> chosen(List<String> options, String value) {
    return options.stream()
        .map(it -> option(it, it.substring(0, 1).toUpperCase(Locale.ROOT) + it.substring(1), value))
        .toList();
  }

  private static Option option(String value, String name, String chosen) {
    return new Option(value, name, value.equalsIgnoreCase(chosen));
  }

  private static String typed(List<Option> options, String value) {
    var values = options.stream().map(Option::value).toList();
    return value.lines().filter(it -> !values.contains(it)).collect(Collectors.joining("\n"));
  }

  /** An answer of somebody, as pages show it: names instead of ids. */
  static String shown(DebriefSheet sheet, String question) {
    var words = sheet.debrief().said(question);
    var shown = new ArrayList<String>();
    for (var line : words.lines().toList()) {
      shown.add(
          sheet.invited().stream()
              .filter(it -> it.about().equals(line))
              .map(Met::name)
              .findFirst()
              .orElse(line));
    }
    return String.join("; ", shown);
  }

  static boolean isLast(Field field) {
    return field.question().equals(DebriefBank.LAST);
  }
}
