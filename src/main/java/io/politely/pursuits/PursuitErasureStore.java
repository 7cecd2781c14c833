package io.politely.pursuits;

import io.politely.kernel.WorkspaceId;
import io.politely.people.Mentions;
import io.politely.people.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** What has to go from pursuits when somebody is erased, and what their history keeps. */
@Repository
class PursuitErasureStore {

  /** People who were a candidate, of whom every pursuit closed. */
  private static final String PAST_CANDIDATES =
      """
        select shown.current_id as person, max(pursuit.changed_at) as ended
          from pursuits.part
          join people.shown(:workspace) as shown
            on shown.person_id = part.person_id
          join pursuits.pursuit
            on pursuit.workspace_id = part.workspace_id
           and pursuit.pursuit_id = part.pursuit_id
         where part.workspace_id = :workspace
      group by shown.current_id
        having bool_and(pursuit.state = 'closed')
           and bool_or(part.role = 'candidate')
      order by 2, 1
      """;

  private static final String REMEMBERED =
      """
      select person_id
        from pursuits.part
       where workspace_id = :workspace
         and person_id = any (:persons)
       union
      select person_id
        from pursuits.step
       where workspace_id = :workspace
         and person_id = any (:persons)
      """;

  /** Time for which no outcome was delivered: nobody is there any more who could be told. */
  private static final String OWED_NO_MORE =
      """
      update pursuits.time_given as given
         set taken_back = :now
       where given.workspace_id = :workspace
         and given.person_id = any (:persons)
         and given.taken_back is null
         and not exists (select 1
                           from pursuits.outcome
                           left join pursuits.telling
                             on telling.workspace_id = :workspace
                            and telling.outcome_id = outcome.outcome_id
                            and telling.state = 'delivered'
                          where outcome.workspace_id = :workspace
                            and outcome.pursuit_id = given.pursuit_id
                            and outcome.person_id = any (:persons)
                            and outcome.taken_back is null
                            and outcome.from_us <> given.by_us
                            and case when outcome.from_us then telling.at else outcome.decided_at end
                                  >= given.given_at)
      returning given.pursuit_id, given.person_id, given.kind
      """;

  /** That somebody was in it, gave time and was told stays; the words go. */
  private static final List<String> WITHOUT_WORDS =
      List.of(
          """
          update pursuits.time_given
             set note = ''
           where workspace_id = :workspace
             and person_id = any (:persons)
          """,
          """
          update pursuits.telling
             set state = case when state = 'waiting' then 'taken-back' else state end, reason = ''
           where workspace_id = :workspace
             and outcome_id in (select outcome.outcome_id
                                  from pursuits.outcome
                                 where outcome.workspace_id = :workspace
                                   and outcome.person_id = any (:persons))
          """,
          """
          update pursuits.outcome
             set internal_reason = '', told_reason = '', requirement_id = null, circumstance_on = null,
                 draft_id = null
           where workspace_id = :workspace
             and person_id = any (:persons)
          """,
          """
          update pursuits.step
             set why = ''
           where workspace_id = :workspace
             and person_id = any (:persons)
          """,
          """
          delete from pursuits.status_answer
           where workspace_id = :workspace
             and link_id in (select link.link_id
                               from pursuits.status_link as link
                              where link.workspace_id = :workspace
                                and link.person_id = any (:persons))
          """,
          """
          delete from pursuits.status_link
           where workspace_id = :workspace
             and person_id = any (:persons)
          """);

  private static final String LEAVE =
      """
      update pursuits.part
         set left_at = :now
       where workspace_id = :workspace
         and person_id = any (:persons)
         and left_at is null
      """;

  private static final String PURSUITS =
      """
      select pursuit_id, title, company, posting_url, posting, notes
        from pursuits.pursuit
       where workspace_id = :workspace
      """;

  private static final String SET_PURSUIT =
      """
      update pursuits.pursuit
         set title = :title, company = :company, posting_url = :posting_url, posting = :posting, notes = :notes
       where workspace_id = :workspace
         and pursuit_id = :pursuit
      """;

