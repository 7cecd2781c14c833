/** What acts on the ledger: deciding, and taking back. */
@NullMarked
package io.politely.ledger.web;

import org.jspecify.annotations.NullMarked;
