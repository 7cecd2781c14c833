package io.politely.people;

import io.politely.accounts.TestAccounts;
import io.politely.database.TestIds;
import io.politely.kernel.EmailAddress;
import io.politely.testing.TestWorkspace;

/** The front door without Spring, and short ways to be met. */
final class TestPeople {

  private TestPeople() {}

  static People of(TestWorkspace workspace) {
    var store = new PeopleStore(workspace.jdbc(), workspace.batch());
    var persons = new PersonStore(workspace.jdbc());
    var merges = new MergeStore(workspace.jdbc(), workspace.batch());
    var meeting =
        new Meeting(store, new BeginningStore(workspace.batch()), new Domains(), TestIds.shared());
    return new People(
        store,
        persons,
        merges,
        meeting,
        new Merging(store, persons, merges, meeting, TestIds.shared()),
        new Forgetting(
            store, new ErasedStore(workspace.jdbc(), workspace.batch()), TestAccounts.hashes()),
        TestAccounts.of(workspace));
  }

  static Sighting named(String address, String name) {
    return new Sighting(new EmailAddress(address), name, AddressEvidence.NAMED);
  }

  static Sighting wrote(String address, String name) {
    return new Sighting(new EmailAddress(address), name, AddressEvidence.WROTE);
  }

  static Sighting wroteAutomatically(String address, String name) {
    return new Sighting(new EmailAddress(address), name, AddressEvidence.WROTE_AUTOMATICALLY);
  }
}
