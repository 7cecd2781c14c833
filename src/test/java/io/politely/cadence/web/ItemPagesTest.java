package io.politely.cadence.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import io.politely.testing.Visitor.Shown;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class ItemPagesTest {

  private static final String ITEMS = "/value-items";
  private static final String ADD = "form[action=/value-items]";
  private static final String REMOVE = ".row form";
  private static final String UNDO = "#toasts form";

  @LocalServerPort private int port;
  @Autowired private Cast cast;

  private Visitor visitor;

  @BeforeEach
  void ada_signs_in() {
    visitor = Visitor.of(port).signedInBy(cast.link(cast.owner("Ada")));
  }

  @Test
  void an_empty_library_says_what_belongs_there() {
    assertThat(visitor.open(ITEMS).text())
        .contains(
            "What could help the people you write to?", "The same never goes to a person twice.");
  }

  @Test
  void one_is_added_and_that_is_undone() {
    assertThat(added("the survey on lead times").location()).isEqualTo(ITEMS);

    var page = visitor.open(ITEMS);
    assertThat(page.document().select(".row").text())
        .contains("Relevant result · Went to nobody yet")
        .contains("the survey on lead times", "Page four has your trade.");
    assertThat(page.document().select(".row-main a").attr("rel")).contains("noreferrer");

    visitor.submit(page, UNDO, Map.of());
    assertThat(visitor.open(ITEMS).document().select(".row")).isEmpty();
  }

  @Test
  void one_is_changed() {
    added("the survey");
    var page = visitor.open(visitor.open(ITEMS).document().select(".row-side a").attr("href"));
    assertThat(page.document().select("#kind [selected]").text()).isEqualTo("Relevant result");

    visitor.submit(page, "form.panel", Map.of("title", "the newer survey", "kind", "article"));

    assertThat(visitor.open(ITEMS).text()).contains("Article · Went", "the newer survey");
  }

  @Test
  void one_is_removed_and_brought_back() {
    added("the survey");

    visitor.submit(visitor.open(ITEMS), REMOVE, Map.of());

    var page = visitor.open(ITEMS);
    assertThat(page.document().select(".row")).isEmpty();
    visitor.submit(page, UNDO, Map.of());
    assertThat(visitor.open(ITEMS).text()).contains("the survey");
  }

  @Test
  void what_cannot_be_kept_is_said_in_one_sentence_and_stays_in_the_form() {
    var page = visitor.open(ITEMS);

    var nameless = visitor.submit(page, ADD, Map.of("words", "Page four has your trade."));
    assertThat(nameless.status()).isEqualTo(422);
    assertThat(problem(nameless)).isEqualTo("Say what it is, as it would stand in a sentence.");
    assertThat(nameless.document().select("#words").text()).isEqualTo("Page four has your trade.");
    assertThat(problem(visitor.submit(page, ADD, Map.of("title", "it", "link", "ftp://a"))))
        .isEqualTo("A link begins with https:// or http://.");
    assertThat(problem(visitor.submit(page, ADD, Map.of("title", "x".repeat(301)))))
        .isEqualTo("Each part has at most 300 characters.");
    assertThat(problem(visitor.submit(page, ADD, Map.of("title", "it", "kind", "bribe"))))
        .isEqualTo("Choose what it is.");
  }

  @Test
  void nobody_else_sees_changes_or_removes_it() {
    added("the Halden tables");
    var path = visitor.open(ITEMS).document().select(".row-side a").attr("href");
    var mallory = Visitor.of(port).signedInBy(cast.link(cast.owner("Mallory")));
    var csrf = mallory.open(ITEMS).document().select("[name=_csrf]").attr("value");

    assertThat(mallory.open(ITEMS).text()).doesNotContain("the Halden tables");
    assertThat(mallory.open(path).status()).isEqualTo(404);
    for (var act :
        new String[][] {{path, "put"}, {path, "delete"}, {path + "/removal", "delete"}}) {
      var answer =
          mallory.post(
              act[0], Map.of("_csrf", csrf, "_method", act[1], "title", "mine", "kind", "article"));
      assertThat(answer.status()).as(act[1] + " " + act[0]).isEqualTo(404);
    }
    assertThat(visitor.open(ITEMS).text()).contains("the Halden tables");
  }

  private Shown added(String title) {
    return visitor.submit(
        visitor.open(ITEMS),
        ADD,
        Map.of(
            "kind",
            "result",
            "title",
            title,
            "words",
            "Page four has your trade.",
            "link",
            "https://example.com/survey"));
  }

  private static String problem(Shown page) {
    return page.document().select("#problem").text();
  }
}
