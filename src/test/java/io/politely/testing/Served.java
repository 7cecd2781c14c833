package io.politely.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * The whole application on a free port; all tests that say so share one. It lives at the present of
 * the sample mailbox: late on a Friday.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "politely.as-of=" + SampleWorkspace.PRESENT,
      // A language model of a test answers on this machine.
      "politely.model.allow-private=true",
      "politely.calendar.refresh=0s"
    })
public @interface Served {}
