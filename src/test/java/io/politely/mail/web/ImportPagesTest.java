package io.politely.mail.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.mail.Importer;
import io.politely.mail.Mail;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class ImportPagesTest {

  private static final String MESSAGE =
      """
      From: Grace <grace@example.com>
      To: ada@example.org
      Date: Mon, 2 Mar 2026 10:00:00 +0100
      Subject: Engines
      Message-ID: <engines@example.com>
      Content-Type: multipart/mixed; boundary=b

      --b
      Content-Type: text/html

      <p onclick="steal()">Hello <script>steal()</script><img src="https://example.net/pixel.gif"></p>
      --b
      Content-Type: text/html
      Content-Disposition: attachment; filename="evil.html"

      <script>steal()</script>
      --b--
      """;

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Importer importer;
  @Autowired private Mail mail;
  @TempDir private Path folder;

  private Cast.Owner ada;
  private Visitor visitor;
  private Visitor stranger;

  @BeforeEach
  void signIn() {
    ada = cast.owner("Ada");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
    stranger = Visitor.of(port).signedInBy(cast.link(cast.owner("Mallory")));
  }

  @Test
  void a_path_is_imported_and_the_page_tells_what_became_of_it() throws Exception {
    Files.writeString(folder.resolve("1.eml"), MESSAGE);
    Files.write(folder.resolve("2.eml"), new byte[] {0x20, 0x01, 0x0a, 0x20, 0x0a});

    var begun = begin(folder.toString());

    assertThat(begun.status()).isEqualTo(303);
    awaitEnd();
    var page = visitor.open(begun.location());
    assertThat(page.text()).contains("Done", "New 1", "Set aside 1", "2.eml");
    assertThat(visitor.open("/imports").text()).contains("1 new, 0 known, 1 set aside");
    var aside = page.document().select("a[href^=/quarantine/]").attr("href");
    assertThat(visitor.open(aside).status()).isEqualTo(200);
    assertThat(stranger.open(aside).status()).isEqualTo(404);
  }

  @Test
  void an_uploaded_mailbox_is_imported_and_not_kept() throws Exception {
    var begun =
        visitor.upload(
            visitor.open("/imports"),
            "form[action^=/imports]",
            "file",
            "sent.mbox",
            "From grace@example.com Mon Mar  2 09:00:00 2026\n" + MESSAGE);

    assertThat(begun.status()).isEqualTo(303);
    awaitEnd();
    var run = importer.imports(ada.workspace()).getFirst().run();
    assertThat(run.imported()).isEqualTo(1);
    assertThat(Path.of(run.sources().getFirst())).doesNotExist();
  }

  @Test
  void a_path_that_leads_nowhere_is_said_beside_the_field() {
    var again = begin(folder.resolve("nothing").toString());

    assertThat(again.status()).isEqualTo(422);
    assertThat(again.document().select("#path-problem").text()).startsWith("There is nothing at");
    assertThat(begin("").document().select("#path-problem").text()).startsWith("Choose a file");
  }

  @Test
  void an_import_is_nobody_elses() throws Exception {
    Files.writeString(folder.resolve("1.eml"), MESSAGE);
    var path = begin(folder.toString()).location();
    awaitEnd();

    assertThat(stranger.open(path).status()).isEqualTo(404);
    assertThat(stranger.open(path + "/events").status()).isEqualTo(404);
    var form = stranger.open("/imports").document().select("form[action^=/imports]").attr("action");
    var token = form.substring(form.indexOf('?'));
    assertThat(stranger.post(path + "/stops" + token, Map.of()).status()).isEqualTo(404);
    assertThat(stranger.post(path + "/resumptions" + token, Map.of()).status()).isEqualTo(404);
    assertThat(stranger.open("/imports").text()).contains("None yet.");
  }

  @Test
  void the_events_of_an_import_end_with_it() throws Exception {
    Files.writeString(folder.resolve("1.eml"), MESSAGE);
    var path = begin(folder.toString()).location();
    awaitEnd();

    assertThat(visitor.open(path + "/events").response().body()).contains("event:over");
  }

  @Test
  void a_message_is_shown_without_anything_that_acts() throws Exception {
    var message = "/messages/" + imported();

    var html = visitor.open(message + "/html");
    assertThat(html.response().body()).contains("Hello").doesNotContain("steal");
    assertThat(html.header("content-security-policy").orElseThrow())
        .contains("default-src 'none'", "img-src data:", "sandbox")
        .doesNotContain("https:");
    assertThat(
            visitor
                .open(message + "/html?images=true")
                .header("content-security-policy")
                .orElseThrow())
        .contains("img-src data: https: http:");
    assertThat(visitor.open(message + "/source").response().body()).isEqualTo(MESSAGE);
    var attachment = visitor.open(message + "/attachments/0");
    assertThat(attachment.header("content-disposition").orElseThrow()).startsWith("attachment");
    assertThat(attachment.header("content-type")).contains("application/octet-stream");
    assertThat(attachment.header("x-content-type-options")).contains("nosniff");
    assertThat(visitor.open(message + "/attachments/1").status()).isEqualTo(404);
  }

  @Test
  void a_message_is_nobody_elses() throws Exception {
    var message = "/messages/" + imported();

    for (var part : List.of("/html", "/source", "/attachments/0")) {
      assertThat(stranger.open(message + part).status()).as(part).isEqualTo(404);
      assertThat(Visitor.of(port).open(message + part).status()).as(part).isNotEqualTo(200);
    }
  }

  private Visitor.Shown begin(String path) {
    return visitor.submit(visitor.open("/imports"), "form[action^=/imports]", Map.of("path", path));
  }

  private String imported() throws Exception {
    Files.writeString(folder.resolve("1.eml"), MESSAGE);
    begin(folder.toString());
    awaitEnd();
    var changed = mail.changedConversations(ada.workspace(), 0, 10);
    return changed.getFirst().messages().getFirst().id().toString();
  }

  private void awaitEnd() throws InterruptedException {
    for (int i = 0; i < 600; i++) {
      var runs = importer.imports(ada.workspace());
      if (runs.stream().allMatch(one -> one.run().state().isOver())
          && !mail.changedConversations(ada.workspace(), 0, 1).isEmpty()) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("The import does not end");
  }
}
