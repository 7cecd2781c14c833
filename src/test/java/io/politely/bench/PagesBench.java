package io.politely.bench;

import io.politely.accounts.Token;
import io.politely.testing.Visitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntFunction;
import org.springframework.util.FileSystemUtils;

/**
 * How long pages take with 100,000 messages: from the request to the last byte of the answer, one
 * after another over loopback, after a few to warm up.
 */
final class PagesBench {

  private static final int MESSAGES = 100_000;
  private static final int WARM_UP = 40;
  private static final int REQUESTS = 200;

  private PagesBench() {}

  static Report run(Bench.Options options) throws IOException, InterruptedException {
    var directory = Commands.temporaryDirectory("pages");
    try {
      var mbox = directory.resolve("made-up.mbox");
      MadeUpMailbox.write(mbox, MESSAGES, Instant.now(), 7);
      var data = directory.resolve("data").toString();
      Commands.attempt(List.of(mbox), "--me", MadeUpMailbox.OWNER, "--data", data);
      var process =
          new ProcessBuilder("./politely", "start", "--port", "0", "--data", data)
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (BufferedReader out = process.inputReader()) {
        return measure(signIn(out));
      } finally {
        process.destroy();
        process.waitFor();
      }
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }

  private static Visitor signIn(BufferedReader out) throws IOException {
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      int link = line.indexOf("http://127.0.0.1:");
      if (link >= 0 && line.contains("/sign-in/")) {
        var uri = URI.create(line.substring(link).split(" ", -1)[0]);
        var token = Token.parse(uri.getPath().substring("/sign-in/".length())).orElseThrow();
        return Visitor.of(uri.getPort()).signedInBy(token);
      }
    }
    throw new IllegalStateException("No sign-in link was printed");
  }

  private static Report measure(Visitor visitor) {
    var conversations = links(visitor, "/", "a[href^=/conversations/]");
    var people = links(visitor, "/people", "a[href^=/people/]");
    var words =
        List.of("references", "deck", "role", "budget", "zz", "board friday", "from:person7");
    var figures = new LinkedHashMap<String, Object>();
    figures.put("messages", MESSAGES);
    figures.put("Today, p95 ms", p95(visitor, any -> "/"));
    figures.put(
        "conversation, p95 ms", p95(visitor, at -> conversations.get(at % conversations.size())));
    figures.put("person, p95 ms", p95(visitor, at -> people.get(at % people.size())));
    figures.put(
        "search, p95 ms",
        p95(visitor, at -> "/search?q=" + words.get(at % words.size()).replace(' ', '+')));
    return new Report("Pages with 100,000 messages", figures);
  }

  private static List<String> links(Visitor visitor, String page, String selector) {
    return visitor.open(page).document().select(selector).eachAttr("href").stream()
        .map(link -> link.replaceAll("[?#].*", ""))
        .filter(link -> link.length() > 30)
        .distinct()
        .toList();
  }

  private static double p95(Visitor visitor, IntFunction<String> path) {
    List<Double> milliseconds = new ArrayList<>();
    for (int request = 0; request < WARM_UP + REQUESTS; request++) {
      long begin = System.nanoTime();
      var shown = visitor.open(path.apply(request));
      double took = (System.nanoTime() - begin) / 1e6;
      if (shown.status() != 200) {
        throw new IllegalStateException(path.apply(request) + " answered " + shown.status());
      }
      if (request >= WARM_UP) {
        milliseconds.add(took);
      }
    }
    return milliseconds.stream().sorted().skip(REQUESTS * 95 / 100 - 1).findFirst().orElseThrow();
  }
}
