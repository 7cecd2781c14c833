package io.politely.mailboxes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The providers whose servers are known, as dated data: {@code mailboxes/providers.json}. */
@Component
public class Providers {

  private static final String FILE = "/mailboxes/providers.json";

  private final List<Provider> all;

  Providers() {
    try (var in = Providers.class.getResourceAsStream(FILE)) {
      all = JsonMapper.shared().readValue(in, Listed.class).providers();
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  private record Listed(String asOf, String source, List<Provider> providers) {}

  /** Whose addresses end with this domain. */
  public Optional<Provider> of(String domain) {
    var folded = domain.toLowerCase(Locale.ROOT);
    return all.stream().filter(provider -> provider.serves(folded)).findFirst();
  }

  /** Who exchanges mail at this host, for domains of customers. */
  Optional<Provider> behind(String exchanger) {
    var folded = exchanger.toLowerCase(Locale.ROOT);
    return all.stream().filter(provider -> provider.exchangesAt(folded)).findFirst();
  }

  /** The provider that runs a server. */
  public Optional<Provider> running(Server server) {
    return all.stream()
        .filter(provider ->
            provider.imapServer().host().equals(server.host())
                || provider.smtpServer().host().equals(server.host()))
        .findFirst();
  }
}
