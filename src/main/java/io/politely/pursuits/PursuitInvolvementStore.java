package io.politely.pursuits;

import io.politely.kernel.WorkspaceId;
import io.politely.people.Involvement;
import io.politely.people.PersonId;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Who is in a pursuit, or was. */
@Repository
class PursuitInvolvementStore implements Involvement {

  private static final String INVOLVED =
      """
      select distinct person_id
        from pursuits.part
       where workspace_id = :workspace
         and person_id = any (:persons)
      """;

  private final JdbcClient jdbc;

  PursuitInvolvementStore(JdbcClient jdbc) {
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
