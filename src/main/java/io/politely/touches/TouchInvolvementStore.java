package io.politely.touches;

import io.politely.kernel.WorkspaceId;
import io.politely.people.Involvement;
import io.politely.people.PersonId;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** With whom a touch was logged. */
@Repository
class TouchInvolvementStore implements Involvement {

  private static final String INVOLVED =
      """
      select distinct participant.person_id
        from touches.participant
        join touches.touch
          on touch.workspace_id = :workspace
         and touch.touch_id = participant.touch_id
         and touch.removed_at is null
       where participant.workspace_id = :workspace
         and participant.person_id = any (:persons)
      """;

  private final JdbcClient jdbc;

  TouchInvolvementStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<PersonId> involved(WorkspaceId workspace, Collection<PersonId> persons) {
    return jdbc.sql(INVOLVED)
        .param("workspace", workspace.value())
        .param(
            "persons", new SqlArrayValue("uuid", persons.stream().map(PersonId::value).toArray()))
        .query((rs, _) -> new PersonId(rs.getObject("person_id", UUID.class)))
        .set();
  }
}
