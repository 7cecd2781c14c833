package io.politely.cadence;

import io.politely.accounts.MemberId;
import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.MailAccountId;
import io.politely.outbox.OutgoingId;
import io.politely.people.PersonId;
import io.politely.wording.ValueKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * What a person was approved for, what is known of them for plans, and the lock on their budget.
 */
@Repository
class BudgetStore {

  private static final String MAKE =
      """
      insert into cadence.person (workspace_id, person_id)
      values (:workspace, :person)
          on conflict (workspace_id, person_id) do nothing
      """;

  private static final String LOCK =
      """
      select person_id
        from cadence.person
       where workspace_id = :workspace
         and person_id = any (:persons)
       order by person_id
         for update
      """;

  private static final String KNOWN =
      """
      select person_id, hours, zone, rank
        from cadence.person
       where workspace_id = :workspace
         and person_id = any (:persons)
      """;

  private static final String LEARN =
      """
      insert into cadence.person (workspace_id, person_id, zone, rank)
      values (?, ?, ?, ?)
          on conflict (workspace_id, person_id) do update
         set zone = excluded.zone,
             rank = excluded.rank
      """;

  private static final String SET_HOURS =
      """
      insert into cadence.person (workspace_id, person_id, hours)
      values (:workspace, :person, :hours)
          on conflict (workspace_id, person_id) do update
         set hours = excluded.hours
      """;

  private static final String APPROVE =
      """
      insert into cadence.approved
             (workspace_id, outgoing_id, person_id, internet_id, follow_up_id, number, due_at, weighs, ask_minutes, value,
              account_id, is_first, approved_at, approved_by)
      values (:workspace, :outgoing, :person, :internet_id, :follow_up, :number, :due_at, :weighs, :ask_minutes, :value,
              :account, :is_first, :now, :by)
      """;

  private static final String FIRST_SINCE =
      """
      select count(distinct outgoing_id)
        from cadence.approved
       where workspace_id = :workspace
         and account_id = :account
         and is_first
         and approved_at >= :since
      """;

  private static final String CLAIM =
      """
      update cadence.approved
         set follow_up_id = :follow_up,
             number = :number,
             ask_minutes = :ask_minutes,
             value = :value
       where workspace_id = :workspace
         and outgoing_id = :outgoing
      """;

  private static final String OVERRIDE =
      """
      insert into cadence.override (workspace_id, outgoing_id, why, against, pushiness, at, by)
      values (:workspace, :outgoing, :why, :against, :pushiness, :now, :by)
      """;

  private static final String APPROVED =
      """
      select approved.outgoing_id, shown.current_id as person, approved.internet_id, approved.follow_up_id,
             approved.number, approved.due_at, approved.weighs, approved.ask_minutes, approved.value
        from cadence.approved
        join people.shown(:workspace) as shown
          on shown.person_id = approved.person_id
       where approved.workspace_id = :workspace
         and approved.person_id = any (array(select former.person_id
                                                from people.shown(:workspace) as former
                                               where former.current_id = any (:persons)))
         and approved.due_at > :since
      """;

  private static final String POSTPONE =
      """
      update cadence.approved
         set due_at = :due_at
       where workspace_id = :workspace
         and outgoing_id = :outgoing
      """;

  private static final String OF_CADENCE =
      """
      select outgoing_id, person_id as person, internet_id, follow_up_id, number, due_at, weighs, ask_minutes, value
        from cadence.approved
       where workspace_id = :workspace
         and follow_up_id = :follow_up
       order by due_at, outgoing_id
      """;

  private static final String CHANGES =
      """
      select distinct on (setting) setting, value
        from cadence.policy_change
       where workspace_id = :workspace
       order by setting, at desc, change_id desc
      """;

  private static final String CHANGE =
      """
      insert into cadence.policy_change (workspace_id, change_id, setting, value, at, by)
      values (:workspace, :change, :setting, :value, :now, :by)
      """;

  private static final String WRITTEN =
      """
      select follow_up_id, fact, fact_source, relevance, ended_why
        from cadence.follow_up
       where workspace_id = :workspace
      """;

  private static final String REWRITE =
      """
      update cadence.follow_up
         set fact = :fact,
             fact_source = :fact_source,
             relevance = :relevance,
             ended_why = :ended_why
       where workspace_id = :workspace
         and follow_up_id = :follow_up
      """;

  private static final String REASONS =
      """
      select outgoing_id, why
        from cadence.override
       where workspace_id = :workspace
      """;

  private static final String SET_REASON =
      """
      update cadence.override
         set why = :why
       where workspace_id = :workspace
         and outgoing_id = :outgoing
      """;

