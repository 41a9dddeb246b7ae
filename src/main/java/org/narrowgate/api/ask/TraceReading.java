package org.narrowgate.api.ask;

import static org.narrowgate.api.error.ErrorCode.INPUT_INVALID;

import java.time.LocalDate;
import java.util.Optional;
import org.narrowgate.api.error.RefusedOperationException;
import org.narrowgate.casework.NewTracingRequest;
import org.narrowgate.casework.Priority;
import org.narrowgate.policy.Countersignature;
import org.narrowgate.policy.Ground;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RequestFacts;
import org.narrowgate.policy.RequestFacts.Sources;
import org.narrowgate.subject.Subject;

/** Reads a request to trace one person: everything wrong with its form, or what is asked. */
public final class TraceReading {
    private final Faults faults = new Faults();
    private final LocalDate today;

    private TraceReading(LocalDate today) {
        this.today = today;
    }

    /** @throws RefusedOperationException with every rule that the input breaks */
    public static NewTracingRequest read(TraceInput sent, LocalDate today) {
        return new TraceReading(today).read(sent);
    }

    private NewTracingRequest read(TraceInput sent) {
        var purpose = Purposes.read(sent.purpose(), "input.purpose", faults);
        var caseReference = faults.text(sent.caseReference(), "input.caseReference", TextRule.REFERENCE);
        var subject = new SubjectReading(faults, today).read(sent.subject());
        var ground = Optional.ofNullable(sent.ground()).flatMap(new GroundReading(faults)::read);
        var justification = faults.text(sent.justification(), "input.justification", TextRule.JUSTIFICATION);
        var countersignature = Optional.ofNullable(sent.countersignature()).flatMap(this::countersignature);
        var priority = sent.priority() == null ? Priority.STANDARD : sent.priority();
        var priorityReason = priorityReason(sent, priority);
        faults.refuseIfAny();
        return new NewTracingRequest(
                facts(purpose.orElseThrow(), ground, sent, countersignature, subject.orElseThrow()),
                subject.orElseThrow(),
                caseReference.orElseThrow(),
                justification.orElseThrow(),
                priority,
                priorityReason);
    }

    private static RequestFacts facts(
            PurposeId purpose,
            Optional<Ground> ground,
            TraceInput sent,
            Optional<Countersignature> countersignature,
            Subject subject) {
        var sources = sent.sourcesExhausted() ? Sources.EXHAUSTED : Sources.NOT_EXHAUSTED;
        return new RequestFacts(purpose, ground, sources, countersignature, subject.arguments());
    }

    private Optional<Countersignature> countersignature(CountersignatureInput sent) {
        var officer = faults.text(sent.officer(), "input.countersignature.officer", TextRule.NAME);
        var rank = faults.text(sent.rank(), "input.countersignature.rank", TextRule.NAME);
        var signedOn = Dates.date(sent.signedOn())
                .filter(signed -> !signed.isAfter(today))
                .or(() -> faults.missing(
                        INPUT_INVALID, "input.countersignature.signedOn", "a date as `2018-05-09`, not in the future"));
        return officer.flatMap(
                name -> rank.flatMap(held -> signedOn.map(signed -> new Countersignature(name, held, signed))));
    }

    private Optional<String> priorityReason(TraceInput sent, Priority priority) {
        return switch (priority) {
            case STANDARD -> Optional.empty();
            case EXCEPTIONAL -> faults.text(sent.priorityReason(), "input.priorityReason", TextRule.REASON);
        };
    }
}
