package org.narrowgate.registry;

import java.util.List;
import java.util.Optional;

/** A general practice: its code, and as much more as is known. Where it is serves only to tell it from a home. */
public record PracticeRecord(
        String odsCode,
        Optional<String> name,
        Optional<String> areaCode,
        List<String> addressLines,
        Optional<String> postcode) {
    public PracticeRecord {
        addressLines = List.copyOf(addressLines);
    }
}
