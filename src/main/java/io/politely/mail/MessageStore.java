package io.politely.mail;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.reading.Reading;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Messages as they came and as they were read, where their copies lie, and what is quarantined. */
@Repository
class MessageStore {

  private static final int ROWS_AT_ONCE = 128;
  private static final HexFormat HEX = HexFormat.of();

  private static final String KNOWN =
      """
      select content_hash, message_id
        from mail.message
       where workspace_id = :workspace
         and content_hash = any (:hashes)
      """;

  private static final String ADD_MESSAGE =
      """
      insert into mail.message (
                  workspace_id, message_id, content_hash, internet_id, in_reply_to, reference_ids,
                  subject, sent_at, sent_at_source, from_address, from_name, to_addresses,
                  cc_addresses, list_id, kind, newest_text, attribution, quoted_text, signals,
                  has_html, attachments, size_bytes, reading_version, arrived_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?,
              cast(? as jsonb), ?, ?, ?)
      """;

  private static final String ADD_RAW =
      """
      insert into mail.raw (workspace_id, message_id, packed)
      values (?, ?, ?)
      """;

  private static final String ADD_BACKLOG =
      """
      insert into mail.search_backlog (workspace_id, message_id)
      values (?, ?)
      """;

  private static final String KNOWN_LOCATIONS =
      """
      select message_id, folder, delivered_to, thread_hint
        from mail.location
       where workspace_id = :workspace
         and message_id = any (:messages)
      """;

  private static final String ADD_LOCATION =
      """
      insert into mail.location (workspace_id, message_id, folder, role, delivered_to, thread_hint)
      values (?, ?, ?, ?, ?, ?)
      on conflict (workspace_id, message_id, folder, delivered_to, thread_hint) do nothing
      """;

  private static final String ADD_QUARANTINED =
      """
      insert into mail.quarantined (
                  workspace_id, content_hash, import_id, origin, reason, packed, found_at)
      values (?, ?, ?, ?, ?, ?, ?)
      on conflict (workspace_id, content_hash) do nothing
      """;

  private static final String RAW =
      """
      select packed
        from mail.raw
       where workspace_id = :workspace
         and message_id = :message
      """;

  private static final String QUARANTINED =
      """
      select content_hash, origin, reason, found_at
        from mail.quarantined
       where workspace_id = :workspace
       order by found_at desc, content_hash
       limit :limit
      """;

  private static final String QUARANTINED_BY_IMPORT =
      """
      select content_hash, origin, reason, found_at
        from mail.quarantined
       where workspace_id = :workspace
         and import_id = :import
       order by found_at, content_hash
       limit :limit
      """;

  private static final String QUARANTINED_BYTES =
      """
      select packed
        from mail.quarantined
       where workspace_id = :workspace
         and content_hash = :hash
      """;

  private static final String COUNT_SENT =
      """
      select m.from_address as address, count(distinct m.message_id) as times
        from mail.location l
        join mail.message m
          on m.workspace_id = l.workspace_id
         and m.message_id = l.message_id
       where l.workspace_id = :workspace
         and l.role = 'sent'
         and m.from_address is not null
       group by m.from_address
      """;

  private static final String COUNT_DELIVERED =
      """
      select l.delivered_to as address, count(distinct l.message_id) as times
        from mail.location l
       where l.workspace_id = :workspace
         and l.delivered_to <> ''
       group by l.delivered_to
      """;

  private static final String COUNT_WROTE =
      """
      select m.from_address as address, count(*) as times
        from mail.message m
       where m.workspace_id = :workspace
         and m.from_address is not null
       group by m.from_address
      """;

  private static final String COUNT_RECEIVED =
      """
      select recipient as address, count(*) as times
        from mail.message m, unnest(m.to_addresses || m.cc_addresses) as recipient
       where m.workspace_id = :workspace
       group by recipient
      """;

