package io.politely.mailboxes.web;

import io.politely.accounts.Accounts;
import io.politely.accounts.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Whoever connects mailboxes makes this machine talk to any server that they name. */
@Component
class OwnerOnly {

  private final Accounts accounts;

  OwnerOnly(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Lets the owner of the workspace pass, and nobody else. */
  void check(SignedIn me) {
    if (!accounts.isOwner(me.workspace(), me.member())) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "Only the owner of a workspace connects mailboxes.");
    }
  }
}
