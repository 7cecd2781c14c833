package io.politely.people;

import io.politely.kernel.EmailAddress;

/**
 * An address in a header of one message.
 *
 * @param name the display name it came with, decoded, as it stands there; "" where there is none
 * @param evidence what this message shows about the address
 */
public record Sighting(EmailAddress address, String name, AddressEvidence evidence) {}
