package io.politely.mail.web;

import io.politely.accounts.SignedIn;
import io.politely.mail.Mail;
import io.politely.mail.MailCatchUp;
import io.politely.mail.MessageId;
import io.politely.web.Answer;
import io.politely.web.Toast;
import java.time.Clock;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Says which messages belong together and which do not, and takes that back. */
@Controller
class JoinController {

  private final Mail mail;
  private final MailCatchUp catchUp;
  private final Clock clock;

  JoinController(Mail mail, MailCatchUp catchUp, Clock clock) {
    this.mail = mail;
    this.catchUp = catchUp;
    this.clock = clock;
  }

  /**
   * Says whether a message belongs to another.
   *
   * @param back where to go then; "": to the conversation of the message
   */
  @PostMapping("/joins")
  Answer decide(
      SignedIn me,
      @RequestParam UUID message,
      @RequestParam UUID parent,
      @RequestParam boolean together,
      @RequestParam(defaultValue = "") String back) {
    var said = new MessageId(message);
    var decision =
        mail.decideJoin(me.workspace(), said, new MessageId(parent), together, clock.instant())
            .orElseThrow(() -> missing("These messages are not here."));
    catchUp.thread(me.workspace());
    return Answer.seeOther(
        back.isEmpty() ? conversation(me, said) : back,
        Toast.undoable(
            together ? "They are one conversation now." : "They are two conversations now.",
            "/joins/" + decision));
  }

  /** Takes that back. */
  @DeleteMapping("/joins/{decision}")
  Answer takeBack(
      SignedIn me, @PathVariable UUID decision, @RequestParam(defaultValue = "/") String back) {
    if (!mail.undoJoin(me.workspace(), decision, clock.instant())) {
      throw missing("There is nothing to take back.");
    }
    catchUp.thread(me.workspace());
    return Answer.seeOther(back, Toast.saying("Taken back."));
  }

  private String conversation(SignedIn me, MessageId message) {
    return mail.conversationOf(me.workspace(), message)
        .map(id -> "/conversations/" + id)
        .orElse("/");
  }

  private static ResponseStatusException missing(String sentence) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, sentence);
  }
}
