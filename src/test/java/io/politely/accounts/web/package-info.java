@NullMarked
package io.politely.accounts.web;

import org.jspecify.annotations.NullMarked;
