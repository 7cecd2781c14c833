package io.politely.cadence;

import io.politely.accounts.Accounts;
import io.politely.accounts.SignedIn;
import io.politely.cadence.FollowUp.Research;
import io.politely.contacts.Contacts;
import io.politely.contacts.Fact;
import io.politely.contacts.FactKind;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Conversation;
import io.politely.mail.ConversationSummary;
import io.politely.mail.Mail;
import io.politely.mail.StoredMessage;
import io.politely.mailboxes.MailAccount;
import io.politely.mailboxes.Mailboxes;
import io.politely.outbox.AnswerRules;
import io.politely.outbox.Outbox;
import io.politely.outbox.Reach;
import io.politely.people.People;
import io.politely.people.Person;
import io.politely.people.PersonAddress;
import io.politely.pursuits.Pursuit;
import io.politely.pursuits.Pursuits;
import io.politely.wording.DraftRequest;
import io.politely.wording.DraftStep;
import io.politely.wording.Drafts;
import io.politely.wording.Field;
import io.politely.wording.Fields;
import io.politely.wording.OwnLetter;
import io.politely.wording.OwnStyle;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drafts the letter of a touch: in its conversation, in the user's own words as far as known. */
@Component
class LetterDrafts {

  /** So many of the newest conversations tell how somebody writes. */
  private static final int CONVERSATIONS = 40;

  private static final String ENGLISH = "en";

  /** There, what was found out is what was said, and what bears on it is a proof. */
  private static final Set<String> AFTER_A_TALK = Set.of("J2", "J3", "S2");

  private static final String ASKS_FOR_INTRODUCTION = "J4";
  private static final String WAS_INTRODUCED = "J5";
  private static final String CLIENT_OWES = "R2";

  private final Drafts drafts;
  private final Mail mail;
  private final Mailboxes mailboxes;
  private final People people;
  private final Contacts contacts;
  private final Pursuits pursuits;
  private final Accounts accounts;
  private final Outbox outbox;

  LetterDrafts(
      Drafts drafts,
      Mail mail,
      Mailboxes mailboxes,
      People people,
      Contacts contacts,
      Pursuits pursuits,
      Accounts accounts,
      Outbox outbox) {
    this.drafts = drafts;
    this.mail = mail;
    this.mailboxes = mailboxes;
    this.people = people;
    this.contacts = contacts;
    this.pursuits = pursuits;
    this.accounts = accounts;
    this.outbox = outbox;
  }

  /** How the user writes, gathered once for all letters of a page. */
  List<StoredMessage> ownLetters(WorkspaceId workspace, Collection<EmailAddress> own) {
    var newest = mail.newestConversations(workspace, Optional.empty(), CONVERSATIONS).items();
    return mail
        .conversations(workspace, newest.stream().map(ConversationSummary::id).toList())
        .stream()
        .flatMap(conversation -> conversation.messages().stream())
        .filter(message -> message.sender().filter(own::contains).isPresent())
        .filter(message -> message.reading().kind().isPersonal())
        .sorted(Comparator.comparing(StoredMessage::sentAt).reversed())
        .toList();
  }

