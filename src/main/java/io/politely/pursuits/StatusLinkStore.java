package io.politely.pursuits;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.politely.accounts.MemberId;
import io.politely.kernel.WorkspaceId;
import io.politely.people.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Status pages for people outside, and what they answered there. */
@Repository
class StatusLinkStore {

  private static final String ADD =
      """
      insert into pursuits.status_link
             (workspace_id, link_id, token_hash, pursuit_id, person_id, made_at, made_by, expires_at)
      select :workspace, :link, :token_hash, part.pursuit_id, part.person_id, :now, :by, :expires_at
        from pursuits.part
       where part.workspace_id = :workspace
         and part.pursuit_id = :pursuit
         and part.left_at is null
         and people.current_person(:workspace, part.person_id) = people.current_person(:workspace, :person)
       order by part.joined_at
       limit 1
      """;

  private static final String REVOKE =
      """
         update pursuits.status_link
            set revoked_at = :now
          where workspace_id = :workspace
            and link_id = :link
            and revoked_at is null
      returning link_id, pursuit_id, people.current_person(workspace_id, person_id) as person, made_by, made_at,
                expires_at, revoked_at
      """;

  private static final String OF_PURSUIT =
      """
      select link_id, pursuit_id, people.current_person(workspace_id, person_id) as person, made_by, made_at,
             expires_at, revoked_at
        from pursuits.status_link
       where workspace_id = :workspace
         and pursuit_id = :pursuit
       order by made_at desc, link_id
      """;

  private static final String OPEN =
      """
      select link.link_id, link.pursuit_id, people.current_person(link.workspace_id, link.person_id) as person,
             link.made_by, link.made_at, link.expires_at, link.revoked_at
        from pursuits.status_link as link
        join pursuits.part
          on part.workspace_id = link.workspace_id
         and part.pursuit_id = link.pursuit_id
         and part.person_id = link.person_id
       where link.workspace_id = :workspace
         and link.token_hash = :token_hash
         and link.revoked_at is null
         and link.expires_at > :now
         and part.left_at is null
      """;

  private static final String ANSWERS =
      """
      select answer.link_id, answer.at, answer.interested, answer.changed
        from pursuits.status_answer as answer
        join pursuits.status_link as link
          on link.workspace_id = answer.workspace_id
         and link.link_id = answer.link_id
       where link.workspace_id = :workspace
         and link.pursuit_id = :pursuit
       order by answer.position
      """;

  private static final String ADD_ANSWER =
      """
      insert into pursuits.status_answer (workspace_id, link_id, position, at, interested, changed)
      values (:workspace, :link, :position, :at, :interested, :changed)
          on conflict (workspace_id, link_id, position) do nothing
      """;

  private final JdbcClient jdbc;

  StatusLinkStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** False where that person is not in the pursuit. */
  boolean add(WorkspaceId workspace, StatusLink link, byte[] tokenHash) {
    return jdbc.sql(ADD)
            .param("workspace", workspace.value())
            .param("link", link.id().value())
            .param("token_hash", tokenHash)
            .param("pursuit", link.pursuit().value())
            .param("person", link.person().value())
            .param("now", Timestamp.from(link.madeAt()))
            .param("by", link.madeBy().value())
            .param("expires_at", Timestamp.from(link.expiresAt()))
            .update()
        == 1;
  }

  /** What was revoked, without its answers. */
  Optional<StatusLink> revoke(WorkspaceId workspace, StatusLinkId id, Instant now) {
    return jdbc.sql(REVOKE)
        .param("workspace", workspace.value())
        .param("link", id.value())
        .param("now", Timestamp.from(now))
        .query((rs, _) -> link(rs, Map.of()))
        .optional();
  }

  /** The newest first. */
  List<StatusLink> ofPursuit(WorkspaceId workspace, PursuitId pursuit) {
    var answers = answers(workspace, pursuit);
    return jdbc.sql(OF_PURSUIT)
        .param("workspace", workspace.value())
        .param("pursuit", pursuit.value())
        .query((rs, _) -> link(rs, answers))
        .list();
  }

  /** The one with this token, while it is open and its person is in the pursuit. */
  Optional<StatusLink> open(WorkspaceId workspace, byte[] tokenHash, Instant now) {
    return jdbc.sql(OPEN)
        .param("workspace", workspace.value())
        .param("token_hash", tokenHash)
        .param("now", Timestamp.from(now))
        .query((rs, _) -> link(rs, Map.of()))
        .optional()
        .map(link -> with(link, answers(workspace, link.pursuit())));
  }

  /** False where there is an answer in that place. */
  boolean addAnswer(WorkspaceId workspace, StatusLinkId link, int position, StatusAnswer answer) {
    return jdbc.sql(ADD_ANSWER)
            .param("workspace", workspace.value())
            .param("link", link.value())
            .param("position", position)
            .param("at", Timestamp.from(answer.at()))
            .param("interested", answer.interested(), Types.BOOLEAN)
            .param("changed", answer.changed())
            .update()
        == 1;
  }

  private Map<UUID, List<StatusAnswer>> answers(WorkspaceId workspace, PursuitId pursuit) {
    return jdbc
        .sql(ANSWERS)
        .param("workspace", workspace.value())
        .param("pursuit", pursuit.value())
        .query((rs, _) -> Map.entry(rs.getObject("link_id", UUID.class), answer(rs)))
        .list()
        .stream()
        .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
  }

  private static StatusLink with(StatusLink link, Map<UUID, List<StatusAnswer>> answers) {
    return new StatusLink(
        link.id(),
        link.pursuit(),
        link.person(),
        link.madeBy(),
        link.madeAt(),
        link.expiresAt(),
        link.revokedAt(),
        answers.getOrDefault(link.id().value(), List.of()));
  }

  private static StatusLink link(ResultSet rs, Map<UUID, List<StatusAnswer>> answers)
      throws SQLException {
    var id = rs.getObject("link_id", UUID.class);
    var revoked = rs.getTimestamp("revoked_at");
    return new StatusLink(
        new StatusLinkId(id),
        new PursuitId(rs.getObject("pursuit_id", UUID.class)),
        new PersonId(rs.getObject("person", UUID.class)),
        new MemberId(rs.getObject("made_by", UUID.class)),
        rs.getTimestamp("made_at").toInstant(),
        rs.getTimestamp("expires_at").toInstant(),
        revoked == null ? null : revoked.toInstant(),
        answers.getOrDefault(id, List.of()));
  }

  private static StatusAnswer answer(ResultSet rs) throws SQLException {
    return new StatusAnswer(
        rs.getTimestamp("at").toInstant(),
        rs.getObject("interested", Boolean.class),
        rs.getString("changed"));
  }
}
