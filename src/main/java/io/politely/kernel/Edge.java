package io.politely.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The licence to do I/O for the few classes that live outside Spring's context: commands, the
 * embedded database, a mailbox being read. Everything else needs a Spring stereotype, or is pure.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Edge {}
