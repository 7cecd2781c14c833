package io.politely.contacts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.politely.contacts.ContactFile.OfPeople;
import io.politely.contacts.ContactFile.Unmapped;
import io.politely.contacts.Fact.Told;
import io.politely.contacts.FactRules.Typed;
import io.politely.contacts.FactRules.Typed.Understood;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonId;
import io.politely.people.SuggestedMerge;
import io.politely.testing.Cast;
import io.politely.testing.Served;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

@Served
class ContactsTest {

  private static final Instant MONDAY = Instant.parse("2026-06-01T09:00:00Z");
  private static final String CONNECTIONS =
      """
      First Name,Last Name,URL,Email Address,Company,Position,Connected On
      Grace,Hopper,https://www.linkedin.com/in/grace-h,,Example Navy,Rear Admiral,05 Mar 2024
      Alan,Turing,https://www.linkedin.com/in/alan-t,alan@example.net,Example Park,Reader,06 Mar 2024
      """;

  @Autowired private Contacts contacts;
  @Autowired private ContactImporter importer;
  @Autowired private People people;
  @Autowired private Cast cast;

  private Cast.Owner ada;
  private WorkspaceId workspace;

  @BeforeEach
  void ada_has_a_workspace() {
    ada = cast.owner("Ada");
    workspace = ada.workspace();
  }

  @Test
  void people_of_a_file_are_found_with_what_it_tells() {
    var done = imported(CONNECTIONS);

    assertThat(done.added()).isEqualTo(2);
    assertThat(done.people()).isEqualTo(2);
    assertThat(names()).containsExactly("Alan Turing", "Grace Hopper");
    var profile = "https://www.linkedin.com/in/grace-h";
    assertThat(told(person("grace-h@linkedin.invalid")))
        .containsExactly(
            new Told(FactKind.LINK, profile, "", LocalDate.parse("2024-03-05")),
            new Told(FactKind.ROLE, "Rear Admiral", "Example Navy", null));
    assertThat(found("hopper")).hasSize(1);
  }

  @Test
  void what_is_kept_of_several_is_what_is_kept_of_each_and_nothing_of_it_elsewhere() {
    imported(CONNECTIONS);
    var some = List.of(person("grace-h@linkedin.invalid"), person("alan@example.net"));

    var facts = contacts.facts(workspace, some);

    for (var one : some) {
      assertThat(facts.getOrDefault(one, List.of())).isEqualTo(contacts.facts(workspace, one));
    }
    assertThat(contacts.facts(cast.owner("Eve").workspace(), some)).isEmpty();
  }

  @Test
  void the_same_file_again_adds_nothing() {
    imported(CONNECTIONS);
    var before = digest();

    var again = imported(CONNECTIONS);

    assertThat(again.added()).isZero();
    assertThat(again.known()).isEqualTo(2);
    assertThat(digest()).isEqualTo(before);
    assertThat(contacts.undo(workspace, again.id(), MONDAY)).isPresent();
    assertThat(digest()).isEqualTo(before);
  }

  @Test
  void an_import_taken_back_leaves_everything_as_it_was() {
    people.enter(workspace, "A. Turing", new EmailAddress("alan@example.net"));
    var before = digest();
    var done = imported(CONNECTIONS);
    assertThat(digest()).isNotEqualTo(before);

    contacts.undo(workspace, done.id(), MONDAY);
    contacts.undo(workspace, done.id(), MONDAY);

    assertThat(digest()).isEqualTo(before);
    assertThat(found("hopper")).isEmpty();
    assertThat(told(person("alan@example.net"))).isEmpty();

    assertThat(imported(CONNECTIONS).added()).isEqualTo(2);
    assertThat(found("hopper")).hasSize(1);
  }

  @Test
  void whoever_has_a_note_by_hand_stays() {
    var done = imported(CONNECTIONS);
    var grace = person("grace-h@linkedin.invalid");
    tell(grace, FactRules.note("Likes *short* letters"));

    contacts.undo(workspace, done.id(), MONDAY);

    assertThat(names()).containsExactly("Grace Hopper");
    assertThat(told(grace)).containsExactly(Told.of(FactKind.NOTE, "Likes *short* letters"));
  }

