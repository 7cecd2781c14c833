package io.politely.calendar;

import java.net.URI;

/** A calendar that somebody has on a server. */
public record ServerCalendar(URI address, String name) {}
