/** Pages of pursuits: board, list, one pursuit, and its close-out. */
@NullMarked
package io.politely.pursuits.web;

import org.jspecify.annotations.NullMarked;
