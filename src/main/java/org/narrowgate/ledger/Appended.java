package org.narrowgate.ledger;

/** What an append came to. */
public sealed interface Appended<R> {
    record Written<R>(Position position) implements Appended<R> {}

    record Objected<R>(R objection) implements Appended<R> {}
}
