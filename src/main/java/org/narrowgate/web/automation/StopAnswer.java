package org.narrowgate.web.automation;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.narrowgate.governance.stop.Proposal;
import org.narrowgate.governance.stop.Resumption;
import org.narrowgate.governance.stop.Stop;
import org.narrowgate.governance.stop.Stoppage;

/**
 * A stop as programs are told of it.
 *
 * @param what {@code agreement}, {@code purpose} or {@code agency}
 * @param since when this state began
 * @param entry index of the log entry that began it
 * @param stop number of the stop
 * @param by who stopped it
 * @param resumedBy whose proposal it was, and who approved it
 */
record StopAnswer(
        String what,
        String id,
        State state,
        Instant since,
        long entry,
        long stop,
        String by,
        String reason,
        @JsonInclude(NON_EMPTY) List<Proposed> proposals,
        @JsonInclude(NON_EMPTY) List<String> resumedBy) {
    StopAnswer {
        proposals = List.copyOf(proposals);
        resumedBy = List.copyOf(resumedBy);
    }

    /** Whether it is stopped. */
    enum State {
        SUSPENDED,
        RESUMED
    }

    /** Somebody's proposal to start it again. */
    record Proposed(String by, Instant at, String reason) {
        static Proposed of(Proposal proposal) {
            return new Proposed(proposal.by().name(), proposal.at(), proposal.reason());
        }
    }

    static StopAnswer of(Stop stop) {
        return of(new Stoppage(stop, List.of(), Optional.empty()));
    }

    static StopAnswer of(Stoppage stoppage) {
        var stop = stoppage.stop();
        var end = stoppage.end();
        return new StopAnswer(
                stop.thing().kind().word(),
                stop.thing().name(),
                stoppage.holds() ? State.SUSPENDED : State.RESUMED,
                end.map(Resumption::at).orElse(stop.at()),
                end.map(Resumption::entry).orElse(stop.entry()),
                stop.number(),
                stop.by().name(),
                stop.reason(),
                stoppage.proposals().stream().map(Proposed::of).toList(),
                end.map(resumed -> List.of(
                                resumed.proposal().by().name(), resumed.by().name()))
                        .orElse(List.of()));
    }
}
