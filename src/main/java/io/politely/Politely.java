package io.politely;

import io.politely.cli.PolitelyCommand;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: every direct sub-package is a module. */
@SpringBootApplication
public class Politely {

  Politely() {}

  public static void main(String... arguments) {
    System.exit(PolitelyCommand.run(Politely.class, arguments));
  }
}
