package io.politely.contacts;

import io.politely.accounts.MemberId;
import io.politely.contacts.ContactFile.OfPeople;
import io.politely.contacts.ContactFile.Refused;
import io.politely.contacts.Fact.Told;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.Mentions;
import io.politely.people.PersonId;
import io.politely.people.Traces;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The module's front door: what is kept about people beside mail, and imports of it. */
@Service
public class Contacts {

  /** The largest file that can be read, in bytes. */
  public static final int LARGEST_FILE = ContactReader.LARGEST;

  /** What is said of a larger one. */
  public static final Refused TOO_LARGE = ContactReader.TOO_LARGE;

  private static final int IMPORTS_SHOWN = 100;

  private final ContactStore store;
  private final FactStore facts;
  private final ContactIntake intake;
  private final ContactExport export;
  private final ContactErasureStore erasure;
  private final ContactPolicyFiles policy;
  private final OwnFieldStore ownFields;
  private final ApplicationEventPublisher nudges;
  private final NewIds ids;

  Contacts(
      ContactStore store,
      FactStore facts,
      ContactIntake intake,
      ContactExport export,
      ContactErasureStore erasure,
      ContactPolicyFiles policy,
      OwnFieldStore ownFields,
      ApplicationEventPublisher nudges,
      NewIds ids) {
    this.store = store;
    this.facts = facts;
    this.intake = intake;
    this.export = export;
    this.erasure = erasure;
    this.policy = policy;
    this.ownFields = ownFields;
    this.nudges = nudges;
    this.ids = ids;
  }

  /** What a file is; nothing is kept of it. */
  @Transactional(readOnly = true)
  public ContactFile read(WorkspaceId workspace, byte[] file) {
    return new ContactReader(header -> store.mapping(workspace, header)).read(file);
  }

  /** Remembers what the columns under a header mean. */
  @Transactional
  public void remember(WorkspaceId workspace, List<String> header, Mapping mapping) {
    store.remember(workspace, Mapping.header(header), mapping);
  }

  /** Begins an import, or finds the one of the same rows that was cut off. */
  @Transactional
  public ContactImport begin(
      WorkspaceId workspace, String name, OfPeople file, MemberId by, Instant now) {
    return intake.begin(workspace, name, file, by, now);
  }

  /**
   * Takes in the next thousand rows of an import's file; none where it is through or was taken
   * back. What an import in force has brought adds nothing.
   *
   * @param now the moment at which it was through, if it is
   */
  @Transactional
  public ContactImport takeNext(
      WorkspaceId workspace, UUID contactImport, OfPeople file, MemberId by, Instant now) {
    return intake.takeNext(workspace, contactImport, file, by, now);
  }

  /**
   * Takes an import back, with everything that it alone has told. Doing so twice changes nothing.
   *
   * @return empty where there is no such import
   */
  @Transactional
  public Optional<ContactImport> undo(WorkspaceId workspace, UUID contactImport, Instant now) {
    return intake.undo(workspace, contactImport, now);
  }

  /** The last hundred imports, the newest first. */
  @Transactional(readOnly = true)
  public List<ContactImport> imports(WorkspaceId workspace) {
    return store.imports(workspace, IMPORTS_SHOWN);
  }

  /** An import. */
  @Transactional(readOnly = true)
  public Optional<ContactImport> contactImport(WorkspaceId workspace, UUID contactImport) {
    return store.contactImport(workspace, contactImport);
  }

  /** Whom an import named, by name. */
  @Transactional(readOnly = true)
  public List<PersonId> people(WorkspaceId workspace, UUID contactImport, int limit) {
    return store.people(workspace, contactImport, limit);
  }

  /**
   * Writes everybody in the list of people, by name, with what is known of them.
   *
   * @return how many
   */
  @Transactional(readOnly = true)
  public int export(WorkspaceId workspace, ExportFormat format, Writer out) throws IOException {
    return export.write(workspace, format, out);
  }

  /**
   * What is kept about somebody, whoever of those merged into them it was told of: by kind, then by
   * words.
   */
  @Transactional(readOnly = true)
  public List<Fact> facts(WorkspaceId workspace, PersonId person) {
    return facts.of(workspace, person);
  }

  /** The same of several persons; who has none is absent. */
  @Transactional(readOnly = true)
  public Map<PersonId, List<Fact>> facts(WorkspaceId workspace, List<PersonId> persons) {
    return facts.ofEach(workspace, persons);
  }

  /**
   * Keeps a fact that a member tells.
   *
   * @return empty where it is known already
   */
  @Transactional
  public Optional<UUID> tell(
      WorkspaceId workspace, PersonId person, Told told, MemberId by, Instant now) {
    if (holding(facts.of(workspace, person), told.kind())
        .anyMatch(fact -> fact.told().equals(told))) {
      return Optional.empty();
    }
    var fact = facts.add(workspace, person, told, by, now);
    nudges.publishEvent(new FactsChanged(workspace, person));
    return Optional.of(fact);
  }

  /** Lets whoever goes by what is known of somebody look again. */
  @Transactional
  public void changed(WorkspaceId workspace, PersonId person) {
    nudges.publishEvent(new FactsChanged(workspace, person));
  }

