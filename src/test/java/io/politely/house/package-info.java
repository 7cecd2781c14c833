/** Tests of what is not code: the documents and the sample mailbox. */
@NullMarked
package io.politely.house;

import org.jspecify.annotations.NullMarked;
