package io.politely.outbox;

import io.politely.kernel.WorkspaceId;
import io.politely.people.Involvement;
import io.politely.people.PersonId;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** To whom a letter is being written. */
@Repository
class DraftInvolvementStore implements Involvement {

  private static final String INVOLVED =
      """
      select distinct asked.person_id
        from outbox.draft
       cross join unnest(:persons) as asked (person_id)
       where draft.workspace_id = :workspace
         and draft.discarded_at is null
         and exists (select 1
                       from unnest(people.addresses_of(:workspace, asked.person_id::text)) as theirs (address)
                      where strpos(lower(draft.to_line || ' ' || draft.cc_line || ' ' || draft.bcc_line),
                                   theirs.address) > 0)
      """;

  private final JdbcClient jdbc;

  DraftInvolvementStore(JdbcClient jdbc) {
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
