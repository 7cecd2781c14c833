package io.politely.cli;

import io.politely.kernel.Edge;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes the commands: those that open the application get to know its configuration class, which
 * lies above this module.
 */
@Edge
record Commands(Class<?> application) implements IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == ApplicationOptions.class) {
      return type.cast(new ApplicationOptions(application));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
