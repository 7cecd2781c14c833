package io.politely.mail;

import io.politely.database.NewIds;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.ImportStore.Advance;
import io.politely.mail.MessageStore.Location;
import io.politely.mail.MessageStore.NewMessage;
import io.politely.people.People;
import io.politely.people.Sighting;
import io.politely.reading.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Stores messages inside the caller's transaction: what is new becomes a message, what is known
 * only gets another location.
 */
@Component
class Intake {

  private final MessageStore messages;
  private final MentionStore mentions;
  private final ImportStore imports;
  private final LeftOut leftOut;
  private final OwnNotices notices;
  private final People people;
  private final NewIds ids;

  Intake(
      MessageStore messages,
      MentionStore mentions,
      ImportStore imports,
      LeftOut leftOut,
      OwnNotices notices,
      People people,
      NewIds ids) {
    this.messages = messages;
    this.mentions = mentions;
    this.imports = imports;
    this.leftOut = leftOut;
    this.notices = notices;
    this.people = people;
    this.ids = ids;
  }

  /**
   * What storing came to.
   *
   * @param ids by content hash, of new messages and known ones
   * @param added how many of them are new
   * @param known how many were known
   * @param spoilt how many could not be read, and were set aside
   * @param leftOut by content hash, what is not kept: it names somebody who was erased, or is a
   *     notice of our own
   * @param erased how many of these name somebody who was erased
   */
  record Stored(
      Map<String, MessageId> ids,
      int added,
      int known,
      int spoilt,
      Set<String> leftOut,
      int erased) {}

  /** Stores a chunk of an import, and how far it came. */
  void store(WorkspaceId workspace, ImportId run, ImportChunk chunk, Instant now) {
    var stored = store(workspace, run, chunk.messages(), chunk.spoilt(), now);
    imports.log(workspace, run, chunk.sentences(), now);
    imports.advance(
        workspace,
        run,
        new Advance(stored.added(), stored.known(), stored.spoilt(), stored.leftOut().size()),
        chunk.positions(),
        chunk.bytesDone());
    if (stored.erased() > 0) {
      imports.log(workspace, run, List.of(Sentences.leftOut(stored.erased())), now);
    }
  }

  /** Stores what a server delivered. */
  Stored store(
      WorkspaceId workspace, List<ReadMessage> delivered, List<Spoilt> spoilt, Instant now) {
    return store(workspace, null, delivered, spoilt, now);
  }

  private Stored store(
      WorkspaceId workspace,
      @Nullable ImportId run,
      List<ReadMessage> delivered,
      List<Spoilt> spoilt,
      Instant now) {
    var erased = leftOut.among(workspace, delivered, spoilt);
    var out = new HashSet<>(erased);
    delivered.stream()
        .map(ReadMessage::parsed)
        .filter(message -> notices.isOne(workspace, message))
        .forEach(message -> out.add(message.contentHash()));
    var kept =
        delivered.stream().filter(read -> !out.contains(read.parsed().contentHash())).toList();
    var setAside = spoilt.stream().filter(one -> !out.contains(one.contentHash())).toList();
    messages.quarantine(workspace, run, setAside, now);
    var idOf = new HashMap<String, MessageId>();
    int added = store(workspace, kept, idOf);
    return new Stored(idOf, added, kept.size() - added, setAside.size(), out, erased.size());
  }

  /** How many are new; {@code idOf} gets all of them. */
  private int store(
      WorkspaceId workspace, List<ReadMessage> delivered, Map<String, MessageId> idOf) {
    var before =
        messages.known(
            workspace,
            delivered.stream().map(read -> read.parsed().contentHash()).distinct().toList());
    idOf.putAll(before);
    var added = new ArrayList<NewMessage>();
    var locations = new LinkedHashSet<Location>();
    for (var read : delivered) {
      var hash = read.parsed().contentHash();
      var id = idOf.get(hash);
      if (id == null) {
        id = new MessageId(ids.next());
        idOf.put(hash, id);
        added.add(new NewMessage(id, read));
      }
      locations.addAll(locations(id, read));
    }
    var found = messages.unknown(workspace, locations, before.values());
    messages.add(workspace, added);
    messages.addLocations(workspace, found);
    people.meet(workspace, sightings(added));
    mentions.mention(workspace, mentioned(delivered, idOf, found));
    return added.size();
  }

  /** Only of new messages, so that each counts once. */
  private static List<Sighting> sightings(List<NewMessage> added) {
    return added.stream()
        .flatMap(message ->
            Sightings.of(message.read().parsed(), message.read().reading().kind()).stream())
        .toList();
  }

  /** A folder, or each label of a provider that has labels instead. */
  private static List<Location> locations(MessageId id, ReadMessage read) {
    var delivery = read.parsed().delivery();
    var labels = delivery.labels();
    if (labels.isEmpty()) {
      var origin = read.origin();
      return List.of(
          new Location(
              id, origin.folder(), origin.role(), delivery.deliveredTo(), delivery.threadHint()));
    }
    return labels.stream()
        .map(label ->
            new Location(
                id,
                label.length() <= 255 ? label : label.substring(0, 255),
                FolderRoles.of(label),
                delivery.deliveredTo(),
                delivery.threadHint()))
        .toList();
  }

  /**
   * Messages that are new, or were found in a new place: that may connect them to others by a
   * thread id, or show that they were sent.
   */
  private static List<NewMention> mentioned(
      List<ReadMessage> read, Map<String, MessageId> idOf, List<Location> found) {
    var places = new HashMap<MessageId, Set<String>>();
    for (var location : found) {
      var hints = places.computeIfAbsent(location.message(), any -> new HashSet<>());
      if (!location.threadHint().isEmpty()) {
        hints.add(location.threadHint());
      }
    }
    var mentioned = new LinkedHashMap<MessageId, NewMention>();
    for (var one : read) {
      var parsed = one.parsed();
      var id = idOf.get(parsed.contentHash());
      var hints = id == null ? null : places.get(id);
      if (id != null && hints != null && !mentioned.containsKey(id)) {
        mentioned.put(
            id,
            NewMention.of(
                id,
                parsed.contentHash(),
                parsed.sentAt(),
                parsed.internetId(),
                parsed.inReplyTo(),
                parsed.references(),
                parsed.subject(),
                one.reading().kind() == Kind.NEWSLETTER,
                hints));
      }
    }
    return List.copyOf(mentioned.values());
  }
}
