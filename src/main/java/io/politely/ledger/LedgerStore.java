package io.politely.ledger;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.Page;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.ConversationId;
import io.politely.mail.MessageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Moves, promises and debts as derived, and how far they are derived. */
@Repository
class LedgerStore {

  private static final String LOCK_CURSOR =
      """
      insert into ledger.cursor (workspace_id, change_number)
      values (:workspace, 0)
      on conflict (workspace_id) do update set change_number = ledger.cursor.change_number
      returning change_number
      """;

  private static final String SET_CURSOR =
      """
      update ledger.cursor
         set change_number = :change_number
       where workspace_id = :workspace
      """;

  private static final String REMOVE_MOVES =
      """
      delete from ledger.move
       where workspace_id = :workspace
         and conversation_id = any (:conversations)
      """;

  private static final String REMOVE_PROMISES =
      """
      delete from ledger.promise
       where workspace_id = :workspace
         and conversation_id = any (:conversations)
      """;

  private static final String REMOVE_DEBTS =
      """
      delete from ledger.debt
       where workspace_id = :workspace
         and conversation_id = any (:conversations)
      """;

  private static final String REMOVE_ALL_MOVES =
      """
      delete from ledger.move where workspace_id = :workspace
      """;

  private static final String REMOVE_ALL_PROMISES =
      """
      delete from ledger.promise where workspace_id = :workspace
      """;

  private static final String REMOVE_ALL_DEBTS =
      """
      delete from ledger.debt where workspace_id = :workspace
      """;

  private static final String SAVE_MOVE =
      """
      insert into ledger.move
             (workspace_id, conversation_id, label, since, reason, evidence_id, quote, decision_id,
              with_address, due_at, confidence, subject, last_at, our_promise_due,
              their_promise_due)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (workspace_id, conversation_id) do update
         set label = excluded.label,
             since = excluded.since,
             reason = excluded.reason,
             evidence_id = excluded.evidence_id,
             quote = excluded.quote,
             decision_id = excluded.decision_id,
             with_address = excluded.with_address,
             due_at = excluded.due_at,
             confidence = excluded.confidence,
             subject = excluded.subject,
             last_at = excluded.last_at,
             our_promise_due = excluded.our_promise_due,
             their_promise_due = excluded.their_promise_due
      """;

  // A message may have come from a conversation whose turn is only in a later batch.
  private static final String SAVE_PROMISE =
      """
      insert into ledger.promise
             (workspace_id, message_id, position, conversation_id, by_us, promiser, quote, made_at,
              due_at, kept_at, kept_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (workspace_id, message_id, position) do update
         set conversation_id = excluded.conversation_id,
             by_us = excluded.by_us,
             promiser = excluded.promiser,
             quote = excluded.quote,
             made_at = excluded.made_at,
             due_at = excluded.due_at,
             kept_at = excluded.kept_at,
             kept_by = excluded.kept_by
      """;

