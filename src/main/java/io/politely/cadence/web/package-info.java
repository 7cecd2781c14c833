/** Pages of follow-ups, the policy and value items. */
@NullMarked
package io.politely.cadence.web;

import org.jspecify.annotations.NullMarked;
