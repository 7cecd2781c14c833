package io.politely.privacy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.politely.accounts.MemberId;
import io.politely.archive.Archive;
import io.politely.archive.ArchiveFile;
import io.politely.archive.TestArchive;
import io.politely.cadence.Cadence;
import io.politely.cadence.CadenceCatchUp;
import io.politely.cadence.FollowUp.Research;
import io.politely.cadence.NewFollowUp;
import io.politely.cadence.ValueItem;
import io.politely.calendar.Attendee;
import io.politely.calendar.Calendar;
import io.politely.calendar.MeetingState;
import io.politely.calendar.NewMeeting;
import io.politely.contacts.ContactFile.OfPeople;
import io.politely.contacts.ContactImporter;
import io.politely.contacts.Contacts;
import io.politely.contacts.Fact.Told;
import io.politely.contacts.FactKind;
import io.politely.contacts.OwnField;
import io.politely.interviews.Interviews;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Decision.Verdict;
import io.politely.ledger.Ledger;
import io.politely.ledger.LedgerCatchUp;
import io.politely.mail.ConversationSummary;
import io.politely.mail.Importer;
import io.politely.mail.Mail;
import io.politely.mail.MailCatchUp;
import io.politely.mail.SearchQuery;
import io.politely.mail.Spool;
import io.politely.mailboxes.MailAccount.Authentication;
import io.politely.mailboxes.MailAccountId;
import io.politely.mailboxes.Mailboxes;
import io.politely.mailboxes.NewMailAccount;
import io.politely.mailboxes.Server;
import io.politely.mailboxes.Server.Security;
import io.politely.outbox.Approved;
import io.politely.outbox.DraftId;
import io.politely.outbox.DraftText;
import io.politely.outbox.Enclosure;
import io.politely.outbox.Leaving;
import io.politely.outbox.LetterBytes;
import io.politely.outbox.Outbox;
import io.politely.outbox.Planning;
import io.politely.outbox.Stop.Scope;
import io.politely.outbox.Stop.Source;
import io.politely.outbox.Stopping;
import io.politely.people.Mentions;
import io.politely.people.People;
import io.politely.people.PersonId;
import io.politely.people.Traces;
import io.politely.pursuits.Decided;
import io.politely.pursuits.MaterialKind;
import io.politely.pursuits.NewOutcome;
import io.politely.pursuits.NewPursuit;
import io.politely.pursuits.Nurture;
import io.politely.pursuits.PursuitId;
import io.politely.pursuits.PursuitKind;
import io.politely.pursuits.PursuitState;
import io.politely.pursuits.Pursuits;
import io.politely.pursuits.Result;
import io.politely.pursuits.Role;
import io.politely.pursuits.StatusAnswer;
import io.politely.pursuits.TimeKind;
import io.politely.pursuits.ToldReason.OfCircumstance;
import io.politely.pursuits.Way;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import io.politely.testing.TestDatabase;
import io.politely.testing.TestWorkspace;
import io.politely.today.DigestChoice;
import io.politely.today.Today;
import io.politely.touches.NewTouch;
import io.politely.touches.Touch;
import io.politely.touches.TouchKind;
import io.politely.touches.TouchPromise;
import io.politely.touches.Touches;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Nothing is left of somebody who was erased. Zdenka Canaria is planted wherever somebody can be
 * named, and then looked for in every table of the catalogue.
 */
@Served
@ExtendWith(OutputCaptureExtension.class)
class ErasingTest {

  private static final String WORD = "canaria";
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");
  private static final LocalDate MONDAY_DAY = LocalDate.parse("2026-03-02");
  private static final EmailAddress WORK = new EmailAddress("zdenka@canaria.example");
  private static final EmailAddress HOME = new EmailAddress("zcanaria@gmail.com");
  private static final EmailAddress GRACE = new EmailAddress("grace@example.org");

