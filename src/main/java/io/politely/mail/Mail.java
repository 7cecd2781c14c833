package io.politely.mail;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.Page;
import io.politely.kernel.WorkspaceId;
import io.politely.people.Mentions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The module's front door: other modules see mail through this class and nothing else. */
@Service
public class Mail {

  /** Enough of a text to judge it by; the whole is read for a single conversation. */
  private static final int BEGINNING = 8_000;

  private static final int MESSAGES_INDEXED_AT_ONCE = 500;
  private static final int IMPORTS_SHOWN = 100;
  private static final int LOG_ENTRIES_SHOWN = 1_000;

  private static final int LONGEST_TIMELINE = 500;
  private static final int MESSAGES_LOOKED_THROUGH = 500;

  private final ConversationStore conversations;
  private final ParticipantStore participants;
  private final Threading threading;
  private final SearchStore search;
  private final JoinStore joins;
  private final Intake intake;
  private final ImportStore imports;
  private final MessageStore messages;
  private final MailDigestStore digest;
  private final MessageFactsStore facts;
  private final MailErasure erasing;
  private final VoiceStore voices;
  private final PastLetterStore past;
  private final CalendarPartStore calendars;

  Mail(
      ConversationStore conversations,
      ParticipantStore participants,
      Threading threading,
      SearchStore search,
      JoinStore joins,
      Intake intake,
      ImportStore imports,
      MessageStore messages,
      MailDigestStore digest,
      MessageFactsStore facts,
      MailErasure erasing,
      VoiceStore voices,
      PastLetterStore past,
      CalendarPartStore calendars) {
    this.conversations = conversations;
    this.participants = participants;
    this.threading = threading;
    this.search = search;
    this.joins = joins;
    this.intake = intake;
    this.imports = imports;
    this.messages = messages;
    this.digest = digest;
    this.facts = facts;
    this.erasing = erasing;
    this.voices = voices;
    this.past = past;
    this.calendars = calendars;
  }

  /**
   * Conversations that changed after a change number, in its order. One without messages has become
   * part of another.
   *
   * @return with the beginnings of newest texts, at most 8,000 characters each
   */
  @Transactional(readOnly = true)
  public List<Conversation> changedConversations(WorkspaceId workspace, long after, int limit) {
    return conversations.changed(workspace, after, limit, BEGINNING);
  }

  /**
   * The conversations with these ids, with the beginnings of newest texts; unknown ids are left
   * out.
   */
  @Transactional(readOnly = true)
  public List<Conversation> conversations(WorkspaceId workspace, Collection<ConversationId> ids) {
    return conversations.conversations(workspace, ids, BEGINNING);
  }

  /** A conversation with its whole texts; empty where the workspace has none with this id. */
  @Transactional(readOnly = true)
  public Optional<Conversation> conversation(WorkspaceId workspace, ConversationId id) {
    return conversations.conversations(workspace, List.of(id), Integer.MAX_VALUE).stream()
        .filter(conversation -> !conversation.messages().isEmpty())
        .findFirst();
  }

  /** What a page shows of the messages of a conversation beside what they say. One query. */
  @Transactional(readOnly = true)
  public Map<MessageId, MessageFacts> messageFacts(WorkspaceId workspace, ConversationId id) {
    return facts.ofConversation(workspace, id);
  }

  /** Where the messages of a conversation went that became part of another. */
  @Transactional(readOnly = true)
  public Optional<ConversationId> mergedInto(WorkspaceId workspace, ConversationId id) {
    return conversations.mergedInto(workspace, id);
  }

  /** The conversation that a message is in, once it is threaded. */
  @Transactional(readOnly = true)
  public Optional<ConversationId> conversationOf(WorkspaceId workspace, MessageId message) {
    return Optional.ofNullable(
        conversations.conversationsOf(workspace, List.of(message)).get(message));
  }

  /** The conversations that these messages are in; those not threaded yet are left out. */
  @Transactional(readOnly = true)
  public Map<MessageId, ConversationId> conversationsOf(
      WorkspaceId workspace, Collection<MessageId> messages) {
    return conversations.conversationsOf(workspace, messages);
  }

  /**
   * All conversations, the newest first.
   *
   * @param after the end of the page before; what names no place starts anew
   */
  @Transactional(readOnly = true)
  public Page<ConversationSummary> newestConversations(
      WorkspaceId workspace, Optional<String> after, int limit) {
    return participants.newest(workspace, ConversationCursor.parse(after), limit);
  }

  /** Conversations that any of these addresses is in, the newest first. */
  @Transactional(readOnly = true)
  public List<ConversationSummary> conversationsWith(
      WorkspaceId workspace, Collection<EmailAddress> addresses, int limit) {
    return participants.with(workspace, addresses, limit);
  }

