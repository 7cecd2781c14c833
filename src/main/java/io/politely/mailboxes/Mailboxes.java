package io.politely.mailboxes;

import io.politely.accounts.Accounts;
import io.politely.accounts.KeepsSecrets;
import io.politely.accounts.Vault;
import io.politely.database.NewIds;
import io.politely.kernel.WorkspaceId;
import io.politely.mail.MessageId;
import io.politely.mailboxes.MailAccount.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The module's front door: the mailboxes on servers, and what is proven of them. */
@Service
public class Mailboxes implements KeepsSecrets {

  private static final String SECRET = "mailboxes.account.secret";

  private final MailAccountStore store;
  private final FolderStore folders;
  private final SyncLogStore logs;
  private final Vault vault;
  private final Accounts accounts;
  private final NewIds ids;

  Mailboxes(
      MailAccountStore store,
      FolderStore folders,
      SyncLogStore logs,
      Vault vault,
      Accounts accounts,
      NewIds ids) {
    this.store = store;
    this.folders = folders;
    this.logs = logs;
    this.vault = vault;
    this.accounts = accounts;
    this.ids = ids;
  }

  /** The accounts of a workspace, the oldest first. */
  @Transactional(readOnly = true)
  public List<MailAccount> accounts(WorkspaceId workspace) {
    return store.all(workspace);
  }

  @Transactional(readOnly = true)
  public Optional<MailAccount> account(WorkspaceId workspace, MailAccountId id) {
    return store.all(workspace).stream().filter(account -> account.id().equals(id)).findFirst();
  }

  /**
   * Connects a mailbox; its address is one of ours from then on.
   *
   * @return empty where the workspace has one of this address already
   */
  @Transactional
  public Optional<MailAccountId> connect(
      WorkspaceId workspace, NewMailAccount account, Instant now) {
    var id = new MailAccountId(ids.next());
    var sealed = vault.seal(workspace, SECRET, id.value(), account.secret());
    if (!store.add(workspace, id, account, sealed, now)) {
      return Optional.empty();
    }
    accounts.addOwnAddress(workspace, account.address(), now);
    return Optional.of(id);
  }

  /** Changes how an account is reached; false where there is no such one. Its address stays. */
  @Transactional
  public boolean change(WorkspaceId workspace, MailAccountId id, NewMailAccount account) {
    var sealed = vault.seal(workspace, SECRET, id.value(), account.secret());
    return store.change(workspace, id, account, sealed);
  }

  /** Changes what stands beside the address, and below what is written from it. */
  @Transactional
  public boolean sign(
      WorkspaceId workspace, MailAccountId id, String displayName, String signature) {
    return store.setSignature(workspace, id, displayName, signature);
  }

  /**
   * The secret of an account as it was given; empty where there is no such account, or the keys are
   * not those that sealed it: then it must be given again.
   */
  @Transactional(readOnly = true)
  public Optional<String> secret(WorkspaceId workspace, MailAccountId id) {
    return store
        .secret(workspace, id)
        .flatMap(sealed -> vault.open(workspace, SECRET, id.value(), sealed));
  }

