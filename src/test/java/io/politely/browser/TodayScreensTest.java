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
              assertThat(page.locator("details[open]").getByText("Next week")).isVisible();
            });
  }

  @Test
  void today_by_mail() {
    robin().check("/settings/digest", "today-by-mail");
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
  void a_row_is_settled_with_a_key_and_taken_back_with_another() {
    robin()
        .visit(
            "/?list=theirs",
            page -> {
              var all = page.locator("[data-item]").count();
              page.keyboard().press("j");
              page.keyboard().press("e");
              assertThat(page.locator("#toasts")).containsText("Settled");
              assertThat(page.locator("[data-item]")).hasCount(all - 1);
              page.locator("body").press("u");
              assertThat(page.locator("[data-item]")).hasCount(all);
            });
  }

  @Test
  void without_scripts_a_row_is_put_off_and_taken_back() {
    robin()
        .visitWithoutScripts(
            "/?list=theirs",
            page -> {
              var all = page.locator("[data-item]").count();
              page.locator("[data-snooze]").last().click();
              page.locator("button[value=next-week]").last().click();
              assertThat(page.locator("#toasts")).containsText("Comes back on Monday, 29 June");
              page.locator("[data-undo]").click();
              assertThat(page.locator("[data-item]")).hasCount(all);
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
