package org.narrowgate.casework.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseState;
import org.narrowgate.casework.Conclusion;
import org.narrowgate.casework.Conclusion.Disclosure;
import org.narrowgate.casework.Draft;
import org.narrowgate.casework.Moment;
import org.narrowgate.disclosure.DisclosureService;
import org.narrowgate.disclosure.Receipt;
import org.narrowgate.disclosure.Step;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.Decision.Release;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.policy.Standing;

/** What a caseworker's decision comes to: the search, under the policy now in force, which may still refuse. */
@ApplicationScoped
class Decisions {
    private final DisclosureService disclosures;

    Decisions(DisclosureService disclosures) {
        this.disclosures = disclosures;
    }

    Draft<CaseFile> approved(CaseFile file, CaseState.InReview inReview, Map<String, ?> said, Moment moment) {
        var conclusion = search(file, moment);
        return decided(
                file,
                conclusion,
                said,
                moment,
                receipt -> inReview.approve(conclusion.state().apply(receipt)));
    }

    Draft<CaseFile> refused(CaseFile file, CaseState.Open open, Map<String, ?> said, Moment moment) {
        var refusal =
                moment.policy().policy().refusal(RefusalReason.NOT_IN_PUBLIC_INTEREST, asker(file), file.purpose());
        return decided(
                file,
                Conclusion.refused(refusal),
                said,
                moment,
                receipt -> open.refuse(Conclusion.outcome(refusal, receipt)));
    }

    /** What the policy says to it now, whatever it said when it came in. */
    static Decision byPolicy(CaseFile file, Moment moment) {
        // Limits and overdue destructions hold back new requests; this one was received.
        return moment.policy().policy().decide(asker(file), file.submission().facts(), Standing.CLEAR, moment.today());
    }

    // The agency's token is not here; its scope was there when it asked, and will be asked for when it reads.
    static Asker asker(CaseFile file) {
        return new Asker(file.agency(), Set.of(file.purpose()));
    }

    private Draft<CaseFile> decided(
            CaseFile file,
            Conclusion conclusion,
            Map<String, ?> said,
            Moment moment,
            Function<Receipt, CaseState.Decided> state) {
        var particulars = new HashMap<String, Object>(said);
        file.submission()
                .subject()
                .flatMap(subject -> disclosures.pseudonym(conclusion.result(), subject))
                .ifPresent(pseudonym -> particulars.put("subject", pseudonym));
        return Draft.moved(
                file,
                Step.Kind.REVIEW,
                conclusion.result(),
                particulars,
                moment,
                receipt -> file.decided(state.apply(receipt), moment));
    }

    private Conclusion search(CaseFile file, Moment moment) {
        return switch (byPolicy(file, moment)) {
            case Decision.Refuse refusal -> Conclusion.refused(refusal);
            case Decision.Refer(var release) -> search(file, release, moment);
            case Decision.Permit(var release) -> search(file, release, moment);
        };
    }

    private Conclusion search(CaseFile file, Release release, Moment moment) {
        var subject = file.submission().subject().orElseThrow();
        // Nothing is read: the agency says which fields when it comes for the outcome.
        return Conclusion.found(disclosures.find(subject, release, Set.of()), release, moment, Disclosure.WHEN_READ);
    }
}
