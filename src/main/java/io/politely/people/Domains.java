package io.politely.people;

import com.google.common.net.InternetDomainName;
import io.politely.kernel.EmailAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which mail domains are companies: everything registered that is not a known mail provider. */
@Component
class Domains {

  private static final String PROVIDERS = "/people/providers.txt";

  /** Never registered: RFC 2606, 6761 and 6762, what ICANN keeps out, and what routers make up. */
  private static final Set<String> LOCAL =
      Set.of(
          "corp",
          "domain",
          "home",
          "internal",
          "intranet",
          "invalid",
          "lan",
          "local",
          "localdomain",
          "localhost",
          "localnet",
          "mail",
          "private",
          "workgroup");

  private final Set<String> providers = providers();

  /** The registrable domain of a company's address; empty at a provider and on a local network. */
  Optional<String> company(EmailAddress address) {
    return providers.contains(address.domain())
        ? Optional.empty()
        : registrable(address.domain()).filter(domain -> !providers.contains(domain));
  }

  private static Optional<String> registrable(String domain) {
    if (!InternetDomainName.isValid(domain)) {
      return Optional.empty();
    }
    var name = InternetDomainName.from(domain);
    if (name.hasPublicSuffix()) {
      return name.isUnderPublicSuffix()
          ? Optional.of(name.topPrivateDomain().toString())
          : Optional.empty();
    }
    return underUnlisted(name.parts());
  }

  /**
   * The default rule of the public suffix list, "*": a top-level domain that it does not have is a
   * suffix of one label.
   */
  private static Optional<String> underUnlisted(List<String> labels) {
    return labels.size() < 2 || LOCAL.contains(labels.getLast())
        ? Optional.empty()
        : Optional.of(String.join(".", labels.subList(labels.size() - 2, labels.size())));
  }

  private static Set<String> providers() {
    try (var lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Domains.class.getResourceAsStream(PROVIDERS)),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
