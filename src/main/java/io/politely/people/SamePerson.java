package io.politely.people;

/** Two who are said to be one person. {@code kept}: under whom the user sees both. */
public record SamePerson(PersonId kept, PersonId merged) {}
