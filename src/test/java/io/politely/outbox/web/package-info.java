@NullMarked
package io.politely.outbox.web;

import org.jspecify.annotations.NullMarked;