  @Test
  void a_merge_shows_facts_and_its_undoing_puts_them_back() {
    imported(CONNECTIONS);
    var profile = person("grace-h@linkedin.invalid");
    var mailbox = people.enter(workspace, "Grace Hopper", new EmailAddress("grace@example.com"));

    var merge = people.merge(workspace, mailbox, profile, ada.member(), MONDAY).orElseThrow();
    assertThat(told(mailbox)).hasSize(2);
    assertThat(people.person(workspace, mailbox).flatMap(Person::mailAddress))
        .contains(new EmailAddress("grace@example.com"));

    people.undoMerge(workspace, merge, MONDAY);
    assertThat(told(mailbox)).isEmpty();
    assertThat(told(profile)).hasSize(2);
  }

  @Test
  void facts_by_hand_go_and_come_back() {
    var grace = people.enter(workspace, "Grace", new EmailAddress("grace@example.com"));
    var tag = tell(grace, FactRules.tag(" speaker ")).orElseThrow();
    tell(grace, FactRules.reach("+1 (555) 0100"));
    tell(grace, FactRules.reach("example.com/grace"));
    tell(grace, FactRules.role("Rear Admiral", ""));
    assertThat(tell(grace, FactRules.tag("speaker"))).isEmpty();
    assertThat(told(grace))
        .extracting(Told::words)
        .containsExactly("https://example.com/grace", "+1 (555) 0100", "Rear Admiral", "speaker");

    contacts.remove(workspace, tag, MONDAY);
    assertThat(told(grace)).hasSize(3);
    contacts.bringBack(workspace, tag);
    assertThat(told(grace)).hasSize(4);
  }

  @Test
  void fields_of_ones_own_hold_values_that_go_and_come_back_follow_merges_and_are_exported()
      throws IOException {
    var grace = people.enter(workspace, "Grace Hopper", new EmailAddress("grace@example.com"));
    var home = people.enter(workspace, "Grace Hopper", new EmailAddress("grace@example.org"));
    var size = field("Shoe size", OwnField.Type.NUMBER);
    var met = field("Met on", OwnField.Type.DATE);
    assertThat(contacts.addField(workspace, "shoe SIZE", OwnField.Type.TEXT)).isEmpty();
    assertThat(value(grace, size, "38.50")).isPresent();
    assertThat(value(grace, size, "large")).isEmpty();
    assertThat(value(grace, met, "yesterday")).isEmpty();
    assertThat(value(grace, met, "2024-03-05")).isPresent();
    var bigger = value(grace, size, "39").orElseThrow();
    assertThat(held(grace)).containsEntry("Shoe size", "39").containsEntry("Met on", "2024-03-05");

    assertThat(contacts.untellValue(workspace, bigger)).isTrue();
    assertThat(held(grace)).containsEntry("Shoe size", "38.50");
    value(grace, met, " ");
    assertThat(held(grace)).containsEntry("Met on", "");

    var merge = people.merge(workspace, home, grace, ada.member(), MONDAY).orElseThrow();
    assertThat(held(home)).containsEntry("Shoe size", "38.50");
    assertThat(exported(workspace, ExportFormat.CSV))
        .contains("Connected on,Shoe size,Met on")
        .contains(",38.50,");
    assertThat(exported(workspace, ExportFormat.VCARD)).contains("NOTE:Shoe size: 38.50");
    people.undoMerge(workspace, merge, MONDAY);
    assertThat(held(home)).isEmpty();

    assertThat(contacts.removeField(workspace, size.id(), MONDAY)).isTrue();
    assertThat(held(grace)).doesNotContainKey("Shoe size");
    assertThat(contacts.bringFieldBack(workspace, size.id())).isTrue();
    assertThat(held(grace)).containsEntry("Shoe size", "38.50");
  }

