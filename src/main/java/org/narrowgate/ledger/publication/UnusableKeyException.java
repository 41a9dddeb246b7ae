package org.narrowgate.ledger.publication;

/** A key or a witness that is set cannot be used. The sentence names the setting, and nothing of a key. */
public final class UnusableKeyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnusableKeyException(String sentence) {
        super(sentence);
    }
}
