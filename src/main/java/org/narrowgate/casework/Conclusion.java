package org.narrowgate.casework;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.narrowgate.disclosure.Finding;
import org.narrowgate.disclosure.Outcome;
import org.narrowgate.disclosure.Receipt;
import org.narrowgate.disclosure.Step;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.Decision.Release;

/**
 * How a step of a request ends, before it is written down: what the log says, and what the case file keeps and the
 * agency is answered once there is a receipt.
 *
 * @param outcome empty while a caseworker has yet to decide
 */
record Conclusion(
        TracingRequestState state,
        Step.Result result,
        Function<Receipt, Verdict> verdict,
        Function<Receipt, Optional<Outcome>> outcome) {

    static Conclusion refused(Decision.Refuse refusal) {
        return new Conclusion(
                TracingRequestState.REFUSED,
                new Step.Result.Refused(refusal.reason(), refusal.clause()),
                receipt -> new Verdict.Refused(outcome(refusal, receipt)),
                receipt -> Optional.of(outcome(refusal, receipt)));
    }

    static Conclusion underReview() {
        return new Conclusion(
                TracingRequestState.UNDER_REVIEW,
                new Step.Result.UnderReview(),
                receipt -> new Verdict.Pending(),
                receipt -> Optional.empty());
    }

    static Conclusion found(Finding finding, Release release, Moment moment) {
        return switch (finding) {
            case Finding.NobodyToDisclose() ->
                new Conclusion(
                        TracingRequestState.NOT_TRACED,
                        new Step.Result.Found(finding),
                        receipt -> new Verdict.NotTraced(new Outcome.NotTraced(receipt)),
                        receipt -> Optional.of(new Outcome.NotTraced(receipt)));
            case Finding.Disclosable found -> traced(found, release, moment);
        };
    }

    private static Conclusion traced(Finding.Disclosable found, Release release, Moment moment) {
        var readableUntil = moment.now().plus(Duration.ofDays(release.terms().readableDays()));
        var destroyBy = moment.today().plusDays(release.terms().retentionDays());
        return new Conclusion(
                TracingRequestState.TRACED,
                new Step.Result.Found(found),
                receipt -> new Verdict.Traced(found.person(), receipt, readableUntil, 0, destroyBy, Optional.empty()),
                receipt -> Optional.of(found.release(receipt, readableUntil, destroyBy)));
    }

    static Outcome.Refused outcome(Decision.Refuse refusal, Receipt receipt) {
        return new Outcome.Refused(refusal.reason(), refusal.clause(), refusal.explanation(), receipt);
    }
}
