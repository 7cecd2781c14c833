package io.politely.today.web;

import io.politely.kernel.EmailAddress;
import io.politely.ledger.Move;
import io.politely.mail.ConversationId;
import io.politely.mail.SearchHit;
import io.politely.mail.SearchQuery;
import io.politely.people.Names;
import io.politely.web.Chip;
import io.politely.web.Moments;
import io.politely.web.Monogram;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param asked what was typed
 * @param complaints what could not be understood of it
 * @param summary how much was found, in a sentence, or ""
 * @param backlog what search has not read yet, in a sentence, or ""
 * @param groups the conversations, that with the newest hit first
 * @param morePath where more is found, or ""
 * @param operators what can be asked, with an example each
 */
public record SearchPage(
    String asked,
    List<String> complaints,
    String summary,
    String backlog,
    List<Group> groups,
    String morePath,
    List<Operator> operators) {

  public SearchPage {
    complaints = List.copyOf(complaints);
    groups = List.copyOf(groups);
    operators = List.copyOf(operators);
  }

  private static final int HITS_OF_A_CONVERSATION = 3;

  /**
   * A conversation with what was found in it.
   *
   * @param hits the newest few
   * @param more how many others there are, or ""
   */
  public record Group(
      String path, Highlight subject, @Nullable Chip chip, List<Hit> hits, String more) {

    public Group {
      hits = List.copyOf(hits);
    }
  }

  /** A message that was found. */
  public record Hit(
      String path,
      Highlight from,
      String initials,
      Highlight text,
      String day,
      Instant moment,
      String stamp) {}

  /** Something that can be asked. */
  public record Operator(String example, String path, String about) {}

  private static final List<Operator> OPERATORS =
      List.of(
          operator("from:priya", "written by somebody, by name or address"),
          operator("to:dana", "written to somebody"),
          operator("is:ours", "whose move: ours, theirs, scheduled, unsure, nobodys, closed"),
          operator("in:sent", "in a folder: inbox, sent, drafts, or by its name"),
          operator("after:2026-05", "since a day, a month or a year"),
          operator("before:2026-06-01", "before it"));

  /**
   * What was read for it.
   *
   * @param hits the newest that match; one more than {@code limit} where there are more
   * @param moves of the conversations they are in
   */
  record Found(
      SearchQuery query,
      List<SearchHit> hits,
      int limit,
      Map<ConversationId, Move> moves,
      long backlog) {

    /** The addresses that the page has to name. */
    List<EmailAddress> addresses() {
      return hits.stream().flatMap(hit -> Optional.ofNullable(hit.from()).stream()).toList();
    }

    boolean isPart() {
      return hits.size() > limit;
    }

    List<SearchHit> shown() {
      return isPart() ? hits.subList(0, limit) : hits;
    }
  }

  static SearchPage of(String asked, Found found, Names names, Moments moments) {
    var query = found.query();
    var inText = Highlight.of(query.words());
    var inNames = Highlight.of(union(query.words(), query.from()));
    var byConversation = new LinkedHashMap<ConversationId, List<SearchHit>>();
    found
        .shown()
        .forEach(hit ->
            byConversation.computeIfAbsent(hit.conversation(), _ -> new ArrayList<>()).add(hit));
    var groups =
        byConversation.entrySet().stream()
            .map(entry ->
                new Group(
                    "/conversations/" + entry.getKey(),
                    Highlight.whole(subject(entry.getValue().getFirst()), inText),
                    chip(found.moves().get(entry.getKey()), moments),
                    entry.getValue().stream()
                        .limit(HITS_OF_A_CONVERSATION)
                        .map(hit -> hit(hit, names, inText, inNames, moments))
                        .toList(),
                    more(entry.getValue().size() - HITS_OF_A_CONVERSATION)))
            .toList();
    return new SearchPage(
        asked,
        query.complaints(),
        query.isEmpty() ? "" : summary(found, groups.size()),
        backlog(found.backlog()),
        groups,
        found.isPart() ? path(asked) + "&show=" + found.limit() * 2 : "",
        OPERATORS);
  }

  private static Hit hit(
      SearchHit hit, Names names, Pattern inText, Pattern inNames, Moments moments) {
    var address = hit.from();
    var name =
        address != null
            ? names.of(address)
            : hit.fromName().isBlank() ? "Somebody" : hit.fromName();
    return new Hit(
        "/conversations/" + hit.conversation() + "#m-" + hit.message(),
        Highlight.whole(name, inNames),
        Monogram.of(name),
        Highlight.around(hit.text(), inText),
        moments.narrow(hit.sentAt()),
        hit.sentAt(),
        moments.stamp(hit.sentAt()));
  }

  private static @Nullable Chip chip(@Nullable Move move, Moments moments) {
    return move == null ? null : MoveWord.of(move, moments.now()).chip();
  }

  private static String more(int others) {
    return others <= 0 ? "" : others == 1 ? "One more here" : others + " more here";
  }

  private static String subject(SearchHit hit) {
    return hit.subject().isBlank() ? "(no subject)" : hit.subject();
  }

  private static String summary(Found found, int conversations) {
    int messages = found.shown().size();
    if (messages == 0) {
      return "Nothing matches.";
    }
    if (found.isPart()) {
      return "The newest %,d messages that match.".formatted(messages);
    }
    return "%s in %s."
        .formatted(counted(messages, "message"), counted(conversations, "conversation"));
  }

  private static String counted(int number, String word) {
    return "%,d %s%s".formatted(number, word, number == 1 ? "" : "s");
  }

  private static String backlog(long messages) {
    return messages == 0
        ? ""
        : "Search is still reading %,d messages; what is in them is not found yet."
            .formatted(messages);
  }

  private static List<String> union(List<String> one, List<String> other) {
    var all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }

  private static Operator operator(String example, String about) {
    return new Operator(example, path(example), about);
  }

  private static String path(String asked) {
    return "/search?q=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
  }
}
