package org.narrowgate.api.ask;

import static org.narrowgate.api.error.ErrorCode.CURSOR_INVALID;
import static org.narrowgate.api.error.ErrorCode.INPUT_INVALID;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.narrowgate.api.error.RefusedOperationException;
import org.narrowgate.casework.TracingRequestState;
import org.narrowgate.casework.TracingRequests.Filter;

/** Reads which of an agency's own requests are asked for. */
public final class PageReading {
    private static final int DEFAULT_FIRST = 20;
    // Opaque to callers and to the door; the casework, which writes them, reads what is inside.
    private static final Pattern CURSOR = Pattern.compile("[A-Za-z0-9_=.:-]{1,200}");

    private PageReading() {}

    /** @throws RefusedOperationException with every rule that the arguments break */
    public static Filter read(
            @Nullable String purpose,
            @Nullable TracingRequestState state,
            @Nullable String changedSince,
            @Nullable Integer first,
            @Nullable String after) {
        var faults = new Faults();
        var filter = new Filter(
                Optional.ofNullable(purpose).flatMap(sent -> Purposes.read(sent, "purpose", faults)),
                Optional.ofNullable(state),
                Optional.ofNullable(changedSince)
                        .flatMap(sent -> Dates.instant(sent)
                                .or(() -> faults.missing(
                                        INPUT_INVALID,
                                        "changedSince",
                                        "a time with its offset, as `2018-05-09T12:00:00Z`"))),
                first == null ? DEFAULT_FIRST : first,
                Optional.ofNullable(after)
                        .flatMap(sent -> cursor(sent)
                                .or(() -> faults.missing(
                                        CURSOR_INVALID, "after", "the `endCursor` of an earlier page"))));
        if (filter.first() < 1 || filter.first() > 100) {
            faults.add(INPUT_INVALID, "first", "1 to 100");
        }
        faults.refuseIfAny();
        return filter;
    }

    private static Optional<String> cursor(String sent) {
        return CURSOR.matcher(sent).matches() ? Optional.of(sent) : Optional.empty();
    }
}