  /** Of a kind of which only the newest holds, that one. */
  private static Stream<Fact> holding(List<Fact> facts, FactKind kind) {
    var all = facts.stream().filter(fact -> fact.told().kind() == kind);
    return kind.isOne() ? all.max(Comparator.comparing(Fact::at)).stream() : all;
  }

  /** Takes back that a fact was told: what was told of it before holds again. */
  @Transactional
  public boolean untell(WorkspaceId workspace, UUID fact, Instant now) {
    var person = facts.whose(workspace, fact);
    return changed(workspace, person, facts.untell(workspace, fact, now));
  }

  /**
   * Removes all that was told of a kind of which only the newest holds.
   *
   * @return a fact by which to bring all of them back; empty where there was none
   */
  @Transactional
  public Optional<UUID> clear(WorkspaceId workspace, PersonId person, FactKind kind, Instant now) {
    var cleared = facts.clear(workspace, person, kind, now);
    changed(workspace, Optional.of(person), cleared.isPresent());
    return cleared;
  }

  /** The fields of the workspace's own, in the order in which they were made. */
  @Transactional(readOnly = true)
  public List<OwnField> ownFields(WorkspaceId workspace) {
    return ownFields.fields(workspace);
  }

  /** Makes a field; empty where there is one of that name. */
  @Transactional
  public Optional<UUID> addField(WorkspaceId workspace, String name, OwnField.Type type) {
    var field = new OwnField(ids.next(), name, type);
    return ownFields.add(workspace, field) ? Optional.of(field.id()) : Optional.empty();
  }

  /** Removes a field, with what it holds. False where there is none. */
  @Transactional
  public boolean removeField(WorkspaceId workspace, UUID field, Instant now) {
    return ownFields.remove(workspace, field, now);
  }

  /** Brings a field back, with what it held. False where there is none. */
  @Transactional
  public boolean bringFieldBack(WorkspaceId workspace, UUID field) {
    return ownFields.bringBack(workspace, field);
  }

  /** What each field holds of somebody, by its id; an empty one holds nothing. */
  @Transactional(readOnly = true)
  public Map<UUID, OwnField.Value> values(WorkspaceId workspace, PersonId person) {
    return ownFields.values(workspace, List.of(person)).getOrDefault(person, Map.of());
  }

  /**
   * Tells what a field holds of somebody; blank: nothing.
   *
   * @return by which it is taken back; empty where the words do not fit into the field
   */
  @Transactional
  public Optional<UUID> tellValue(
      WorkspaceId workspace,
      PersonId person,
      OwnField field,
      String words,
      MemberId by,
      Instant now) {
    return (words.isBlank() ? Optional.of("") : OwnFieldRules.value(field.type(), words))
        .map(kept -> ownFields.tell(workspace, person, field.id(), kept, by, now));
  }

  /** Takes a value back: the one before holds again. False where there is none. */
  @Transactional
  public boolean untellValue(WorkspaceId workspace, UUID value) {
    return ownFields.untell(workspace, value);
  }

  /** The level that a job title tells, with its words; empty where it tells none. */
  public Optional<Seniority> seniority(String title) {
    return policy.seniority().of(title);
  }

  /** The roles of several persons, those told last first; who has none is absent. */
  @Transactional(readOnly = true)
  public Map<PersonId, List<Told>> roles(WorkspaceId workspace, List<PersonId> persons) {
    var roles = new HashMap<PersonId, List<Told>>();
    facts
        .of(workspace, persons)
        .forEach((person, told) -> {
          var theirs = told.stream().filter(it -> it.kind() == FactKind.ROLE).toList();
          if (!theirs.isEmpty()) {
            roles.put(person, theirs);
          }
        });
    return roles;
  }

  /**
   * Where somebody's clock hangs: by the user's word, else by their letters, phones and addresses.
   *
   * @param facts all that is kept of them
   * @param offsets of the clocks of their newest letters, the newest first
   */
  public Optional<TheirZone> zone(
      List<Fact> facts, List<ZoneOffset> offsets, Collection<EmailAddress> addresses, Instant now) {
    return policy
        .zones()
        .of(
            holding(facts, FactKind.ZONE).map(fact -> fact.told().words()).findFirst(),
            offsets,
            holding(facts, FactKind.PHONE).map(fact -> fact.told().words()).toList(),
            addresses,
            now);
  }

  /** Removes a fact, whoever told it. False where there is no such fact. */
  @Transactional
  public boolean remove(WorkspaceId workspace, UUID fact, Instant now) {
    var person = facts.whose(workspace, fact);
    return changed(workspace, person, facts.remove(workspace, fact, now));
  }

  /** Brings a fact back that was removed. False where there is no such fact. */
  @Transactional
  public boolean bringBack(WorkspaceId workspace, UUID fact) {
    var person = facts.whose(workspace, fact);
    return changed(workspace, person, facts.bringBack(workspace, fact));
  }

  private boolean changed(WorkspaceId workspace, Optional<PersonId> person, boolean isChanged) {
    if (isChanged) {
      person.ifPresent(it -> nudges.publishEvent(new FactsChanged(workspace, it)));
    }
    return isChanged;
  }

  /** Removes what is kept about somebody, and takes them out of what is kept about others. */
  @Transactional
  public void erase(WorkspaceId workspace, Traces traces) {
    erasure.erase(workspace, traces, new Mentions(traces));
  }
}
