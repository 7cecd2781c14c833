/** The pages that read across modules: Today, conversations, search, review. */
@NullMarked
package io.politely.today.web;

import org.jspecify.annotations.NullMarked;
