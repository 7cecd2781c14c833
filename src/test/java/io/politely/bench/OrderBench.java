package io.politely.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * The same boxes read in one order, in the other order and twice, and with the program killed at
 * random moments: the digest of everything derived must be equal.
 */
final class OrderBench {

  private static final int KILLS = 10;
  private static final String NOBODY = "nobody@example.org";

  private OrderBench() {}

  static Report run(Bench.Options options) throws IOException, InterruptedException {
    long seed =
        options.arguments().isEmpty()
            ? new Random().nextLong(1_000_000)
            : Long.parseLong(options.arguments().getFirst());
    var boxes = boxes(options.data());
    var figures = new LinkedHashMap<String, Object>();
    figures.put("seed", seed);

    var first = Commands.attempt(boxes, "--me", NOBODY);
    figures.put("messages", first.get("messages").asInt());
    figures.put("quarantined", first.get("quarantined").asInt());
    var digest = first.get("digest").asString();
    figures.put("digest", digest);

    var twice = new ArrayList<>(boxes.reversed());
    twice.addAll(boxes);
    figures.put(
        "other order and twice: equal",
        Commands.attempt(twice, "--me", NOBODY).get("digest").asString().equals(digest));

    figures.put(
        "killed " + KILLS + " times: equal", afterKills(boxes, new Random(seed)).equals(digest));
    return new Report("Order, repetition and kill -9", figures);
  }

  private static List<Path> boxes(Path data) {
    var mail = data.resolve("mail");
    var owner = "debian@helgefjell.de";
    return List.of(
        mail.resolve("owners/" + owner + ".inbox.mbox.gz"),
        mail.resolve("owners/" + owner + ".sent.mbox.gz"),
        mail.resolve("owners/g.branden.robinson@gmail.com.inbox.mbox.gz"),
        mail.resolve("owners/g.branden.robinson@gmail.com.sent.mbox.gz"),
        mail.resolve("spamassassin-easy-ham-1.mbox.gz"),
        mail.resolve("enron-no-reply-headers.mbox.gz"),
        mail.resolve("linux-man.mbox.gz"));
  }

  private static String afterKills(List<Path> boxes, Random random)
      throws IOException, InterruptedException {
    var directory = Commands.temporaryDirectory("kills");
    try {
      for (int kill = 0; kill < KILLS; kill++) {
        var command = new ArrayList<>(List.of("./politely", "try"));
        boxes.forEach(box -> command.add(box.toString()));
        command.addAll(List.of("--no-serve", "--me", NOBODY, "--data", directory.toString()));
        var process = new ProcessBuilder(command).inheritIO().start();
        long wait = 3_000L + random.nextInt(12_000);
        if (process.waitFor(wait, TimeUnit.MILLISECONDS)) {
          System.err.printf("Kill %d came too late, the program had ended.%n", kill + 1);
        } else {
          process.destroyForcibly();
          process.waitFor();
          System.err.printf("Killed after %d ms.%n", wait);
        }
      }
      return Commands.attempt(boxes, "--me", NOBODY, "--data", directory.toString())
          .get("digest")
          .asString();
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }
}
