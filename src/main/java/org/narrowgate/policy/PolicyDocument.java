package org.narrowgate.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** All that administrators tune, as one document. Nothing holds until {@link Policy} has found no fault in it. */
public record PolicyDocument(
        int format, String title, List<Agency> agencies, List<Purpose> purposes, List<Agreement> agreements) {
    /** The only format there is so far. */
    public static final int FORMAT = 1;

    public PolicyDocument {
        requireNonNull(title);
        agencies = List.copyOf(agencies);
        purposes = List.copyOf(purposes);
        agreements = List.copyOf(agreements);
    }
}
