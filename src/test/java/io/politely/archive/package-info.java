@NullMarked
package io.politely.archive;

import org.jspecify.annotations.NullMarked;
