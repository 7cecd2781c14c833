package io.politely.reading;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of the newest text that matters to whose move it is.
 *
 * @param act what the sentence does
 * @param quote the sentence itself, white space folded, at most 300 characters
 * @param due the day a promise or ask names, where it names one
 * @param confidence how sure the reading is, 0…1
 */
public record Signal(Act act, String quote, @Nullable LocalDate due, double confidence) {}