  /**
   * The letter of what comes next.
   *
   * @param ownLetters of the user, the newest first
   * @param item what it brings, or null
   */
  Optional<FollowUpLetter> draft(
      SignedIn me,
      Planned planned,
      List<StoredMessage> ownLetters,
      @Nullable ValueItem item,
      List<News> news,
      Instant now) {
    var step = step(planned.next());
    var person = people.person(me.workspace(), planned.followUp().person());
    if (step.isEmpty() || person.isEmpty()) {
      return Optional.empty();
    }
    var own = accounts.ownAddresses(me.workspace());
    var addresses = person.get().addresses().stream().map(it -> it.address()).toList();
    var thread = thread(me.workspace(), planned, addresses, own, step.get());
    var mailbox = mailbox(me.workspace(), thread);
    var facts = contacts.facts(me.workspace(), person.get().id());
    var language = language(facts);
    var toThem =
        ownLetters.stream()
            .filter(message -> message.to().stream().anyMatch(addresses::contains))
            .map(message ->
                new OwnLetter(message.reading().newestText(), language, person.get().name()))
            .toList();
    var style =
        OwnStyle.learn(
            ownLetters.stream()
                .map(message -> new OwnLetter(message.reading().newestText(), language, ""))
                .toList(),
            toThem,
            language);
    var leavesAt = leavesAt(planned.next(), now);
    var letter =
        drafts.draft(
            new DraftRequest(
                planned.followUp().situation(),
                step.get(),
                language,
                thread != null,
                fields(me, planned, person.get(), facts, item, news, now),
                style,
                leavesAt.atZone(me.zone()).toLocalDate()));
    return Optional.of(
        new FollowUpLetter(
            mailbox.map(MailAccount::id).orElse(null),
            to(thread, person.get(), outbox.reach(me.workspace(), addresses)),
            thread == null ? null : thread.id(),
            thread == null ? letter.subject() : AnswerRules.subject(thread.subject()),
            letter.body(),
            leavesAt,
            letter.missing().stream().map(it -> it.sentence()).toList(),
            letter.notes()));
  }

  /** Where they wrote from, or were written to, last; else where mail reaches them. */
  private static @Nullable EmailAddress to(
      @Nullable StoredMessage thread, Person person, Reach reach) {
    var writable =
        person.addresses().stream()
            .map(PersonAddress::address)
            .filter(EmailAddress::takesMail)
            .filter(address -> !reach.bounced().contains(address))
            .toList();
    return Stream.concat(
            thread == null
                ? Stream.of()
                : Stream.concat(thread.sender().stream(), thread.to().stream())
                    .filter(writable::contains),
            writable.stream())
        .findFirst()
        .orElse(null);
  }

  private static Optional<DraftStep> step(Next next) {
    return switch (next) {
      case Next.Touch touch ->
          touch.channel() == Channel.EMAIL
              ? Optional.of(new DraftStep.Touch(touch.number()))
              : Optional.empty();
      case Next.Close close ->
          Optional.of(
              new DraftStep.Closing(
                  close.how() == Situation.Closure.PERMISSION
                      ? DraftStep.Words.PERMISSION
                      : DraftStep.Words.RELEASE));
      case Next.AskConnector _, Next.Wait _, Next.Answer _, Next.FixAddress _, Next.Over _ ->
          Optional.empty();
    };
  }

  private static Instant leavesAt(Next next, Instant now) {
    var best =
        switch (next) {
          case Next.Touch touch -> touch.best();
          case Next.Close close -> close.best();
          case Next.AskConnector _, Next.Wait _, Next.Answer _, Next.FixAddress _, Next.Over _ ->
              now;
        };
    return best.isBefore(now) ? now : best;
  }

  /** The newest letter between us in the conversation that it goes on; a first touch begins one. */
  private @Nullable StoredMessage thread(
      WorkspaceId workspace,
      Planned planned,
      Collection<EmailAddress> theirs,
      Collection<EmailAddress> own,
      DraftStep step) {
    var conversation = planned.followUp().conversation();
    boolean isFirst = step instanceof DraftStep.Touch(int number) && number == 1;
    if (conversation == null && isFirst) {
      return null;
    }
    var candidates =
        conversation != null
            ? List.of(conversation)
            : mail.conversationsWith(workspace, theirs, 10).stream()
                .map(ConversationSummary::id)
                .toList();
    return mail.conversations(workspace, candidates).stream()
        .map(Conversation::messages)
        .flatMap(List::stream)
        .filter(message -> message.reading().kind().isPersonal())
        .filter(message ->
            message.sender().filter(theirs::contains).isPresent()
                || (message.sender().filter(own::contains).isPresent()
                    && message.to().stream().anyMatch(theirs::contains)))
        .max(Comparator.comparing(StoredMessage::sentAt))
        .orElse(null);
  }

