package io.politely.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A large mailbox of made-up mail: conversations of one owner, three messages long on the average,
 * two out of three of them with somebody new. So 100,000 messages are about 33,000 conversations
 * with 22,000 people at 4,000 companies. All but one in fourteen end with thanks, and so about
 * 2,000 moves are open.
 */
final class MadeUpMailbox {

  static final String OWNER = "robin@haleandco.example";

  /** Stands in one message out of twenty thousand; {@link #COMMON} in a quarter of all. */
  static final String RARE = "zirconium";

  static final String COMMON = "references";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final List<String> SENTENCES =
      List.of(
          "Could you send me the references by Friday?",
          "Thanks, that helps a lot.",
          "Does Tuesday at ten work for you?",
          "The board decided to go on with the second round.",
          "Please find the deck attached.",
          "We are still waiting for the budget.",
          "What did you think of the last conversation?",
          "I have passed it on to our purchasing team.",
          "Let me know if you need anything else.",
          "I'll get back to you next week.");
  private static final String THANKS = "Thank you very much!";

  private static final int COMPANIES = 4_000;
  private static final int ONE_IN = 20_000;
  private static final List<String> BEGINNINGS =
      List.of("Bel", "Dor", "Fen", "Gar", "Hal", "Jor", "Kel", "Lor", "Mar", "Nor", "Per", "Tam");
  private static final List<String> MIDDLES = List.of("a", "e", "i", "o", "an", "el", "ir", "on");
  private static final List<String> ENDINGS =
      List.of("bert", "da", "dine", "la", "lin", "mund", "na", "rick", "sa", "ton", "vin", "wen");

  private final Random random;
  private final List<String> words;

  private MadeUpMailbox(long seed) {
    this.random = new Random(seed);
    this.words = new ArrayList<>();
    for (int word = 0; word < 20_000; word++) {
      words.add(Integer.toString(random.nextInt(36 * 36 * 36 * 36, Integer.MAX_VALUE), 36));
    }
  }

  /** Writes about {@code messages} messages of the two years before {@code end} into an mbox. */
  static void write(Path mbox, int messages, Instant end, long seed) throws IOException {
    new MadeUpMailbox(seed).write(mbox, messages, end);
  }

  private void write(Path mbox, int messages, Instant end) throws IOException {
    try (var out = Files.newBufferedWriter(mbox)) {
      int written = 0;
      for (int conversation = 0; written < messages; conversation++) {
        int length = 1 + random.nextInt(5);
        int met = conversation - conversation / 3;
        var person = person(conversation % 3 == 2 ? random.nextInt(met) : met);
        var at = end.minusSeconds(random.nextInt(2 * 365 * 24 * 3600));
        var subject = "Role " + word() + " at " + word();
        var references = new StringBuilder();
        boolean ends = random.nextInt(14) > 0;
        for (int message = 0; message < length && written < messages; message++) {
          boolean ours = (message + conversation) % 2 == 0;
          var id = "<%d.%d@made-up.example>".formatted(conversation, message);
          out.write("From x@example.org Thu Jan  1 00:00:00 1970\n");
          out.write("Message-ID: " + id + "\n");
          out.write("Date: " + DATE.format(at) + "\n");
          out.write(
              "From: " + (ours ? OWNER : person.name() + " <" + person.address() + ">") + "\n");
          out.write("To: " + (ours ? person.address() : OWNER) + "\n");
          out.write("Subject: " + (message == 0 ? "" : "Re: ") + subject + "\n");
          if (!references.isEmpty()) {
            out.write("References: " + references + "\n");
          }
          out.write("\n" + (ends && message == length - 1 ? THANKS : body(!ends)) + "\n\n");
          references.append(references.isEmpty() ? "" : " ").append(id);
          at = at.plusSeconds(3600 + random.nextInt(5 * 24 * 3600));
          written++;
        }
      }
    }
  }

  private static Person person(int number) {
    var given = name(number * 7 + number / 91);
    var family = name(number * 13 + number / 17 + 5);
    return new Person(
        given + " " + family,
        "%s.%s%d@company%d.example"
            .formatted(given, family, number, number % COMPANIES)
            .toLowerCase(Locale.ROOT));
  }

  /** One of a thousand or so. */
  private static String name(int number) {
    int rest = number / BEGINNINGS.size();
    return BEGINNINGS.get(number % BEGINNINGS.size())
        + MIDDLES.get(rest % MIDDLES.size())
        + ENDINGS.get(rest / MIDDLES.size() % ENDINGS.size());
  }

  private String body(boolean promises) {
    var body = new StringBuilder();
    for (int sentence = 0; sentence < 3; sentence++) {
      body.append(SENTENCES.get(random.nextInt(SENTENCES.size() - (promises ? 0 : 1))))
          .append('\n');
      for (int word = 0; word < 12; word++) {
        body.append(word()).append(' ');
      }
      body.append('\n');
    }
    if (random.nextInt(ONE_IN) == 0) {
      body.append(RARE).append('\n');
    }
    return body.toString();
  }

  /** Few words are frequent, many are rare. */
  private String word() {
    double skewed = Math.pow(random.nextDouble(), 4);
    return words.get((int) (skewed * words.size()));
  }

  private record Person(String name, String address) {}
}
