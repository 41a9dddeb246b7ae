package org.narrowgate.ledger.verification;

/** Something does not hold; the message says what and where. */
final class BrokenLogException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final String finding;

    BrokenLogException(String finding) {
        super(finding);
        this.finding = finding;
    }

    String finding() {
        return finding;
    }

    static BrokenLogException entry(long index, String finding) {
        return new BrokenLogException("entry " + index + ": " + finding);
    }

    /** @param to the last one, itself included */
    static BrokenLogException entries(long from, long to, String finding) {
        return from == to
                ? entry(from, finding)
                : new BrokenLogException("entries " + from + " to " + to + ": " + finding);
    }
}
