/**
 * What tests of several modules share.
 *
 * <p>There is one PostgreSQL for a whole test run, started when the first test needs it and stopped
 * at the end; the tests live in an odd time zone. Nothing is emptied between tests: each one works
 * in a workspace of its own, which row-level security keeps apart.
 *
 * <p>A test of a store needs no Spring:
 *
 * <pre>{@code
 * class PeopleStoreTest {
 *
 *   private final TestWorkspace workspace = TestWorkspace.fresh();
 *   private final PeopleStore store = new PeopleStore(workspace.jdbc());
 *
 *   @Test
 *   void a_person_is_found_by_address() {
 *     var found = workspace.call(() -> store.find(workspace.id(), ADA));
 *   }
 * }
 * }</pre>
 *
 * <p>A test of a front door or a page is a plain {@code @SpringBootTest}: every context that a test
 * starts finds this database by itself (see {@link io.politely.testing.UseTestDatabase}). It works
 * in {@code TestWorkspace.fresh().id()} too.
 */
@NullMarked
package io.politely.testing;

import org.jspecify.annotations.NullMarked;
