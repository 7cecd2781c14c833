package io.politely.pursuits;

import java.time.Instant;

/**
 * What was shown or sent for a pursuit, so that one can tell later which version worked.
 *
 * @param name of the version: {@code short, with numbers}
 */
public record Material(MaterialId id, MaterialKind kind, String name, Instant usedAt) {}
