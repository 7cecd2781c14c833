package io.politely.patience;

import io.politely.kernel.EmailAddress;
import io.politely.mail.Correspondent;
import io.politely.mail.ParsedMessage;
import io.politely.reading.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes letters of the messages of a mailbox, in the order of time. Who is who is decided by what
 * was seen so far: an address, or a full name that another address had. A list is an address that a
 * List-Id named so far.
 */
final class Roster {

  private final Map<EmailAddress, Integer> byAddress = new HashMap<>();
  private final Map<String, Integer> byName = new HashMap<>();
  private final Map<Integer, String> names = new HashMap<>();
  private final Map<String, Integer> domains = new HashMap<>();
  private final Set<String> lists = new HashSet<>();
  private int people;

  /** What is kept of a message until all were read. */
  record Kept(
      String id,
      @Nullable String answers,
      long at,
      Correspondent from,
      List<Correspondent> to,
      List<Correspondent> cc,
      String list,
      String text,
      Contents contents) {}

  private static final int KEPT_OF_TEXT = 4_000;

  /** Empty for what has no id or no writer: nobody can answer it. */
  static Optional<Kept> keep(ParsedMessage message) {
    var id = message.internetId();
    var from = message.from();
    if (id == null || from == null) {
      return Optional.empty();
    }
    var reading = Reader.read(message.letter());
    var text = reading.newestText();
    return Optional.of(
        new Kept(
            id,
            answered(message),
            message.sentAt().getEpochSecond(),
            new Correspondent(from.address(), message.fromName()),
            message.to(),
            message.cc(),
            message.listId() == null ? "" : message.listId(),
            text.substring(0, Math.min(KEPT_OF_TEXT, text.length())),
            Contents.of(message.subject(), reading, !message.attachments().isEmpty())));
  }

  private static @Nullable String answered(ParsedMessage message) {
    if (!message.inReplyTo().isEmpty()) {
      return message.inReplyTo().getFirst();
    }
    return message.references().isEmpty() ? null : message.references().getLast();
  }

  Sent sent(Kept message) {
    if (message.list().contains(".")) {
      lists.add(message.list().replaceFirst("\\.", "@"));
    }
    int from = person(message.from());
    var to = new ArrayList<Sent.Addressed>();
    var seen = new HashSet<Integer>();
    seen.add(from);
    message.to().forEach(it -> address(it, false, message.text(), seen, to));
    message.cc().forEach(it -> address(it, true, message.text(), seen, to));
    return new Sent(message.id(), message.answers(), message.at(), from, to, message.contents());
  }

  private void address(
      Correspondent whom, boolean cc, String text, Set<Integer> seen, List<Sent.Addressed> to) {
    if (lists.contains(whom.address().value())) {
      return;
    }
    int person = person(whom);
    if (seen.add(person)) {
      int domain = domains.computeIfAbsent(whom.address().domain(), _ -> domains.size());
      to.add(
          Sent.Addressed.named(person, domain, cc, names.getOrDefault(person, whom.name()), text));
    }
  }

  private int person(Correspondent who) {
    var name = fullName(who.name());
    var mailbox = who.address().withoutTag();
    var known = byAddress.get(mailbox);
    var namesake = name.isEmpty() ? null : byName.get(name);
    int person;
    if (known == null) {
      person = namesake == null ? people++ : namesake;
    } else {
      person = namesake != null && !names.containsKey(known) ? namesake : known;
    }
    byAddress.put(mailbox, person);
    if (!name.isEmpty()) {
      byName.putIfAbsent(name, person);
      names.putIfAbsent(person, name);
    }
    return person;
  }

  /** At least two words of two letters, in any order, without what stands in brackets. */
  private static String fullName(String name) {
    var words =
        Arrays.stream(
                name.toLowerCase(java.util.Locale.ROOT)
                    .replaceAll("\\(.*?\\)|\\bvia\\b.*", " ")
                    .split("[^\\p{L}]+"))
            .filter(word -> word.length() > 1)
            .sorted()
            .collect(Collectors.toList());
    return words.size() < 2 ? "" : String.join(" ", words);
  }
}
