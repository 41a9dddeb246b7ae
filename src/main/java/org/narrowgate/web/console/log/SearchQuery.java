package org.narrowgate.web.console.log;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a search's address says, as it came. */
public class SearchQuery {
    @RestQuery
    @Nullable
    String agency;

    @RestQuery
    @Nullable
    String purpose;

    @RestQuery
    @Nullable
    String kind;

    @RestQuery
    @Nullable
    String outcome;

    @RestQuery
    @Nullable
    String reason;

    @RestQuery
    @Nullable
    String from;

    @RestQuery
    @Nullable
    String to;

    @RestQuery
    @Nullable
    String before;
}
