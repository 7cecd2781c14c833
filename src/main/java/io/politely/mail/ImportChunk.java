package io.politely.mail;

import java.util.List;
import java.util.Map;

/**
 * What one transaction of an import stores: messages, what could not be one, what there is to say,
 * and where to go on after it.
 *
 * @param positions by the path of each mailbox that was read for this chunk
 * @param bytesDone of all mailboxes of the import, up to here
 */
record ImportChunk(
    List<ReadMessage> messages,
    List<Spoilt> spoilt,
    List<String> sentences,
    Map<String, String> positions,
    long bytesDone) {

  ImportChunk {
    messages = List.copyOf(messages);
    spoilt = List.copyOf(spoilt);
    sentences = List.copyOf(sentences);
    positions = Map.copyOf(positions);
  }
}
