package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Ledger;
import io.politely.testing.Cast;
import io.politely.testing.SampleWorkspace;
import io.politely.testing.Served;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class ConversationScreensTest {

  private static final Instant PRESENT = Instant.parse(SampleWorkspace.PRESENT);
  private static final int ALL = 1_000;

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private SampleWorkspace sample;
  @Autowired private Ledger ledger;

  @Test
  void a_conversation_where_it_is_our_move() {
    robin().check(ours(), "conversation");
  }

  @Test
  void a_conversation_that_waits_for_them() {
    robin()
        .check(
            theirs("Sales Director, first conversation"),
            "conversation-theirs",
            page -> page.getByText("It is different, or needs a note").click());
  }

  @Test
  void the_whole_text_opens_in_place() {
    robin()
        .visit(
            ours(),
            page -> {
              page.getByText("Whole text").first().click();
              assertThat(page.locator("#rest").first()).isVisible();
            });
  }

  @Test
  void the_whole_text_opens_without_scripts() {
    robin()
        .visitWithoutScripts(
            ours(),
            page -> {
              page.getByText("Whole text").first().click();
              page.getByText("Open it with what it quotes").first().click();
              assertThat(page.locator("h1")).hasText("Whole message");
            });
  }

  /** What waits longest for an answer of ours. */
  private String ours() {
    return "/conversations/" + ledger.ours(workspace(), PRESENT, 1).getFirst().conversation();
  }

  private String theirs(String subject) {
    return ledger.theirs(workspace(), PRESENT, ALL).stream()
        .filter(matter -> matter.subject().equals(subject))
        .findFirst()
        .map(matter -> "/conversations/" + matter.conversation())
        .orElseThrow();
  }

  private WorkspaceId workspace() {
    return sample.robin().workspace();
  }

  private Screens robin() {
    return Screens.signedInBy(cast.link(sample.robin()), port);
  }
}
