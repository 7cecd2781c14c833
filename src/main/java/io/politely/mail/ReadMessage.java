package io.politely.mail;

import io.politely.reading.Quotation;
import io.politely.reading.Reading;

/**
 * A message ready to be stored: taken apart, read and packed.
 *
 * @param quotation the beginning of what it quotes, where it has no reply headers; else empty
 * @param signals as the message store keeps them
 * @param attachments as the message store keeps them
 * @param packed the message as it came, packed
 * @param origin where this copy was found
 */
@SuppressWarnings("ArrayRecordComponent") // handed from the worker to the store, never compared
record ReadMessage(
    ParsedMessage parsed,
    Reading reading,
    Quotation quotation,
    String signals,
    String attachments,
    byte[] packed,
    Origin origin) {}
