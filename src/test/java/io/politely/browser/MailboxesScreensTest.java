package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.politely.kernel.EmailAddress;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.MailAccountId;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class MailboxesScreensTest {

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private Mailboxes mailboxes;

  private Cast.Owner ada;

  @BeforeEach
  void ada_has_an_account() {
    ada = cast.owner("Ada Lovelace");
  }

  @Test
  void before_the_first_mailbox() {
    screens().check("/mailboxes", "mailboxes-empty");
  }

  @Test
  void connecting_shows_what_a_provider_wants() {
    screens()
        .check(
            "/mailboxes/new",
            "connect-mailbox",
            page -> {
              page.getByLabel("Your address").fill("ada@gmail.com");
              page.keyboard().press("Enter");
              assertThat(page.getByText("Gmail needs an app password")).isVisible();
              page.getByText("Servers", new Page.GetByTextOptions().setExact(true)).click();
            });
  }

  @Test
  void a_mailbox_that_needs_attention() {
    var id = connected();
    mailboxes.needsAttention(
        ada.workspace(), id, "127.0.0.1 does not accept this password for ada. Enter it again.");

    screens().check("/mailboxes", "mailboxes");
    screens().check("/mailboxes/" + id, "mailbox");
  }

  private MailAccountId connected() {
    var server = new Server("127.0.0.1", 1, Security.NONE);
    return mailboxes
        .connect(
            ada.workspace(),
            new NewMailAccount(
                new EmailAddress("ada@example.com"),
                "Ada Lovelace",
                server,
                server,
                "ada",
                Authentication.PASSWORD,
                "three-blue-herons",
                false),
            Instant.parse("2026-06-01T09:00:00Z"))
        .orElseThrow();
  }

  private Screens screens() {
    return Screens.signedInBy(cast.link(ada), port);
  }
}
