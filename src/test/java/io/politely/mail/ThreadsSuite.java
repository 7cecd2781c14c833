package io.politely.mail;

import io.politely.evaluate.Counts;
import io.politely.evaluate.Mailboxes;
import io.politely.mail.JudgementRules.Texts;
import io.politely.reading.Quotation;
import io.politely.reading.Reader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Threading of whole mailboxes: with their reply headers, against the plain algorithm; without
 * them, against what they said.
 *
 * <p>Truth is the first id of In-Reply-To, where the mailbox has that message. Patches that a
 * program hangs below a cover letter are no answers and count neither way.
 */
public final class ThreadsSuite {

  private static final String HIDE = "--hide-headers";
  private static final Pattern PATCH =
      Pattern.compile("^\\[[^\\]]*\\b(?:patch|rfc)", Pattern.CASE_INSENSITIVE);
  private static final int NEWEST = 20_000;
  private static final int QUOTED = 2_000;

  private ThreadsSuite() {}

  /** Runs over mailboxes, together; {@code --hide-headers} among the files hides them. */
  public static Map<String, Object> run(List<String> files, int errors) throws IOException {
    boolean hide = files.contains(HIDE);
    var box = new Box();
    for (var file : files) {
      if (!file.equals(HIDE)) {
        Mailboxes.forEach(file, box::add);
      }
    }
    return box.figures(hide, errors);
  }

  private static final class Box {

    private final Map<String, Threadable> byHash = new HashMap<>();
    private final Map<MessageId, Texts> texts = new HashMap<>();
    private final Set<MessageId> byProgram = new HashSet<>();

    void add(ParsedMessage parsed) {
      var id =
          new MessageId(
              UUID.nameUUIDFromBytes(parsed.contentHash().getBytes(StandardCharsets.UTF_8)));
      var from = parsed.from();
      byHash.put(
          parsed.contentHash(),
          new Threadable(
              id,
              parsed.contentHash(),
              parsed.sentAt(),
              parsed.internetId(),
              parsed.inReplyTo(),
              parsed.references(),
              parsed.subject(),
              from == null ? null : from.address(),
              parsed.to().stream().map(Correspondent::address).toList(),
              parsed.cc().stream().map(Correspondent::address).toList(),
              Set.of(),
              null));
      var zones = Reader.zonesOf(parsed.letter());
      var quotation = Quotation.of(zones);
      texts.put(
          id,
          new Texts(
              parsed.fromName(),
              cut(zones.newestText(), NEWEST),
              quotation.attribution(),
              cut(quotation.text(), QUOTED)));
      if (PATCH.matcher(parsed.subject()).find() && !SubjectRules.saysReply(parsed.subject())) {
        byProgram.add(id);
      }
    }

    Map<String, Object> figures(boolean hide, int errors) {
      var messages = byHash.values().stream().sorted(Threadable.BY_TIME).toList();
      var truth = truth(messages);
      var shown = hide ? messages.stream().map(Box::withoutHeaders).toList() : messages;
      var found = found(shown);
      var links = new Tally();
      for (var message : messages) {
        if (!byProgram.contains(message.id())) {
          links.add(truth.get(message.id()), found.get(message.id()));
          if (errors > 0 && !Objects.equals(truth.get(message.id()), found.get(message.id()))) {
            errors--;
            explain(message, truth.get(message.id()), found.get(message.id()));
          }
        }
      }
      var figures = new TreeMap<String, Object>();
      figures.put("messages", messages.size());
      figures.put("links", truth.size());
      figures.put("linkPrecision", links.precision());
      figures.put("linkRecall", links.recall());
      figures.put("linkF1", f1(links.precision(), links.recall()));
      figures.put("pairF1", pairF1(messages, truth, found));
      figures.put("equalToJwz", jwz(messages).equals(PlainJwz.conversations(messages)));
      return figures;
    }

    private void explain(Threadable message, @Nullable MessageId wanted, @Nullable MessageId got) {
      var byId = byHash.values().stream().collect(Collectors.toMap(Threadable::id, it -> it));
      System.err.printf("== %s | %s | %s%n", message.sentAt(), message.from(), message.subject());
      System.err.println("   answers " + (wanted == null ? "-" : byId.get(wanted)));
      System.err.println("   found   " + (got == null ? "-" : byId.get(got)));
    }

