package org.narrowgate.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.narrowgate.disclosure.Finding;
import org.narrowgate.disclosure.Outcome;
import org.narrowgate.disclosure.Receipt;
import org.narrowgate.disclosure.Step;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.Decision.Release;

/**
 * How a request is decided, before it is written down: what the log says, and what the case file keeps and the agency
 * is answered once there is a receipt.
 */
public record Conclusion(
        Step.Result result, Function<Receipt, CaseState.Decided> state, Function<Receipt, Outcome> outcome) {

    public static Conclusion refused(Decision.Refuse refusal) {
        return new Conclusion(
                new Step.Result.Refused(refusal.reason(), refusal.clause()),
                receipt -> new CaseState.Refused(outcome(refusal, receipt)),
                receipt -> outcome(refusal, receipt));
    }

    /** @param disclosure whether the agency is answered with it now, or has yet to come and read it */
    public static Conclusion found(Finding finding, Release release, Moment moment, Disclosure disclosure) {
        return switch (finding) {
            case Finding.NobodyToDisclose() ->
                new Conclusion(
                        new Step.Result.Found(finding),
                        receipt -> new CaseState.NotTraced(new Outcome.NotTraced(receipt)),
                        Outcome.NotTraced::new);
            case Finding.Disclosable found -> traced(found, release, moment, disclosure);
        };
    }

    /** Whether fields leave with the decision. */
    public enum Disclosure {
        NOW,
        WHEN_READ;

        static Disclosure of(Selection selection) {
            return selection.fields().isEmpty() ? WHEN_READ : NOW;
        }
    }

    private static Conclusion traced(Finding.Disclosable found, Release release, Moment moment, Disclosure disclosure) {
        var readableUntil = moment.now().plus(Duration.ofDays(release.terms().readableDays()));
        var destroyBy = moment.today().plusDays(release.terms().retentionDays());
        var disclosedAt = switch (disclosure) {
            case NOW -> Optional.of(moment.now());
            case WHEN_READ -> Optional.<Instant>empty();
        };
        return new Conclusion(
                new Step.Result.Found(found),
                receipt -> new CaseState.Traced(
                        new Tracing(found.person(), receipt, readableUntil, 0, destroyBy, disclosedAt)),
                receipt -> found.release(receipt, readableUntil, destroyBy));
    }

    public static Outcome.Refused outcome(Decision.Refuse refusal, Receipt receipt) {
        return new Outcome.Refused(refusal.reason(), refusal.clause(), refusal.explanation(), receipt);
    }
}
