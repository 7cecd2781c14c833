package io.politely.pursuits;

import org.jspecify.annotations.Nullable;

/**
 * An outcome as somebody decides it.
 *
 * @param fromUs we tell them; else they told us
 * @param internalReason for ourselves, never told
 * @param told null: none is told
 */
public record NewOutcome(
    boolean fromUs, Result result, String internalReason, @Nullable ToldReason told) {

  public NewOutcome {
    internalReason = internalReason.replace("\0", "").strip();
  }
}
