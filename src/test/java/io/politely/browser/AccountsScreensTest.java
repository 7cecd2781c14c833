package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.politely.testing.Cast;
import io.politely.testing.Served;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class AccountsScreensTest {

  @LocalServerPort private int port;
  @Autowired private Cast cast;

  @Test
  void signing_in_by_password() {
    Screens.ofStrangers(port).check("/sign-in", "sign-in");
  }

  @Test
  void signing_in_by_link() {
    var link = cast.link(cast.owner("Ada Lovelace"));

    Screens.ofStrangers(port).check("/sign-in/" + link.text(), "sign-in-by-link");
  }

  @Test
  void settings() {
    ada().check("/settings", "settings");
  }

  @Test
  void what_does_not_exist() {
    ada().check("/nothing/here?q=ada", "not-found");
  }

  @Test
  void the_palette_and_the_keyboard_help() {
    var screens = ada();

    screens.check("/settings", "palette", page -> page.keyboard().press("Control+k"));
    screens.check("/settings", "keyboard", page -> page.keyboard().press("?"));
  }

  @Test
  void a_mailbox_is_added_and_undone_with_a_key() {
    ada()
        .visit(
            "/settings",
            page -> {
              page.getByLabel("Add a mailbox").fill("ada@example.com");
              page.keyboard().press("Enter");
              assertThat(page.locator("#toasts")).containsText("ada@example.com is yours");
              assertThat(page.locator("#toasts .toast-close")).isVisible();

              page.locator("body").press("u");
              assertThat(page.locator("#toasts")).containsText("is not yours any more");
            });
  }

  @Test
  void a_mailbox_is_added_and_undone_without_scripts() {
    ada()
        .visitWithoutScripts(
            "/settings",
            page -> {
              page.getByLabel("Add a mailbox").fill("ada@example.com");
              page.keyboard().press("Enter");
              assertThat(page.locator("#toasts")).containsText("ada@example.com is yours");

              page.locator("[data-undo]").click();
              assertThat(page.locator("#toasts")).containsText("is not yours any more");
            });
  }

  private Screens ada() {
    return Screens.signedInBy(cast.link(cast.owner("Ada Lovelace")), port);
  }
}