  private static final String SAVE_DEBT =
      """
      insert into ledger.debt
             (workspace_id, conversation_id, position, kind, owed_to, since, due_at, reason,
              evidence_id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  // Lists are chosen from narrow rows of an index, and only what is shown is read.
  private static final String OURS =
      """
      select move.conversation_id, move.label, move.since, move.reason, move.evidence_id, move.quote,
             move.decision_id, move.with_address, move.due_at, move.confidence, move.subject,
             move.last_at, listed.promise_broken
        from (select conversation_id, coalesce(our_promise_due < :now, false) as promise_broken
                from ledger.move
               where workspace_id = :workspace
                 and label in ('ours', 'scheduled')
                 and (label = 'ours' or due_at <= :now)
               order by promise_broken desc, since, conversation_id
               limit :limit) as listed
        join ledger.move
          on move.workspace_id = :workspace
         and move.conversation_id = listed.conversation_id
       order by listed.promise_broken desc, move.since, move.conversation_id
      """;

  private static final String THEIRS =
      """
      select move.conversation_id, move.label, move.since, move.reason, move.evidence_id, move.quote,
             move.decision_id, move.with_address, move.due_at, move.confidence, move.subject,
             move.last_at, listed.promise_broken
        from (select conversation_id, coalesce(their_promise_due < :now, false) as promise_broken
                from ledger.move
               where workspace_id = :workspace
                 and label = 'theirs'
               order by promise_broken desc, since, conversation_id
               limit :limit) as listed
        join ledger.move
          on move.workspace_id = :workspace
         and move.conversation_id = listed.conversation_id
       order by listed.promise_broken desc, move.since, move.conversation_id
      """;

  private static final String SCHEDULED =
      """
      select conversation_id, label, since, reason, evidence_id, quote, decision_id, with_address,
             due_at, confidence, subject, last_at,
             coalesce(our_promise_due < :now, false) as promise_broken
        from ledger.move
       where workspace_id = :workspace
         and label = 'scheduled'
         and due_at > :now
       order by due_at, conversation_id
       limit :limit
      """;

  private static final String UNSURE =
      """
      select conversation_id, label, since, reason, evidence_id, quote, decision_id, with_address,
             due_at, confidence, subject, last_at,
             coalesce(our_promise_due < :now, false) as promise_broken
        from ledger.move
       where workspace_id = :workspace
         and label = 'unsure'
       order by promise_broken desc, since, conversation_id
       limit :limit
      """;

  // Grouped first: a mailbox has tens of thousands of moves, and each filter costs for each row.
  private static final String COUNTS =
      """
      select coalesce(sum(moves) filter (where label = 'ours'), 0) + coalesce(sum(due), 0) as ours,
             coalesce(sum(moves) filter (where label = 'theirs'), 0) as theirs,
             coalesce(sum(moves - due) filter (where label = 'scheduled'), 0) as scheduled,
             coalesce(sum(moves) filter (where label = 'nobodys'), 0) as nobodys,
             coalesce(sum(moves) filter (where label = 'closed'), 0) as closed,
             coalesce(sum(moves) filter (where label = 'unsure'), 0) as unsure
        from (select label, count(*) as moves,
                     count(*) filter (where label = 'scheduled' and due_at <= :now) as due
                from ledger.move
               where workspace_id = :workspace
               group by label) as of_label
      """;

  private static final String OPEN_COUNTS =
      """
      select count(*) filter (where label = 'ours' or (label = 'scheduled' and due_at <= :now)) as ours,
             count(*) filter (where label = 'theirs') as theirs,
             count(*) filter (where label = 'scheduled' and due_at > :now) as scheduled,
             count(*) filter (where label = 'unsure') as unsure,
             exists (select 1
                       from ledger.move as any_move
                      where any_move.workspace_id = :workspace) as any_move
        from ledger.move
       where workspace_id = :workspace
         and label in ('ours', 'theirs', 'scheduled', 'unsure')
      """;

  private static final String NEWEST =
      """
      select conversation_id, label, since, reason, evidence_id, quote, decision_id, with_address,
             due_at, confidence, subject, last_at,
             coalesce(case when label = 'theirs' then their_promise_due
                           when label in ('ours', 'scheduled', 'unsure') then our_promise_due
                      end < :now, false) as promise_broken
        from ledger.move
       where workspace_id = :workspace
         and (last_at, conversation_id) < (:last_at, :conversation)
       order by last_at desc, conversation_id desc
       limit :limit
      """;

  private static final String NEWEST_WITH_LABEL =
      """
      select conversation_id, label, since, reason, evidence_id, quote, decision_id, with_address,
             due_at, confidence, subject, last_at,
             coalesce(case when label = 'theirs' then their_promise_due
                           when label in ('ours', 'scheduled', 'unsure') then our_promise_due
                      end < :now, false) as promise_broken
        from ledger.move
       where workspace_id = :workspace
         and (last_at, conversation_id) < (:last_at, :conversation)
         and label in (:label, case :label when 'ours' then 'scheduled' else :label end)
         and case when label = 'scheduled' and due_at <= :now then 'ours' else label end = :label
       order by last_at desc, conversation_id desc
       limit :limit
      """;

  private static final String BY_CONVERSATION =
      """
      select conversation_id, label, since, reason, evidence_id, quote, decision_id, with_address,
             due_at, confidence
        from ledger.move
       where workspace_id = :workspace
         and conversation_id = any (:conversations)
      """;

  private static final String WITH_LABELS =
      """
      select conversation_id
        from ledger.move
       where workspace_id = :workspace
         and (label = any (:labels) or label = 'scheduled')
         and case when label = 'scheduled' and due_at <= :now then 'ours' else label end = any (:labels)
      """;

  private static final String PROMISES =
      """
      select conversation_id, message_id, position, by_us, promiser, quote, made_at, due_at, kept_at,
             kept_by
        from ledger.promise
       where workspace_id = :workspace
         and conversation_id = any (:conversations)
       order by made_at, message_id, position
      """;

  private static final String DEBTS =
      """
      select conversation_id, kind, owed_to, since, due_at, reason, evidence_id
        from ledger.debt
       where workspace_id = :workspace
         and conversation_id = any (:conversations)
       order by conversation_id, position
      """;

  private static final String OPEN_PROMISES =
      """
      select promise.conversation_id, move.subject, promise.message_id, promise.position,
             promise.by_us, promise.promiser, promise.quote, promise.made_at, promise.due_at,
             promise.kept_at, promise.kept_by
        from ledger.promise
        join ledger.move
          on move.workspace_id = :workspace
         and move.conversation_id = promise.conversation_id
       where promise.workspace_id = :workspace
         and promise.by_us = :by_us
         and promise.kept_at is null
       order by promise.due_at, promise.message_id, promise.position
       limit :limit
      """;

  private static final String COUNT_BROKEN_PROMISES =
      """
      select count(*)
        from ledger.promise
       where workspace_id = :workspace
         and by_us
         and kept_at is null
         and due_at < :now
      """;

  private static final String OPEN_DEBTS =
      """
      select debt.conversation_id, move.subject, debt.kind, debt.owed_to, debt.since, debt.due_at,
             debt.reason, debt.evidence_id
        from ledger.debt
        join ledger.move
          on move.workspace_id = :workspace
         and move.conversation_id = debt.conversation_id
       where debt.workspace_id = :workspace
         and debt.due_at < :due_before
       order by debt.due_at, debt.conversation_id, debt.position
       limit :limit
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  LedgerStore(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** How far the ledger is derived; nobody else derives until the end of the transaction. */
  long lockCursor(WorkspaceId workspace) {
    return jdbc.sql(LOCK_CURSOR).param("workspace", workspace.value()).query(Long.class).single();
  }

  void setCursor(WorkspaceId workspace, long changeNumber) {
    int rows =
        jdbc.sql(SET_CURSOR)
            .param("workspace", workspace.value())
            .param("change_number", changeNumber)
            .update();
    if (rows != 1) {
      throw new IllegalStateException("The ledger's cursor is set before it is locked");
    }
  }

  /** Forgets everything derived. */
  void removeAll(WorkspaceId workspace) {
    for (var sql : List.of(REMOVE_ALL_MOVES, REMOVE_ALL_PROMISES, REMOVE_ALL_DEBTS)) {
      jdbc.sql(sql).param("workspace", workspace.value()).update();
    }
  }

  /**
   * Replaces what is written down for conversations.
   *
   * @param gone those that have no messages any more
   */
  void replace(WorkspaceId workspace, List<Entry> entries, List<ConversationId> gone) {
    var touched = new ArrayList<>(gone);
    entries.forEach(entry -> touched.add(entry.conversation()));
    remove(REMOVE_PROMISES, workspace, touched);
    remove(REMOVE_DEBTS, workspace, touched);
    if (!gone.isEmpty()) {
      remove(REMOVE_MOVES, workspace, gone);
    }
    saveMoves(workspace, entries);
    savePromises(workspace, entries);
    saveDebts(workspace, entries);
  }

  /** Conversations where the next message is ours, broken promises and long waits first. */
  List<Matter> ours(WorkspaceId workspace, Instant now, int limit) {
    return matters(OURS, workspace, now, limit);
  }

  List<Matter> theirs(WorkspaceId workspace, Instant now, int limit) {
    return matters(THEIRS, workspace, now, limit);
  }

  List<Matter> scheduled(WorkspaceId workspace, Instant now, int limit) {
    return matters(SCHEDULED, workspace, now, limit);
  }

  List<Matter> unsure(WorkspaceId workspace, Instant now, int limit) {
    return matters(UNSURE, workspace, now, limit);
  }

  MoveCounts counts(WorkspaceId workspace, Instant now) {
    return jdbc.sql(COUNTS)
        .param("workspace", workspace.value())
        .param("now", Timestamp.from(now))
        .query((rs, _) ->
            new MoveCounts(
                rs.getLong("ours"),
                rs.getLong("theirs"),
                rs.getLong("scheduled"),
                rs.getLong("nobodys"),
                rs.getLong("closed"),
                rs.getLong("unsure")))
        .single();
  }

  OpenCounts openCounts(WorkspaceId workspace, Instant now) {
    return jdbc.sql(OPEN_COUNTS)
        .param("workspace", workspace.value())
        .param("now", Timestamp.from(now))
        .query((rs, _) ->
            new OpenCounts(
                rs.getLong("ours"),
                rs.getLong("theirs"),
                rs.getLong("scheduled"),
                rs.getLong("unsure"),
                rs.getBoolean("any_move")))
        .single();
  }

  Map<ConversationId, Move> moves(WorkspaceId workspace, Collection<ConversationId> conversations) {
    var moves = new HashMap<ConversationId, Move>();
    jdbc.sql(BY_CONVERSATION)
        .param("workspace", workspace.value())
        .param("conversations", ids(conversations))
        .query(rs -> {
          moves.put(conversation(rs), move(rs));
        });
    return moves;
  }

  List<ConversationId> withLabels(WorkspaceId workspace, Set<String> labels, Instant now) {
    return jdbc.sql(WITH_LABELS)
        .param("workspace", workspace.value())
        .param("now", Timestamp.from(now))
        .param("labels", new SqlArrayValue("text", labels.toArray()))
        .query((rs, _) -> conversation(rs))
        .list();
  }

  Map<ConversationId, List<Promise>> promises(
      WorkspaceId workspace, Collection<ConversationId> conversations) {
    var promises = new HashMap<ConversationId, List<Promise>>();
    jdbc.sql(PROMISES)
        .param("workspace", workspace.value())
        .param("conversations", ids(conversations))
        .query(rs -> {
          promises.computeIfAbsent(conversation(rs), _ -> new ArrayList<>()).add(promise(rs));
        });
    return promises;
  }

  Map<ConversationId, List<Debt>> debts(
      WorkspaceId workspace, Collection<ConversationId> conversations) {
    var debts = new HashMap<ConversationId, List<Debt>>();
    jdbc.sql(DEBTS)
        .param("workspace", workspace.value())
        .param("conversations", ids(conversations))
        .query(rs -> {
          debts.computeIfAbsent(conversation(rs), _ -> new ArrayList<>()).add(debt(rs));
        });
    return debts;
  }

  long countBrokenPromises(WorkspaceId workspace, Instant now) {
    return jdbc.sql(COUNT_BROKEN_PROMISES)
        .param("workspace", workspace.value())
        .param("now", Timestamp.from(now))
        .query(Long.class)
        .single();
  }

  /** Promises that nothing kept, the next due first. */
  List<OpenPromise> openPromises(WorkspaceId workspace, boolean byUs, int limit) {
    return jdbc.sql(OPEN_PROMISES)
        .param("workspace", workspace.value())
        .param("by_us", byUs)
        .param("limit", limit)
        .query((rs, _) -> new OpenPromise(conversation(rs), rs.getString("subject"), promise(rs)))
        .list();
  }

  /** Debts that were due before a moment, the oldest first. */
  List<OpenDebt> openDebts(WorkspaceId workspace, Instant dueBefore, int limit) {
    return jdbc.sql(OPEN_DEBTS)
        .param("workspace", workspace.value())
        .param("due_before", Timestamp.from(dueBefore))
        .param("limit", limit)
        .query((rs, _) -> new OpenDebt(conversation(rs), rs.getString("subject"), debt(rs)))
        .list();
  }

  private List<Matter> matters(String sql, WorkspaceId workspace, Instant now, int limit) {
    return jdbc.sql(sql)
        .param("workspace", workspace.value())
        .param("now", Timestamp.from(now))
        .param("limit", limit)
        .query((rs, _) -> matter(rs))
        .list();
  }

  /** A page of all conversations, the newest first; with a label only those of that move. */
  Page<Matter> newest(
      WorkspaceId workspace, @Nullable String label, MatterCursor after, Instant now, int limit) {
    var statement =
        label == null ? jdbc.sql(NEWEST) : jdbc.sql(NEWEST_WITH_LABEL).param("label", label);
    var found =
        statement
            .param("workspace", workspace.value())
            .param("last_at", Timestamp.from(after.lastAt()))
            .param("conversation", after.conversation())
            .param("now", Timestamp.from(now))
            .param("limit", limit + 1)
            .query((rs, _) -> matter(rs))
            .list();
    if (found.size() <= limit) {
      return new Page<>(found, Optional.empty());
    }
    var shown = found.subList(0, limit);
    return new Page<>(shown, Optional.of(MatterCursor.behind(shown.getLast()).text()));
  }

  private static Matter matter(ResultSet rs) throws SQLException {
    return new Matter(
        conversation(rs),
        rs.getString("subject"),
        move(rs),
        instant(rs, "last_at"),
        rs.getBoolean("promise_broken"));
  }

  private void remove(String sql, WorkspaceId workspace, List<ConversationId> conversations) {
    jdbc.sql(sql)
        .param("workspace", workspace.value())
        .param("conversations", ids(conversations))
        .update();
  }

  private void saveMoves(WorkspaceId workspace, List<Entry> entries) {
    batch.batchUpdate(
        SAVE_MOVE,
        entries.stream()
            .map(entry -> {
              var move = entry.folded().move();
              var words = move.evidence() instanceof Evidence.Words shown ? shown : null;
              var decision =
                  move.evidence() instanceof Evidence.UserDecision decided
                      ? decided.decision()
                      : null;
              return new @Nullable Object[] {
                workspace.value(),
                entry.conversation().value(),
                MoveLabel.of(move).word(),
                Timestamp.from(move.since()),
                move.reason(),
                words == null ? null : words.message().value(),
                words == null ? "" : words.quote(),
                decision,
                move.with().map(EmailAddress::value).orElse(null),
                timestamp(due(move)),
                move.confidence(),
                entry.subject(),
                Timestamp.from(entry.lastAt()),
                timestamp(entry.firstPromiseDue(true).orElse(null)),
                timestamp(entry.firstPromiseDue(false).orElse(null))
              };
            })
            .toList());
  }

  private void savePromises(WorkspaceId workspace, List<Entry> entries) {
    var rows = new ArrayList<@Nullable Object[]>();
    for (var entry : entries) {
      for (var promise : entry.folded().promises()) {
        rows.add(
            new @Nullable Object[] {
              workspace.value(),
              promise.message().value(),
              promise.position(),
              entry.conversation().value(),
              promise.byUs(),
              promise.promiser().value(),
              promise.quote(),
              Timestamp.from(promise.madeAt()),
              Timestamp.from(promise.due()),
              timestamp(promise.keptAt()),
              promise.keptBy() == null ? null : promise.keptBy().value()
            });
      }
    }
    batch.batchUpdate(SAVE_PROMISE, rows);
  }

  private void saveDebts(WorkspaceId workspace, List<Entry> entries) {
    var rows = new ArrayList<Object[]>();
    for (var entry : entries) {
      var debts = entry.folded().debts();
      for (int position = 0; position < debts.size(); position++) {
        var debt = debts.get(position);
        rows.add(
            new Object[] {
              workspace.value(),
              entry.conversation().value(),
              position,
              debt.kind(),
              debt.owedTo().value(),
              Timestamp.from(debt.since()),
              Timestamp.from(debt.due()),
              debt.reason(),
              debt.evidence().value()
            });
      }
    }
    batch.batchUpdate(SAVE_DEBT, rows);
  }

  private static @Nullable Instant due(Move move) {
    return switch (move) {
      case Move.Ours ours -> ours.due();
      case Move.Theirs theirs -> theirs.due();
      case Move.Scheduled scheduled -> scheduled.until();
      case Move.Nobodys _, Move.Closed _, Move.Unsure _ -> null;
    };
  }

  private static Move move(ResultSet rs) throws SQLException {
    var since = instant(rs, "since");
    var reason = rs.getString("reason");
    var evidence = evidence(rs);
    var counterpart =
        Optional.ofNullable(rs.getString("with_address")).map(EmailAddress::new).orElse(null);
    double confidence = rs.getDouble("confidence");
    return switch (MoveLabel.of(rs.getString("label"))) {
      case OURS ->
          new Move.Ours(since, reason, evidence, counterpart, confidence, instant(rs, "due_at"));
      case THEIRS ->
          new Move.Theirs(since, reason, evidence, counterpart, confidence, instant(rs, "due_at"));
      case SCHEDULED ->
          new Move.Scheduled(
              since, reason, evidence, counterpart, confidence, instant(rs, "due_at"));
      case NOBODYS -> new Move.Nobodys(since, reason, evidence, counterpart, confidence);
      case CLOSED -> new Move.Closed(since, reason, evidence, counterpart, confidence);
      case UNSURE -> new Move.Unsure(since, reason, evidence, counterpart, confidence);
    };
  }

  private static Evidence evidence(ResultSet rs) throws SQLException {
    var decision = rs.getObject("decision_id", UUID.class);
    return decision == null
        ? new Evidence.Words(
            new MessageId(rs.getObject("evidence_id", UUID.class)), rs.getString("quote"))
        : new Evidence.UserDecision(decision);
  }

  private static Promise promise(ResultSet rs) throws SQLException {
    var keptAt = rs.getTimestamp("kept_at");
    var keptBy = rs.getObject("kept_by", UUID.class);
    return new Promise(
        new MessageId(rs.getObject("message_id", UUID.class)),
        rs.getInt("position"),
        rs.getBoolean("by_us"),
        new EmailAddress(rs.getString("promiser")),
        rs.getString("quote"),
        instant(rs, "made_at"),
        instant(rs, "due_at"),
        keptAt == null ? null : keptAt.toInstant(),
        keptBy == null ? null : new MessageId(keptBy));
  }

  private static Debt debt(ResultSet rs) throws SQLException {
    return new Debt(
        rs.getString("kind"),
        new EmailAddress(rs.getString("owed_to")),
        instant(rs, "since"),
        instant(rs, "due_at"),
        rs.getString("reason"),
        new MessageId(rs.getObject("evidence_id", UUID.class)));
  }

  private static ConversationId conversation(ResultSet rs) throws SQLException {
    return new ConversationId(rs.getObject("conversation_id", UUID.class));
  }

  private static Instant instant(ResultSet rs, String column) throws SQLException {
    return Objects.requireNonNull(rs.getTimestamp(column)).toInstant();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static SqlArrayValue ids(Collection<ConversationId> conversations) {
    return new SqlArrayValue("uuid", conversations.stream().map(ConversationId::value).toArray());
  }
}
