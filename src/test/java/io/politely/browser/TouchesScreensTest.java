package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class TouchesScreensTest {

  private static final String LINE =
      "called Dana, left voicemail, promised the deck by Wednesday; met Grace, she promised"
          + " feedback by Thursday";

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private People people;

  private PersonId dana;
  private Screens screens;

  @BeforeEach
  void ada_signs_in() {
    var ada = cast.owner("Ada Lovelace");
    dana = people.enter(ada.workspace(), "Dana Scott", new EmailAddress("dana@example.com"));
    people.enter(ada.workspace(), "Grace Hopper", new EmailAddress("grace@example.com"));
    people.enter(ada.workspace(), "Grace Kelly", new EmailAddress("grace.kelly@example.org"));
    screens = Screens.signedInBy(cast.link(ada), port);
  }

  @Test
  void before_the_first_line() {
    screens.check("/touches", "touches-empty");
  }

  @Test
  void a_line_as_it_was_understood() {
    screens.check("/touches/new", "touch-read", page -> read(page, LINE));
    screens.check(
        "/touches/new", "touch-note", page -> read(page, "meeting with Ivan Novak tomorrow"));
  }

  @Test
  void from_any_page_by_keyboard_and_without_scripts() {
    screens.visit(
        "/people/" + dana,
        page -> {
          page.keyboard().press("n");
          page.getByLabel("What passed between you, in a line").fill("left voicemail");
          page.keyboard().press("Enter");
          save(page);
          assertThat(page.locator("h1")).hasText("Dana Scott");
          page.keyboard().press("u");
          assertThat(page.locator("#toasts")).containsText("Removed");
        });
    screens.visitWithoutScripts(
        "/people/" + dana,
        page -> {
          page.getByText("Log a call or meeting").click();
          read(page, "called, promised the deck by Wednesday");
          save(page);
          assertThat(page.locator("main")).containsText("promised the deck by Wednesday");
          read(page, "/touches/new", "texted Dana");
          save(page);
        });
    screens.check("/people/" + dana, "person-touches");
    screens.check("/touches", "touches");
    screens.check("/", "today-promised");
  }

  private void read(Page page, String path, String line) {
    page.navigate("http://127.0.0.1:" + port + path);
    read(page, line);
  }

  private static void read(Page page, String line) {
    page.getByLabel("What passed between you, in a line").fill(line);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Read it")).click();
    assertThat(page.getByText("How it was understood")).isVisible();
  }

  private static void save(Page page) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
  }
}