    private Map<MessageId, MessageId> truth(List<Threadable> messages) {
      var byInternetId = new HashMap<String, MessageId>();
      for (var message : messages) {
        if (message.internetId() != null) {
          byInternetId.putIfAbsent(message.internetId(), message.id());
        }
      }
      var truth = new HashMap<MessageId, MessageId>();
      for (var message : messages) {
        var parent =
            message.inReplyTo().isEmpty() ? null : byInternetId.get(message.inReplyTo().getFirst());
        if (parent != null && !parent.equals(message.id()) && !byProgram.contains(message.id())) {
          truth.put(message.id(), parent);
        }
      }
      return truth;
    }

    private Map<MessageId, MessageId> found(List<Threadable> messages) {
      var found = new HashMap<MessageId, MessageId>();
      for (var group : ThreadRules.decide(messages, texts, List.of()).groups()) {
        for (var member : group.members()) {
          var parent = member.parent();
          if (parent != null && !byProgram.contains(member.message().id())) {
            found.put(member.message().id(), parent);
          }
        }
      }
      return found;
    }

    private static Set<Set<String>> jwz(List<Threadable> messages) {
      return JwzRules.trees(messages, Set.of()).stream()
          .map(tree ->
              tree.messages().stream()
                  .map(Threadable::contentHash)
                  .collect(Collectors.<String, Set<String>>toCollection(TreeSet::new)))
          .collect(Collectors.toSet());
    }

    private static Threadable withoutHeaders(Threadable message) {
      return new Threadable(
          message.id(),
          message.contentHash(),
          message.sentAt(),
          message.internetId(),
          List.of(),
          List.of(),
          message.subject(),
          message.from(),
          message.to(),
          message.cc(),
          message.hints(),
          null);
    }

    private static String cut(String text, int length) {
      return text.length() <= length ? text : text.substring(0, length);
    }
  }

  /** Of all pairs of messages in one conversation, by how far the two agree. */
  private static double pairF1(
      List<Threadable> messages, Map<MessageId, MessageId> truth, Map<MessageId, MessageId> found) {
    var wanted = roots(messages, truth);
    var ours = roots(messages, found);
    var inBoth = new HashMap<List<MessageId>, Long>();
    for (var message : messages) {
      var both = List.of(root(wanted, message), root(ours, message));
      inBoth.merge(both, 1L, Long::sum);
    }
    double together = pairs(inBoth.values());
    double precision = together / Math.max(1, pairs(sizes(ours)));
    double recall = together / Math.max(1, pairs(sizes(wanted)));
    return f1(precision, recall);
  }

  private static double f1(double precision, double recall) {
    return Counts.ratio(2 * precision * recall, precision + recall);
  }

  private static MessageId root(Map<MessageId, MessageId> roots, Threadable message) {
    return Objects.requireNonNull(roots.get(message.id()));
  }

  private static List<Long> sizes(Map<MessageId, MessageId> roots) {
    return new ArrayList<>(
        roots.values().stream()
            .collect(Collectors.groupingBy(it -> it, Collectors.counting()))
            .values());
  }

  private static double pairs(Iterable<Long> sizes) {
    long pairs = 0;
    for (long size : sizes) {
      pairs += size * (size - 1) / 2;
    }
    return pairs;
  }

  private static Map<MessageId, MessageId> roots(
      List<Threadable> messages, Map<MessageId, MessageId> parents) {
    var roots = new HashMap<MessageId, MessageId>();
    for (var message : messages) {
      var seen = new HashSet<MessageId>();
      var at = message.id();
      while (parents.containsKey(at) && seen.add(at)) {
        at = parents.get(at);
      }
      roots.put(message.id(), at);
    }
    return roots;
  }

  /** Links found, links there, and links that are both. */
  private static final class Tally {
    private int right;
    private int found;
    private int there;

    void add(@Nullable MessageId wanted, @Nullable MessageId got) {
      there += wanted == null ? 0 : 1;
      found += got == null ? 0 : 1;
      right += wanted != null && wanted.equals(got) ? 1 : 0;
    }

    double precision() {
      return Counts.ratio(right, found);
    }

    double recall() {
      return Counts.ratio(right, there);
    }
  }
}
