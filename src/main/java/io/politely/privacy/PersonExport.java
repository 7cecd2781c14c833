package io.politely.privacy;

import io.politely.cadence.Cadence;
import io.politely.calendar.Calendar;
import io.politely.contacts.Contacts;
import io.politely.interviews.Interviews;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.ledger.Ledger;
import io.politely.mail.Mail;
import io.politely.mail.Mail.Head;
import io.politely.mail.MessageId;
import io.politely.outbox.Outbox;
import io.politely.outbox.OutgoingMail;
import io.politely.people.Mentions;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonAddress;
import io.politely.people.PersonId;
import io.politely.people.Traces;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.Pursuits;
import io.politely.touches.TouchPromise;
import io.politely.touches.Touches;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that is held about somebody, as a ZIP file that a person can read: {@code
 * person.json}, and each message that names them, as it came. What an erasure would take is in it.
 *
 * <p>It is written while it is put together, message by message, however many there are.
 */
@Component
public class PersonExport {

  private static final MessageId BEGINNING = new MessageId(new UUID(0, 0));
  private static final int CONVERSATIONS = 10_000;
  private static final int MAILS_AT_ONCE = 500;
  private static final int STEPS = 10_000;
  private static final int LONGEST_SUBJECT = 60;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HHmm").withZone(ZoneOffset.UTC);

  private static final int MOST_DEBRIEFS = 100_000;

  /** Beyond every meeting. */
  private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final People people;
  private final Contacts contacts;
  private final Mail mail;
  private final Ledger ledger;
  private final Outbox outbox;
  private final Pursuits pursuits;
  private final Touches touches;
  private final Cadence cadence;
  private final Calendar calendar;
  private final Interviews interviews;

  PersonExport(
      People people,
      Contacts contacts,
      Mail mail,
      Ledger ledger,
      Outbox outbox,
      Pursuits pursuits,
      Touches touches,
      Cadence cadence,
      Calendar calendar,
      Interviews interviews) {
    this.people = people;
    this.contacts = contacts;
    this.mail = mail;
    this.ledger = ledger;
    this.outbox = outbox;
    this.pursuits = pursuits;
    this.touches = touches;
    this.cadence = cadence;
    this.calendar = calendar;
    this.interviews = interviews;
  }

  /** Writes the file, and leaves the stream open. False where there is no such person. */
  public boolean write(WorkspaceId workspace, PersonId id, OutputStream out) throws IOException {
    var person = people.person(workspace, id);
    var traces = people.traces(workspace, id);
    if (person.isEmpty() || traces.isEmpty()) {
      return false;
    }
    var zip = new ZipOutputStream(out);
    entry(zip, "person.json", JSON.writeValueAsBytes(about(workspace, person.get(), traces.get())));
    messages(workspace, new Mentions(traces.get()), zip);
    zip.finish();
    return true;
  }

