package io.politely.pursuits;

import io.politely.outbox.DraftId;
import io.politely.people.PersonId;

/** An outcome in force that has a letter, which was not sent yet. */
record Drafted(OutcomeId outcome, PersonId person, DraftId draft) {}
