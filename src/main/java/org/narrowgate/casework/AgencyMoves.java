package org.narrowgate.casework;

import static org.narrowgate.casework.CaseworkException.Fault.DESTROYED_BEFORE_DISCLOSED;
import static org.narrowgate.casework.CaseworkException.Fault.MOVE_NOT_OFFERED;
import static org.narrowgate.casework.CaseworkException.Fault.REQUEST_UNKNOWN;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.BiFunction;
import org.narrowgate.casework.Recorder.Attempt;
import org.narrowgate.disclosure.Step;
import org.narrowgate.policy.Asker;

/** What an agency does with a request of its own once it is made. No person leaves with it. */
@ApplicationScoped
class AgencyMoves {
    private final Recorder recorder;
    private final CaseFiles files;
    private final WorkingDays workingDays;

    AgencyMoves(Recorder recorder, CaseFiles files, WorkingDays workingDays) {
        this.recorder = recorder;
        this.files = files;
        this.workingDays = workingDays;
    }

    TracingRequest withdraw(Asker asker, TracingRequestId id, String reason) {
        return move(
                asker,
                id,
                Step.Kind.WITHDRAWAL,
                Map.of("reason", reason),
                (file, moment) -> file.state() instanceof CaseState.Open open
                        ? file.moved(open.withdraw())
                        : notOffered(file, "withdrawn while it is under review"));
    }

    TracingRequest provideInformation(Asker asker, TracingRequestId id, String information) {
        return move(
                asker,
                id,
                Step.Kind.INFORMATION,
                Map.of("information", information),
                (file, moment) -> file.state() instanceof CaseState.InformationRequested waiting
                        ? file.moved(waiting.inform()).with(answered(file, information, moment))
                        : notOffered(file, "given information while a question is open"));
    }

    TracingRequest reportMismatch(Asker asker, TracingRequestId id, String reason) {
        return move(
                asker,
                id,
                Step.Kind.MISMATCH,
                Map.of("reason", reason),
                (file, moment) -> file.state() instanceof CaseState.Traced traced
                        ? file.moved(traced.reportMismatch()).with(Incident.reported(reason, moment.now()))
                        : notOffered(file, "reported as a mismatch once it is traced"));
    }

    TracingRequest attestDestruction(Asker asker, TracingRequestId id, CaseState.Destruction how) {
        return move(
                asker,
                id,
                Step.Kind.DESTRUCTION,
                Map.of("method", how.method()),
                (file, moment) -> file.state() instanceof CaseState.Disclosing disclosing
                        ? file.moved(attested(disclosing, how))
                        : notOffered(file, "attested as destroyed once it is traced"));
    }

    private static CaseState.Closed attested(CaseState.Disclosing disclosing, CaseState.Destruction how) {
        if (!disclosing.isToBeDestroyed()) {
            throw new CaseworkException(MOVE_NOT_OFFERED, "nothing is left to be destroyed for this request");
        }
        if (disclosing
                .disclosedAt()
                .map(Moment::dayOf)
                .filter(how.on()::isBefore)
                .isPresent()) {
            throw new CaseworkException(
                    DESTROYED_BEFORE_DISCLOSED, "what was disclosed cannot have been destroyed before that day");
        }
        return disclosing.attest(how);
    }

    private Handling answered(CaseFile file, String information, Moment moment) {
        var clock = moment.policy().policy().reviewTerms(file.purpose()).whileInformationIsAwaited();
        return file.handling().answered(information, moment, clock, workingDays);
    }

    private TracingRequest move(
            Asker asker,
            TracingRequestId id,
            Step.Kind kind,
            Map<String, String> particulars,
            BiFunction<CaseFile, Moment, CaseFile> change) {
        return recorder.<CaseFile>record(moment -> {
                    var file = own(asker, id);
                    var moved = change.apply(file, moment);
                    return new Attempt.ToRecord<>(Draft.moved(file, moved, kind, particulars, moment));
                })
                .request();
    }

    private static CaseFile notOffered(CaseFile file, String when) {
        throw new CaseworkException(
                MOVE_NOT_OFFERED,
                "a request can be " + when + "; this one is "
                        + file.state().shown().word());
    }

    private CaseFile own(Asker asker, TracingRequestId id) {
        return files.find(asker.agency(), id)
                .orElseThrow(() -> new CaseworkException(REQUEST_UNKNOWN, "there is no such request of yours"));
    }
}