  private void messages(WorkspaceId workspace, Mentions mentions, ZipOutputStream zip)
      throws IOException {
    int number = 0;
    var looked = mail.lookFor(workspace, mentions, BEGINNING);
    while (looked.isPresent()) {
      var heads =
          mail.heads(workspace, looked.get().naming()).stream()
              .sorted(Comparator.comparing(Head::sentAt).thenComparing(head -> head.id().value()))
              .toList();
      for (var head : heads) {
        var raw = mail.raw(workspace, head.id());
        if (raw.isPresent()) {
          number++;
          entry(zip, "mail/%s %05d %s.eml".formatted(day(head), number, name(head)), raw.get());
        }
      }
      looked = mail.lookFor(workspace, mentions, looked.get().last());
    }
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private static String day(Head head) {
    return DAY.format(head.sentAt());
  }

  /** Letters and figures only: a name in an archive must not lead anywhere. */
  private static String name(Head head) {
    var plain = (head.from() + " " + head.subject()).replaceAll("[^\\p{L}\\p{N}@_-]+", " ").strip();
    return plain.length() <= LONGEST_SUBJECT ? plain : plain.substring(0, LONGEST_SUBJECT).strip();
  }

  private Map<String, Object> about(WorkspaceId workspace, Person person, Traces traces) {
    var about = new LinkedHashMap<String, Object>();
    about.put("name", person.name());
    about.put("names", traces.names().stream().sorted().toList());
    about.put("addresses", texts(traces.addresses()));
    about.put(
        "companies",
        person.companies().stream().map(it -> it.name() + ", " + it.domain()).toList());
    about.put("facts", facts(workspace, person));
    about.put(
        "fields",
        contacts.values(workspace, person.id()).values().stream()
            .filter(value -> !value.words().isEmpty())
            .collect(Collectors.toMap(value -> value.field().name(), value -> value.words())));
    about.put("conversations", conversations(workspace, traces));
    about.put("calls and meetings", touches(workspace, person));
    about.put("follow-ups", followUps(workspace, person));
    about.put("reasons to write", reasons(workspace, person));
    about.put("meetings", meetings(workspace, person));
    about.put("debriefs", debriefs(workspace, person));
    about.put(
        "pursuits",
        pursuits.of(workspace, person.id()).stream()
            .map(pursuit -> pursuit(workspace, pursuit, person.id()))
            .toList());
    about.put("sent from here", sent(workspace, traces));
    outbox
        .stopAgainst(workspace, List.copyOf(traces.addresses()))
        .ifPresent(
            stop -> about.put("do not contact", dated(stop.since(), "because", stop.reason())));
    return about;
  }

  private List<Map<String, Object>> facts(WorkspaceId workspace, Person person) {
    return contacts.facts(workspace, person.id()).stream()
        .map(fact -> {
          var told =
              dated(
                  fact.at(),
                  fact.told().kind().name().toLowerCase(Locale.ROOT),
                  fact.told().words());
          if (!fact.told().company().isEmpty()) {
            told.put("company", fact.told().company());
          }
          fact.told().since().ifPresent(day -> told.put("since", day.toString()));
          fact.told().end().ifPresent(day -> told.put("until", day.toString()));
          if (!fact.file().isEmpty()) {
            told.put("from", fact.file());
          }
          return told;
        })
        .toList();
  }

  private List<Map<String, Object>> meetings(WorkspaceId workspace, Person person) {
    var addresses = person.addresses().stream().map(PersonAddress::address).toList();
    return calendar.everWith(workspace, addresses, Instant.EPOCH, FAR).values().stream()
        .flatMap(List::stream)
        .distinct()
        .map(meeting -> {
          var told = dated(meeting.starts(), "title", meeting.title());
          told.put("place", meeting.place());
          told.put("words", meeting.words());
          return told;
        })
        .toList();
  }

  /** What they told of meetings of theirs. */
  private List<Map<String, Object>> debriefs(WorkspaceId workspace, Person person) {
    return interviews.debriefs(workspace, MOST_DEBRIEFS).stream()
        .filter(it -> it.interview().candidate().filter(person.id()::equals).isPresent())
        .map(it -> {
          var told = dated(it.debrief().endedAt(), "meeting", it.called());
          told.put("words", it.debrief().words());
          told.put("not a yes", it.debrief().condition());
          told.put(
              "answers",
              it.debrief().answers().stream()
                  .filter(answer -> !answer.isSkipped())
                  .map(answer -> answer.question() + ": " + answer.words())
                  .toList());
          return told;
        })
        .toList();
  }

  private List<Map<String, Object>> followUps(WorkspaceId workspace, Person person) {
    return cadence.with(workspace, person.id()).stream()
        .map(planned -> {
          var followUp = planned.followUp();
          var told = dated(followUp.startedAt(), "situation", followUp.situation());
          told.put("fact", followUp.research().fact());
          told.put("source", followUp.research().source());
          told.put("relevance", followUp.research().relevance());
          var ended = followUp.ended();
          told.put("next", ended == null ? planned.next().reason() : ended.how().said());
          return told;
        })
        .toList();
  }

  private List<Map<String, Object>> reasons(WorkspaceId workspace, Person person) {
    return cadence.everyNews(workspace, person.id()).stream()
        .map(news -> {
          var told = dated(news.notedAt(), "words", news.words());
          told.put("source", news.source());
          return told;
        })
        .toList();
  }

  private List<Map<String, Object>> touches(WorkspaceId workspace, Person person) {
    var promises =
        touches.promises(workspace, person.id()).stream()
            .collect(Collectors.groupingBy(TouchPromise::touch));
    return touches.with(workspace, List.of(person.id())).stream()
        .map(touch -> {
          var logged = dated(touch.at(), "what", touch.said());
          logged.put("words", touch.words());
          logged.put(
              "promises",
              promises.getOrDefault(touch.id(), List.of()).stream()
                  .map(promise -> {
                    var made = dated(touch.at(), "words", promise.words());
                    made.put("by", promise.byUs() ? "us" : "them");
                    made.put("due", promise.due().toString());
                    return made;
                  })
                  .toList());
          return logged;
        })
        .toList();
  }

  private List<Map<String, Object>> conversations(WorkspaceId workspace, Traces traces) {
    var found = mail.conversationsWith(workspace, traces.addresses(), CONVERSATIONS);
    var ids = found.stream().map(it -> it.id()).toList();
    var moves = ledger.moves(workspace, ids);
    var promises = ledger.promises(workspace, ids);
    return found.stream()
        .map(it -> {
          var conversation = dated(it.lastAt(), "subject", it.subject());
          conversation.put("messages", it.messageCount());
          Optional.ofNullable(moves.get(it.id()))
              .ifPresent(move -> conversation.put("whose move", move.reason()));
          conversation.put(
              "promises",
              promises.getOrDefault(it.id(), List.of()).stream()
                  .map(promise -> {
                    var made = dated(promise.madeAt(), "words", promise.quote());
                    made.put("by", promise.byUs() ? "us" : promise.promiser().value());
                    made.put("due", promise.due().toString());
                    return made;
                  })
                  .toList());
          return conversation;
        })
        .toList();
  }

  private Map<String, Object> pursuit(WorkspaceId workspace, Pursuit pursuit, PersonId person) {
    var about = dated(pursuit.openedAt(), "pursuit", pursuit.name());
    pursuits.parts(workspace, pursuit.id()).stream()
        .filter(part -> part.person().equals(person))
        .forEach(part -> {
          about.put("role", part.role().word());
          about.put("stage", part.stage());
        });
    about.put(
        "time given",
        pursuits.times(workspace, pursuit.id()).stream()
            .filter(time -> time.person().equals(person))
            .map(time -> {
              var given = dated(time.givenAt(), "kind", time.kind().word());
              given.put("by", time.byUs() ? "us" : "them");
              given.put("note", time.note());
              return given;
            })
            .toList());
    about.put(
        "outcomes",
        pursuits.outcomes(workspace, pursuit.id()).stream()
            .filter(outcome -> outcome.person().equals(person))
            .map(outcome -> {
              var decided = dated(outcome.decidedAt(), "result", outcome.result().word());
              decided.put("our reason", outcome.internalReason());
              Optional.ofNullable(outcome.told())
                  .ifPresent(told -> decided.put("told reason", told.words()));
              decided.put("delivered", outcome.isDelivered());
              return decided;
            })
            .toList());
    about.put(
        "history",
        pursuits.steps(workspace, pursuit.id(), STEPS).stream()
            .filter(step -> person.equals(step.person()))
            .map(step -> {
              var happened = dated(step.at(), "what", step.what());
              happened.put("after", step.after());
              happened.put("why", step.why());
              return happened;
            })
            .toList());
    return about;
  }

  private List<Map<String, Object>> sent(WorkspaceId workspace, Traces traces) {
    var sent = new ArrayList<Map<String, Object>>();
    var page = outbox.list(workspace, Optional.empty(), MAILS_AT_ONCE);
    while (true) {
      for (var one : page.items()) {
        if (isTo(one, traces.addresses())) {
          var what = dated(one.approvedAt(), "subject", one.subject());
          what.put("state", one.state().name().toLowerCase(Locale.ROOT));
          what.put("text", one.body());
          sent.add(what);
        }
      }
      if (page.next().isEmpty()) {
        return sent;
      }
      page = outbox.list(workspace, page.next(), MAILS_AT_ONCE);
    }
  }

  private static boolean isTo(OutgoingMail one, Set<EmailAddress> addresses) {
    return one.to().stream().anyMatch(addresses::contains)
        || one.cc().stream().anyMatch(addresses::contains)
        || one.bcc().stream().anyMatch(addresses::contains);
  }

  private static Map<String, Object> dated(Instant at, String name, String words) {
    var dated = new LinkedHashMap<String, Object>();
    dated.put("at", at.toString());
    dated.put(name, words);
    return dated;
  }

  private static List<String> texts(Set<EmailAddress> addresses) {
    return addresses.stream().map(EmailAddress::value).sorted().toList();
  }
}
