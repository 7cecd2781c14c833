package io.politely.mail.web;

import io.politely.accounts.SignedIn;
import io.politely.mail.Mail;
import io.politely.mail.MessageId;
import io.politely.mail.MessageParser;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Messages as they came. Nothing of them may act in the browser. */
@Controller
class MessagesController {

  private final Mail mail;
  private final MessageParser parser;
  private final HtmlBodies bodies;

  MessagesController(Mail mail, MessageParser parser, HtmlBodies bodies) {
    this.mail = mail;
    this.parser = parser;
    this.bodies = bodies;
  }

  /** The HTML body, for a frame of its own. Images from elsewhere only when asked for. */
  @GetMapping("/messages/{id}/html")
  ResponseEntity<byte[]> html(
      SignedIn me, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean images) {
    var html = parser.html(raw(me, id)).orElseThrow(MessagesController::missing);
    return ResponseEntity.ok()
        .header("Content-Security-Policy", sandbox(images ? "data: https: http:" : "data:"))
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(bodies.page(html).getBytes(StandardCharsets.UTF_8));
  }

  /** The whole message, for other programs. */
  @GetMapping("/messages/{id}/source")
  ResponseEntity<byte[]> source(SignedIn me, @PathVariable UUID id) {
    return download("message.eml", raw(me, id));
  }

  @GetMapping("/messages/{id}/attachments/{number}")
  ResponseEntity<byte[]> attachment(SignedIn me, @PathVariable UUID id, @PathVariable int number) {
    var opened = parser.attachment(raw(me, id), number).orElseThrow(MessagesController::missing);
    var name = opened.attachment().name();
    return download(name.isEmpty() ? "attachment-" + (number + 1) : name, opened.content());
  }

  /** What was set aside at an import, at most its first megabyte. */
  @GetMapping("/quarantine/{hash:[0-9a-f]{64}}")
  ResponseEntity<byte[]> quarantined(SignedIn me, @PathVariable String hash) {
    return download(
        "set-aside.txt",
        mail.quarantinedBytes(me.workspace(), hash).orElseThrow(MessagesController::missing));
  }

  private byte[] raw(SignedIn me, UUID id) {
    return mail.raw(me.workspace(), new MessageId(id)).orElseThrow(MessagesController::missing);
  }

  /** Never shown by the browser itself, whatever type it would guess. */
  private static ResponseEntity<byte[]> download(String name, byte[] bytes) {
    var disposition =
        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(bytes);
  }

  /** No script, no form, no frame, nothing from elsewhere; links open in a tab of their own. */
  private static String sandbox(String images) {
    return "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; img-src "
        + images
        + "; sandbox allow-popups allow-popups-to-escape-sandbox";
  }

  private static ResponseStatusException missing() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
