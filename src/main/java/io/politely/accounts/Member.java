package io.politely.accounts;

import io.politely.kernel.EmailAddress;
import java.time.ZoneId;

/**
 * One who signs in to a workspace.
 *
 * @param zone where days begin and end for them
 * @param hasPassword whether they can sign in without a link
 */
public record Member(
    MemberId id, String name, EmailAddress address, ZoneId zone, boolean hasPassword) {}
