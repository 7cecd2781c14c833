/** The page of a conversation, and what acts on it: deciding, and taking back. */
@NullMarked
package io.politely.ledger.web;

import org.jspecify.annotations.NullMarked;