  private static final String LIST_IDS =
      """
      select distinct lower(list_id)
        from mail.message
       where workspace_id = :workspace
         and list_id is not null
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  MessageStore(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** A message on its way into the store. */
  record NewMessage(MessageId id, ReadMessage read) {}

  /** Where a copy of a stored message lies. */
  record Location(
      MessageId message, String folder, FolderRole role, String deliveredTo, String threadHint) {

    /** What makes it one row. */
    private List<Object> key() {
      return List.of(message, folder, deliveredTo, threadHint);
    }
  }

  /** Which of these messages are stored already, by content hash. */
  Map<String, MessageId> known(WorkspaceId workspace, Collection<String> hashes) {
    var known = new HashMap<String, MessageId>();
    jdbc.sql(KNOWN)
        .param("workspace", workspace.value())
        .param(
            "hashes",
            new SqlArrayValue(
                "bytea", (Object[]) hashes.stream().map(HEX::parseHex).toArray(byte[][]::new)))
        .query(rs -> {
          known.put(
              HEX.formatHex(rs.getBytes("content_hash")),
              new MessageId(rs.getObject("message_id", UUID.class)));
        });
    return known;
  }

  void add(WorkspaceId workspace, List<NewMessage> messages) {
    batch.batchUpdate(
        ADD_MESSAGE, messages, ROWS_AT_ONCE, (row, message) -> fill(row, workspace, message));
    batch.batchUpdate(
        ADD_RAW,
        messages,
        ROWS_AT_ONCE,
        (row, message) -> {
          row.setObject(1, workspace.value());
          row.setObject(2, message.id().value());
          row.setBytes(3, message.read().packed());
        });
    batch.batchUpdate(
        ADD_BACKLOG,
        messages,
        ROWS_AT_ONCE,
        (row, message) -> {
          row.setObject(1, workspace.value());
          row.setObject(2, message.id().value());
        });
  }

  /** Those of these locations that are not stored yet. */
  List<Location> unknown(
      WorkspaceId workspace, Collection<Location> locations, Collection<MessageId> messages) {
    if (messages.isEmpty()) {
      return List.copyOf(locations);
    }
    Set<List<Object>> known = new HashSet<>();
    jdbc.sql(KNOWN_LOCATIONS)
        .param("workspace", workspace.value())
        .param(
            "messages",
            new SqlArrayValue("uuid", messages.stream().map(MessageId::value).toArray()))
        .query(rs -> {
          known.add(
              List.of(
                  new MessageId(rs.getObject("message_id", UUID.class)),
                  rs.getString("folder"),
                  rs.getString("delivered_to"),
                  rs.getString("thread_hint")));
        });
    return locations.stream().filter(location -> !known.contains(location.key())).toList();
  }

  void addLocations(WorkspaceId workspace, Collection<Location> locations) {
    batch.batchUpdate(
        ADD_LOCATION,
        locations,
        ROWS_AT_ONCE,
        (row, location) -> {
          row.setObject(1, workspace.value());
          row.setObject(2, location.message().value());
          row.setString(3, location.folder());
          row.setString(4, location.role().name().toLowerCase(Locale.ROOT));
          row.setString(5, location.deliveredTo());
          row.setString(6, location.threadHint());
        });
  }

  void quarantine(WorkspaceId workspace, @Nullable ImportId run, List<Spoilt> spoilt, Instant now) {
    batch.batchUpdate(
        ADD_QUARANTINED,
        spoilt,
        ROWS_AT_ONCE,
        (row, one) -> {
          row.setObject(1, workspace.value());
          row.setBytes(2, HEX.parseHex(one.contentHash()));
          row.setObject(3, run == null ? null : run.value());
          row.setString(4, one.place());
          row.setString(5, one.reason());
          row.setBytes(6, one.packed());
          row.setTimestamp(7, Timestamp.from(now));
        });
  }

  /** A message as it came. */
  Optional<byte[]> raw(WorkspaceId workspace, MessageId message) {
    return jdbc.sql(RAW)
        .param("workspace", workspace.value())
        .param("message", message.value())
        .query(byte[].class)
        .optional()
        .map(Packing::unpack);
  }

  List<Quarantined> quarantined(WorkspaceId workspace, int limit) {
    return jdbc.sql(QUARANTINED)
        .param("workspace", workspace.value())
        .param("limit", limit)
        .query((rs, row) -> quarantined(rs))
        .list();
  }

  /** What one import set aside; what another had set aside before stays with that one. */
  List<Quarantined> quarantined(WorkspaceId workspace, ImportId run, int limit) {
    return jdbc.sql(QUARANTINED_BY_IMPORT)
        .param("workspace", workspace.value())
        .param("import", run.value())
        .param("limit", limit)
        .query((rs, row) -> quarantined(rs))
        .list();
  }

  Optional<byte[]> quarantinedBytes(WorkspaceId workspace, String contentHash) {
    return jdbc.sql(QUARANTINED_BYTES)
        .param("workspace", workspace.value())
        .param("hash", HEX.parseHex(contentHash))
        .query(byte[].class)
        .optional()
        .map(Packing::unpack);
  }

  /** How often each address was met, in each way that tells whose mailbox it is. */
  List<OwnAddressRules.Count> addressCounts(WorkspaceId workspace) {
    return OwnAddressRules.together(
        counts(workspace, COUNT_SENT),
        counts(workspace, COUNT_DELIVERED),
        counts(workspace, COUNT_WROTE),
        counts(workspace, COUNT_RECEIVED),
        Set.copyOf(
            jdbc.sql(LIST_IDS).param("workspace", workspace.value()).query(String.class).list()));
  }

  private Map<EmailAddress, Long> counts(WorkspaceId workspace, String sql) {
    var counts = new HashMap<EmailAddress, Long>();
    jdbc.sql(sql)
        .param("workspace", workspace.value())
        .query(rs -> {
          long times = rs.getLong("times");
          EmailAddress.parse(rs.getString("address"))
              .ifPresent(address -> counts.put(address, times));
        });
    return counts;
  }

  private static Quarantined quarantined(ResultSet rs) throws SQLException {
    return new Quarantined(
        HEX.formatHex(rs.getBytes("content_hash")),
        rs.getString("origin"),
        rs.getString("reason"),
        rs.getTimestamp("found_at").toInstant());
  }

  private static void fill(PreparedStatement row, WorkspaceId workspace, NewMessage message)
      throws SQLException {
    var parsed = message.read().parsed();
    var reading = message.read().reading();
    var from = parsed.from();
    row.setObject(1, workspace.value());
    row.setObject(2, message.id().value());
    row.setBytes(3, HEX.parseHex(parsed.contentHash()));
    row.setString(4, parsed.internetId());
    row.setArray(5, texts(row, parsed.inReplyTo()));
    row.setArray(6, texts(row, parsed.references()));
    row.setString(7, parsed.subject());
    row.setTimestamp(8, Timestamp.from(parsed.sentAt()));
    row.setString(9, parsed.sentAtSource().name().toLowerCase(Locale.ROOT));
    row.setString(10, from == null ? null : from.address().value());
    row.setString(11, parsed.fromName());
    row.setArray(12, addresses(row, parsed.to()));
    row.setArray(13, addresses(row, parsed.cc()));
    row.setString(14, parsed.listId());
    row.setString(15, reading.kind().name().toLowerCase(Locale.ROOT));
    row.setString(16, reading.newestText());
    row.setString(17, message.read().quotation().attribution());
    row.setString(18, message.read().quotation().text());
    row.setString(19, message.read().signals());
    row.setBoolean(20, parsed.letter().html() != null);
    row.setString(21, message.read().attachments());
    row.setInt(22, parsed.sizeBytes());
    row.setInt(23, Reading.VERSION);
    var arrivedAt = message.read().origin().envelopeAt();
    row.setTimestamp(24, arrivedAt == null ? null : Timestamp.from(arrivedAt));
  }

  private static Array texts(PreparedStatement row, List<String> texts) throws SQLException {
    return row.getConnection().createArrayOf("text", texts.toArray());
  }

  private static Array addresses(PreparedStatement row, List<Correspondent> list)
      throws SQLException {
    return texts(row, list.stream().map(one -> one.address().value()).distinct().toList());
  }
}