  private static final String SAYINGS =
      """
      select import_id, row_key, title, company, posting_url, notes
        from pursuits.import_row
       where workspace_id = :workspace
      """;

  private static final String SET_SAYING =
      """
      update pursuits.import_row
         set title = :title, company = :company, posting_url = :posting_url, notes = :notes
       where workspace_id = :workspace
         and import_id = :import
         and row_key = :key
      """;

  private static final String STEPS =
      """
      select pursuit_id, position, before, after, why
        from pursuits.step
       where workspace_id = :workspace
         and before || after || why <> ''
      """;

  private static final String SET_STEP =
      """
      update pursuits.step
         set before = :before, after = :after, why = :why
       where workspace_id = :workspace
         and pursuit_id = :pursuit
         and position = :position
      """;

  private static final String OUTCOMES =
      """
      select outcome_id, internal_reason, told_reason
        from pursuits.outcome
       where workspace_id = :workspace
         and internal_reason || told_reason <> ''
      """;

  private static final String SET_OUTCOME =
      """
      update pursuits.outcome
         set internal_reason = :internal_reason, told_reason = :told_reason
       where workspace_id = :workspace
         and outcome_id = :outcome
      """;

  /** One text of one row each: what it is, and what replaces it. */
  private static final List<Replacing> TEXTS =
      List.of(
          new Replacing(
              """
              select import_id as id, file as text
                from pursuits.import
               where workspace_id = :workspace
              """,
              """
              update pursuits.import
                 set file = :text
               where workspace_id = :workspace
                 and import_id = :id
              """),
          new Replacing(
              """
              select requirement_id as id, words as text
                from pursuits.requirement
               where workspace_id = :workspace
              """,
              """
              update pursuits.requirement
                 set words = :text
               where workspace_id = :workspace
                 and requirement_id = :id
              """),
          new Replacing(
              """
              select material_id as id, name as text
                from pursuits.material
               where workspace_id = :workspace
              """,
              """
              update pursuits.material
                 set name = :text
               where workspace_id = :workspace
                 and material_id = :id
              """),
          new Replacing(
              """
              select time_id as id, note as text
                from pursuits.time_given
               where workspace_id = :workspace
                 and note <> ''
              """,
              """
              update pursuits.time_given
                 set note = :text
               where workspace_id = :workspace
                 and time_id = :id
              """),
          new Replacing(
              """
              select telling_id as id, reason as text
                from pursuits.telling
               where workspace_id = :workspace
                 and reason <> ''
              """,
              """
              update pursuits.telling
                 set reason = :text
               where workspace_id = :workspace
                 and telling_id = :id
              """),
          new Replacing(
              """
              select pursuit_id as id, why as text
                from pursuits.nurture
               where workspace_id = :workspace
                 and why <> ''
              """,
              """
              update pursuits.nurture
                 set why = :text
               where workspace_id = :workspace
                 and pursuit_id = :id
              """));

  private static final String ANSWERS =
      """
      select link_id, position, changed
        from pursuits.status_answer
       where workspace_id = :workspace
         and changed <> ''
      """;

  private static final String SET_ANSWER =
      """
      update pursuits.status_answer
         set changed = left(:changed, 1000)
       where workspace_id = :workspace
         and link_id = :link
         and position = :position
      """;

  private static final String VIEWS =
      """
      select view_id, name || ' ' || path as text
        from pursuits.saved_view
       where workspace_id = :workspace
      """;

  private static final String REMOVE_VIEW =
      """
      delete from pursuits.saved_view
       where workspace_id = :workspace
         and view_id = :view
      """;

  private final JdbcClient jdbc;

  PursuitErasureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Replacing(String select, String update) {}

  private record Text(UUID id, String text) {}

  /** Time that somebody gave, or was given, for which no outcome is owed any more. */
  record NoLongerOwed(PursuitId pursuit, PersonId person, String kind) {}

