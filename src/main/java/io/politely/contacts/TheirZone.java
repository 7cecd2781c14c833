package io.politely.contacts;

import java.time.ZoneId;

/**
 * Where somebody's clock hangs, as far as is known.
 *
 * @param said "About UTC-5", or the zone that the user gave
 * @param source how that is known: "from their last 6 letters"
 * @param zone a place where that clock hangs, else its distance from UTC
 */
public record TheirZone(String said, String source, ZoneId zone) {}
