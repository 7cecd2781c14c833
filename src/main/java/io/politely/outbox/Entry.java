package io.politely.outbox;

/** What a lane has for the database: a mail at the gate, or what became of one. */
sealed interface Entry permits AtGate, Settlement {}
