package io.politely.cadence.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.people.People;
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
class ReasonPagesTest {

  private static final String NEWS = "You opened a yard in Leeds.";

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private People people;

  private Visitor visitor;
  private String path;

  @BeforeEach
  void ada_signs_in() {
    var ada = cast.owner("Ada");
    visitor = Visitor.of(port).signedInBy(cast.link(ada));
    path =
        "/people/"
            + people.enter(ada.workspace(), "Grace Hopper", new EmailAddress("grace@example.com"));
  }

  @Test
  void what_is_new_with_somebody_is_noted_with_its_source_and_that_is_undone() {
    assertThat(noted().location()).isEqualTo(path);

    var page = visitor.open(path);
    assertThat(page.document().select("#reasons li").text()).contains(NEWS, "Her post of Tuesday");
    visitor.submit(page, "#toasts form", Map.of());

    assertThat(visitor.open(path).document().select("#reasons li")).isEmpty();
  }

  @Test
  void one_is_removed_and_brought_back() {
    noted();
    visitor.open(path);
    visitor.submit(visitor.open(path), "#reasons li form", Map.of());
    var page = visitor.open(path);
    assertThat(page.document().select("#reasons li")).isEmpty();

    visitor.submit(page, "#toasts form", Map.of());

    assertThat(visitor.open(path).document().select("#reasons li").text()).contains(NEWS);
  }

  @Test
  void the_follow_up_shows_it_and_a_note_made_there_comes_back_there() {
    noted();
    var started =
        visitor.submit(
            visitor.open("/follow-ups/new?person=" + path.substring(8)),
            "form[action=/follow-ups]",
            Map.of("situation", "N1"));
    var page = visitor.open(started.location());
    assertThat(page.document().select("#reasons").text()).isEqualTo("Reasons to write");
    assertThat(page.text()).contains(NEWS);

    var noted =
        visitor.submit(
            page, "form[action$=/reasons]", Map.of("words", "You were asked to speak in Halden."));

    assertThat(noted.location()).isEqualTo(started.location());
    assertThat(visitor.open(started.location()).text()).contains("speak in Halden");
  }

  @Test
  void nothing_said_is_nothing_noted() {
    var answer =
        visitor.submit(visitor.open(path), "form[action$=/reasons]", Map.of("words", "  "));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("Write what is new with them, in a sentence.");
  }

  @Test
  void nobody_else_sees_adds_or_removes_one() {
    noted();
    var reason = visitor.open(path).document().select("#reasons li form").attr("action");
    var mallory = Visitor.of(port).signedInBy(cast.link(cast.owner("Mallory")));
    var csrf = mallory.open("/value-items").document().select("[name=_csrf]").attr("value");

    for (var act :
        new String[][] {
          {path + "/reasons", "post"}, {reason, "delete"}, {reason + "/removal", "delete"}
        }) {
      var answer = mallory.post(act[0], Map.of("_csrf", csrf, "_method", act[1], "words", "mine"));
      assertThat(answer.status()).as(act[1] + " " + act[0]).isEqualTo(404);
    }
    assertThat(visitor.open(path).document().select("#reasons li").text())
        .contains(NEWS)
        .doesNotContain("mine");
  }

  private Shown noted() {
    return visitor.submit(
        visitor.open(path),
        "form[action$=/reasons]",
        Map.of("words", NEWS, "source", "Her post of Tuesday"));
  }
}
