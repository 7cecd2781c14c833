package io.politely.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.politely.kernel.EmailAddress;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.privacy.Erasing;
import io.politely.privacy.Privacy;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Served
class PrivacyScreensTest {

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private People people;
  @Autowired private Privacy privacy;
  @Autowired private Erasing erasing;

  private Cast.Owner ada;
  private PersonId grace;
  private Screens screens;

  @BeforeEach
  void ada_knows_grace() {
    ada = cast.owner("Ada Lovelace");
    grace = enter("Grace Hopper", "grace@example.org");
    screens = Screens.signedInBy(cast.link(ada), port);
  }

  @Test
  void before_somebody_is_erased() {
    screens.check("/people/" + grace + "/erasure", "erase");
  }

  @Test
  void while_somebody_can_be_kept_and_after_others_were_erased() {
    var alan = enter("Alan Turing", "alan@example.net");
    erasing.ask(ada.workspace(), alan, ada.member());
    erasing.erase(ada.workspace(), privacy.pending(ada.workspace()).getFirst().id());
    erasing.ask(ada.workspace(), grace, ada.member());

    screens.check("/people/" + grace + "/erasure", "erase-pending");
    screens.check("/erasures", "erasures");
  }

  @Test
  void asking_and_keeping_work_without_scripts() {
    screens.visitWithoutScripts(
        "/people/" + grace,
        page -> {
          page.getByText("Erase…").click();
          page.getByText("Erase Grace Hopper in 24 hours").click();
          assertThat(page.locator("main")).containsText("They are erased on");
          page.getByText("Keep them").click();
          page.locator("main button:text('Keep them')").click();
          assertThat(page.locator("main")).not().containsText("They are erased on");
        });
  }

  private PersonId enter(String name, String address) {
    return people.enter(ada.workspace(), name, new EmailAddress(address));
  }
}
