package io.politely.today.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.testing.Cast;
import io.politely.testing.SampleWorkspace;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class ConversationsPagesTest {

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private SampleWorkspace sample;

  @Test
  void all_conversations_are_there_once_over_the_pages_newest_first() {
    var robin = visitor(sample.robin());
    var paths = new ArrayList<String>();
    var times = new ArrayList<String>();
    var next = "/conversations";
    while (!next.isEmpty()) {
      var page = robin.open(next).document();
      paths.addAll(page.select(".row-title").eachAttr("href"));
      times.addAll(page.select(".row time").eachAttr("datetime"));
      next = page.select(".pages a[rel=next]").attr("href");
    }
    var all = robin.open("/conversations").document().select(".tabs .count").getFirst().text();

    assertThat(paths).hasSize(Integer.parseInt(all)).hasSizeGreaterThan(50);
    assertThat(new HashSet<>(paths)).hasSameSizeAs(paths);
    assertThat(times).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void a_move_narrows_the_list() {
    var page = visitor(sample.robin()).open("/conversations?is=theirs").document();

    assertThat(page.select(".row .chip").eachText())
        .isNotEmpty()
        .allMatch(it -> it.equals("Their move"));
    assertThat(page.select(".tabs [aria-current]").text()).startsWith("Their move");
  }

  @Test
  void a_place_that_is_none_begins_anew() {
    assertThat(
            visitor(sample.robin()).open("/conversations?after=nowhere").document().select(".row"))
        .hasSize(50);
  }

  @Test
  void somebody_else_sees_none_of_them() {
    sample.robin();

    assertThat(visitor(cast.owner("Grace")).open("/conversations").document().select(".row"))
        .isEmpty();
  }

  private Visitor visitor(Cast.Owner owner) {
    return Visitor.of(port).signedInBy(cast.link(owner));
  }
}
