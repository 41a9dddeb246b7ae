package org.narrowgate.api.answer;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;
import org.narrowgate.casework.TracingRequests;

/** Some of an agency's own requests. */
@Type("TracingRequestConnection")
@Description("Some of the agency's own requests, newest first.")
public record PageAnswer(
        @NonNull @Description("The requests; never with a person.")
        List<@NonNull TracingRequestAnswer> nodes,

        @Nullable @Description("Where the next page begins: give it as `after`.")
        String endCursor,

        @Description("Whether there are older ones.") boolean hasNextPage) {
    /** @param nodes one for each request of the page, in its order */
    public static PageAnswer of(TracingRequests.Page page, List<TracingRequestAnswer> nodes) {
        return new PageAnswer(nodes, page.endCursor().orElse(null), page.hasNextPage());
    }
}
