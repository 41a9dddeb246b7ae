package org.narrowgate.web.console.log;

import static java.util.function.Predicate.not;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.narrowgate.rights.embargo.EmbargoLine;
import org.narrowgate.rights.embargo.EmbargoState;
import org.narrowgate.rights.embargo.Embargoes;
import org.narrowgate.rights.embargo.Embargoes.OfPurpose;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.console.cases.Sign;
import org.narrowgate.web.console.log.EmbargoModel.Row;

/** Puts into words which embargoes there are, and which nobody has reviewed in time. */
@ApplicationScoped
class EmbargoModels {
    private static final int MOST = 100;

    private final Embargoes embargoes;
    private final PublishedNames names;

    EmbargoModels(Embargoes embargoes, PublishedNames names) {
        this.embargoes = embargoes;
        this.names = names;
    }

    EmbargoModel embargoes(Instant now) {
        var requests = embargoes.ofRequests(now).stream()
                .filter(not(EmbargoModels::isDoneWith))
                .toList();
        var ever = names.everGiven();
        // The overdue first; within them, and after them, in the order of their dates.
        var rows = Stream.concat(
                        embargoes.ofPurposes(now).stream().map(EmbargoModels::row),
                        requests.stream().limit(MOST).map(line -> row(line, ever)))
                .sorted(Comparator.comparing((Row row) -> !row.state().look().equals("bad")))
                .toList();
        return new EmbargoModel(rows, requests.size() > MOST ? (requests.size() - MOST) + " more requests" : "");
    }

    private static boolean isDoneWith(EmbargoLine line) {
        return switch (line.state()) {
            case ASKED, PROPOSED, IN_FORCE, LAPSED -> false;
            case REFUSED, ENDED -> true;
        };
    }

    private static Row row(OfPurpose purpose) {
        var embargo = purpose.embargo();
        return new Row(
                purpose.title(),
                "By the policy in force, for every disclosure: " + embargo.reason(),
                switch (purpose.standing()) {
                    case IN_FORCE -> Sign.middle("In force");
                    case LAPSED -> Sign.bad("Review overdue: it delays nothing any more");
                },
                embargo.days() + (embargo.days() == 1 ? " day" : " days") + " after each disclosure",
                LondonTime.day(embargo.reviewBy()));
    }

    private static Row row(EmbargoLine line, PublishedNames.Names names) {
        return new Row(
                names.agency(line.agency().value()) + ", "
                        + names.purpose(line.purpose().value()),
                "Request " + line.request() + waiting(line),
                state(line.state()),
                line.until().map(LondonTime::day).orElse("–"),
                line.reviewBy().map(LondonTime::day).orElse("–"));
    }

    private static Sign state(EmbargoState state) {
        return switch (state) {
            case LAPSED -> Sign.bad("Review overdue: it ended by itself");
            case IN_FORCE -> Sign.middle("In force");
            case PROPOSED -> Sign.plain("Proposed: a second caseworker decides");
            case ASKED -> Sign.plain("Asked for by the agency");
            case REFUSED -> Sign.plain("Refused");
            case ENDED -> Sign.plain("Ended");
        };
    }

    private static String waiting(EmbargoLine line) {
        return switch (line.waiting()) {
            case NOTHING -> "";
            case AN_ASK -> ". The agency's wish waits for a caseworker";
            case A_PROPOSAL -> ". A proposal waits for a second caseworker";
        };
    }
}