  /** Tables with words of which none can be about somebody else, and why. */
  private static final Map<String, String> NOBODY_IS_NAMED_IN =
      Map.ofEntries(
          Map.entry("accounts.workspace", "what the owner calls it"),
          Map.entry("accounts.member", "the members themselves"),
          Map.entry("accounts.own_address", "the members themselves"),
          Map.entry("accounts.session", "hashes of tokens"),
          Map.entry("accounts.sign_in_link", "hashes of tokens"),
          Map.entry("accounts.sign_in_pointer", "hashes of the members' addresses"),
          Map.entry("cadence.approved", "identities of mails"),
          Map.entry("cadence.cursor", "numbers"),
          Map.entry("cadence.feed", "hashes of tokens"),
          Map.entry("cadence.model", "the owner's choice"),
          Map.entry("cadence.next", "sentences about days"),
          Map.entry("cadence.person", "hours and places"),
          Map.entry("cadence.value_use", "identities of items and mails"),
          Map.entry("cadence.policy_change", "numbers"),
          Map.entry("calendar.source", "what the owner calls calendars"),
          Map.entry("mail.import", "paths of the owner's files"),
          Map.entry("mail.import_log", "paths of the owner's files"),
          Map.entry("mail.join_decision", "the word of a verdict"),
          Map.entry("mail.thread", "the word of a reason"),
          Map.entry("pursuits.part", "words of a role and a stage"),
          Map.entry("pursuits.status_link", "hashes of tokens"),
          Map.entry("mail.erased", "keyed hashes"),
          Map.entry("people.erased", "keyed hashes"),
          Map.entry("mailboxes.account", "the owner's mailbox"),
          Map.entry("mailboxes.folder", "names of the owner's folders"),
          Map.entry("mailboxes.log", "sentences about the owner's folders"),
          Map.entry("contacts.mapping", "headers of tables"),
          Map.entry("contacts.field", "what the owner calls fields"),
          Map.entry("outbox.fence", "sentences about databases"),
          Map.entry("patience.habit", "numbers by ids, removed with the person"),
          Map.entry("patience.lesson", "numbers"),
          Map.entry("pursuits.stage", "what the owner calls stages"),
          Map.entry("pursuits.import_mapping", "headers of tables"),
          Map.entry("pursuits.import_stage", "what other programs call stages"),
          Map.entry("pursuits.setting", "the word of a law"),
          Map.entry("today.digest", "identities of mails"),
          Map.entry("today.digest_choice", "where the owner sees the pages"));

  @TempDir private Path directory;

  @Autowired private Cast cast;
  @Autowired private People people;
  @Autowired private Importer importer;
  @Autowired private Spool spool;
  @Autowired private Mail mail;
  @Autowired private MailCatchUp mailCatchUp;
  @Autowired private Mailboxes mailboxes;
  @Autowired private Ledger ledger;
  @Autowired private LedgerCatchUp ledgerCatchUp;
  @Autowired private Outbox outbox;
  @Autowired private Stopping stopping;
  @Autowired private Pursuits pursuits;
  @Autowired private Contacts contacts;
  @Autowired private ContactImporter contactImporter;
  @Autowired private Touches touches;
  @Autowired private Cadence cadence;
  @Autowired private CadenceCatchUp cadenceCatchUp;
  @Autowired private Today today;
  @Autowired private Calendar calendar;
  @Autowired private Interviews interviews;
  @Autowired private Privacy privacy;
  @Autowired private Erasing erasing;
  @Autowired private PersonExport export;
  @Autowired private ErasureListener listener;
  @Autowired private Archive archive;

  private Cast.Owner owner;
  private WorkspaceId workspace;
  private TestWorkspace tables;
  private MemberId ada;
  private MailAccountId account;
  private PersonId zdenka;
  private PersonId home;
  private PersonId grace;
  private PursuitId search;
  private Path mailbox;

  @BeforeEach
  void ada_knows_zdenka_by_two_addresses() throws IOException {
    owner = cast.owner("Ada");
    workspace = owner.workspace();
    ada = owner.member();
    tables = TestWorkspace.of(workspace);
    account = connect();
    mailbox = directory.resolve("Inbox.mbox");
    Files.writeString(mailbox, Letters.mbox(owner.address().value()), ISO_8859_1);
    importer.run(workspace, List.of(mailbox), _ -> {});
    mailCatchUp.index(workspace);
    ledgerCatchUp.catchUp(workspace);
    zdenka = behind(WORK);
    home = behind(HOME);
    grace = behind(GRACE);
    people.keepApart(workspace, grace, home, MONDAY);
    people.merge(workspace, zdenka, home, ada, MONDAY);
    people.rename(workspace, zdenka, "Zdenka Canaria");
    search = openSearch();
  }

  @Test
  void nothing_is_left_in_any_table_index_statistic_or_log(CapturedOutput log) throws IOException {
    plantEverywhere();
    var mentions = mentions();
    var remains = new Remains(tables, mail, WORD);
    var before = remains.byTable(mentions);
    var expected = new TreeSet<>(Remains.tables(tables));
    expected.removeAll(NOBODY_IS_NAMED_IN.keySet());
    // A table that is new here has to be planted above, or to be explained.
    assertThat(before.keySet()).containsExactlyInAnyOrderElementsOf(expected);

    eraseNow();

    assertThat(remains.byTable(mentions)).isEmpty();
    assertThat(statistics()).isZero();
    assertThat(log.getAll()).doesNotContainIgnoringCase(WORD);
    assertThat(people.persons(workspace, "zdenka", Optional.empty(), 10).items()).isEmpty();
    assertThat(find("zdenka")).isZero();
    assertThat(privacy.pending(workspace)).isEmpty();
    assertThat(privacy.done(workspace))
        .singleElement()
        .satisfies(done -> {
          assertThat(done.removed().messages()).isEqualTo(Letters.NAMING);
          assertThat(done.removed().mails()).isEqualTo(3);
          assertThat(done.removed().drafts()).isEqualTo(1);
        });

    // The same mailbox again, and what she writes tomorrow.
    Files.writeString(
        mailbox,
        Letters.tomorrow(owner.address().value()),
        ISO_8859_1,
        java.nio.file.StandardOpenOption.APPEND);
    var again = importer.run(workspace, List.of(mailbox), _ -> {});
    mailCatchUp.index(workspace);
    ledgerCatchUp.catchUp(workspace);

    assertThat(again.imported()).isZero();
    assertThat(remains.byTable(mentions)).isEmpty();
    assertThat(people.whoAre(workspace, List.of(WORK, HOME))).isEmpty();
    assertThat(outbox.plan(workspace, letter("again", WORK))).isInstanceOf(Planning.Refused.class);
  }

