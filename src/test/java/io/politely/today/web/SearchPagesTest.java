package io.politely.today.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.testing.Cast;
import io.politely.testing.SampleWorkspace;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class SearchPagesTest {

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private SampleWorkspace sample;

  @Test
  void hits_are_grouped_by_conversation_with_the_words_marked() {
    var page = robin().open("/search?q=reference").document();

    assertThat(page.select(".found-group")).isNotEmpty();
    assertThat(page.select(".lead").text()).contains(" in ");
    assertThat(page.select("mark").eachText())
        .allMatch(it -> it.toLowerCase(Locale.ROOT).startsWith("reference"));
    assertThat(page.select(".found-hit a").attr("href")).contains("#m-");
  }

  @Test
  void a_move_narrows_the_search() {
    var page = robin().open("/search?q=is:theirs").document();

    assertThat(page.select(".found-head .chip").eachText())
        .isNotEmpty()
        .allMatch(it -> it.equals("Their move"));
  }

  @Test
  void a_word_a_move_and_a_folder_together_find_what_has_all_of_them() {
    var page = robin().open("/search?q=the+is:theirs+in:sent").document();

    assertThat(page.select(".found-head .chip").eachText())
        .isNotEmpty()
        .allMatch(it -> it.equals("Their move"));
    assertThat(page.select(".found-hit")).isNotEmpty();
    assertThat(robin().open("/search?q=the+is:theirs+in:trash").document().select(".found-hit"))
        .isEmpty();
  }

  @Test
  void what_cannot_be_understood_is_said() {
    var page = robin().open("/search?q=is:mine+before:soon").document();

    assertThat(page.select(".notice-problem")).hasSize(2);
    assertThat(page.select(".found-group")).isEmpty();
  }

  @Test
  void nothing_found_says_what_to_try() {
    assertThat(robin().open("/search?q=zeppelin").document().select(".empty").text())
        .contains("Nothing matches “zeppelin”");
  }

  @Test
  void without_words_the_page_explains_what_can_be_asked() {
    var page = robin().open("/search").document();

    assertThat(page.select(".operators code").eachText()).contains("is:ours");
    assertThat(page.select(".empty")).isEmpty();
  }

  @Test
  void more_hits_are_one_click_away() {
    var page = robin().open("/search?q=the&show=5").document();

    assertThat(page.select(".found-hit")).hasSizeBetween(1, 5);
    assertThat(page.select(".lead").text()).isEqualTo("The newest 5 messages that match.");
    assertThat(page.select(".pages a").attr("href")).isEqualTo("/search?q=the&show=10");
  }

  @Test
  void what_was_typed_is_text_and_no_markup() {
    var page = robin().open("/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E");

    assertThat(page.response().body()).doesNotContain("<script>alert");
  }

  @Test
  void somebody_else_finds_nothing_of_it() {
    sample.robin();

    assertThat(visitor(cast.owner("Grace")).open("/search?q=reference").document().select(".found"))
        .isEmpty();
  }

  private Visitor robin() {
    return visitor(sample.robin());
  }

  private Visitor visitor(Cast.Owner owner) {
    return Visitor.of(port).signedInBy(cast.link(owner));
  }
}
