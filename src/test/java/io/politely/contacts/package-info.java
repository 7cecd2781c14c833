@NullMarked
package io.politely.contacts;

import org.jspecify.annotations.NullMarked;
