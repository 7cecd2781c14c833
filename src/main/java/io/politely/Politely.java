package io.politely;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application: every direct sub-package is a module. */
@SpringBootApplication
public class Politely {

  Politely() {}
}
