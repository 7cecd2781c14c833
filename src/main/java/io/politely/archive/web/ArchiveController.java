package io.politely.archive.web;

import io.politely.accounts.Accounts;
import io.politely.accounts.SignedIn;
import io.politely.archive.Archive;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** Hands a whole workspace to its owner. */
@Controller
class ArchiveController {

  private final Archive archive;
  private final Accounts accounts;
  private final Clock clock;

  ArchiveController(Archive archive, Accounts accounts, Clock clock) {
    this.archive = archive;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** As it is put together: the first bytes are there before the last row is read. */
  @GetMapping("/settings/workspace.zip")
  void download(SignedIn me, HttpServletResponse response) throws IOException {
    if (!accounts.isOwner(me.workspace(), me.member())) {
      throw new ResponseStatusException(
          HttpStatus.FORBIDDEN, "Only the owner of a workspace may take it along.");
    }
    var today = LocalDate.ofInstant(clock.instant(), me.zone());
    response.setContentType("application/zip");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION,
        ContentDisposition.attachment()
            .filename("politely-workspace-%s.zip".formatted(today))
            .build()
            .toString());
    response.setHeader("X-Content-Type-Options", "nosniff");
    archive.write(me.workspace(), response.getOutputStream());
  }
}
