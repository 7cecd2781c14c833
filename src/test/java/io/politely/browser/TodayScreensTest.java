package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.politely.testing.Cast;
import io.politely.testing.SampleWorkspace;
import io.politely.testing.Served;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class TodayScreensTest {

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private SampleWorkspace sample;

  @Test
  void today() {
    robin().check("/", "today");
  }

  @Test
  void today_before_any_mail() {
    Screens.signedInBy(cast.link(cast.owner("Ada Lovelace")), port).check("/", "today-empty");
  }

  @Test
  void a_row_with_its_menu_open() {
    robin()
        .check(
            "/?list=ours&show=3",
            "today-snooze",
            page -> {
              page.keyboard().press("j");
              page.keyboard().press("j");
              page.keyboard().press("s");
              assertThat(page.getByText("Next week").first()).isVisible();
            });
  }

  @Test
  void conversations() {
    robin().check("/conversations", "conversations");
  }

  @Test
  void search() {
    robin().check("/search?q=shortlist", "search");
  }

  @Test
  void search_that_finds_nothing_and_does_not_understand() {
    robin().check("/search?q=zeppelin+is:mine", "search-none");
  }

  @Test
  void review() {
    robin().check("/review", "review");
  }

  @Test
  void review_with_nothing_in_doubt() {
    Screens.signedInBy(cast.link(cast.owner("Ada Lovelace")), port)
        .check("/review", "review-empty");
  }

  @Test
  void the_keyboard_moves_through_the_lists_and_opens() {
    robin()
        .visit(
            "/?list=theirs",
            page -> {
              page.keyboard().press("j");
              page.keyboard().press("j");
              page.keyboard().press("k");
              assertThat(page.locator("[data-item]").first()).hasAttribute("data-current", "");
              var path = page.locator("[data-current] [data-open]").getAttribute("href");
              page.keyboard().press("Enter");
              assertThat(page).hasURL(Pattern.compile(".*" + path));
            });
  }

  @Test
  void without_scripts_a_search_finds_from_the_box_of_any_page() {
    robin()
        .visitWithoutScripts(
            "/",
            page -> {
              page.getByLabel("Search mail and people").fill("shortlist");
              page.keyboard().press("Enter");
              assertThat(page.locator(".found mark").first()).hasText("shortlist");
            });
  }

  private Screens robin() {
    return Screens.signedInBy(cast.link(sample.robin()), port);
  }
}
