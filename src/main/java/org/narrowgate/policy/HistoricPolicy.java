package org.narrowgate.policy;

import java.time.LocalDate;

/**
 * What was once practised and exceeds the statutory ceiling: it can be read and replayed, never published. A
 * {@link PolicyVersion} is made of a {@link Policy}, and this is none and gives none away.
 */
public final class HistoricPolicy {
    private static final String PRACTICE_OF_2016 = "/policy/historic-2016.json";

    private final Policy unbounded;

    private HistoricPolicy(Policy unbounded) {
        this.unbounded = unbounded;
    }

    /** The practice of 2016, before the memorandum of 1 January 2017, reconstructed from what was published of it. */
    public static HistoricPolicy of2016() {
        return read(Policy.resource(PRACTICE_OF_2016));
    }

    /** @throws PolicyFaultsException with every fault of the document, but for what exceeds the ceiling */
    static HistoricPolicy read(String json) {
        return new HistoricPolicy(Policy.readWithoutCeiling(json));
    }

    /**
     * Decides as {@link Policy#decide} does, under the rules of then.
     *
     * @param day the day on which the agreement must hold
     */
    public Decision decide(Asker asker, RequestFacts facts, Standing standing, LocalDate day) {
        return unbounded.decide(asker, facts, standing, day);
    }

    public PolicyDocument document() {
        return unbounded.document();
    }

    /** The document as canonical JSON (RFC 8785). */
    public String canonicalJson() {
        return unbounded.canonicalJson();
    }

    /** SHA-256 of the canonical JSON, hex. */
    public String hash() {
        return unbounded.hash();
    }
}
