package io.politely.pursuits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Time given in a pursuit that was not answered by an outcome yet.
 *
 * @param stage of whoever gave it, a word, or ""
 * @param endedAt when the pursuit ended; null while it goes on
 */
record OpenTime(PursuitId pursuit, TimeGiven time, String stage, @Nullable Instant endedAt) {}
