@NullMarked
package io.politely.accounts;

import org.jspecify.annotations.NullMarked;
