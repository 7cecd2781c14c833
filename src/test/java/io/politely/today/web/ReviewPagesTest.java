package io.politely.today.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.testing.Cast;
import io.politely.testing.SampleWorkspace;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class ReviewPagesTest {

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private SampleWorkspace sample;

  @Test
  void each_question_has_its_answers_and_what_speaks_for_them() {
    var page = visitor(sample.robin()).open("/review").document();

    assertThat(page.select("[data-item]")).isNotEmpty();
    for (var pair : page.select(".pair")) {
      assertThat(pair.select(".pair-end")).hasSize(2);
      assertThat(pair.select(".move-why").text()).endsWith(".");
      assertThat(pair.select("form button")).hasSize(2);
    }
    for (var row : page.select(".move")) {
      assertThat(row.select("form.actions button").eachAttr("value"))
          .containsExactly("ours", "theirs", "not-mine");
    }
  }

  @Test
  void with_nothing_in_doubt_the_page_says_so() {
    sample.robin();
    var page = visitor(cast.owner("Grace")).open("/review").document();

    assertThat(page.select("[data-item]")).isEmpty();
    assertThat(page.select(".empty h2").text()).isEqualTo("Nothing is in doubt");
  }

  private Visitor visitor(Cast.Owner owner) {
    return Visitor.of(port).signedInBy(cast.link(owner));
  }
}
