package io.politely.mail;

import io.politely.kernel.Edge;
import io.politely.mail.SourceItem.Remark;
import java.util.Optional;

/** Something that holds no mail: says why, and nothing else. */
@Edge
final class RemarkSource implements MailSource {

  private final String sentence;
  private boolean isSaid;

  RemarkSource(String sentence) {
    this.sentence = sentence;
  }

  @Override
  public Optional<SourceItem> next() {
    if (isSaid) {
      return Optional.empty();
    }
    isSaid = true;
    return Optional.of(new Remark(sentence));
  }

  @Override
  public String position() {
    return "0";
  }
}