  private static final List<String> ERASE =
      List.of(
          """
          delete from cadence.override
           where workspace_id = :workspace
             and outgoing_id in (select outgoing_id
                                   from cadence.approved
                                  where workspace_id = :workspace
                                    and person_id = any (:persons))
          """,
          """
          delete from cadence.approved
           where workspace_id = :workspace
             and person_id = any (:persons)
          """,
          """
          delete from cadence.next
           where workspace_id = :workspace
             and follow_up_id in (select follow_up_id
                                  from cadence.follow_up
                                 where workspace_id = :workspace
                                   and person_id = any (:persons))
          """,
          """
          delete from cadence.follow_up
           where workspace_id = :workspace
             and person_id = any (:persons)
          """,
          """
          delete from cadence.person
           where workspace_id = :workspace
             and person_id = any (:persons)
          """);

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;

  BudgetStore(JdbcClient jdbc, JdbcTemplate batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Until this transaction ends nobody else plans a letter to them. */
  void lock(WorkspaceId workspace, Collection<PersonId> persons) {
    var sorted = persons.stream().map(PersonId::value).distinct().sorted().toList();
    for (var person : sorted) {
      jdbc.sql(MAKE).param("workspace", workspace.value()).param("person", person).update();
    }
    jdbc.sql(LOCK)
        .param("workspace", workspace.value())
        .param("persons", new SqlArrayValue("uuid", sorted.toArray()))
        .query(UUID.class)
        .list();
  }

  Map<PersonId, About> about(WorkspaceId workspace, Collection<PersonId> persons) {
    var known = new HashMap<PersonId, About>();
    jdbc.sql(KNOWN)
        .param("workspace", workspace.value())
        .param("persons", values(persons))
        .query(rs -> {
          known.put(
              new PersonId(rs.getObject("person_id", UUID.class)),
              new About(rs.getString("hours"), rs.getString("zone"), rs.getString("rank")));
        });
    return known;
  }

  void learn(WorkspaceId workspace, Map<PersonId, About> learned) {
    batches.batchUpdate(
        LEARN,
        learned.entrySet(),
        500,
        (statement, one) -> {
          statement.setObject(1, workspace.value());
          statement.setObject(2, one.getKey().value());
          statement.setString(3, one.getValue().zone());
          statement.setString(4, one.getValue().rank());
        });
  }

  void setHours(WorkspaceId workspace, PersonId person, String hours) {
    jdbc.sql(SET_HOURS)
        .param("workspace", workspace.value())
        .param("person", person.value())
        .param("hours", hours)
        .update();
  }

  /** {@code isFirst}: whether they never heard from us before. */
  void approve(
      WorkspaceId workspace,
      Approval approval,
      MailAccountId account,
      boolean isFirst,
      MemberId by,
      Instant now) {
    var followUp = approval.followUp();
    jdbc.sql(APPROVE)
        .param("workspace", workspace.value())
        .param("outgoing", approval.outgoing().value())
        .param("person", approval.person().value())
        .param("internet_id", approval.internetId())
        .param("follow_up", followUp == null ? null : followUp.value(), Types.OTHER)
        .param("number", approval.number())
        .param("due_at", Timestamp.from(approval.dueAt()))
        .param("weighs", approval.weighs())
        .param("ask_minutes", approval.askMinutes(), Types.INTEGER)
        .param("value", approval.value().name())
        .param("account", account.value())
        .param("is_first", isFirst)
        .param("now", Timestamp.from(now))
        .param("by", by.value())
        .update();
  }

  /** How many first letters to strangers were approved from a mailbox since a moment. */
  long firstLetters(WorkspaceId workspace, MailAccountId account, Instant since) {
    return jdbc.sql(FIRST_SINCE)
        .param("workspace", workspace.value())
        .param("account", account.value())
        .param("since", Timestamp.from(since))
        .query(Long.class)
        .single();
  }

  /** Says of which touch a mail is. */
  void claim(
      WorkspaceId workspace,
      OutgoingId outgoing,
      FollowUpId followUp,
      int number,
      int askMinutes,
      ValueKind value) {
    int rows =
        jdbc.sql(CLAIM)
            .param("workspace", workspace.value())
            .param("outgoing", outgoing.value())
            .param("follow_up", followUp.value())
            .param("number", number)
            .param("ask_minutes", askMinutes == 0 ? null : askMinutes, Types.INTEGER)
            .param("value", value.name())
            .update();
    if (rows == 0) {
      throw new IllegalStateException("A letter of a follow-up reached nobody of it");
    }
  }

  void override(
      WorkspaceId workspace,
      OutgoingId outgoing,
      String why,
      String against,
      double pushiness,
      MemberId by,
      Instant now) {
    jdbc.sql(OVERRIDE)
        .param("workspace", workspace.value())
        .param("outgoing", outgoing.value())
        .param("why", why)
        .param("against", against)
        .param("pushiness", pushiness)
        .param("now", Timestamp.from(now))
        .param("by", by.value())
        .update();
  }

  List<Approval> approved(WorkspaceId workspace, Collection<PersonId> persons, Instant since) {
    return jdbc.sql(APPROVED)
        .param("workspace", workspace.value())
        .param("persons", values(persons))
        .param("since", Timestamp.from(since))
        .query((rs, _) -> approval(rs))
        .list();
  }

  List<Approval> approved(WorkspaceId workspace, FollowUpId followUp) {
    return jdbc.sql(OF_CADENCE)
        .param("workspace", workspace.value())
        .param("follow_up", followUp.value())
        .query((rs, _) -> approval(rs))
        .list();
  }

  /** It leaves then, not when it was approved for; one mail may be a touch of several people. */
  void postpone(WorkspaceId workspace, OutgoingId outgoing, Instant dueAt) {
    jdbc.sql(POSTPONE)
        .param("workspace", workspace.value())
        .param("outgoing", outgoing.value())
        .param("due_at", Timestamp.from(dueAt))
        .update();
  }

  /** What the user changed in the policy, by the name of the number; as shipped again is absent. */
  Map<String, Integer> policyChanges(WorkspaceId workspace) {
    var changes = new HashMap<String, Integer>();
    jdbc.sql(CHANGES)
        .param("workspace", workspace.value())
        .query(rs -> {
          var value = rs.getObject("value", Integer.class);
          if (value != null) {
            changes.put(rs.getString("setting"), value);
          }
        });
    return changes;
  }

  void changePolicy(
      WorkspaceId workspace,
      UUID change,
      String setting,
      @Nullable Integer value,
      MemberId by,
      Instant now) {
    jdbc.sql(CHANGE)
        .param("workspace", workspace.value())
        .param("change", change)
        .param("setting", setting)
        .param("value", value, Types.INTEGER)
        .param("now", Timestamp.from(now))
        .param("by", by.value())
        .update();
  }

  void erase(WorkspaceId workspace, Collection<PersonId> persons) {
    for (var statement : ERASE) {
      jdbc.sql(statement)
          .param("workspace", workspace.value())
          .param("persons", values(persons))
          .update();
    }
  }

  /** Takes somebody out of what was written about others. */
  void forget(WorkspaceId workspace, UnaryOperator<String> without) {
    record Written(UUID id, List<String> words) {}
    var all =
        jdbc.sql(WRITTEN)
            .param("workspace", workspace.value())
            .query((rs, _) ->
                new Written(
                    rs.getObject("follow_up_id", UUID.class),
                    List.of(
                        rs.getString("fact"),
                        rs.getString("fact_source"),
                        rs.getString("relevance"),
                        rs.getString("ended_why"))))
            .list();
    for (var one : all) {
      var words = one.words().stream().map(without).toList();
      if (!words.equals(one.words())) {
        jdbc.sql(REWRITE)
            .param("workspace", workspace.value())
            .param("follow_up", one.id())
            .param("fact", words.get(0))
            .param("fact_source", words.get(1))
            .param("relevance", words.get(2))
            .param("ended_why", words.get(3))
            .update();
      }
    }
    var reasons =
        jdbc.sql(REASONS)
            .param("workspace", workspace.value())
            .query((rs, _) ->
                new Written(rs.getObject("outgoing_id", UUID.class), List.of(rs.getString("why"))))
            .list();
    for (var one : reasons) {
      var why = without.apply(one.words().getFirst());
      if (!why.equals(one.words().getFirst())) {
        jdbc.sql(SET_REASON)
            .param("workspace", workspace.value())
            .param("outgoing", one.id())
            .param("why", why.isBlank() ? "(erased)" : why)
            .update();
      }
    }
  }

  private static Approval approval(ResultSet rs) throws SQLException {
    var followUp = rs.getObject("follow_up_id", UUID.class);
    return new Approval(
        new OutgoingId(rs.getObject("outgoing_id", UUID.class)),
        new PersonId(rs.getObject("person", UUID.class)),
        rs.getString("internet_id"),
        followUp == null ? null : new FollowUpId(followUp),
        rs.getInt("number"),
        rs.getTimestamp("due_at").toInstant(),
        rs.getBoolean("weighs"),
        rs.getObject("ask_minutes", Integer.class),
        ValueKind.valueOf(rs.getString("value")));
  }

  private static SqlArrayValue values(Collection<PersonId> persons) {
    return new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray());
  }
}
