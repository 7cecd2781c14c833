@NullMarked
package io.politely.ledger.web;

import org.jspecify.annotations.NullMarked;
