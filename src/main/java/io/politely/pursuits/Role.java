package io.politely.pursuits;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** As what somebody is in a pursuit. */
public enum Role {
  HIRING_MANAGER("Hiring manager"),
  RECRUITER("Recruiter"),
  GATEKEEPER("Gatekeeper"),
  SPONSOR("Sponsor"),
  /** Made an introduction. */
  CONNECTOR("Connector"),
  CANDIDATE("Candidate"),
  CLIENT("Client"),
  REFERENCE("Reference");

  private final String said;

  Role(String said) {
    this.said = said;
  }

  /** The word for it in tables, addresses and forms. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How a page says it. */
  public String said() {
    return said;
  }

  /** What a word stands for. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
