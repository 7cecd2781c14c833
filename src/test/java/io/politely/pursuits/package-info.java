@NullMarked
package io.politely.pursuits;

import org.jspecify.annotations.NullMarked;