  /** When each of these addresses last wrote or was written to; those that never did are absent. */
  @Transactional(readOnly = true)
  public Map<EmailAddress, Instant> lastContacts(
      WorkspaceId workspace, Collection<EmailAddress> addresses) {
    return participants.lastContacts(workspace, addresses);
  }

  /** Messages from and to these addresses since a moment, the newest 500, the newest first. */
  @Transactional(readOnly = true)
  public List<Exchange> exchanges(
      WorkspaceId workspace, Collection<EmailAddress> addresses, Instant since) {
    return participants.exchanges(workspace, addresses, since, LONGEST_TIMELINE);
  }

  /** What these letters tell of who wrote them, the newest first; large ones are left out. */
  @Transactional(readOnly = true)
  public List<Voice> voices(WorkspaceId workspace, Collection<MessageId> letters) {
    return voices.voices(workspace, letters);
  }

  /** When any of these addresses first wrote; empty where none did. */
  @Transactional(readOnly = true)
  public Optional<Instant> firstFrom(WorkspaceId workspace, Collection<EmailAddress> addresses) {
    return voices.firstFrom(workspace, addresses);
  }

  /** Hands out all messages that are in a conversation, the oldest first, a few at a time. */
  @Transactional(readOnly = true)
  public void pastLetters(WorkspaceId workspace, Consumer<PastLetter> action) {
    past.forEach(workspace, action);
  }

  /** The conversation of a message, the oldest first; empty where the message is in none. */
  @Transactional(readOnly = true)
  public List<PastLetter> lettersAround(WorkspaceId workspace, MessageId message) {
    return past.around(workspace, message);
  }

  /**
   * The calendars in some of the messages that were stored after a moment; what lies in junk brings
   * none.
   */
  @Transactional(readOnly = true)
  public CalendarMail calendars(WorkspaceId workspace, Instant after) {
    var stored = calendars.stored(workspace, after, MESSAGES_LOOKED_THROUGH);
    var parts = new ArrayList<CalendarPart>();
    for (var message : stored) {
      var from = Optional.ofNullable(message.from()).flatMap(EmailAddress::parse);
      if (message.hasCalendar() && from.isPresent()) {
        messages
            .raw(workspace, message.id())
            .map(raw -> CalendarParts.of(raw, Limits.STANDARD))
            .orElse(List.of())
            .forEach(file -> parts.add(new CalendarPart(message.id(), from.get(), file)));
      }
    }
    return new CalendarMail(
        parts,
        stored.isEmpty() ? after : stored.getLast().storedAt(),
        stored.size() < MESSAGES_LOOKED_THROUGH);
  }

  /** Threads some of the messages that wait for it; false when none does. */
  @Transactional
  public boolean threadSome(WorkspaceId workspace) {
    return threading.step(workspace);
  }

  /** Puts some messages that wait for it into the search index; how many, 0 when none does. */
  @Transactional
  public int indexSome(WorkspaceId workspace) {
    return search.index(workspace, MESSAGES_INDEXED_AT_ONCE);
  }

  /** How many messages search does not know yet. */
  @Transactional(readOnly = true)
  public long searchBacklog(WorkspaceId workspace) {
    return search.backlog(workspace);
  }

  /**
   * The newest messages that match.
   *
   * @param among only in these conversations; null: in all. {@link SearchQuery#moves} is for the
   *     caller to turn into this, since mail knows no moves
   */
  @Transactional(readOnly = true)
  public List<SearchHit> find(
      WorkspaceId workspace,
      SearchQuery query,
      @Nullable Collection<ConversationId> among,
      int limit) {
    return search.find(workspace, query, among, limit);
  }

  /** Joins that are too uncertain to make without asking, the most likely first. */
  @Transactional(readOnly = true)
  public List<SuggestedJoin> suggestedJoins(WorkspaceId workspace, int limit) {
    return joins.suggested(workspace, limit);
  }

  /**
   * What the user says of two messages. Threading them again is left to {@link MailCatchUp}.
   *
   * @return the decision, for undoing it; empty where the workspace has no such messages
   */
  @Transactional
  public Optional<UUID> decideJoin(
      WorkspaceId workspace, MessageId message, MessageId parent, boolean together, Instant now) {
    return joins.decide(workspace, new JoinVerdict(message, parent, together), now);
  }

  /** Takes a join decision back; false where there is none to take back. */
  @Transactional
  public boolean undoJoin(WorkspaceId workspace, UUID decision, Instant now) {
    return joins.undo(workspace, decision, now);
  }

  /** A message as it came; empty where the workspace has none with this id. */
  @Transactional(readOnly = true)
  public Optional<byte[]> raw(WorkspaceId workspace, MessageId message) {
    return messages.raw(workspace, message);
  }

