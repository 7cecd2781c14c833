package io.politely.outbox;

import io.politely.mailboxes.Credential;
import io.politely.mailboxes.MailAccount;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Opens lines to the servers that take our mail. */
@Component
class SmtpGateway {

  private final OutboxSettings settings;
  private final SSLSocketFactory tls;
  private final ScheduledThreadPoolExecutor alarms =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("smtp-alarms").factory());

  @Autowired
  SmtpGateway(OutboxSettings settings) {
    this(settings, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /** With certificates of a test. */
  SmtpGateway(OutboxSettings settings, SSLSocketFactory tls) {
    this.settings = settings;
    this.tls = tls;
    alarms.setRemoveOnCancelPolicy(true); // there is one for each mail, and it hardly ever rings
  }

  /** A line that connects when the first mail is sent; to be closed. */
  SmtpLine line(MailAccount account, Credential credential) {
    return new SmtpLine(account, credential, settings, tls, alarms);
  }

  @PreDestroy
  void stop() {
    alarms.shutdownNow();
  }
}
