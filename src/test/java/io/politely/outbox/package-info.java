@NullMarked
package io.politely.outbox;

import org.jspecify.annotations.NullMarked;
