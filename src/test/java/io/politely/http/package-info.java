@NullMarked
package io.politely.http;

import org.jspecify.annotations.NullMarked;