  @Test
  void mail_of_others_stays_and_is_derived_as_if_she_had_never_written() {
    eraseNow();

    assertThat(subjects()).containsExactlyInAnyOrder("Lunch", "Re: Quarterly numbers");
    assertThat(people.person(workspace, grace)).isPresent();
    var afterErasing = ledger.digest(workspace);
    ledger.rebuild(workspace);
    assertThat(ledger.digest(workspace)).isEqualTo(afterErasing);
  }

  @Test
  void the_close_out_gate_holds_over_somebody_who_was_erased() {
    plantPursuit();
    pursuits.gave(workspace, search, grace, false, TimeKind.INTERVIEW, MONDAY, "", ada, MONDAY);
    pursuits.end(workspace, search, ada, "", MONDAY);
    assertThat(state()).isEqualTo(PursuitState.CLOSING);

    eraseNow();

    assertThat(pursuits.leftHanging(workspace, search)).containsExactly(grace);
    assertThat(state()).isEqualTo(PursuitState.CLOSING);
    tellByPhone(grace);
    assertThat(state()).isEqualTo(PursuitState.CLOSED);
    assertThat(pursuits.outcomes(workspace, search))
        .anyMatch(outcome -> outcome.person().equals(zdenka) && outcome.told() == null);
  }

  @Test
  void who_was_still_owed_an_outcome_is_owed_none_any_more_and_history_says_so() {
    pursuits.join(workspace, search, zdenka, Role.CANDIDATE, ada, MONDAY);
    pursuits.gave(workspace, search, zdenka, false, TimeKind.INTERVIEW, MONDAY, "", ada, MONDAY);
    pursuits.end(workspace, search, ada, "", MONDAY);
    assertThat(state()).isEqualTo(PursuitState.CLOSING);

    eraseNow();

    assertThat(state()).isEqualTo(PursuitState.CLOSED);
    assertThat(pursuits.steps(workspace, search, 50))
        .anyMatch(step -> step.what().equals("time") && step.after().equals("erased"));
  }

  @Test
  void somebody_is_not_erased_before_the_time_and_can_be_kept() {
    var asked = ask(Duration.ofHours(24));
    assertThat(outbox.stopAgainst(workspace, List.of(HOME))).isPresent();
    listener.eraseDue(workspace);
    assertThat(people.person(workspace, zdenka)).isPresent();

    assertThat(privacy.keep(workspace, asked.id(), MONDAY)).isPresent();

    assertThat(outbox.stopAgainst(workspace, List.of(HOME))).isEmpty();
    assertThat(privacy.pending(workspace, zdenka)).isEmpty();
    assertThat(erasing.erase(workspace, asked.id())).isTrue();
    assertThat(people.person(workspace, zdenka)).isPresent();
    assertThat(people.erasedAmong(workspace, List.of(WORK))).isEmpty();
    assertThat(privacy.keep(workspace, asked.id(), MONDAY)).isEmpty();
  }

  @Test
  void what_somebody_was_stopped_for_before_holds_when_they_are_kept() {
    stopping.stop(
        workspace, Scope.PERSON, zdenka.toString(), Source.USER, "Enough.", null, ada.toString());

    privacy.keep(workspace, ask(Duration.ofHours(24)).id(), MONDAY);

    assertThat(outbox.stopAgainst(workspace, List.of(WORK)))
        .hasValueSatisfying(stop -> assertThat(stop.reason()).isEqualTo("Enough."));
  }

  @Test
  void when_the_time_has_come_they_are_erased_by_themselves() {
    ask(Duration.ZERO);

    listener.eraseDue(workspace);

    assertThat(people.person(workspace, zdenka)).isEmpty();
    assertThat(people.whoAre(workspace, List.of(WORK, HOME))).isEmpty();
  }

  @Test
  void whom_one_lets_in_again_is_kept_with_the_next_import() {
    eraseNow();

    assertThat(privacy.letIn(workspace, HOME)).isTrue();
    assertThat(privacy.letIn(workspace, WORK)).isTrue();
    assertThat(privacy.letIn(workspace, WORK)).isFalse();
    var again = importer.run(workspace, List.of(mailbox), _ -> {});

    assertThat(again.imported()).isEqualTo(Letters.NAMING);
    assertThat(people.whoAre(workspace, List.of(WORK))).hasSize(1);
  }

