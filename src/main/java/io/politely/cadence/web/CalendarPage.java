package io.politely.cadence.web;

import io.politely.web.When;
import org.jspecify.annotations.Nullable;

/**
 * Where a member makes and revokes the address of their calendar feed.
 *
 * @param fresh the address, only right after it was made; else ""
 * @param made when there is one, since when; or null
 */
public record CalendarPage(String fresh, @Nullable When made) {}
