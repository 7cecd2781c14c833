package io.politely.mailboxes;

import io.politely.accounts.Accounts;
import io.politely.accounts.Vault;
import io.politely.database.NewIds;
import io.politely.kernel.WorkspaceId;
import io.politely.mailboxes.MailAccount.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The module's front door: the mailboxes on servers, and what is proven of them. */
@Service
public class Mailboxes {

  private static final String SECRET = "mailboxes.account.secret";

  private final MailAccountStore store;
  private final Vault vault;
  private final Accounts accounts;
  private final NewIds ids;

  Mailboxes(MailAccountStore store, Vault vault, Accounts accounts, NewIds ids) {
    this.store = store;
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
}
