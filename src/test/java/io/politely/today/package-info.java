@NullMarked
package io.politely.today;

import org.jspecify.annotations.NullMarked;
