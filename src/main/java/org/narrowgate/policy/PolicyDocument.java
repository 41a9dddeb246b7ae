package org.narrowgate.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** All that administrators tune, as one document. Nothing holds until {@link Policy} has found no fault in it. */
public record PolicyDocument(String title, List<Agency> agencies, List<Purpose> purposes, List<Agreement> agreements) {
    public PolicyDocument {
        requireNonNull(title);
        agencies = List.copyOf(agencies);
        purposes = List.copyOf(purposes);
        agreements = List.copyOf(agreements);
    }
}
