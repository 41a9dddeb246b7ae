package org.narrowgate.transparency.archive;

import java.util.Set;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.policy.RequestFacts.Sources;
import org.narrowgate.policy.SearchArgument;

/** What even the practice of 2016 rejected a request for. */
public enum Shortcoming {
    SOURCES_NOT_TRIED(RefusalReason.SOURCES_NOT_EXHAUSTED) {
        @Override
        Sources sources() {
            return Sources.NOT_EXHAUSTED;
        }
    },
    NAMED_BY_NHS_NUMBER(RefusalReason.SEARCH_ARGUMENT_NOT_PERMITTED) {
        @Override
        Set<SearchArgument> namedBy(Set<SearchArgument> otherwise) {
            return Set.of(SearchArgument.NHS_NUMBER, SearchArgument.BIRTH_DATE);
        }
    };

    private final RefusalReason reason;

    Shortcoming(RefusalReason reason) {
        this.reason = reason;
    }

    RefusalReason reason() {
        return reason;
    }

    Sources sources() {
        return Sources.EXHAUSTED;
    }

    Set<SearchArgument> namedBy(Set<SearchArgument> otherwise) {
        return otherwise;
    }
}