  @Override
  @Transactional
  public Set<Integer> keysInUse(WorkspaceId workspace) {
    return store.secrets(workspace).values().stream()
        .map(vault::keyOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  @Transactional
  public Resealed reseal(WorkspaceId workspace) {
    int resealed = 0;
    int closed = 0;
    for (var entry : store.secrets(workspace).entrySet()) {
      var id = entry.getKey();
      var secret = vault.open(workspace, SECRET, id.value(), entry.getValue());
      if (secret.isEmpty()) {
        closed++;
      } else if (!vault.isNewlySealed(entry.getValue())) {
        var sealed = vault.seal(workspace, SECRET, id.value(), secret.get());
        store.setSecret(workspace, id, sealed);
        resealed++;
      }
    }
    return new Resealed(resealed, closed);
  }

  /** Keeps a secret that a provider renewed. */
  @Transactional
  public void renewSecret(WorkspaceId workspace, MailAccountId id, String secret) {
    store.setSecret(workspace, id, vault.seal(workspace, SECRET, id.value(), secret));
  }

  /** Only a person can help. Whether that is new. */
  @Transactional
  public boolean needsAttention(WorkspaceId workspace, MailAccountId id, String problem) {
    return store.setState(workspace, id, State.NEEDS_ATTENTION, problem);
  }

  /** All is well again, or the user goes on with it. Whether that is new. */
  @Transactional
  public boolean isWell(WorkspaceId workspace, MailAccountId id) {
    return store.setState(workspace, id, State.ACTIVE, "");
  }

  /** Neither read nor sent from until the user goes on. Whether that is new. */
  @Transactional
  public boolean pause(WorkspaceId workspace, MailAccountId id) {
    return store.setState(workspace, id, State.PAUSED, "");
  }

  /** Forgets an account and what is known of its server; messages stay. */
  @Transactional
  public boolean disconnect(WorkspaceId workspace, MailAccountId id) {
    return store.remove(workspace, id);
  }

  /** The folders that an account has on its server, and what is proven of each. */
  @Transactional(readOnly = true)
  public List<MailFolder> folders(WorkspaceId workspace, MailAccountId account) {
    return folders.all(workspace, account);
  }

  /**
   * At this moment, by the clock of the database, everything that lay on the server was known here,
   * in whichever folder; empty while that was never so, or a folder was never proven.
   */
  @Transactional(readOnly = true)
  public Optional<Instant> provenAt(WorkspaceId workspace, MailAccountId account) {
    return folders.provenAt(workspace, account);
  }

  /** How many copies of messages are known in all folders of an account. */
  @Transactional(readOnly = true)
  public long copies(WorkspaceId workspace, MailAccountId account) {
    return folders.copies(workspace, account);
  }

  /**
   * Messages that are gone because somebody in them was erased: their copies count as known, and
   * are not fetched again.
   */
  @Transactional
  public void erase(WorkspaceId workspace, Collection<MessageId> messages) {
    folders.erased(workspace, messages);
  }

  /** What the reading of an account had to say, the newest first. */
  @Transactional(readOnly = true)
  public List<SyncLogEntry> log(WorkspaceId workspace, MailAccountId account, int limit) {
    return logs.newest(workspace, account, limit);
  }

  /**
   * The active accounts that this process reads from now on, and until then again and again: its
   * own, and those that no other process reads.
   *
   * @param reader the process
   * @param lease for so long no other takes them
   */
  @Transactional
  Set<MailAccountId> take(WorkspaceId workspace, UUID reader, Duration lease) {
    return store.take(workspace, reader, lease);
  }

  /** Another process may read the accounts of this one at once. */
  @Transactional
  void leave(WorkspaceId workspace, UUID reader) {
    store.leave(workspace, reader);
  }

  /** Notes a sentence on the reading of an account. */
  @Transactional
  void note(WorkspaceId workspace, MailAccountId account, String sentence, Instant now) {
    logs.add(workspace, account, ids.next(), sentence, now);
  }

  /** Folders that the server has; those not known yet are new. */
  @Transactional
  List<MailFolder> meet(WorkspaceId workspace, MailAccountId account, List<RemoteFolder> listed) {
    folders.meet(
        workspace,
        account,
        listed.stream()
            .map(folder ->
                new FolderStore.NewFolder(new FolderId(ids.next()), folder.name(), folder.role()))
            .toList());
    return folders.all(workspace, account);
  }

  /** The server has this folder no more; what was in it stays as mail. */
  @Transactional
  void gone(WorkspaceId workspace, FolderId folder) {
    folders.gone(workspace, folder);
  }

  /** UIDs of this folder mean other messages from now on. */
  @Transactional
  void beginAnew(WorkspaceId workspace, FolderId folder, long uidValidity) {
    folders.beginAnew(workspace, folder, uidValidity);
  }

  /** The UIDs of the copies that are known in a folder, ascending. */
  @Transactional(readOnly = true)
  long[] uids(WorkspaceId workspace, FolderId folder) {
    return folders.uids(workspace, folder);
  }

  /** Copies whose messages are stored; false where their UIDs mean something else meanwhile. */
  @Transactional
  boolean file(WorkspaceId workspace, FolderId folder, long uidValidity, List<Copy> copies) {
    return folders.file(workspace, folder, uidValidity, copies);
  }

  /** Copies that are no more in their folder; their messages stay. */
  @Transactional
  void vanished(WorkspaceId workspace, FolderId folder, long... uids) {
    folders.vanished(workspace, folder, uids);
  }

  /**
   * Compares the copies here with the server's; only where they are equal the folder is proven.
   *
   * @param mark how the folder was when it was asked
   * @param there the UIDs it had then, ascending
   * @param ago how long ago that was, counted from before the question
   */
  @Transactional
  boolean prove(
      WorkspaceId workspace, FolderId folder, FolderMark mark, long[] there, Duration ago) {
    var digest = SyncRules.digest(mark.uidValidity(), there);
    var ours = SyncRules.digest(mark.uidValidity(), folders.uids(workspace, folder));
    return ours.equals(digest) && folders.prove(workspace, folder, mark, digest, ago);
  }

  /** Folders that say that no message came or went since they were proven. */
  @Transactional
  void stillProven(WorkspaceId workspace, List<FolderId> unchanged, Duration ago) {
    folders.stillProven(workspace, unchanged, ago);
  }

  /** No message came to any folder of the account since each was proven, and none is gone. */
  @Transactional
  void proven(WorkspaceId workspace, MailAccountId account, Duration ago) {
    folders.proven(workspace, account, ago);
  }

  /** Why a folder cannot be proven; "" for nothing. Whether that is new. */
  @Transactional
  boolean hasProblem(WorkspaceId workspace, FolderId folder, String problem) {
    return folders.problem(workspace, folder, problem);
  }
}
