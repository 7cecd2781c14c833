package io.politely.contacts;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import io.politely.contacts.ContactFile.OfPeople;
import io.politely.contacts.ContactFile.Refused;
import io.politely.kernel.Edge;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads cards: vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350). A card inside a card, somebody's
 * agent, is left out.
 */
@Edge
final class CardReader implements VObjectDataListener {

  private static final int MOST_CARDS = 250_000;
  private static final int LONGEST_LINE = 20 << 20;

  private final List<Contact> contacts = new ArrayList<>();
  private int empty;
  private int depth;
  private Card card = new Card();

  private CardReader() {}

  static ContactFile read(String text) {
    if (text.lines().anyMatch(line -> line.length() > LONGEST_LINE)) {
      return new Refused("A line of this file is longer than 20 MB: it is no card.");
    }
    var cards = new CardReader();
    try (var reader = new VObjectReader(new StringReader(text), SyntaxRules.vcard())) {
      reader.parse(cards);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (cards.contacts.size() > MOST_CARDS) {
      return new Refused("The file has more than 250,000 cards: split it.");
    }
    return cards.contacts.isEmpty() && cards.empty == 0
        ? new Refused("There is no whole card in this file.")
        : new OfPeople("vcard", cards.contacts, cards.empty, List.of());
  }

  @Override
  public void onComponentBegin(String name, Context context) {
    if (depth++ == 0) {
      card = new Card();
    }
  }

  @Override
  public void onProperty(VObjectProperty property, Context context) {
    if (depth == 1) {
      card.add(property.getName(), property.getValue());
    }
  }

  @Override
  public void onComponentEnd(String name, Context context) {
    if (--depth > 0) {
      return;
    }
    var contact = card.contact();
    if (contact.namesSomebody()) {
      contacts.add(contact);
    } else {
      empty++;
    }
    if (contacts.size() > MOST_CARDS) {
      context.stop();
    }
  }

  @Override
  public void onVersion(String value, Context context) {}

  /** A line that makes no sense is left out, the others of its card are read. */
  @Override
  public void onWarning(
      Warning warning,
      @Nullable VObjectProperty property,
      @Nullable Exception thrown,
      Context context) {}
}
