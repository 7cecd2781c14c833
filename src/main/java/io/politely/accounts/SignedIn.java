package io.politely.accounts;

import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import java.time.ZoneId;

/**
 * Who sends a request, and into which workspace. A controller method takes it as a parameter.
 *
 * @param zone where days begin and end for them
 */
public record SignedIn(
    WorkspaceId workspace, MemberId member, String name, EmailAddress address, ZoneId zone) {}
