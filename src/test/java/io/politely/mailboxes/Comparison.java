package io.politely.mailboxes;

import io.politely.kernel.Edge;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.Mail;
import io.politely.mail.MessageId;
import io.politely.testing.TestWorkspace;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What lies on the server and what lies here, so that both can be compared: folder, UID, bytes. */
@Edge
final class Comparison {

  private Comparison() {}

  /** Asked from the server directly, past any proxy. */
  static Map<String, String> ofServer(ImapGateway gateway, MailAccount account)
      throws MailServerException, RefusedException {
    var found = new TreeMap<String, String>();
    try (var session = gateway.open(account, new Credential.Password(MailServer.PASSWORD))) {
      for (var folder : RemoteFolder.toRead(session.folders(), false)) {
        var mark = session.examine(folder);
        for (var size : session.sizes(session.uids(mark.count()))) {
          var message = session.fetch(List.of(size)).get(size.uid());
          if (message != null) {
            found.put(folder.name() + " " + size.uid(), digest(message.bytes()));
          }
        }
      }
    }
    return found;
  }

  /** As the store has it. */
  static Map<String, String> ofStore(TestWorkspace workspace, Mail mail) {
    WorkspaceId id = workspace.id();
    var places = new TreeMap<String, MessageId>();
    workspace.run(() ->
        workspace
            .jdbc()
            .sql(
                """
                select f.name || ' ' || c.uid as place, c.message_id
                  from mailboxes.copy c
                  join mailboxes.folder f using (workspace_id, folder_id)
                 where c.workspace_id = :workspace
                   and f.gone_at is null
                   and c.message_id is not null
                """)
            .param("workspace", id.value())
            .query(rs -> {
              places.put(
                  rs.getString("place"), new MessageId(rs.getObject("message_id", UUID.class)));
            }));
    var found = new TreeMap<String, String>();
    places.forEach(
        (place, message) -> found.put(place, digest(mail.raw(id, message).orElseThrow())));
    return found;
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
