package io.politely.people;

/**
 * A company, known by its mail domain.
 *
 * @param domain the registrable domain, {@code example.co.uk}
 * @param name made from the domain
 */
public record Company(CompanyId id, String domain, String name) {}