  @Test
  void another_workspace_sees_and_changes_no_field() {
    var grace = people.enter(workspace, "Grace Hopper", new EmailAddress("grace@example.com"));
    var size = field("Shoe size", OwnField.Type.NUMBER);
    var value = value(grace, size, "38").orElseThrow();
    var mallory = cast.owner("Mallory");
    var other = mallory.workspace();

    assertThat(contacts.ownFields(other)).isEmpty();
    assertThat(contacts.values(other, grace)).isEmpty();
    assertThat(contacts.removeField(other, size.id(), MONDAY)).isFalse();
    assertThat(contacts.bringFieldBack(other, size.id())).isFalse();
    assertThat(contacts.untellValue(other, value)).isFalse();
    contacts.tellValue(other, grace, size, "1", mallory.member(), MONDAY);
    assertThat(held(grace)).containsEntry("Shoe size", "38");
  }

  private OwnField field(String name, OwnField.Type type) {
    return new OwnField(contacts.addField(workspace, name, type).orElseThrow(), name, type);
  }

  private Optional<UUID> value(PersonId person, OwnField field, String words) {
    return contacts.tellValue(workspace, person, field, words, ada.member(), MONDAY);
  }

  private Map<String, String> held(PersonId person) {
    return contacts.values(workspace, person).values().stream()
        .collect(toMap(it -> it.field().name(), OwnField.Value::words));
  }

  @Test
  void of_a_zone_only_the_newest_holds_and_taking_it_back_brings_the_former() {
    var grace = people.enter(workspace, "Grace", new EmailAddress("grace@example.com"));
    tell(grace, FactRules.only(FactKind.ZONE, "Europe/Paris"));
    var berlin =
        contacts
            .tell(
                workspace,
                grace,
                Told.of(FactKind.ZONE, "Europe/Berlin"),
                ada.member(),
                MONDAY.plusSeconds(1))
            .orElseThrow();
    assertThat(zone(grace))
        .contains(new TheirZone("Europe/Berlin", "as you said", ZoneId.of("Europe/Berlin")));

    contacts.untell(workspace, berlin, MONDAY);
    assertThat(zone(grace))
        .contains(new TheirZone("Europe/Paris", "as you said", ZoneId.of("Europe/Paris")));

    contacts.bringBack(workspace, berlin);
    var gone = contacts.clear(workspace, grace, FactKind.ZONE, MONDAY).orElseThrow();
    assertThat(zone(grace)).isEmpty();
    assertThat(contacts.clear(workspace, grace, FactKind.ZONE, MONDAY)).isEmpty();
    contacts.bringBack(workspace, gone);
    assertThat(zone(grace))
        .contains(new TheirZone("Europe/Berlin", "as you said", ZoneId.of("Europe/Berlin")));
  }

  @Test
  void what_is_said_of_somebody_follows_a_merge_and_its_undoing() {
    var grace = people.enter(workspace, "Grace", new EmailAddress("grace@example.com"));
    var home = people.enter(workspace, "Grace", new EmailAddress("grace@example.org"));
    for (var kind : FactKind.values()) {
      tell(grace, new Understood(Told.of(kind, kind.isOne() ? "Europe/Paris" : "x")));
    }
    var before = told(grace);
    assertThat(before).hasSize(FactKind.values().length);

    var merge = people.merge(workspace, home, grace, ada.member(), MONDAY).orElseThrow();
    assertThat(told(home)).isEqualTo(before);

    people.undoMerge(workspace, merge, MONDAY);
    assertThat(told(home)).isEmpty();
    assertThat(told(grace)).isEqualTo(before);
  }

