package io.politely.cli;

import io.politely.cli.ApplicationOptions.Database;
import io.politely.kernel.Edge;
import io.politely.ledger.LedgerCatchUp;
import io.politely.mail.Importer;
import io.politely.mail.MailCatchUp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Starts, reads the sample mailbox, shows a page and ends, on data that is thrown away: the
 * launcher runs it once after a build, and the JVM notes down for later starts what it loaded and
 * what ran often.
 */
@Edge
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

  @Mixin private @Nullable ApplicationOptions options;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (options == null) {
      throw new IllegalStateException("Only picocli makes commands");
    }
    var directory = Files.createTempDirectory("politely-warm-up");
    try (var application =
            RunningApplication.open(
                options.application(), new Database.Embedded(directory), OptionalInt.of(0));
        var browser = HttpClient.newHttpClient()) {
      readSample(application);
      var _ = browser.send(get(application.address()), BodyHandlers.discarding());
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
    return 0;
  }

  private static void readSample(RunningApplication application) {
    var sample = Sample.mailbox();
    if (Files.isDirectory(sample)) {
      var workspace = FirstWorkspace.of(application).id();
      application.bean(Importer.class).run(workspace, List.of(sample), progress -> {});
      application.bean(LedgerCatchUp.class).catchUp(workspace);
      application.bean(MailCatchUp.class).index(workspace);
    }
  }

  private static HttpRequest get(URI address) {
    return HttpRequest.newBuilder(address).build();
  }
}
