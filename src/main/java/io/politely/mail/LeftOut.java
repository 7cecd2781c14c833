package io.politely.mail;

import io.politely.accounts.KeyedHashes;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import io.politely.people.Mentions;
import io.politely.people.People;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What comes in and is not kept, because somebody was erased: every message in which one of their
 * addresses stands, wherever, and every one that was erased with them.
 */
@Component
class LeftOut {

  private static final String PURPOSE = "mail.erased";

  private final MailErasureStore store;
  private final People people;
  private final KeyedHashes hashes;

  LeftOut(MailErasureStore store, People people, KeyedHashes hashes) {
    this.store = store;
    this.people = people;
    this.hashes = hashes;
  }

  /**
   * The content hashes of those that are not kept. Call it in the transaction that stores the
   * others: until its end nobody is erased.
   */
  Set<String> among(WorkspaceId workspace, List<ReadMessage> messages, List<Spoilt> spoilt) {
    if (!people.isAnybodyErased(workspace)) {
      return Set.of();
    }
    var packed = new LinkedHashMap<String, byte[]>();
    messages.forEach(read -> packed.put(read.parsed().contentHash(), read.packed()));
    spoilt.forEach(one -> packed.put(one.contentHash(), one.packed()));
    var out = new HashSet<>(erased(workspace, packed.keySet()));
    var named = new HashMap<String, Set<EmailAddress>>();
    var met = new HashSet<EmailAddress>();
    packed.forEach((hash, bytes) -> {
      if (!out.contains(hash)) {
        var addresses = addresses(Packing.unpack(bytes));
        named.put(hash, addresses);
        met.addAll(addresses);
      }
    });
    var erased = people.erasedAmong(workspace, met);
    named.forEach((hash, addresses) -> {
      if (addresses.stream().anyMatch(erased::contains)) {
        out.add(hash);
      }
    });
    return out;
  }

  /** These do not come back with the next import. */
  void keepOut(WorkspaceId workspace, UUID erasure, Collection<String> contentHashes) {
    store.keepOut(
        workspace, erasure, contentHashes.stream().map(hash -> key(workspace, hash)).toList());
  }

  private Set<String> erased(WorkspaceId workspace, Collection<String> contentHashes) {
    var byKey = new HashMap<ByteBuffer, String>();
    var keys = new ArrayList<byte[]>();
    for (var hash : contentHashes) {
      var key = key(workspace, hash);
      keys.add(key);
      byKey.put(ByteBuffer.wrap(key), hash);
    }
    return store.among(workspace, keys).stream()
        .map(ByteBuffer::wrap)
        .map(byKey::get)
        .collect(Collectors.toSet());
  }

  private static Set<EmailAddress> addresses(byte[] raw) {
    var addresses = new HashSet<EmailAddress>();
    MessageTexts.read(raw, text -> addresses.addAll(Mentions.addressesIn(text)));
    return addresses;
  }

  private byte[] key(WorkspaceId workspace, String contentHash) {
    return hashes.of(workspace, PURPOSE, contentHash);
  }
}
