package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import io.politely.mail.Importer;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class ImportScreensTest {

  private static final Pattern AN_IMPORT = Pattern.compile(".*/imports/[0-9a-f-]{36}");
  private static final ContainsTextOptions PATIENTLY =
      new ContainsTextOptions().setTimeout(120_000);

  /** Enough to be caught at it. */
  private static final int MANY = 30_000;

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Importer importer;
  @TempDir private Path folder;

  private Cast.Owner ada;
  private Screens screens;

  @BeforeEach
  void sign_in() {
    ada = cast.owner("Ada Lovelace");
    screens = Screens.signedInBy(cast.link(ada), port);
  }

  @Test
  void before_the_first_import() {
    screens.check("/imports", "imports-empty");
  }

  @Test
  void imports_and_one_that_set_something_aside() throws IOException {
    var takeout = Files.createDirectory(folder.resolve("Takeout"));
    Files.writeString(takeout.resolve("1.eml"), message(1));
    Files.write(takeout.resolve("2.eml"), new byte[] {0x20, 0x01, 0x0a, 0x20, 0x0a});
    Files.write(takeout.resolve("cut.mbox.gz"), cutShort());
    var run = importer.run(ada.workspace(), List.of(takeout), _ -> {});

    screens.check("/imports", "imports");
    screens.check(
        "/imports/" + run.id(),
        "import",
        page -> {
          assertThat(page.getByText("Set aside").first()).isVisible();
          assertThat(page.locator("ol.log")).containsText("cut.mbox.gz");
        });
  }

  @Test
  void an_import_is_watched_stopped_and_goes_on() throws IOException {
    var mailbox = many();
    screens.visit(
        "/imports",
        page -> {
          page.getByLabel("Or a path on this computer").fill(mailbox.toString());
          page.locator("main form button").click();
          assertThat(page).hasURL(AN_IMPORT);
          assertThat(page.locator("[data-field=imported]"))
              .not()
              .hasText("0", new HasTextOptions().setTimeout(60_000));
          page.getByText("Stop", exactly()).click();
          assertThat(page.locator("[data-field=state]")).containsText("Stopped", PATIENTLY);
          page.getByText("Go on", exactly()).click();
          assertThat(page.locator("[data-field=state]")).containsText("Done", PATIENTLY);
          assertThat(page.locator("[data-field=imported]")).hasText("30,000");
        });
  }

  @Test
  void without_scripts_a_mailbox_is_uploaded_and_the_page_tells_the_end() throws IOException {
    var mailbox = Files.writeString(folder.resolve("Sent.eml"), message(1));
    screens.visitWithoutScripts(
        "/imports",
        page -> {
          page.getByLabel("Choose files").setInputFiles(mailbox);
          page.locator("main form button").click();
          assertThat(page).hasURL(AN_IMPORT);
          assertThat(page.locator("[data-field=state]")).containsText("Done", PATIENTLY);
          assertThat(page.locator("[data-field=imported]")).hasText("1");
        });
  }

  private Path many() throws IOException {
    return Files.writeString(
        folder.resolve("many.mbox"),
        IntStream.range(0, MANY)
            .mapToObj(n -> "From grace@example.com Mon Mar  2 09:00:00 2026\n" + message(n) + "\n")
            .collect(Collectors.joining()));
  }

  private static String message(int number) {
    return """
    From: Grace <grace@example.com>
    To: ada@example.org
    Date: Mon, 2 Mar 2026 10:00:00 +0100
    Subject: Engine %d
    Message-ID: <engine-%d@example.com>

    The wheels of engine %d turn.
    """
        .formatted(number, number, number);
  }

  private static byte[] cutShort() throws IOException {
    var whole = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(whole)) {
      out.write(("From grace@example.com Mon Mar  2 09:00:00 2026\n" + message(7)).getBytes(UTF_8));
    }
    return Arrays.copyOf(whole.toByteArray(), whole.size() - 20);
  }

  private static GetByTextOptions exactly() {
    return new GetByTextOptions().setExact(true);
  }
}
