package io.politely.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.springframework.util.FileSystemUtils;

/** From the command to the ready line: the first start on an empty directory, then later ones. */
final class StartBench {

  private StartBench() {}

  static Report run(Bench.Options options) throws IOException, InterruptedException {
    var directory = Commands.temporaryDirectory("start");
    try {
      var figures = new LinkedHashMap<String, Object>();
      figures.put("first start, s", start(directory));
      double slowest = 0;
      for (int later = 0; later < 3; later++) {
        slowest = Math.max(slowest, start(directory));
      }
      figures.put("later starts, slowest of 3, s", slowest);
      return new Report("Start to ready, embedded database included", figures);
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }

  private static double start(Path directory) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    var process =
        new ProcessBuilder("./politely", "start", "--port", "0", "--data", directory.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out = process.inputReader()) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        if (line.contains("ready")) {
          return (System.nanoTime() - begin) / 1e9;
        }
      }
      throw new IllegalStateException("politely start ended before it was ready");
    } finally {
      process.destroy();
      process.waitFor();
    }
  }
}
