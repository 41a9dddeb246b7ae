package org.narrowgate.ledger.publication;

/** A setting of the log cannot be used. The sentence names it, and nothing of a key. */
public final class UnusableLogSettingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnusableLogSettingException(String sentence) {
        super(sentence);
    }
}
