package org.narrowgate.web.console.stops;

import java.util.List;
import org.narrowgate.governance.stop.Proposal;
import org.narrowgate.governance.stop.Resumption;
import org.narrowgate.governance.stop.Stoppage;
import org.narrowgate.web.console.cases.LondonTime;

/**
 * A stop with what came of it, in words.
 *
 * @param of names the thing in addresses
 * @param end by whom it was started again, and when; empty while it holds
 */
public record StoppageModel(
        String of,
        String kind,
        String title,
        long number,
        String since,
        String by,
        String reason,
        long entry,
        List<Said> proposals,
        List<Said> end) {
    public StoppageModel {
        proposals = List.copyOf(proposals);
        end = List.copyOf(end);
    }

    /**
     * Who did what, when and why.
     *
     * @param entry what the page says of the log; empty where nothing is in it
     */
    public record Said(String who, String at, String reason, String entry) {
        static Said of(Proposal proposal) {
            return new Said(proposal.by().name(), LondonTime.moment(proposal.at()), proposal.reason(), "");
        }

        static Said of(Resumption resumption) {
            return new Said(
                    resumption.by().name() + ", on the proposal of "
                            + resumption.proposal().by().name(),
                    LondonTime.moment(resumption.at()),
                    resumption.reason(),
                    "Entry " + resumption.entry() + " of the log.");
        }
    }

    static StoppageModel of(Stoppage stoppage, Thing thing) {
        var stop = stoppage.stop();
        return new StoppageModel(
                thing.of(),
                thing.kind(),
                thing.title(),
                stop.number(),
                LondonTime.moment(stop.at()),
                stop.by().name(),
                stop.reason(),
                stop.entry(),
                stoppage.proposals().stream().map(Said::of).toList(),
                stoppage.end().stream().map(Said::of).toList());
    }
}
