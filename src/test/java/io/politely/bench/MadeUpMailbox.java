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

/** A large mailbox of made-up mail: conversations of one owner with some thousand people. */
final class MadeUpMailbox {

  static final String OWNER = "robin@haleandco.example";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final List<String> SENTENCES =
      List.of(
          "Could you send me the references by Friday?",
          "Thanks, that helps a lot.",
          "I'll get back to you next week.",
          "Does Tuesday at ten work for you?",
          "The board decided to go on with the second round.",
          "Please find the deck attached.",
          "We are still waiting for the budget.",
          "What did you think of the last conversation?",
          "I have passed it on to our purchasing team.",
          "Let me know if you need anything else.");

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
        int length = 1 + random.nextInt(7);
        int person = random.nextInt(4_000);
        var at = end.minusSeconds(random.nextInt(2 * 365 * 24 * 3600));
        var subject = "Role " + word() + " at " + word();
        var references = new StringBuilder();
        for (int message = 0; message < length; message++) {
          boolean ours = (message + conversation) % 2 == 0;
          var id = "<%d.%d@made-up.example>".formatted(conversation, message);
          var other = "person%d@company%d.example".formatted(person, person % 900);
          out.write("From x@example.org Thu Jan  1 00:00:00 1970\n");
          out.write("Message-ID: " + id + "\n");
          out.write("Date: " + DATE.format(at) + "\n");
          out.write("From: " + (ours ? OWNER : "Person %d <%s>".formatted(person, other)) + "\n");
          out.write("To: " + (ours ? other : OWNER) + "\n");
          out.write("Subject: " + (message == 0 ? "" : "Re: ") + subject + "\n");
          if (!references.isEmpty()) {
            out.write("References: " + references + "\n");
          }
          out.write("\n" + body() + "\n\n");
          references.append(references.isEmpty() ? "" : " ").append(id);
          at = at.plusSeconds(3600 + random.nextInt(5 * 24 * 3600));
          written++;
        }
      }
    }
  }

  private String body() {
    var body = new StringBuilder();
    for (int sentence = 0; sentence < 3; sentence++) {
      body.append(SENTENCES.get(random.nextInt(SENTENCES.size()))).append('\n');
      for (int word = 0; word < 12; word++) {
        body.append(word()).append(' ');
      }
      body.append('\n');
    }
    return body.toString();
  }

  /** Few words are frequent, many are rare. */
  private String word() {
    double skewed = Math.pow(random.nextDouble(), 4);
    return words.get((int) (skewed * words.size()));
  }
}
