package io.politely.mail;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a letter tells of who wrote it, besides what it says.
 *
 * @param offset that of the clock in its Date header, or null where it has none
 * @param language the English name of the one it is written in, or null where that is not plain
 */
public record Voice(@Nullable ZoneOffset offset, @Nullable String language) {}