  private Optional<MailAccount> mailbox(WorkspaceId workspace, @Nullable StoredMessage thread) {
    var all = mailboxes.accounts(workspace);
    return all.stream()
        .filter(account ->
            thread != null
                && (account.address().equals(thread.from())
                    || thread.to().contains(account.address())))
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private static String language(List<Fact> facts) {
    return facts.stream()
        .filter(fact -> fact.told().kind() == FactKind.LANGUAGE)
        .map(fact -> fact.told().words().toLowerCase(Locale.ROOT))
        .map(words -> words.length() > 2 ? words.substring(0, 2) : words)
        .findFirst()
        .orElse(ENGLISH);
  }

  private Fields fields(
      SignedIn me,
      Planned planned,
      Person person,
      List<Fact> facts,
      @Nullable ValueItem item,
      List<News> news,
      Instant now) {
    var followUp = planned.followUp();
    var research = followUp.research();
    var aim = followUp.aim().flatMap(id -> pursuits.pursuit(me.workspace(), id));
    var startedOn = day(followUp.startedAt(), me.zone());
    var fields =
        Fields.none()
            .with(Field.FIRST_NAME, firstName(person.name()))
            .with(Field.FULL_NAME, person.name())
            .with(Field.COMPANY, company(followUp, person, facts, aim))
            .with(Field.PURSUIT, aim.map(Pursuit::title).orElse(""))
            .with(Field.EVENT_DAY, startedOn)
            .with(
                Field.DAYS_SINCE,
                (int) Math.max(0, ChronoUnit.DAYS.between(startedOn, day(now, me.zone()))))
            .with(Field.MY_NAME, me.name());
    fields = found(fields, followUp.situation(), research, news);
    var promised = followUp.promised();
    if (promised != null) {
      fields = fields.with(Field.PROMISED_DAY, promised);
    }
    return item == null
        ? fields
        : fields
            .with(Field.VALUE_TITLE, item.title())
            .with(Field.VALUE_WORDS, item.words())
            .with(Field.VALUE_LINK, item.link());
  }

  /** What was found out, or what only the user knows, is another thing in each situation. */
  private static Fields found(Fields fields, String situation, Research research, List<News> news) {
    return switch (situation) {
      case ASKS_FOR_INTRODUCTION ->
          fields.with(Field.TARGET, research.fact()).with(Field.BLURB, research.relevance());
      case WAS_INTRODUCED ->
          fields.with(Field.CONNECTOR, research.fact()).with(Field.RELEVANCE, research.relevance());
      case CLIENT_OWES ->
          fields
              .with(Field.STATUS, research.fact())
              .with(Field.CHOICE_ONE, research.source())
              .with(Field.CHOICE_TWO, research.relevance());
      default -> {
        var known =
            fields
                .with(
                    Field.FACT,
                    research.fact().isEmpty() && !news.isEmpty()
                        ? news.getFirst().words()
                        : research.fact())
                .with(Field.RELEVANCE, research.relevance());
        yield AFTER_A_TALK.contains(situation)
            ? known.with(Field.INSIGHT, research.fact()).with(Field.PROOF, research.relevance())
            : known;
      }
    };
  }

  /** Of a helper that of whom we want to meet counts, where the pursuit tells it. */
  private static String company(
      FollowUp followUp, Person person, List<Fact> facts, Optional<Pursuit> aim) {
    return followUp.situation().equals(ASKS_FOR_INTRODUCTION)
        ? aim.map(Pursuit::company).orElse("")
        : company(person, facts, aim);
  }

  private static String company(Person person, List<Fact> facts, Optional<Pursuit> aim) {
    return facts.stream()
        .filter(fact -> fact.told().kind() == FactKind.ROLE && fact.told().end().isEmpty())
        .map(fact -> fact.told().company())
        .filter(it -> !it.isEmpty())
        .findFirst()
        .or(() -> aim.map(Pursuit::company).filter(it -> !it.isEmpty()))
        .or(() -> person.companies().stream().map(it -> it.name()).findFirst())
        .orElse("");
  }

  /** What is only an address has no first name. */
  private static String firstName(String name) {
    var first = name.strip().replaceAll("\\s.*$", "");
    return first.contains("@") ? "" : first;
  }

  private static LocalDate day(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalDate();
  }
}
