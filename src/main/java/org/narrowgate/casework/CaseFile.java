package org.narrowgate.casework;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.disclosure.Step;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.Ground;
import org.narrowgate.policy.PurposeId;

/**
 * All that is kept of one tracing request.
 *
 * @param incident there once its agency has reported that it traced the wrong person
 * @param decidedAt empty while nobody has decided
 * @param policyVersion the version it was decided under; while under review, the one it was received under
 * @param changedAt when it last moved: its version. An agency that polls by it may find that nothing it sees is new
 */
public record CaseFile(
        TracingRequestId id,
        AgencyId agency,
        PurposeId purpose,
        String caseReference,
        Submission submission,
        Handling handling,
        CaseState state,
        Optional<Incident> incident,
        Optional<Instant> decidedAt,
        int policyVersion,
        Instant changedAt) {
    /** Stands where something was said that is erased by now. */
    public static final String ERASED = "erased";

    /** As its agency is shown it. */
    public TracingRequest request() {
        return new TracingRequest(
                id,
                agency,
                purpose,
                caseReference,
                state.shown(),
                handling.receivedAt(),
                handling.dueBy(),
                decidedAt,
                policyVersion,
                handling.openExchange()
                        .filter(open -> state instanceof CaseState.InformationRequested)
                        .map(Exchange::question),
                state instanceof CaseState.Disclosing disclosing ? disclosing.toDestroyBy() : Optional.empty());
    }

    /** How often its outcome was read again. */
    int readings() {
        return state instanceof CaseState.Disclosing disclosing ? disclosing.readings() : 0;
    }

    public CaseFile moved(CaseState next) {
        return copy(caseReference, submission, handling, next, incident, decidedAt, policyVersion, changedAt);
    }

    public CaseFile decided(CaseState.Decided next, Moment moment) {
        return copy(
                caseReference,
                submission,
                handling,
                next,
                incident,
                Optional.of(moment.now()),
                moment.policy().number(),
                changedAt);
    }

    public CaseFile with(Handling next) {
        return copy(caseReference, submission, next, state, incident, decidedAt, policyVersion, changedAt);
    }

    /** With what is known of the wrong person traced. */
    public CaseFile with(Incident reported) {
        return copy(
                caseReference, submission, handling, state, Optional.of(reported), decidedAt, policyVersion, changedAt);
    }

    /** As it is kept with the entry of this time: what is over keeps no subject, and says when the rest goes. */
    public CaseFile kept(Instant at, Moment moment) {
        var terms = moment.policy().policy().reviewTerms(purpose);
        var over = switch (state) {
            case CaseState.Open open -> false;
            // The agency may still read it, and has then to attest.
            case CaseState.Traced traced -> false;
            // An incident is closed by what was said of it.
            case CaseState.Closed closed ->
                !closed.isToBeDestroyed()
                        && incident.stream()
                                .allMatch(reported -> reported.closing().isPresent());
            case CaseState.Refused refused -> true;
            case CaseState.NotTraced notTraced -> true;
            case CaseState.Withdrawn withdrawn -> true;
        };
        return copy(
                caseReference,
                state instanceof CaseState.Open ? submission : submission.withoutSubject(),
                over ? handling.over(moment.today().plusDays(terms.erasureDays())) : handling,
                state,
                incident,
                decidedAt,
                policyVersion,
                at);
    }

    /** Without anything that was said of its subject; that there was a request, and how it ended, stays. */
    public CaseFile erased(Instant at) {
        return copy(
                ERASED,
                submission.erased(),
                handling.erased(at),
                state instanceof CaseState.Closed closed ? closed.erased() : state,
                incident.map(Incident::erased),
                decidedAt,
                policyVersion,
                changedAt);
    }

    /** A step of this request, as the log keeps it. */
    public Step step(Step.Kind kind, Set<Field> selected, Moment moment) {
        var facts = submission.facts();
        var known = moment.policy().policy().purpose(purpose).isPresent();
        return new Step(
                kind,
                id.value(),
                agency,
                Optional.of(purpose).filter(named -> known),
                facts.ground().map(Ground::type),
                facts.searchArguments(),
                selected,
                moment.policy(),
                moment.now());
    }

    private CaseFile copy(
            String reference,
            Submission said,
            Handling handled,
            CaseState stands,
            Optional<Incident> reported,
            Optional<Instant> decided,
            int version,
            Instant changed) {
        return new CaseFile(id, agency, purpose, reference, said, handled, stands, reported, decided, version, changed);
    }
}
