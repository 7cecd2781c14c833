/** The pages of accounts: signing in, and settings. */
@NullMarked
package io.politely.accounts.web;

import org.jspecify.annotations.NullMarked;