  @Test
  void an_upload_that_was_not_read_to_its_end_is_deleted() throws IOException {
    var upload = spool.keep("letters.mbox", file -> Files.writeString(file, ""));
    importer.run(workspace, List.of(upload), _ -> {});
    assertThat(upload).exists();

    eraseNow();

    assertThat(upload).doesNotExist();
    assertThat(mailbox).exists(); // it is the owner's own file
  }

  @Test
  void who_was_erased_is_not_taken_in_from_a_table() {
    eraseNow();

    var table = "Name,Email\nZdenka Canaria,zdenka+x@canaria.example\nAlan,alan@example.net\n";
    var file = (OfPeople) contacts.read(workspace, table.getBytes(UTF_8));
    var taken = contactImporter.run(workspace, "people.csv", file, ada, MONDAY, _ -> {});

    assertThat(taken.added()).isEqualTo(1);
    assertThat(taken.remarks())
        .contains("One row names somebody who was erased, and was not kept.");
    assertThat(people.whoAre(workspace, List.of(WORK))).isEmpty();
  }

  @Test
  void one_cannot_erase_oneself_nor_anybody_of_another_workspace() {
    people.enter(workspace, "Ada", owner.address());
    assertThat(erasing.ask(workspace, behind(owner.address()), ada))
        .isInstanceOf(Asked.Refused.class);

    var eve = cast.owner("Eve");
    assertThat(erasing.ask(eve.workspace(), zdenka, eve.member()))
        .isInstanceOf(Asked.Refused.class);
    assertThat(privacy.held(eve.workspace(), zdenka)).isEmpty();
    var asked = ask(Duration.ZERO);
    assertThat(privacy.keep(eve.workspace(), asked.id(), MONDAY)).isEmpty();
    assertThat(erasing.erase(eve.workspace(), asked.id())).isTrue();
    assertThat(privacy.letIn(eve.workspace(), WORK)).isFalse();
    assertThat(people.person(workspace, zdenka)).isPresent();
  }

  @Test
  void erasing_one_leaves_her_in_another_workspace() throws IOException {
    var eve = cast.owner("Eve");
    importer.run(eve.workspace(), List.of(mailbox), _ -> {});

    eraseNow();

    assertThat(people.whoAre(eve.workspace(), List.of(WORK, HOME))).hasSize(2);
    assertThat(people.erasedAmong(eve.workspace(), List.of(WORK))).isEmpty();
  }

  @Test
  void what_goes_is_told_before() {
    assertThat(privacy.held(workspace, home))
        .hasValueSatisfying(held -> {
          assertThat(held.addresses())
              .containsExactly(HOME, new EmailAddress("zdenka+news@canaria.example"), WORK);
          assertThat(held.names()).containsExactly("Zdenka Canaria");
          assertThat(held.messages()).isEqualTo(4);
          assertThat(held.withOthers()).isEqualTo(1);
        });
  }