  /** The addresses that seem to be the owner's, by the mail imported so far. */
  @Transactional(readOnly = true)
  public OwnAddresses guessOwnAddresses(WorkspaceId workspace) {
    return OwnAddressRules.guess(messages.addressCounts(workspace));
  }

  /** What could not be stored as a message, the newest first. */
  @Transactional(readOnly = true)
  public List<Quarantined> quarantined(WorkspaceId workspace, int limit) {
    return messages.quarantined(workspace, limit);
  }

  /** What one import could not store as a message, in the order it was found. */
  @Transactional(readOnly = true)
  public List<Quarantined> quarantined(WorkspaceId workspace, ImportId run, int limit) {
    return messages.quarantined(workspace, run, limit);
  }

  /** The bytes of something quarantined, at most the first megabyte. */
  @Transactional(readOnly = true)
  public Optional<byte[]> quarantinedBytes(WorkspaceId workspace, String contentHash) {
    return messages.quarantinedBytes(workspace, contentHash);
  }

  /** What an import had to say, in order. */
  @Transactional(readOnly = true)
  public List<ImportLogEntry> importLog(WorkspaceId workspace, ImportId run) {
    return imports.log(workspace, run, LOG_ENTRIES_SHOWN);
  }

  @Transactional
  ImportId newImport(WorkspaceId workspace, List<String> sources, long bytesTotal, Instant now) {
    return imports.add(workspace, sources, bytesTotal, now);
  }

  @Transactional(readOnly = true)
  List<ImportRun> imports(WorkspaceId workspace) {
    return imports.all(workspace, IMPORTS_SHOWN);
  }

  @Transactional(readOnly = true)
  Optional<ImportRun> importRun(WorkspaceId workspace, ImportId run) {
    return imports.one(workspace, run);
  }

  @Transactional(readOnly = true)
  Map<String, String> importPositions(WorkspaceId workspace, ImportId run) {
    return imports.positions(workspace, run);
  }

  @Transactional
  void importIs(
      WorkspaceId workspace,
      ImportId run,
      ImportState state,
      @Nullable Instant ended,
      @Nullable String problem) {
    imports.change(workspace, run, state, ended, problem);
  }

  /** Stores a chunk of an import and how far it came: both or neither. */
  @Transactional
  void storeChunk(WorkspaceId workspace, ImportId run, ImportChunk chunk, Instant now) {
    intake.store(workspace, run, chunk, now);
  }

  /** Stores what a server delivered. */
  @Transactional
  Intake.Stored storeDelivered(
      WorkspaceId workspace, List<ReadMessage> messages, List<Spoilt> spoilt, Instant now) {
    return intake.store(workspace, messages, spoilt, now);
  }

  /** How many messages have one of these addresses in their header. */
  @Transactional(readOnly = true)
  public Naming naming(WorkspaceId workspace, Collection<EmailAddress> addresses) {
    return erasing.naming(workspace, addresses);
  }

  /**
   * How many messages name somebody.
   *
   * @param withOthers how many of them name somebody else who is not us, too
   */
  public record Naming(long messages, long withOthers) {}

  /** What some messages are called by; in no order. */
  @Transactional(readOnly = true)
  public List<Head> heads(WorkspaceId workspace, Collection<MessageId> messages) {
    return erasing.heads(workspace, messages);
  }

  /**
   * What a message is called by.
   *
   * @param from the address of its writer, or ""
   */
  public record Head(MessageId id, Instant sentAt, String from, String subject) {}

  /**
   * Looks through some of all messages, as they came, for somebody.
   *
   * @param after the last one looked at before
   * @return empty when there are no more
   */
  @Transactional(readOnly = true)
  public Optional<Looked> lookFor(WorkspaceId workspace, Mentions mentions, MessageId after) {
    return erasing.look(workspace, mentions, after);
  }

  /**
   * Those of some messages that name somebody.
   *
   * @param last the last one looked at
   */
  public record Looked(Set<MessageId> naming, MessageId last) {

    public Looked {
      naming = Set.copyOf(naming);
    }
  }

  /**
   * Removes messages, and all of what was set aside that names somebody: they do not come back with
   * another import. What shared a conversation with them is to be threaded again.
   *
   * @return the conversations that they were in
   */
  @Transactional
  public Set<ConversationId> erase(
      WorkspaceId workspace, UUID erasure, Set<MessageId> messages, Mentions mentions) {
    return erasing.erase(workspace, erasure, messages, mentions);
  }

  /** What an erasure removed may come back with another import. */
  @Transactional
  public void letIn(WorkspaceId workspace, UUID erasure) {
    erasing.letIn(workspace, erasure);
  }

  /**
   * How messages are joined and what may join them, one line each, without ids and in no order:
   * equal for equal messages, whatever order they came in.
   */
  @Transactional(readOnly = true)
  public void digestLines(WorkspaceId workspace, Consumer<String> lines) {
    digest.lines(workspace, lines);
  }
}