  @Test
  void a_role_has_times_that_can_be_put_right_and_taken_back() {
    imported(CONNECTIONS);
    var grace = person("grace-h@linkedin.invalid");
    var dated =
        contacts
            .tell(
                workspace,
                grace,
                ((Understood)
                        FactRules.role("Rear Admiral", "Example Navy", "2020-01-01", "2024-05-01"))
                    .told(),
                ada.member(),
                MONDAY)
            .orElseThrow();
    var role = contacts.roles(workspace, List.of(grace)).values().iterator().next().getFirst();
    assertThat(role.end()).contains(LocalDate.parse("2024-05-01"));
    assertThat(contacts.facts(workspace, grace))
        .filteredOn(fact -> fact.told().kind() == FactKind.ROLE)
        .singleElement()
        .satisfies(fact -> assertThat(fact.told().since()).contains(LocalDate.parse("2020-01-01")));

    contacts.untell(workspace, dated, MONDAY);
    assertThat(contacts.facts(workspace, grace))
        .filteredOn(fact -> fact.told().kind() == FactKind.ROLE)
        .singleElement()
        .satisfies(fact -> {
          assertThat(fact.told().since()).isEmpty();
          assertThat(fact.file()).isEqualTo("Connections.csv");
        });
    assertThat(FactRules.role("A", "B", "2024-05-01", "2020-01-01"))
        .isInstanceOf(Typed.Refused.class);
    assertThat(FactRules.role("A", "B", "soon", "")).isInstanceOf(Typed.Refused.class);
  }

  private Optional<TheirZone> zone(PersonId person) {
    return contacts.zone(contacts.facts(workspace, person), List.of(), List.of(), MONDAY);
  }

  @Test
  void what_two_files_tell_goes_and_comes_back_as_one() {
    imported(CONNECTIONS);
    imported(CONNECTIONS.replace("05 Mar 2024", "07 Mar 2024"));
    var grace = person("grace-h@linkedin.invalid");
    var link = contacts.facts(workspace, grace).getFirst();
    assertThat(link.told().kind()).isEqualTo(FactKind.LINK);

    contacts.remove(workspace, link.id(), MONDAY);
    assertThat(told(grace)).extracting(Told::kind).containsExactly(FactKind.ROLE);

    contacts.bringBack(workspace, link.id());
    assertThat(told(grace)).hasSize(2);
  }

  @Test
  void two_addresses_that_a_row_names_are_one_person() {
    imported(CONNECTIONS);
    var before = digest();
    var card =
        imported(
            "Name,Email,URL\nGrace Hopper,grace@example.com,https://www.linkedin.com/in/grace-h\n");

    assertThat(card.merged()).isEqualTo(1);
    assertThat(found("hopper")).hasSize(1);
    assertThat(told(person("grace@example.com")))
        .extracting(Told::kind)
        .containsExactly(FactKind.LINK, FactKind.ROLE);

    contacts.undo(workspace, card.id(), MONDAY);
    assertThat(digest()).isEqualTo(before);
  }

  @Test
  void who_writes_and_who_was_imported_under_one_name_may_be_one_person() {
    people.enter(workspace, "Grace Hopper", new EmailAddress("grace@example.com"));
    imported(CONNECTIONS);

    assertThat(people.suggestedMerges(workspace, 10))
        .extracting(SuggestedMerge::reason)
        .containsExactly(
            "Both are called Grace Hopper, and of one of them only linkedin.com/in/grace-h is"
                + " known.");
  }

  @Test
  void two_profiles_of_one_name_are_two_people() {
    imported(CONNECTIONS + "Grace,Hopper,https://www.linkedin.com/in/grace-2,,Yale,,\n");

    assertThat(found("hopper")).hasSize(2);
    assertThat(people.suggestedMerges(workspace, 10)).isEmpty();
  }

  @Test
  void an_address_that_two_names_share_makes_nobody_one() {
    var done =
        imported(
            """
            Name,E-Mail 1 - Value,E-Mail 2 - Value
            Grace Hopper,grace@example.com,kitchen@example.com
            Alan Turing,alan@example.com,kitchen@example.com
            """);

    assertThat(done.merged()).isEqualTo(1);
    assertThat(found("hopper")).hasSize(1);
    assertThat(found("turing")).hasSize(1);
  }

  @Test
  void what_columns_hold_is_remembered_by_their_header() {
    var file = "Wer,Wo\nGrace Hopper,Example Navy\n".getBytes(UTF_8);
    assertThat(contacts.read(workspace, file)).isInstanceOf(Unmapped.class);

    contacts.remember(
        workspace, List.of("Wer ", "wo"), new Mapping(List.of(Field.NAME, Field.COMPANY)));

    assertThat(contacts.read(workspace, file)).isInstanceOf(OfPeople.class);
    assertThat(contacts.read(cast.owner("Bob").workspace(), file)).isInstanceOf(Unmapped.class);
  }

