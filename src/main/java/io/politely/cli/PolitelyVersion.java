package io.politely.cli;

import io.politely.kernel.Edge;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints; the build writes the version into the jar's manifest. */
@Edge
final class PolitelyVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    var version =
        Optional.ofNullable(PolitelyVersion.class.getPackage().getImplementationVersion())
            .orElse("from sources");
    return new String[] {"Politely " + version + " on Java " + Runtime.version()};
  }
}
