package io.politely.bench;

import io.politely.outbox.NeverTwiceCampaign;
import io.politely.outbox.NeverTwiceCampaign.Found;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.FileSystemUtils;

/**
 * {@code never-twice [--first SEED] [--seeds K] [--mails N] [--kills N]}: no mail twice, whatever
 * dies when.
 */
final class NeverTwiceBench {

  private NeverTwiceBench() {}

  static Report run(Bench.Options options) throws Exception {
    int first = number(options.arguments(), "--first", 1);
    int seeds = number(options.arguments(), "--seeds", 1);
    int mails = number(options.arguments(), "--mails", 2500);
    int kills = number(options.arguments(), "--kills", 18);
    var built = Commands.run(Map.of(), "./politely", "--version");
    if (built.exitCode() != 0) {
      throw new IllegalStateException("Politely could not be built");
    }
    var sum = Found.NOTHING;
    for (int seed = first; seed < first + seeds; seed++) {
      var directory = Commands.temporaryDirectory("never-twice");
      var found = NeverTwiceCampaign.run(seed, mails, kills, directory);
      System.err.println("seed " + seed + ": " + found);
      sum = sum.plus(found);
      if (found.isGood()) {
        FileSystemUtils.deleteRecursively(directory);
      } else {
        System.err.println("what happened is in " + directory);
      }
    }
    var figures = new LinkedHashMap<String, Object>();
    figures.put("mails", sum.mails());
    figures.put("kills", sum.kills());
    figures.put("doubled", sum.doubled());
    figures.put("lost", sum.lost());
    figures.put("falselySent", sum.falselySent());
    figures.put("overdue", sum.overdue());
    figures.put("inDoubt", sum.inDoubt());
    figures.put("inDoubtResolved", sum.inDoubtResolved());
    figures.put("longestHold", sum.longestHold());
    figures.put("seconds", sum.seconds());
    return new Report("Never twice: two nodes, one database, %d seeds".formatted(seeds), figures);
  }

  private static int number(List<String> arguments, String name, int otherwise) {
    int at = arguments.indexOf(name);
    return at < 0 ? otherwise : Integer.parseInt(arguments.get(at + 1));
  }
}
