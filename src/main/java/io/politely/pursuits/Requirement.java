package io.politely.pursuits;

/** What a posting or a client asks for, in their words. */
public record Requirement(RequirementId id, String words) {}
