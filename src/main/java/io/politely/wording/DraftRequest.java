package io.politely.wording;

import java.time.LocalDate;

/**
 * What a draft is made of.
 *
 * @param row the situation of the policy: {@code S1}
 * @param language two letters: {@code de}; one without texts is answered in English
 * @param isInThread whether it answers within a conversation, and so keeps its subject
 * @param today the reader's day on which it is to arrive: days near it are named by weekday
 */
public record DraftRequest(
    String row,
    DraftStep step,
    String language,
    boolean isInThread,
    Fields fields,
    OwnStyle style,
    LocalDate today) {}
