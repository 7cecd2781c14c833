package io.politely.accounts;

import io.politely.accounts.LinkRules.Link;
import io.politely.accounts.SessionRules.Session;
import io.politely.database.NewIds;
import io.politely.kernel.EmailAddress;
import io.politely.kernel.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door: workspaces, their members, the mailboxes that are theirs, and signing in. */
@Service
public class Accounts {

  /** A link that no longer works can still say why. */
  private static final Duration REMEMBERS_LINKS = Duration.ofDays(1);

  private final AccountsStore store;
  private final Secrets secrets;
  private final SessionSettings sessions;
  private final NewIds ids;
  private final ApplicationEventPublisher events;

  Accounts(
      AccountsStore store,
      Secrets secrets,
      SessionSettings sessions,
      NewIds ids,
      ApplicationEventPublisher events) {
    this.store = store;
    this.secrets = secrets;
    this.sessions = sessions;
    this.ids = ids;
    this.events = events;
  }

  // The next two ask tables of pointers, which belong to no workspace and hold no personal data.

  /** Every workspace here, the oldest first. */
  public List<WorkspaceId> workspaces() {
    return store.workspaces();
  }

  /** Where somebody with this address may be a member. */
  public List<WorkspaceId> workspacesOf(EmailAddress address) {
    return store.workspacesOf(secrets.hash(address));
  }

  /** Opens a new workspace with its owner, whose address is one of its own. */
  @Transactional
  public MemberId open(
      WorkspaceId workspace, String name, EmailAddress address, ZoneId zone, Instant now) {
    var owner = new Member(new MemberId(ids.next()), name, address, zone, false);
    store.open(workspace, name, now);
    store.addOwner(workspace, owner, secrets.hash(address), now);
    store.addOwnAddress(workspace, address, now);
    return owner.id();
  }

  /** Makes a workspace known here whose rows were put here, and its members able to sign in. */
  @Transactional
  public void welcomeBack(WorkspaceId workspace) {
    store.pointTo(
        workspace,
        store.members(workspace).stream().map(member -> secrets.hash(member.address())).toList());
  }

  @Transactional(readOnly = true)
  public List<Member> members(WorkspaceId workspace) {
    return store.members(workspace);
  }

  /** Whether a member owns the workspace, and with it the machine that it runs on. */
  @Transactional(readOnly = true)
  public boolean isOwner(WorkspaceId workspace, MemberId member) {
    return store.isOwner(workspace, member);
  }

  /** Changes how a member is called and where their days begin. */
  @Transactional
  public void change(WorkspaceId workspace, MemberId member, String name, ZoneId zone) {
    store.change(workspace, member, name, zone);
  }

  /** The mailboxes that are "us". */
  @Transactional(readOnly = true)
  public Set<EmailAddress> ownAddresses(WorkspaceId workspace) {
    return store.ownAddresses(workspace);
  }

  /** Says that a mailbox is ours. Answers whether that was new. */
  @Transactional
  public boolean addOwnAddress(WorkspaceId workspace, EmailAddress address, Instant now) {
    boolean added = store.addOwnAddress(workspace, address, now);
    if (added) {
      events.publishEvent(new OwnAddressesChanged(workspace));
    }
    return added;
  }

  /** Says that a mailbox is not ours. Answers whether it was. */
  @Transactional
  public boolean removeOwnAddress(WorkspaceId workspace, EmailAddress address) {
    boolean removed = store.removeOwnAddress(workspace, address);
    if (removed) {
      events.publishEvent(new OwnAddressesChanged(workspace));
    }
    return removed;
  }

  /** Says that exactly these mailboxes are ours. */
  @Transactional
  public void replaceOwnAddresses(
      WorkspaceId workspace, Collection<EmailAddress> addresses, Instant now) {
    var present = store.ownAddresses(workspace);
    if (present.equals(Set.copyOf(addresses))) {
      return;
    }
    present.stream()
        .filter(address -> !addresses.contains(address))
        .forEach(address -> store.removeOwnAddress(workspace, address));
    addresses.forEach(address -> store.addOwnAddress(workspace, address, now));
    events.publishEvent(new OwnAddressesChanged(workspace));
  }

