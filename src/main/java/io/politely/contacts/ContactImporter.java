package io.politely.contacts;

import io.politely.accounts.MemberId;
import io.politely.contacts.ContactFile.OfPeople;
import io.politely.database.LongWork;
import io.politely.kernel.WorkspaceId;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Takes files of people in, a thousand rows in each transaction. Stop it, kill it, give it the same
 * file again: what was committed stays, and it goes on behind that.
 */
@Component
public class ContactImporter {

  private final Contacts contacts;
  private final LongWork work;

  ContactImporter(Contacts contacts, LongWork work) {
    this.contacts = contacts;
    this.work = work;
  }

  /**
   * Begins, or goes on where the same file was cut off. The first thousand rows are taken in at
   * once, so that a small file is through when this returns, and the others in the background.
   */
  public ContactImport start(
      WorkspaceId workspace, String name, OfPeople file, MemberId by, Instant now) {
    var begun = contacts.begin(workspace, name, file, by, now).id();
    var first = contacts.takeNext(workspace, begun, file, by, now);
    if (first.canGoOn()) {
      work.start(begun, () -> contacts.takeNext(workspace, begun, file, by, now).canGoOn());
    }
    return first;
  }

  /**
   * The same, all of it now and in this thread.
   *
   * @param progress told after each thousand rows
   */
  public ContactImport run(
      WorkspaceId workspace,
      String name,
      OfPeople file,
      MemberId by,
      Instant now,
      Consumer<ContactImport> progress) {
    var begun = contacts.begin(workspace, name, file, by, now);
    work.run(
        begun.id(),
        () -> {
          var soFar = contacts.takeNext(workspace, begun.id(), file, by, now);
          progress.accept(soFar);
          return soFar.canGoOn();
        });
    return contacts.contactImport(workspace, begun.id()).orElseThrow();
  }

  /** Stops an import after the rows it is at; false where it is not running here. */
  public boolean stop(WorkspaceId workspace, UUID contactImport) {
    return contacts.contactImport(workspace, contactImport).isPresent() && work.stop(contactImport);
  }

  /** Whether an import is running now; one that is not through and does not run was cut off. */
  public boolean isRunning(UUID contactImport) {
    return work.isGoing(contactImport);
  }
}
