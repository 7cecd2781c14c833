package io.politely.contacts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import io.politely.testing.Visitor.Shown;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class ContactImportPagesTest {

  private static final String CONNECTIONS =
      """
      First Name,Last Name,URL,Email Address,Company,Position,Connected On
      Grace,Hopper,https://www.linkedin.com/in/grace-h,,Example Navy,Rear Admiral,05 Mar 2024
      """;

  @LocalServerPort private int port;
  @Autowired private Cast cast;

  private Visitor visitor;

  @BeforeEach
  void ada_signs_in() {
    visitor = Visitor.of(port).signedInBy(cast.link(cast.owner("Ada")));
  }

  @Test
  void a_file_is_imported_looked_at_and_taken_back() {
    assertThat(visitor.open("/imports").document().select("a[href=/people/imports]")).isNotEmpty();
    var uploaded = upload("Connections.csv", CONNECTIONS);
    assertThat(uploaded.status()).isEqualTo(303);

    assertThat(visitor.open("/people/imports").text())
        .contains("Connections.csv")
        .contains("1 new");
    var done = visitor.open(uploaded.location());
    assertThat(done.text()).contains("Rows that are new 1").contains("Grace Hopper");
    var grace = grace();
    assertThat(grace.text())
        .contains("Rear Admiral, Example Navy")
        .contains("linkedin.com/in/grace-h")
        .contains("Connected on 5 Mar 2024")
        .doesNotContain(".invalid");
    assertThat(grace.document().select("a[href^=/letters/new]")).isEmpty();

    visitor.submit(done, "form[action^=/people/imports/]", Map.of());
    assertThat(visitor.open("/people").text()).doesNotContain("Grace Hopper");
    assertThat(visitor.open("/people/imports").text()).contains("Taken back");
  }

  @Test
  void the_columns_of_a_strange_table_are_asked_for() {
    var table = "Wer,Wo\nGrace Hopper,Example Navy\n";
    var asked = upload("leute.csv", table);
    assertThat(asked.status()).isEqualTo(422);
    assertThat(asked.text()).contains("Wer").contains("Wo");

    assertThat(asked.document().select("form.panel select[name=field]")).hasSize(2);
  }

  @Test
  void a_large_file_is_watched_and_stopped_and_goes_on() {
    var table = table(30_000);
    var path = upload("many.csv", table).location();
    var running = visitor.open(path);
    assertThat(running.document().select("noscript meta[http-equiv=refresh]")).hasSize(1);
    assertThat(running.text()).contains("of 30,000 rows");
    assertThat(visitor.open("/people/imports").text()).contains("Running at row");

    visitor.submit(running, "form[action$=/stops]", Map.of());
    var stopped = awaitStop(path);
    assertThat(stopped.text()).contains("Stopped before it was through").contains("Take the whole");
    assertThat(stopped.document().select("meta[http-equiv=refresh]")).isEmpty();

    var again = upload("many.csv", table);
    assertThat(again.location()).isEqualTo(path);
    visitor.submit(visitor.open(path), "form[action$=/stops]", Map.of());
    awaitStop(path);
    visitor.submit(visitor.open(path), "form[action^=/people/imports/]", Map.of());
    assertThat(visitor.open("/people").text()).doesNotContain("Grace");
  }

  @Test
  void nobody_else_watches_or_stops_an_import() {
    var path = upload("Connections.csv", CONNECTIONS).location();
    var mallory = Visitor.of(port).signedInBy(cast.link(cast.owner("Mallory")));

    assertThat(mallory.open(path).status()).isEqualTo(404);
    assertThat(mallory.open(path + "/events").status()).isEqualTo(404);
    var form = mallory.open("/people/imports").document().select("form.panel").attr("action");
    var token = form.substring(form.indexOf('?'));
    assertThat(mallory.post(path + "/stops" + token, Map.of()).status()).isEqualTo(404);
    assertThat(visitor.open(path + "/events").response().body()).contains("event:over");
  }

  private Shown awaitStop(String path) {
    var shown = visitor.open(path);
    for (int i = 0; i < 600 && isRunning(shown); i++) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      shown = visitor.open(path);
    }
    assertThat(isRunning(shown)).isFalse();
    return shown;
  }

  private static boolean isRunning(Shown shown) {
    return !shown.document().select("form[action$=/stops]").isEmpty();
  }

  private static String table(int rows) {
    return "Name,Email\n"
        + IntStream.range(0, rows)
            .mapToObj(i -> "Grace%1$d Hopper,grace%1$d@example.com\n".formatted(i))
            .collect(Collectors.joining());
  }

  @Test
  void what_cannot_be_read_is_said() {
    assertThat(upload("x.csv", "nothing here").text()).contains("header of a table");
    assertThat(upload("x.csv", "").text()).contains("Choose a file");
  }

  @Test
  void what_files_hold_is_shown_as_text() {
    upload(
        "<b>.csv",
        """
        Name,Email,Note,URL
        <script>alert(1)</script> X,x@example.com,<i>n</i>,javascript:alert(1)
        """);

    var people = visitor.open("/people");
    var person =
        visitor.open(people.document().select("main a[href~=/people/[0-9a-f-]{36}]").attr("href"));

    assertThat(person.document().select("main script, main i, main a[href^=javascript]")).isEmpty();
    assertThat(person.text()).contains("<i>n</i>").contains("javascript:alert(1)");
  }

  @Test
  void facts_are_added_and_removed() {
    upload("Connections.csv", CONNECTIONS);
    visitor.submit(grace(), "form[action$=/notes]", Map.of("words", "Likes short letters"));
    visitor.submit(grace(), "form[action$=/tags]", Map.of("tag", "a/b; c"));
    visitor.submit(grace(), "form[action$=/roles]", Map.of("title", "Teacher", "company", "Yale"));
    visitor.submit(grace(), "form[action$=/reaches]", Map.of("reach", "+1 555 0100"));

    assertThat(grace().text())
        .contains("Likes short letters", "a/b; c", "Teacher, Yale", "+1 555 0100");
    assertThat(grace().document().select("a[href='tel:+15550100']")).hasSize(1);

    visitor.submit(grace(), "#notes form[action*=/facts/]", Map.of());
    visitor.submit(grace(), "#tags form[action*=/facts/]", Map.of());
    assertThat(grace().text()).doesNotContain("Likes short letters").doesNotContain("a/b; c");
    assertThat(
            visitor
                .submit(grace(), "form[action$=/reaches]", Map.of("reach", "javascript:alert(1)"))
                .status())
        .isEqualTo(422);
  }

  @Test
  void everybody_is_exported_to_a_file() {
    upload("Connections.csv", CONNECTIONS);
    var people = visitor.open("/people").document();

    for (var link : people.select("main a[href^=/people/export]").eachAttr("href")) {
      var file = visitor.open(link);
      assertThat(file.header("Content-Disposition").orElse("")).startsWith("attachment");
      assertThat(file.header("X-Content-Type-Options")).contains("nosniff");
      assertThat(file.response().body()).contains("Grace Hopper", "Rear Admiral");
      assertThat(Visitor.of(port).open(link).response().body()).doesNotContain("Grace");
      var mallory = Visitor.of(port).signedInBy(cast.link(cast.owner("Mallory")));
      assertThat(mallory.open(link).response().body()).doesNotContain("Grace");
    }
    assertThat(people.select("main a[href^=/people/export]")).hasSize(2);
  }

  @Test
  void nobody_else_reaches_it() {
    upload("Connections.csv", CONNECTIONS);
    var path = grace().response().uri().getPath();
    var undo =
        visitor
            .open("/people/imports")
            .document()
            .select("main a[href^=/people/imports/]")
            .attr("href");
    var fact = grace().document().select("#reaches form[action*=/facts/]").attr("action");
    var mallory = Visitor.of(port).signedInBy(cast.link(cast.owner("Mallory")));
    var form = mallory.open("/people/imports").document().select("form.panel").attr("action");
    var csrf = form.substring(form.indexOf('=') + 1);

    var delete = Map.of("_method", "delete", "_csrf", csrf);
    assertThat(mallory.open(undo).status()).isEqualTo(404);
    assertThat(mallory.post(undo, delete).status()).isEqualTo(404);
    assertThat(mallory.post(fact, delete).status()).isEqualTo(404);
    assertThat(mallory.post(fact + "/removal", delete).status()).isEqualTo(404);
    for (var what : List.of("notes?words=x", "tags?tag=x", "roles?title=x", "reaches?reach=1234")) {
      assertThat(mallory.post(path + "/" + what, Map.of("_csrf", csrf)).status()).isEqualTo(404);
    }
    assertThat(grace().text()).contains("linkedin.com/in/grace-h");
  }

  private Shown upload(String name, String content) {
    return visitor.upload(visitor.open("/people/imports"), "form.panel", "file", name, content);
  }

  private Shown grace() {
    var row = visitor.open("/people").document().select("main a:contains(Grace Hopper)");
    return visitor.open(row.attr("href"));
  }
}
