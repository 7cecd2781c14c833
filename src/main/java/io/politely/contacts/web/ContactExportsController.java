package io.politely.contacts.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.politely.accounts.SignedIn;
import io.politely.contacts.Contacts;
import io.politely.contacts.ExportFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Everybody, as a file. */
@Controller
class ContactExportsController {

  private final Contacts contacts;

  ContactExportsController(Contacts contacts) {
    this.contacts = contacts;
  }

  @GetMapping("/people/export.csv")
  ResponseEntity<byte[]> table(SignedIn me) throws IOException {
    return file(me, ExportFormat.CSV);
  }

  @GetMapping("/people/export.vcf")
  ResponseEntity<byte[]> cards(SignedIn me) throws IOException {
    return file(me, ExportFormat.VCARD);
  }

  private ResponseEntity<byte[]> file(SignedIn me, ExportFormat format) throws IOException {
    var bytes = new ByteArrayOutputStream();
    contacts.export(me.workspace(), format, new OutputStreamWriter(bytes, UTF_8));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(format.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(format.fileName()).build().toString())
        .body(bytes.toByteArray());
  }
}