  /** Which of these persons the history of pursuits needs. */
  Set<PersonId> remembered(WorkspaceId workspace, Collection<PersonId> persons) {
    return new HashSet<>(
        jdbc.sql(REMEMBERED)
            .param("workspace", workspace.value())
            .param("persons", ids(persons))
            .query((rs, _) -> new PersonId(rs.getObject("person_id", UUID.class)))
            .list());
  }

  /** Takes back what nobody can be told any more. */
  List<NoLongerOwed> oweNoMore(WorkspaceId workspace, Collection<PersonId> persons, Instant now) {
    return jdbc.sql(OWED_NO_MORE)
        .param("workspace", workspace.value())
        .param("persons", ids(persons))
        .param("now", Timestamp.from(now))
        .query((rs, _) ->
            new NoLongerOwed(
                new PursuitId(rs.getObject("pursuit_id", UUID.class)),
                new PersonId(rs.getObject("person_id", UUID.class)),
                rs.getString("kind")))
        .list();
  }

  /** Removes every word about these persons, and their status pages; they are in nothing then. */
  void removeWords(WorkspaceId workspace, Collection<PersonId> persons, Instant now) {
    for (var sql : WITHOUT_WORDS) {
      jdbc.sql(sql).param("workspace", workspace.value()).param("persons", ids(persons)).update();
    }
    jdbc.sql(LEAVE)
        .param("workspace", workspace.value())
        .param("persons", ids(persons))
        .param("now", Timestamp.from(now))
        .update();
  }

  /** Takes somebody out of everything that was written about others. */
  void removeMentions(WorkspaceId workspace, Mentions mentions) {
    pursuits(workspace, mentions);
    steps(workspace, mentions);
    outcomes(workspace, mentions);
    answers(workspace, mentions);
    views(workspace, mentions);
    sayings(workspace, mentions);
    for (var replacing : TEXTS) {
      jdbc
          .sql(replacing.select())
          .param("workspace", workspace.value())
          .query((rs, _) -> new Text(rs.getObject("id", UUID.class), rs.getString("text")))
          .list()
          .stream()
          .filter(text -> mentions.isIn(text.text()))
          .forEach(text ->
              jdbc.sql(replacing.update())
                  .param("workspace", workspace.value())
                  .param("id", text.id())
                  .param("text", mentions.removedFrom(text.text()))
                  .update());
    }
  }

  private void pursuits(WorkspaceId workspace, Mentions mentions) {
    record Written(
        UUID id, String title, String company, String url, String posting, String notes) {}
    jdbc
        .sql(PURSUITS)
        .param("workspace", workspace.value())
        .query((rs, _) ->
            new Written(
                rs.getObject("pursuit_id", UUID.class),
                rs.getString("title"),
                rs.getString("company"),
                rs.getString("posting_url"),
                rs.getString("posting"),
                rs.getString("notes")))
        .list()
        .stream()
        .filter(it -> isIn(mentions, it.title(), it.company(), it.url(), it.posting(), it.notes()))
        .forEach(it ->
            jdbc.sql(SET_PURSUIT)
                .param("workspace", workspace.value())
                .param("pursuit", it.id())
                .param("title", mentions.removedFrom(it.title()))
                .param("company", mentions.removedFrom(it.company()))
                .param("posting_url", mentions.isIn(it.url()) ? "" : it.url())
                .param("posting", mentions.removedFrom(it.posting()))
                .param("notes", mentions.removedFrom(it.notes()))
                .update());
  }

  /** As the pursuits themselves, so that an import still knows what nobody changed. */
  private void sayings(WorkspaceId workspace, Mentions mentions) {
    record Said(UUID by, String key, String title, String company, String url, String notes) {}
    jdbc
        .sql(SAYINGS)
        .param("workspace", workspace.value())
        .query((rs, _) ->
            new Said(
                rs.getObject("import_id", UUID.class),
                rs.getString("row_key"),
                rs.getString("title"),
                rs.getString("company"),
                rs.getString("posting_url"),
                rs.getString("notes")))
        .list()
        .stream()
        .filter(it -> isIn(mentions, it.title(), it.company(), it.url(), it.notes()))
        .forEach(it ->
            jdbc.sql(SET_SAYING)
                .param("workspace", workspace.value())
                .param("import", it.by())
                .param("key", it.key())
                .param("title", mentions.removedFrom(it.title()))
                .param("company", mentions.removedFrom(it.company()))
                .param("posting_url", mentions.isIn(it.url()) ? "" : it.url())
                .param("notes", mentions.removedFrom(it.notes()))
                .update());
  }

