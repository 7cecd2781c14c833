package io.politely.browser;

import io.politely.cadence.Cadence;
import io.politely.cadence.CadenceCatchUp;
import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.NewFollowUp;
import io.politely.kernel.Edge;
import io.politely.kernel.EmailAddress;
import io.politely.ledger.LedgerCatchUp;
import io.politely.mail.Importer;
import io.politely.mail.MailCatchUp;
import io.politely.people.People;
import io.politely.testing.Cast;
import io.politely.testing.SampleWorkspace;
import io.politely.testing.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@Edge
@Served
class PeopleScreensTest {

  private static final EmailAddress STEFAN = new EmailAddress("stefan.vogt@caldervoss.example");
  private static final EmailAddress CLAIRE = new EmailAddress("claire.dubois@example.org");

  private static final EmailAddress GRACE = new EmailAddress("grace@example.com");
  private static final Instant NOW = Instant.parse(SampleWorkspace.PRESENT);

  @LocalServerPort private int port;
  @Autowired private Cast cast;
  @Autowired private SampleWorkspace sample;
  @Autowired private People people;
  @Autowired private Importer importer;
  @Autowired private MailCatchUp mail;
  @Autowired private LedgerCatchUp ledger;
  @Autowired private Cadence cadence;
  @Autowired private CadenceCatchUp followUps;
  @TempDir private Path folder;

  @Test
  void a_person() {
    var known = people.whoAre(sample.robin().workspace(), List.of(STEFAN)).get(STEFAN);

    robin().check("/people/" + Objects.requireNonNull(known).person(), "person");
  }

  @Test
  void a_person_who_is_followed_up_with() throws IOException {
    var ada = cast.owner("Ada");
    var workspace = ada.workspace();
    Files.writeString(
        folder.resolve("engine.eml"),
        """
        From: Ada <%s>
        To: Grace Hopper <%s>
        Subject: The engine
        Date: Thu, 25 Jun 2026 09:00:00 +0000
        Message-ID: <engine@example.org>

        Dear Grace,

        would you look at the drawings of the engine before July?

        Ada
        """
            .formatted(ada.address(), GRACE));
    importer.run(workspace, List.of(folder), _ -> {});
    mail.thread(workspace);
    ledger.catchUp(workspace);
    followUps.catchUp(workspace);
    var grace =
        Objects.requireNonNull(people.whoAre(workspace, List.of(GRACE)).get(GRACE)).person();
    cadence.start(
        workspace,
        new NewFollowUp(grace, "S1", null, null, null, null, null, Research.NONE),
        ada.member(),
        NOW);

    Screens.signedInBy(cast.link(ada), port).check("/people/" + grace, "person-followed-up");
  }

  @Test
  void everybody() {
    robin().check("/people", "people");
  }

  @Test
  void a_company() {
    var known = people.whoAre(sample.robin().workspace(), List.of(CLAIRE)).get(CLAIRE);

    robin()
        .check(
            "/companies/" + Objects.requireNonNull(known).company().orElseThrow().id(), "company");
  }

  private Screens robin() {
    return Screens.signedInBy(cast.link(sample.robin()), port);
  }
}
