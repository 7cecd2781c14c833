package io.politely.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class FramePagesTest {

  @LocalServerPort private int port;
  @Autowired private Cast cast;

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/settings", "/nothing/here", "/assets/nothing", "/health"})
  void every_answer_tells_the_browser_how_little_it_may_do(String path) {
    var answer = signedIn().open(path);

    assertThat(answer.header("content-security-policy"))
        .get()
        .asString()
        .contains("default-src 'none'", "script-src 'self'", "style-src 'self'")
        .contains("frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
        .doesNotContain("unsafe");
    assertThat(answer.header("referrer-policy")).contains("no-referrer");
    assertThat(answer.header("x-content-type-options")).contains("nosniff");
    assertThat(answer.header("cross-origin-opener-policy")).contains("same-origin");
  }

  @Test
  void a_page_is_never_kept_by_the_browser_and_a_static_file_for_ever() {
    var page = signedIn().open("/settings");
    var style = page.document().select("link[rel=stylesheet]").attr("href");

    assertThat(page.header("cache-control")).contains("no-store");
    assertThat(style).matches("/assets/[0-9a-f]{12}/css/politely.css");
    assertThat(Visitor.of(port).open(style).header("cache-control"))
        .get()
        .asString()
        .contains("max-age=31536000", "immutable");
  }

  @Test
  void htmx_comes_from_here() {
    var script = signedIn().open("/settings").document().select("script[defer]").attr("src");

    assertThat(Visitor.of(port).open(script).status()).isEqualTo(200);
  }

  @Test
  void a_page_that_does_not_exist_says_what_was_tried_and_what_to_do() {
    var page = signedIn().open("/people/7/of/nine");

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.text()).contains("There is nothing here", "open /people/7/of/nine", "Search");
    assertThat(page.document().select("nav#rail")).isNotEmpty();
  }

  @Test
  void a_method_that_an_address_does_not_know_is_explained() {
    var visitor = signedIn();
    var token = visitor.open("/settings").document().select("input[name=_csrf]").val();

    var page = visitor.post("/settings", Map.of("_csrf", token));

    assertThat(page.status()).isEqualTo(405);
    assertThat(page.text()).contains("cannot be done here");
  }

  @Test
  void markup_in_an_address_stays_text() {
    var page = signedIn().open("/%3Cscript%3Ealert(1)%3C/script%3E?q=%22%3E%3Cimg%20src=x%3E");

    assertThat(page.document().select("main script, img")).isEmpty();
    assertThat(page.document().select("#search-box").val()).isEqualTo("\"><img src=x>");
  }

  private Visitor signedIn() {
    return Visitor.of(port).signedInBy(cast.link(cast.owner("Ada")));
  }
}
