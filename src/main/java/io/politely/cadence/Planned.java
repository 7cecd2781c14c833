package io.politely.cadence;

/** A cadence, and what comes next with it. */
public record Planned(FollowUp followUp, Next next) {}
