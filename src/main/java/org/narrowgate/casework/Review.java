package org.narrowgate.casework;

import static org.narrowgate.casework.CaseworkException.Fault.MOVE_NOT_OFFERED;
import static org.narrowgate.casework.CaseworkException.Fault.REQUEST_UNKNOWN;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Set;
import java.util.function.BiFunction;
import org.narrowgate.casework.CaseMove.Change.Moved;
import org.narrowgate.casework.Recorder.Attempt;
import org.narrowgate.disclosure.DisclosureService;
import org.narrowgate.disclosure.Step;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.policy.Standing;

/** A caseworker's decision on one request. The caseworker learns nothing of the registry from it. */
@ApplicationScoped
public class Review {
    private final Recorder recorder;
    private final CaseFiles files;
    private final DisclosureService disclosures;

    Review(Recorder recorder, CaseFiles files, DisclosureService disclosures) {
        this.recorder = recorder;
        this.files = files;
        this.disclosures = disclosures;
    }

    /**
     * The case is in the public interest: the search runs, under the policy now in force, which may still refuse.
     *
     * @throws CaseworkException REQUEST_UNKNOWN, MOVE_NOT_OFFERED
     */
    public void approve(AgencyId agency, TracingRequestId id, String reasons) {
        decide(agency, id, reasons, (file, moment) -> {
            var asker = asker(file);
            var facts = file.submission().facts();
            return switch (moment.policy().policy().decide(asker, facts, Standing.CLEAR, moment.today())) {
                case Decision.Refuse refusal -> Conclusion.refused(refusal);
                case Decision.Refer(var release) -> search(file, release, moment);
                case Decision.Permit(var release) -> search(file, release, moment);
            };
        });
    }

    /**
     * Refused without limitation: reasons are enough.
     *
     * @throws CaseworkException REQUEST_UNKNOWN, MOVE_NOT_OFFERED
     */
    public void refuse(AgencyId agency, TracingRequestId id, String reasons) {
        decide(
                agency,
                id,
                reasons,
                (file, moment) -> Conclusion.refused(moment.policy()
                        .policy()
                        .refusal(
                                RefusalReason.NOT_IN_PUBLIC_INTEREST,
                                asker(file),
                                file.request().purpose())));
    }

    private Conclusion search(CaseFile file, Decision.Release release, Moment moment) {
        var subject = file.submission().subject().orElseThrow();
        // Nothing is read: the agency says which fields when it comes for the outcome.
        return Conclusion.found(disclosures.find(subject, release, Set.of()), release, moment);
    }

    private void decide(
            AgencyId agency, TracingRequestId id, String reasons, BiFunction<CaseFile, Moment, Conclusion> decision) {
        recorder.record(moment -> {
            var file = files.find(agency, id)
                    .orElseThrow(() -> new CaseworkException(REQUEST_UNKNOWN, "there is no such request"));
            if (file.request().state() != TracingRequestState.UNDER_REVIEW) {
                throw new CaseworkException(
                        MOVE_NOT_OFFERED,
                        "only a request under review can be decided; this one is "
                                + file.request().state().word());
            }
            return new Attempt.ToRecord<>(draft(file, reasons, decision.apply(file, moment), moment));
        });
    }

    private Draft<Boolean> draft(CaseFile file, String reasons, Conclusion conclusion, Moment moment) {
        var particulars = new HashMap<String, String>();
        particulars.put("caseReference", file.request().caseReference());
        particulars.put("reasons", reasons);
        file.submission()
                .subject()
                .flatMap(subject -> disclosures.pseudonym(conclusion.result(), subject))
                .ifPresent(pseudonym -> particulars.put("subject", pseudonym));
        var request = file.request()
                .decided(conclusion.state(), moment.now(), moment.policy().number());
        return new Draft<>(
                file.step(Step.Kind.REVIEW, Set.of(), moment).entry(conclusion.result(), particulars),
                new CaseMove(
                        request.agency(),
                        moment.policy().number(),
                        new Moved(
                                request.id(),
                                file.changedAt(),
                                position -> new CaseFile(
                                                request,
                                                file.submission(),
                                                conclusion.verdict().apply(Draft.receipt(position, moment)),
                                                position.at())
                                        .withoutSubjectOnceDecided())),
                position -> true);
    }

    // The agency's token is not here; its scope was there when it asked, and will be asked for when it reads.
    private static Asker asker(CaseFile file) {
        return new Asker(file.request().agency(), Set.of(file.request().purpose()));
    }
}
