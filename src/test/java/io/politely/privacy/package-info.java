@NullMarked
package io.politely.privacy;

import org.jspecify.annotations.NullMarked;
