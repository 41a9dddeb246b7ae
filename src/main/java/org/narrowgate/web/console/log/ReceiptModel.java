package org.narrowgate.web.console.log;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry as {@code verify-log --receipt} reads it: what an agency is given of its own, here of any. It opens the
 * circumstances alone.
 *
 * @param inclusion null while no checkpoint covers the entry
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiptModel(
        String entry,
        String leafHash,
        String circumstances,
        String circumstancesSalt,
        String particularsHash,
        @Nullable Inclusion inclusion) {

    /** @param checkpoint the signed note, whole */
    public record Inclusion(String treeSize, String leafIndex, List<String> path, String checkpoint) {
        public Inclusion {
            path = List.copyOf(path);
        }
    }
}
