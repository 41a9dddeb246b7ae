package org.narrowgate.web.automation;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.narrowgate.governance.Origin;
import org.narrowgate.governance.PublishedVersion;

/**
 * A version as a program reads it.
 *
 * @param entry the index of the disclosure log's entry that published it
 * @param origin missing for the one that came with the software
 */
@JsonInclude(NON_NULL)
record VersionAnswer(
        int number,
        String hash,
        PublishedVersion.State state,
        String inForceFrom,
        long entry,
        @Nullable OriginAnswer origin) {
    /** By whom and why. */
    record OriginAnswer(
            String draft,
            String publishedAt,
            String author,
            String authorReasons,
            String approver,
            String reasons,
            List<ChangeAnswer> difference) {
        static OriginAnswer of(Origin origin) {
            return new OriginAnswer(
                    origin.draft().toString(),
                    origin.publishedAt().toString(),
                    origin.author().name(),
                    origin.authorReasons(),
                    origin.approver().name(),
                    origin.approverReasons(),
                    ChangeAnswer.of(origin.difference()));
        }
    }

    static VersionAnswer of(PublishedVersion version) {
        return new VersionAnswer(
                version.number(),
                version.hash(),
                version.state(),
                version.inForceFrom().toString(),
                version.entry(),
                version.origin().map(OriginAnswer::of).orElse(null));
    }
}