  private void steps(WorkspaceId workspace, Mentions mentions) {
    record Happened(UUID pursuit, long position, String before, String after, String why) {}
    jdbc
        .sql(STEPS)
        .param("workspace", workspace.value())
        .query((rs, _) ->
            new Happened(
                rs.getObject("pursuit_id", UUID.class),
                rs.getLong("position"),
                rs.getString("before"),
                rs.getString("after"),
                rs.getString("why")))
        .list()
        .stream()
        .filter(it -> isIn(mentions, it.before(), it.after(), it.why()))
        .forEach(it ->
            jdbc.sql(SET_STEP)
                .param("workspace", workspace.value())
                .param("pursuit", it.pursuit())
                .param("position", it.position())
                .param("before", mentions.removedFrom(it.before()))
                .param("after", mentions.removedFrom(it.after()))
                .param("why", mentions.removedFrom(it.why()))
                .update());
  }

  private void outcomes(WorkspaceId workspace, Mentions mentions) {
    record Reasons(UUID outcome, String internal, String told) {}
    jdbc
        .sql(OUTCOMES)
        .param("workspace", workspace.value())
        .query((rs, _) ->
            new Reasons(
                rs.getObject("outcome_id", UUID.class),
                rs.getString("internal_reason"),
                rs.getString("told_reason")))
        .list()
        .stream()
        .filter(it -> isIn(mentions, it.internal(), it.told()))
        .forEach(it ->
            jdbc.sql(SET_OUTCOME)
                .param("workspace", workspace.value())
                .param("outcome", it.outcome())
                .param("internal_reason", mentions.removedFrom(it.internal()))
                .param("told_reason", mentions.removedFrom(it.told()))
                .update());
  }

  private void answers(WorkspaceId workspace, Mentions mentions) {
    record Answer(UUID link, int position, String changed) {}
    jdbc
        .sql(ANSWERS)
        .param("workspace", workspace.value())
        .query((rs, _) ->
            new Answer(
                rs.getObject("link_id", UUID.class),
                rs.getInt("position"),
                rs.getString("changed")))
        .list()
        .stream()
        .filter(it -> mentions.isIn(it.changed()))
        .forEach(it ->
            jdbc.sql(SET_ANSWER)
                .param("workspace", workspace.value())
                .param("link", it.link())
                .param("position", it.position())
                .param("changed", mentions.removedFrom(it.changed()))
                .update());
  }

  /** A view that looks for them looks for nobody. */
  private void views(WorkspaceId workspace, Mentions mentions) {
    jdbc
        .sql(VIEWS)
        .param("workspace", workspace.value())
        .query((rs, _) -> new Text(rs.getObject("view_id", UUID.class), rs.getString("text")))
        .list()
        .stream()
        .filter(view -> mentions.isIn(view.text().replace("%20", " ").replace("%40", "@")))
        .forEach(view ->
            jdbc.sql(REMOVE_VIEW)
                .param("workspace", workspace.value())
                .param("view", view.id())
                .update());
  }

  private static boolean isIn(Mentions mentions, String... texts) {
    return mentions.isIn(String.join("\n", texts));
  }

  private static SqlArrayValue ids(Collection<PersonId> persons) {
    return new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray());
  }

  /** The longest past first. */
  List<PastCandidate> pastCandidates(WorkspaceId workspace) {
    return jdbc.sql(PAST_CANDIDATES)
        .param("workspace", workspace.value())
        .query((rs, _) ->
            new PastCandidate(
                new PersonId(rs.getObject("person", UUID.class)),
                rs.getTimestamp("ended").toInstant()))
        .list();
  }
}