  @Test
  void whatever_would_be_erased_can_be_exported_before() throws IOException {
    plantPursuit();
    contacts.tell(workspace, home, new Told(FactKind.NOTE, "Likes tea.", "", null), ada, MONDAY);
    log(Map.of(home, "Zdenka"), "rang Zdenka at noon");
    plantFields();
    var file = new ByteArrayOutputStream();

    assertThat(export.write(workspace, home, file)).isTrue();

    var entries = new TreeMap<String, String>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file.toByteArray()))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
      }
    }
    assertThat(entries.get("person.json"))
        .contains("Zdenka Canaria", "zcanaria@gmail.com", "Likes tea.", "interview", "not-chosen")
        .contains("rang Zdenka at noon", "Canaria the younger")
        .contains("I will send you the Canaria deck by Friday.");
    assertThat(entries.keySet())
        .filteredOn(name -> name.startsWith("mail/"))
        .hasSize(Letters.NAMING);
    assertThat(export.write(cast.owner("Eve").workspace(), home, file)).isFalse();
  }

  @Test
  void whatever_a_workspace_holds_is_taken_along_whole() throws Exception {
    plantEverywhere();
    var exported = TestArchive.of(archive, workspace);
    assertThat(exported.rows().values()).filteredOn(rows -> !rows.isEmpty()).hasSizeGreaterThan(30);
    assertThat(imported(exported)).isEqualTo(exported.rows());

    eraseNow();

    var erased = TestArchive.of(archive, workspace);
    assertThat(erased.text("people/erased.jsonl")).isNotEmpty();
    assertThat(imported(erased)).isEqualTo(erased.rows());
  }

  private Map<String, String> imported(TestArchive exported) throws Exception {
    try (var file = ArchiveFile.open(exported.in(directory))) {
      archive.read(file.workspace(), file);
    }
    return TestArchive.of(archive, exported.workspace()).rows();
  }

  private Erasure.Pending ask(Duration delay) {
    return switch (erasing.ask(workspace, zdenka, ada, delay)) {
      case Asked.Accepted(var pending) -> pending;
      case Asked.Refused(var reason) -> throw new AssertionError(reason);
    };
  }

  private void eraseNow() {
    assertThat(erasing.erase(workspace, ask(Duration.ZERO).id())).isTrue();
  }

  private void plantEverywhere() {
    decideAboutHer();
    plantPursuit();
    plantOutbox();
    plantCopies();
    plantMail();
    plantContacts();
    plantTouches();
    plantFields();
    plantFollowUps();
    plantDigest();
    plantMeetings();
    ask(Duration.ofHours(24));
    privacy.keep(workspace, privacy.pending(workspace).getFirst().id(), MONDAY);
  }

  /** It is to leave at ten in the evening in Chatham, and begins with her. */
  private void plantDigest() {
    today.chooseDigest(
        workspace,
        ada,
        new DigestChoice(22, false, "http://localhost", MONDAY.minus(Duration.ofDays(1))));
    var digest = today.planDigest(workspace, ada, MONDAY).orElseThrow();
    assertThat(outbox.mail(workspace, digest).orElseThrow().body()).containsIgnoringCase(WORD);
  }

  private void decideAboutHer() {
    for (var conversation : conversations()) {
      if (conversation.subject().equals("From home")) {
        continue; // what is owed there is not decided about
      }
      ledger.decide(
          workspace,
          conversation.id(),
          Verdict.OURS,
          null,
          "Call Zdenka Canaria first.",
          ada,
          MONDAY);
    }
  }

  private PursuitId openSearch() {
    var opened =
        pursuits.open(
            workspace,
            new NewPursuit(
                PursuitKind.SEARCH,
                "Successor of Zdenka Canaria",
                "Canary Wharf",
                io.politely.pursuits.Source.REFERRAL,
                "https://jobs.example/zdenka@canaria.example",
                "Reports to Zdenka\nCanaria.",
                "Zdenka Canaria said so.",
                List.of("As good as Zdenka Canaria")),
            ada,
            MONDAY);
    pursuits.join(workspace, opened, grace, Role.CANDIDATE, ada, MONDAY);
    return opened;
  }

  private void plantPursuit() {
    pursuits.join(workspace, search, zdenka, Role.CANDIDATE, ada, MONDAY);
    pursuits.gave(
        workspace,
        search,
        zdenka,
        false,
        TimeKind.INTERVIEW,
        MONDAY,
        "Zdenka Canaria was late.",
        ada,
        MONDAY);
    tellByPhone(zdenka);
    pursuits.nurture(
        workspace,
        new Nurture(search, MONDAY_DAY.plusYears(1), "Ask how Zdenka Canaria does."),
        ada,
        MONDAY);
    pursuits.use(workspace, search, MaterialKind.OTHER, "Notes of Zdenka Canaria", MONDAY);
    var token =
        pursuits
            .makeStatusPage(
                workspace, search, zdenka, MONDAY.plus(Duration.ofDays(900)), ada, MONDAY)
            .orElseThrow();
    var visit = pursuits.visit(workspace, token, MONDAY).orElseThrow();
    pursuits.answer(
        workspace,
        token,
        visit.form(),
        new StatusAnswer(MONDAY, true, "Yours, Zdenka Canaria"),
        MONDAY);
    sql(
        "update pursuits.telling set reason = 'Zdenka Canaria answered' where workspace_id ="
            + " :workspace");
  }

  private void tellByPhone(PersonId person) {
    var decided =
        pursuits.decide(
            workspace,
            search,
            person,
            new NewOutcome(
                true,
                Result.NOT_CHOSEN,
                "Zdenka Canaria does not want it",
                new OfCircumstance(MONDAY_DAY, "They chose somebody who already sells into rail.")),
            ada,
            MONDAY);
    assertThat(decided).isInstanceOf(Decided.InForce.class);
    pursuits.said(workspace, ((Decided.InForce) decided).id(), Way.PHONE, ada, MONDAY);
  }

  private void plantOutbox() {
    var left = outbox.plan(workspace, letter("left", WORK));
    assertThat(left).isInstanceOf(Planning.Planned.class);
    sql(
        """
        update outbox.mail
           set state = 'sent', sent_at = now(), problem = '250 zdenka@canaria.example'
         where workspace_id = :workspace
        """);
    sql(
        """
        insert into outbox.step (workspace_id, mail_id, at, state, by, reason, token)
        select workspace_id, mail_id, now(), 'dispatching', 'a node', 'To zdenka@canaria.example', 7
          from outbox.mail
         where workspace_id = :workspace
        """);
    assertThat(outbox.plan(workspace, letter("planned", GRACE, HOME)))
        .isInstanceOf(Planning.Planned.class);
    outbox.saveDraft(
        workspace,
        new DraftId(UUID.randomUUID()),
        new DraftText(
            account,
            "zdenka@canaria.example",
            "",
            "",
            "For Zdenka Canaria",
            "Dear Zdenka",
            null,
            false,
            Leaving.NOW,
            ""),
        List.of(new Enclosure("canaria.txt", "text/plain", "Zdenka Canaria".getBytes(UTF_8))),
        List.of(),
        ada,
        MONDAY,
        MONDAY);
    stopping.stop(
        workspace,
        Scope.DOMAIN,
        "elsewhere.example",
        Source.USER,
        "Zdenka Canaria asked for it.",
        null,
        ada.toString());
    stopping.stop(
        workspace, Scope.ADDRESS, HOME.value(), Source.BOUNCE, "It is full.", null, "mail");
    sql("delete from outbox.do_not_contact where workspace_id = :workspace and scope = 'person'");
    assertThat(outbox.open(workspace, 10)).isEmpty(); // the stop withdrew what was planned
  }

  private Approved letter(String name, EmailAddress... to) {
    var text =
        """
        Message-ID: <%s@example.org>
        From: Ada <%s>
        To: %s
        Subject: To Zdenka Canaria

        Hello
        """
            .formatted(name, owner.address(), to[to.length - 1])
            .replace("\n", "\r\n");
    return new Approved(
        account,
        name + "@example.org",
        List.of(to),
        List.of(),
        List.of(),
        "To Zdenka Canaria",
        "Hello",
        null,
        null,
        List.of(),
        LetterBytes.of(text.getBytes(ISO_8859_1)),
        MONDAY,
        ada,
        Instant.parse("2036-03-02T09:00:00Z"),
        Instant.parse("2036-03-03T09:00:00Z"));
  }

  private void plantCopies() {
    sql(
        """
        insert into mailboxes.folder
               (workspace_id, account_id, folder_id, name, role, uid_validity, highest_modseq, server_count,
                problem)
        select workspace_id, account_id, gen_random_uuid(), 'INBOX', 'inbox', 1, 0, 0, ''
          from mailboxes.account
         where workspace_id = :workspace
        """);
    sql(
        """
        insert into mailboxes.copy (workspace_id, folder_id, uid, message_id)
        select folder.workspace_id, folder.folder_id, row_number() over (), message.message_id
          from mailboxes.folder
          join mail.message
            on message.workspace_id = folder.workspace_id
         where folder.workspace_id = :workspace
        """);
  }

  private void plantMail() {
    sql(
        """
        insert into mail.suggested_join (workspace_id, message_id, parent_message_id, confidence, reason)
        select workspace_id, message_id, message_id, 0.5, 'Zdenka Canaria is in both'
          from mail.message
         where workspace_id = :workspace
           and subject = 'From home'
            on conflict do nothing
        """);
  }

  private void plantContacts() {
    sql(
        """
        insert into contacts.contact_import
               (workspace_id, import_id, file, kind, began_at, begun_by, rows_new, rows_known, rows_empty,
                people_new, merged, remarks, rows_total, rows_read, content, ended_at)
        values (:workspace, :workspace, 'Zdenka Canaria.vcf', 'vcard', now(), :workspace, 1, 0, 0, 1, 0,
                '{Zdenka Canaria has no number.}', 1, 1, '', now())
        """);
    sql(
        """
        insert into contacts.source_row (workspace_id, row_hash, import_id, person_id, addresses, name)
        select :workspace, 'hash', :workspace, person_id, '{zcanaria@gmail.com}', 'Zdenka Canaria'
          from people.person
         where workspace_id = :workspace
           and mailbox = 'zcanaria@gmail.com'
        """);
    contacts.tell(
        workspace,
        home,
        new Told(FactKind.NOTE, "Zdenka Canaria likes tea.", "", null),
        ada,
        MONDAY);
    contacts.tell(
        workspace,
        grace,
        new Told(FactKind.NOTE, "Sister of Zdenka Canaria.", "", null),
        ada,
        MONDAY);
    sql(
        """
        insert into pursuits.import
               (workspace_id, import_id, file, kind, content, began_at, begun_by, rows_total, rows_read,
                rows_new, rows_changed, rows_known, remarks, ended_at)
        values (:workspace, :workspace, 'Jobs of Zdenka Canaria.csv', 'table', '', now(), :workspace, 1, 1,
                1, 0, 0, '{}', now())
        """);
    sql(
        """
        insert into pursuits.import_row
               (workspace_id, import_id, row_key, pursuit_id, title, company, posting_url, notes, stage)
        select workspace_id, :workspace, 'key', pursuit_id, 'For Zdenka Canaria', 'Zdenka Canaria Ltd',
               'https://example.org/zdenka@canaria.example', 'Ask zdenka@canaria.example', 'found'
          from pursuits.pursuit
         where workspace_id = :workspace
         limit 1
        """);
    sql(
        """
        insert into pursuits.saved_view (workspace_id, view_id, name, path)
        values (:workspace, :workspace, 'Hers', '/pursuits?words=Zdenka+Canaria')
        """);
  }

  private void plantFields() {
    var field =
        new OwnField(
            contacts.addField(workspace, "Sister", OwnField.Type.TEXT).orElseThrow(),
            "Sister",
            OwnField.Type.TEXT);
    contacts.tellValue(workspace, home, field, "Canaria the younger", ada, MONDAY);
    contacts.tellValue(workspace, grace, field, "Zdenka Canaria", ada, MONDAY);
  }

  /** With her alone, with her and Grace by her first name, and with Grace about her. */
  private void plantTouches() {
    log(Map.of(home, "Zdenka Canaria"), "called Zdenka Canaria");
    log(Map.of(home, "Canaria", grace, "Grace"), "met Canaria and Grace");
    log(Map.of(grace, "Grace"), "called Grace, Zdenka Canaria was there");
  }

  private void plantFollowUps() {
    cadenceCatchUp.catchUp(workspace);
    for (var person : List.of(zdenka, grace)) {
      cadence.start(
          workspace,
          new NewFollowUp(
              person,
              "N1",
              null,
              null,
              null,
              null,
              null,
              new Research("Zdenka Canaria told it.", "Zdenka Canaria", "As for Zdenka Canaria")),
          ada,
          MONDAY);
    }
    cadence.note(workspace, zdenka, "Zdenka Canaria moved.", "Zdenka Canaria", ada, MONDAY);
    cadence.addItem(
        workspace,
        ValueItem.Kind.ARTICLE,
        "what Zdenka Canaria wrote",
        "Zdenka Canaria explains it.",
        "https://example.com/zdenka",
        ada,
        MONDAY);
    var statement =
        """
        insert into cadence.override (workspace_id, outgoing_id, why, against, pushiness, at, by)
        values (:workspace, :workspace, 'Zdenka Canaria asked for it.', '', 0, now(), :workspace)
        """;
    tables.run(() -> tables.jdbc().sql(statement).param("workspace", workspace.value()).update());
  }

  /** With her, and with Grace about her. */
  private static byte[] invitation(String method) {
    return """
    BEGIN:VCALENDAR
    %sBEGIN:VEVENT
    UID:told
    DTSTAMP:20260302T090000Z
    DTSTART:20260305T100000Z
    SUMMARY:Interview with Zdenka Canaria
    LOCATION:At Zdenka Canaria’s
    DESCRIPTION:zdenka@canaria.example brings\\nZdenka Canaria along.
    ORGANIZER:mailto:grace@example.org
    ATTENDEE;PARTSTAT=ACCEPTED;CN=Zdenka Canaria:mailto:zdenka@canaria.example
    END:VEVENT
    END:VCALENDAR
    """
        .formatted(method)
        .getBytes(UTF_8);
  }

  @Test
  void who_was_erased_does_not_come_back_with_a_calendar() {
    calendar.readFile(workspace, "work.ics", invitation(""), MONDAY);
    var mentions = mentions();
    eraseNow();

    calendar.readFile(workspace, "work.ics", invitation(""), MONDAY);
    calendar.readFile(workspace, "home.ics", invitation(""), MONDAY);
    calendar.receive(workspace, WORK, invitation("METHOD:REPLY\r\n"), MONDAY);

    assertThat(new Remains(tables, mail, WORD).byTable(mentions))
        .doesNotContainKeys("calendar.event", "calendar.meeting", "calendar.attendee")
        .doesNotContainKey("calendar.answer");
  }

  private void plantMeetings() {
    var with = new Attendee(WORK, "Zdenka Canaria", Attendee.Answer.ACCEPTED, true);
    var grace = new Attendee(GRACE, "Grace", Attendee.Answer.NONE, false);
    for (var attendees : List.of(List.of(with, grace), List.of(grace))) {
      calendar.note(
          workspace,
          new NewMeeting(
              "meeting-" + attendees.size(),
              "",
              0,
              MONDAY,
              "Interview with Zdenka Canaria",
              "At Zdenka Canaria’s",
              "Zdenka Canaria brings zdenka@canaria.example along.",
              MONDAY,
              MONDAY.plusSeconds(3600),
              false,
              ZoneOffset.UTC,
              MeetingState.BOOKED,
              false,
              attendees),
          ada,
          MONDAY);
    }
    calendar.readFile(workspace, "work.ics", invitation(""), MONDAY);
    calendar.receive(workspace, WORK, invitation("METHOD:REPLY\r\n"), MONDAY);
    while (interviews.linkSome(workspace, MONDAY)) {}
    sql(
        """
        update interviews.interview
           set reason = 'Zdenka Canaria is the candidate.'
         where workspace_id = :workspace
        """);
    sql(
        """
        insert into interviews.line (workspace_id, scope, subject_id, key, words, source, former, written_at)
        values (:workspace, 'own', :workspace, 'x', 'Zdenka Canaria', 'Zdenka Canaria', 'Zdenka Canaria', now())
        """);
    sql(
        """
        insert into interviews.scorecard (workspace_id, meeting_id, member_id, handed_in_at)
        values (:workspace, :workspace, :workspace, now())
        """);
    sql(
        """
        insert into interviews.score (workspace_id, meeting_id, member_id, requirement_id, seen, evidence)
        values (:workspace, :workspace, :workspace, :workspace, 'clear', 'Zdenka Canaria said so')
        """);
    sql(
        """
        insert into interviews.practice (workspace_id, practice_id, meeting_id, question, seconds, verdict, practised_at)
        values (:workspace, :workspace, :workspace, 'Who is Zdenka Canaria?', 0, 'Zdenka Canaria', now())
        """);
    plantDebriefs();
  }

  /** What Grace told about her, and what she told herself. */
  private void plantDebriefs() {
    for (var statement :
        List.of(
            """
            insert into interviews.debrief (workspace_id, meeting_id, ended_at, opened_at, way, words, condition)
            select workspace_id, meeting_id, ends_at, ends_at, 'phone', 'Zdenka Canaria came late.', 'If Zdenka Canaria comes.'
              from calendar.meeting
             where workspace_id = :workspace
            """,
            """
            insert into interviews.answer (workspace_id, meeting_id, question, about, words, skipped, answered_at)
            select workspace_id, meeting_id, 'vibe.why', about, 'Because of zdenka@canaria.example.', false, opened_at
              from interviews.debrief
             cross join (values (''), ('Zdenka Canaria')) as whom (about)
             where workspace_id = :workspace
            """,
            """
            insert into interviews.concern (workspace_id, concern_id, meeting_id, words, folded, answer, noted_at)
            select workspace_id, gen_random_uuid(), meeting_id, 'Will Zdenka Canaria stay?', 'will zdenka canaria stay', 'Ask Zdenka Canaria.', opened_at
              from interviews.debrief
             where workspace_id = :workspace
            """,
            """
            insert into interviews.question (workspace_id, question_id, words, folded, learned_at)
            select workspace_id, meeting_id, 'Why Zdenka Canaria ' || meeting_id, 'why zdenka canaria ' || meeting_id, opened_at
              from interviews.debrief
             where workspace_id = :workspace
            """,
            """
            insert into interviews.asked (workspace_id, question_id, asked_id, company, folded, kind, asked_on, meeting_id)
            select workspace_id, meeting_id, meeting_id, 'Zdenka Canaria', 'zdenka canaria', 'screen', date '2026-01-01', meeting_id
              from interviews.debrief
             where workspace_id = :workspace
            """)) {
      sql(statement);
    }
  }

  private void log(Map<PersonId, String> persons, String words) {
    touches.log(
        workspace,
        new NewTouch(
            List.of(new Touch.Way(TouchKind.CALL, false)),
            MONDAY,
            words,
            persons,
            List.of(
                new NewTouch.NewPromise(
                    true, persons.containsKey(grace) ? grace : home, "Say: " + words, MONDAY)),
            List.of(),
            null),
        ada,
        MONDAY);
  }

  @Test
  void what_was_logged_with_others_too_stays_without_them() {
    plantTouches();
    eraseNow();

    assertThat(touches.with(workspace, List.of(grace)))
        .extracting(Touch::words)
        .containsExactlyInAnyOrder(
            "met somebody who was erased and Grace",
            "called Grace, somebody who was erased was there");
    assertThat(touches.newest(workspace, 10)).hasSize(2);
    assertThat(touches.promises(workspace, grace))
        .extracting(TouchPromise::words)
        .contains("Say: met somebody who was erased and Grace");
  }

  private int statistics() {
    var access = TestDatabase.access();
    return JdbcClient.create(
            new DriverManagerDataSource(
                access.url(), access.owner().user(), access.owner().password()))
        .sql(
            """
            select count(*)
              from pg_stats
             where most_common_vals::text ilike '%canaria%'
                or histogram_bounds::text ilike '%canaria%'
                or most_common_elems::text ilike '%canaria%'
            """)
        .query(Integer.class)
        .single();
  }

  private MailAccountId connect() {
    return mailboxes
        .connect(
            workspace,
            new NewMailAccount(
                owner.address(),
                "Ada",
                new Server("imap.example.com", 993, Security.TLS),
                new Server("smtp.example.com", 465, Security.TLS),
                "ada",
                Authentication.PASSWORD,
                "three-blue-herons",
                false),
            MONDAY)
        .orElseThrow();
  }

  private Mentions mentions() {
    Traces traces = people.traces(workspace, zdenka).orElseThrow();
    return new Mentions(traces);
  }

  private PersonId behind(EmailAddress address) {
    return people.whoAre(workspace, List.of(address)).values().iterator().next().person();
  }

  private PursuitState state() {
    return pursuits.pursuit(workspace, search).orElseThrow().state();
  }

  private int find(String words) {
    return mail.find(workspace, SearchQuery.parse(words, Cast.CHATHAM), null, 10).size();
  }

  private List<ConversationSummary> conversations() {
    return mail.newestConversations(workspace, Optional.empty(), 50).items();
  }

  private List<String> subjects() {
    var subjects = new ArrayList<String>();
    conversations().forEach(conversation -> subjects.add(conversation.subject()));
    return subjects;
  }

  private void sql(String statement) {
    tables.run(() -> tables.jdbc().sql(statement).param("workspace", workspace.value()).update());
  }
}