  /** A link that signs {@code member} in, once. Its address is {@code /sign-in/} and the token. */
  @Transactional
  public Token issueSignInLink(
      WorkspaceId workspace, MemberId member, Duration valid, Instant now) {
    var token = secrets.newToken(workspace);
    store.removeStaleLinks(workspace, now.minus(REMEMBERS_LINKS));
    store.addLink(workspace, secrets.hash(token), member, now.plus(valid));
    return token;
  }

  /** Uses up a sign-in link. */
  @Transactional
  public SignIn signInByLink(WorkspaceId workspace, Token token, Instant now) {
    var hash = secrets.hash(token);
    var link = store.link(workspace, hash);
    var refusal = LinkRules.refusal(link.orElse(null), now);
    if (refusal.isPresent()) {
      return new SignIn.Refused(refusal.get());
    }
    // Two requests at the same moment: the row decides which one was first.
    if (!store.useLink(workspace, hash, now)) {
      return new SignIn.Refused(LinkRules.USED);
    }
    return begin(workspace, link.map(Link::member).orElseThrow(), now);
  }

  /** Whether a link would open the door now; asking does not use it up. */
  @Transactional(readOnly = true)
  public Optional<String> whyLinkIsRefused(WorkspaceId workspace, Token token, Instant now) {
    return LinkRules.refusal(store.link(workspace, secrets.hash(token)).orElse(null), now);
  }

  /** Signs in by password; empty when address and password do not belong together. */
  @Transactional
  public Optional<Token> signInByPassword(
      WorkspaceId workspace, EmailAddress address, String password, Instant now) {
    var credentials = store.credentials(workspace, address);
    boolean same =
        secrets.matches(
            password, credentials.map(AccountsStore.Credentials::passwordHash).orElse(null));
    return same
        ? credentials.map(found -> begin(workspace, found.member(), now).session())
        : Optional.empty();
  }

  /** Who this session belongs to, while it lives. */
  @Transactional
  public Optional<SignedIn> session(WorkspaceId workspace, Token token, Instant now) {
    var hash = secrets.hash(token);
    var session = store.session(workspace, hash).filter(s -> isAlive(s, now));
    if (session.filter(s -> SessionRules.isWorthNoting(s, now)).isPresent()) {
      store.note(workspace, hash, now);
    }
    return session.map(Session::who);
  }

  /** Ends a session. */
  @Transactional
  public void signOut(WorkspaceId workspace, Token token) {
    store.end(workspace, secrets.hash(token));
  }

  /** Sets a member's password, and signs them out everywhere else. */
  @Transactional
  public PasswordChange changePassword(
      WorkspaceId workspace, MemberId member, String current, String wanted, Instant now) {
    var credentials = store.credentials(workspace, member);
    if (credentials.passwordHash() != null
        && !secrets.matches(current, credentials.passwordHash())) {
      return new PasswordChange.Refused(
          PasswordChange.Field.CURRENT, "This is not your present password.");
    }
    var problem = PasswordRules.problem(wanted, credentials.address());
    if (problem.isPresent()) {
      return new PasswordChange.Refused(PasswordChange.Field.WANTED, problem.get());
    }
    store.setPassword(workspace, member, secrets.hashOf(wanted));
    store.endAll(workspace, member);
    return new PasswordChange.Done(begin(workspace, member, now).session());
  }

  private boolean isAlive(Session session, Instant now) {
    return SessionRules.isAlive(session, sessions.idle(), sessions.longest(), now);
  }

  private SignIn.Done begin(WorkspaceId workspace, MemberId member, Instant now) {
    var token = secrets.newToken(workspace);
    store.removeStaleSessions(workspace, now.minus(sessions.idle()), now.minus(sessions.longest()));
    store.begin(workspace, secrets.hash(token), member, now);
    return new SignIn.Done(token);
  }
}