  @RepeatedTest(3)
  void an_import_cut_off_anywhere_and_repeated_ends_as_one_that_was_not(RepetitionInfo repetition)
      throws IOException {
    var table = manyPeople(2_600);
    var straight = imported(table);
    var bob = cast.owner("Bob");
    var file = (OfPeople) contacts.read(bob.workspace(), table.getBytes(UTF_8));

    var random = new Random(repetition.getCurrentRepetition());
    var broken = cutOffAt(random.nextInt(2_600), file);
    var begun = contacts.begin(bob.workspace(), "people.csv", file, bob.member(), MONDAY);
    assertThatThrownBy(() -> takeAll(bob, begun, broken)).isInstanceOf(DataAccessException.class);
    assertThat(contacts.contactImport(bob.workspace(), begun.id()).orElseThrow().canGoOn())
        .isTrue();
    var ended = importer.run(bob.workspace(), "again.csv", file, bob.member(), MONDAY, _ -> {});

    assertThat(ended.id()).isEqualTo(begun.id());
    assertThat(List.of(ended.added(), ended.known(), ended.people(), ended.merged()))
        .isEqualTo(
            List.of(straight.added(), straight.known(), straight.people(), straight.merged()));
    assertThat(digest(bob.workspace())).isEqualTo(digest());
    assertThat(exported(bob.workspace(), ExportFormat.CSV))
        .isEqualTo(exported(workspace, ExportFormat.CSV));
  }

  @Test
  void an_import_that_was_cut_off_can_be_taken_back() {
    var file = (OfPeople) contacts.read(workspace, manyPeople(1_200).getBytes(UTF_8));
    var begun = contacts.begin(workspace, "people.csv", file, ada.member(), MONDAY);
    var half = contacts.takeNext(workspace, begun.id(), file, ada.member(), MONDAY);
    assertThat(half.read()).isEqualTo(1_000);
    assertThat(half.isThrough()).isFalse();

    contacts.undo(workspace, begun.id(), MONDAY);

    assertThat(digest()).isEmpty();
    assertThat(contacts.takeNext(workspace, begun.id(), file, ada.member(), MONDAY).added())
        .isEqualTo(half.added());
    assertThat(digest()).isEmpty();
    var again = imported(manyPeople(1_200));
    assertThat(again.id()).isNotEqualTo(begun.id());
    assertThat(again.added()).isEqualTo(1_200);
  }

  /** Every tenth row names two addresses of one person, who are merged. */
  private static String manyPeople(int count) {
    return "Name,Email,Job title,LinkedIn\n"
        + IntStream.range(0, count)
            .mapToObj(i ->
                "Grace%1$d Hopper,grace%1$d@example.com,Admiral,%2$s\n"
                    .formatted(i, i % 10 == 9 ? "https://www.linkedin.com/in/grace-" + i : ""))
            .collect(joining());
  }

  /** With a row that the database cannot keep, a day beyond its calendar: it ends there. */
  private static OfPeople cutOffAt(int row, OfPeople file) {
    var contacts = new ArrayList<>(file.contacts());
    var cut = contacts.get(row);
    contacts.set(
        row,
        new Contact(
            cut.name(),
            cut.mail(),
            cut.company(),
            cut.title(),
            cut.phones(),
            List.of("https://example.com/a"),
            cut.note(),
            cut.tags(),
            LocalDate.of(6_000_000, 1, 1)));
    return new OfPeople(file.kind(), contacts, file.empty(), file.remarks());
  }

  private ContactImport takeAll(Cast.Owner owner, ContactImport begun, OfPeople file) {
    var soFar = begun;
    while (soFar.canGoOn()) {
      soFar = contacts.takeNext(owner.workspace(), begun.id(), file, owner.member(), MONDAY);
    }
    return soFar;
  }

