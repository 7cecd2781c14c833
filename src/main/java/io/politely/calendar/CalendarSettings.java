package io.politely.calendar;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How calendars are followed.
 *
 * @param refresh how often feeds and servers are asked; nothing is asked by itself where it is zero
 */
@ConfigurationProperties("politely.calendar")
public record CalendarSettings(@DefaultValue("15m") Duration refresh) {}
