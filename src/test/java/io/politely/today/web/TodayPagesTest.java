package io.politely.today.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.Accounts;
import io.politely.testing.Cast;
import io.politely.testing.SampleWorkspace;
import io.politely.testing.Served;
import io.politely.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class TodayPagesTest {

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Accounts accounts;
  @Autowired private SampleWorkspace sample;

  @Test
  void each_list_says_who_why_and_how_long() {
    var page = robin().open("/").document();

    assertThat(page.select("main h2").eachText())
        .containsExactly("Your move", "Their move", "Scheduled", "Unsure");
    for (var row : page.select(".move")) {
      assertThat(row.select(".move-who").text()).isNotBlank();
      assertThat(row.select(".move-subject a").attr("href")).startsWith("/conversations/");
      assertThat(row.select(".move-why").text()).endsWith(".");
      assertThat(row.select(".move-state .chip").text()).isNotBlank();
      assertThat(row.select(".move-state time").attr("datetime")).isNotBlank();
      assertThat(row.select("[data-open]")).hasSize(1);
      assertThat(row.select("[data-settle]")).hasSize(1);
    }
  }

  @Test
  void a_broken_promise_of_ours_stands_first_with_our_words() {
    var first = robin().open("/").document().selectXpath("(//li[@data-item])[1]");

    assertThat(first.select(".chip").text()).isEqualTo("You promised");
    assertThat(first.select(".move-late").text()).startsWith("due ");
    assertThat(first.select("blockquote").text()).isNotBlank();
  }

  @Test
  void reasons_name_people_instead_of_addresses_and_add_those_of_whom_we_never_met() {
    var page = robin().open("/").document();

    assertThat(page.select(".move-why").eachText())
        .isNotEmpty()
        .allMatch(it -> !it.contains("@") || it.contains("Elvan Aksoy (elvan.aksoy@"));
  }

  @Test
  void one_list_is_shown_whole() {
    var page = robin().open("/?list=theirs").document();

    assertThat(page.select("main h2").eachText()).containsExactly("Their move");
    assertThat(page.select(".tabs [aria-current]").text()).startsWith("Their move");
    assertThat(page.select(".section-head .count").text())
        .isEqualTo(String.valueOf(page.select(".move").size()));
  }

  @Test
  void a_list_that_is_longer_than_shown_leads_to_more() {
    var page = robin().open("/?list=theirs&show=2").document();

    assertThat(page.select(".move")).hasSize(2);
    assertThat(page.select(".section-link").attr("href")).isEqualTo("/?list=theirs&show=4");
  }

  @Test
  void before_any_mail_the_page_says_how_to_begin() {
    var page = visitor(cast.owner("Ada")).open("/").document();

    assertThat(page.select(".empty h2").text()).isEqualTo("Nothing has been read yet");
    assertThat(page.select(".empty a").attr("href")).isEqualTo("/imports");
    assertThat(page.select(".notice")).isEmpty();
  }

  @Test
  void without_an_own_address_the_page_says_so() {
    var ada = cast.owner("Ada");
    accounts.removeOwnAddress(ada.workspace(), ada.address());

    var note = visitor(ada).open("/").document().select(".notice");

    assertThat(note.text()).contains("does not know which addresses are yours");
    assertThat(note.select("a").attr("href")).isEqualTo("/settings");
  }

  @Test
  void somebody_else_sees_nothing_of_it() {
    sample.robin();

    assertThat(visitor(cast.owner("Grace")).open("/?list=ours").text()).doesNotContain("Priya");
  }

  private Visitor robin() {
    return visitor(sample.robin());
  }

  private Visitor visitor(Cast.Owner owner) {
    return Visitor.of(port).signedInBy(cast.link(owner));
  }
}