  @Test
  void another_workspace_sees_and_undoes_nothing_of_it() {
    var done = imported(CONNECTIONS);
    var grace = person("grace-h@linkedin.invalid");
    var other = cast.owner("Mallory").workspace();

    assertThat(contacts.imports(other)).isEmpty();
    assertThat(contacts.contactImport(other, done.id())).isEmpty();
    assertThat(contacts.people(other, done.id(), 10)).isEmpty();
    assertThat(contacts.undo(other, done.id(), MONDAY)).isEmpty();
    assertThat(importer.stop(other, done.id())).isFalse();
    var file = (OfPeople) contacts.read(other, CONNECTIONS.getBytes(UTF_8));
    assertThatThrownBy(() -> contacts.takeNext(other, done.id(), file, ada.member(), MONDAY))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(contacts.facts(other, grace)).isEmpty();
    var fact = contacts.facts(workspace, grace).getFirst().id();
    assertThat(contacts.remove(other, fact, MONDAY)).isFalse();
    assertThat(contacts.bringBack(other, fact)).isFalse();
    assertThat(contacts.untell(other, fact, MONDAY)).isFalse();
    assertThat(contacts.clear(other, grace, FactKind.ROLE, MONDAY)).isEmpty();
    assertThat(contacts.roles(other, List.of(grace))).isEmpty();
    assertThat(told(grace)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void what_is_exported_comes_in_again_as_the_same(ExportFormat format) throws IOException {
    imported(
        """
        Name,Email,Company,Job title,Phone,URL,Tags,Notes
        Grace Hopper,grace@example.com,Example Navy,Rear Admiral,+1 555 0100,https://www.linkedin.com/in/grace-h,"speaker, navy","=HYPERLINK(""x"")
        second line, with a comma; and \\ more"
        Dana,,,,-555-0101,https://example.com/a;b,,
        @SUM(A1),sum@example.net,,,,,,
        """);
    var written = exported(workspace, format);
    assertThat(written).contains("Rear Admiral").doesNotContain(".invalid");

    var other = cast.owner("Bob");
    var file = (OfPeople) contacts.read(other.workspace(), written.getBytes(UTF_8));
    importer.run(other.workspace(), "people", file, other.member(), MONDAY, _ -> {});

    assertThat(exported(other.workspace(), format)).isEqualTo(written);
  }

  @Test
  void no_cell_of_an_export_is_computed() throws IOException {
    imported("Name,Email,Phone\n=SUM Smith,a@example.com,+1 555\n");

    assertThat(exported(workspace, ExportFormat.CSV))
        .startsWith("\ufeffName,Email,")
        .endsWith("\r\n'=SUM Smith,a@example.com,,,'+1 555,,,,\r\n");
  }

  private String exported(WorkspaceId of, ExportFormat format) throws IOException {
    var out = new StringWriter();
    contacts.export(of, format, out);
    return out.toString();
  }

  private ContactImport imported(String text) {
    var file = (OfPeople) contacts.read(workspace, text.getBytes(UTF_8));
    return importer.run(workspace, "Connections.csv", file, ada.member(), MONDAY, _ -> {});
  }

  private Optional<UUID> tell(PersonId person, Typed typed) {
    return contacts.tell(workspace, person, ((Understood) typed).told(), ada.member(), MONDAY);
  }

  private List<Told> told(PersonId person) {
    return contacts.facts(workspace, person).stream().map(Fact::told).toList();
  }

  private PersonId person(String address) {
    var wanted = new EmailAddress(address);
    return Optional.ofNullable(people.metAs(workspace, List.of(wanted)).get(wanted)).orElseThrow();
  }

  private List<String> names() {
    return people.persons(workspace, "", Optional.empty(), 50).items().stream()
        .map(Person::name)
        .toList();
  }

  private List<Person> found(String search) {
    return people.persons(workspace, search, Optional.empty(), 50).items();
  }

  private List<String> digest() {
    return digest(workspace);
  }

  private List<String> digest(WorkspaceId of) {
    var lines = new ArrayList<String>();
    people.digestLines(of, lines::add);
    return lines;
  }
}
