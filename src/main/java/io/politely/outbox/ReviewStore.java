package io.politely.outbox;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.MessageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What pages show of mails and stops, beside what sending needs. */
@Repository
class ReviewStore {

  private static final String STEPS_IN_DOUBT =
      """
      select s.mail_id, s.at, s.state, s.by, s.reason
        from outbox.mail m
        join outbox.step s on s.workspace_id = m.workspace_id and s.mail_id = m.mail_id
       where m.workspace_id = :workspace
         and m.state = 'in-doubt'
       order by s.mail_id, s.position
      """;

  private static final String TRACELESS =
      """
      select mail_id
        from outbox.mail
       where workspace_id = :workspace
         and state = 'in-doubt'
         and mail.evidence_of(workspace_id, approved_at, internet_id) is null
      """;

  private static final String ADDRESS_OF_EACH =
      """
      select value, (people.addresses_of(workspace_id, value))[1] as address
        from outbox.do_not_contact
       where workspace_id = :workspace
         and scope = 'person'
         and lifted_at is null
      """;

  private static final String LIFTED =
      """
      select stop_id, scope, value, source, reason, message_id, since
        from outbox.do_not_contact
       where workspace_id = :workspace
         and stop_id = :stop
         and lifted_at is not null
      """;

  private final JdbcClient jdbc;

  ReviewStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<OutgoingId, List<Step>> stepsInDoubt(WorkspaceId workspace) {
    var steps = new HashMap<OutgoingId, List<Step>>();
    jdbc.sql(STEPS_IN_DOUBT)
        .param("workspace", workspace.value())
        .query(rs -> {
          steps
              .computeIfAbsent(
                  new OutgoingId(rs.getObject("mail_id", UUID.class)), _ -> new ArrayList<>())
              .add(
                  new Step(
                      rs.getTimestamp("at").toInstant(),
                      OutgoingState.of(rs.getString("state")),
                      rs.getString("by"),
                      rs.getString("reason")));
        });
    return steps;
  }

  /** What is in doubt and neither lies in a folder nor is named by a message. */
  Set<OutgoingId> traceless(WorkspaceId workspace) {
    return jdbc.sql(TRACELESS)
        .param("workspace", workspace.value())
        .query((rs, _) -> new OutgoingId(rs.getObject("mail_id", UUID.class)))
        .set();
  }

  /** By which address each person is known whom nothing is sent to, by their ids. */
  Map<String, EmailAddress> addressOfEach(WorkspaceId workspace) {
    var addresses = new HashMap<String, EmailAddress>();
    jdbc.sql(ADDRESS_OF_EACH)
        .param("workspace", workspace.value())
        .query(rs -> {
          var address = rs.getString("address");
          if (address != null) {
            addresses.put(rs.getString("value"), new EmailAddress(address));
          }
        });
    return addresses;
  }

  /** A stop that was lifted. */
  Optional<Stop> lifted(WorkspaceId workspace, StopId stop) {
    return jdbc.sql(LIFTED)
        .param("workspace", workspace.value())
        .param("stop", stop.value())
        .query((rs, _) -> {
          var message = rs.getObject("message_id", UUID.class);
          return new Stop(
              new StopId(rs.getObject("stop_id", UUID.class)),
              Stop.Scope.of(rs.getString("scope")),
              rs.getString("value"),
              Stop.Source.of(rs.getString("source")),
              rs.getString("reason"),
              message == null ? null : new MessageId(message),
              rs.getTimestamp("since").toInstant());
        })
        .optional();
  }
}
