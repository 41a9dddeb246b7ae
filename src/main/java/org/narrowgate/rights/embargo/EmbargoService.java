package org.narrowgate.rights.embargo;

import static org.narrowgate.casework.review.ReviewException.Fault.MOVE_NOT_OFFERED;
import static org.narrowgate.casework.review.ReviewException.Fault.NOT_FOR_THIS_ROLE;
import static org.narrowgate.casework.review.ReviewException.Fault.REQUEST_UNKNOWN;
import static org.narrowgate.casework.review.ReviewException.Fault.SAME_CASEWORKER;
import static org.narrowgate.casework.review.ReviewException.Fault.STALE;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseFiles;
import org.narrowgate.casework.CaseworkException;
import org.narrowgate.casework.Recorder;
import org.narrowgate.casework.TracingRequest;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.review.ReviewException;
import org.narrowgate.casework.review.Text;
import org.narrowgate.ledger.Appended;
import org.narrowgate.ledger.Ledger;
import org.narrowgate.policy.Asker;
import org.narrowgate.rights.embargo.EmbargoMove.Kind;

/**
 * The embargo of one request. An agency may ask for it; one caseworker proposes it, another approves it. To say no, or
 * to end it, takes one. Each move of staff takes the version of the embargo they have seen, and throws
 * {@link ReviewException} with a sentence where it cannot be made.
 */
@ApplicationScoped
public class EmbargoService {
    private final Ledger ledger;
    private final Recorder recorder;
    private final CaseFiles files;
    private final EmbargoEvents events;
    private final EmbargoEntries entries;
    // One for all appends: a batch is of one share.
    private final EmbargoShare share = new EmbargoShare();

    EmbargoService(Ledger ledger, Recorder recorder, CaseFiles files, EmbargoEvents events, EmbargoEntries entries) {
        this.ledger = ledger;
        this.recorder = recorder;
        this.files = files;
        this.events = events;
        this.entries = entries;
    }

    /**
     * An agency asks for an embargo on a request of its own. That alone delays nothing.
     *
     * @param until from today on, twelve months ahead at most
     * @throws CaseworkException REQUEST_UNKNOWN, MOVE_NOT_OFFERED
     */
    public TracingRequest ask(Asker asker, TracingRequestId id, LocalDate until, String reason) {
        var file = files.find(asker.agency(), id)
                .orElseThrow(() -> new CaseworkException(
                        CaseworkException.Fault.REQUEST_UNKNOWN, "there is no such request of yours"));
        if (isErased(file)) {
            throw notOfferedToAgency("what was said of this request is erased, and nothing of it shows any more");
        }
        var embargo = events.of(id);
        if (embargo.ask().isPresent() || embargo.proposal().isPresent()) {
            throw notOfferedToAgency("an embargo on this request is asked for already, and not decided yet");
        }
        if (!isWritten(file, embargo, new Kind.ToAsk(until), reason)) {
            throw notOfferedToAgency("something else was done about this embargo at the same moment; look again");
        }
        return file.request();
    }

    /** What was done about the embargo of a request; {@link RequestEmbargo#NONE} where nothing was. */
    public RequestEmbargo of(TracingRequestId id) {
        return events.of(id);
    }

    /** What would be wrong with these days if they were proposed now; empty where nothing is. */
    public Optional<DateFault> faultOf(LocalDate until, LocalDate reviewBy) {
        return EmbargoDates.fault(until, reviewBy, recorder.moment().today());
    }

    /** A caseworker proposes an embargo, or to prolong the one that holds. */
    public void propose(
            Staff staff, TracingRequestId id, int seen, LocalDate until, LocalDate reviewBy, String reason) {
        var file = knownToShow(staff, id);
        var text = text(reason);
        var term = EmbargoDates.required(until, reviewBy, recorder.moment().today());
        write(file, current(id, seen), new Kind.ToPropose(StaffMember.of(staff), term), text);
    }

    /** A colleague of whoever proposed it agrees: from now on nothing of the request that is new shows. */
    public void approve(Staff staff, TracingRequestId id, int seen, String reason) {
        var file = knownToShow(staff, id);
        var text = text(reason);
        var embargo = current(id, seen);
        var proposal = embargo.proposal()
                .orElseThrow(() -> new ReviewException(
                        MOVE_NOT_OFFERED, "Nobody has proposed an embargo that could be approved."));
        if (proposal.by().id().equals(staff.id())) {
            throw new ReviewException(SAME_CASEWORKER, "You proposed this embargo; a colleague has to approve it.");
        }
        EmbargoDates.requireStillToCome(proposal.term(), recorder.moment().today());
        write(file, embargo, new Kind.ToApprove(StaffMember.of(staff), proposal), text);
    }

    /** A caseworker says no to what was asked or proposed. */
    public void refuse(Staff staff, TracingRequestId id, int seen, String reason) {
        var file = known(staff, id);
        var text = text(reason);
        var embargo = current(id, seen);
        if (embargo.ask().isEmpty() && embargo.proposal().isEmpty()) {
            throw new ReviewException(MOVE_NOT_OFFERED, "Nobody has asked for an embargo that could be refused.");
        }
        write(file, embargo, new Kind.ToRefuse(StaffMember.of(staff)), text);
    }

    /** A caseworker ends the embargo that holds: everything shows at once. */
    public void end(Staff staff, TracingRequestId id, int seen, String reason) {
        var file = known(staff, id);
        var text = text(reason);
        var embargo = current(id, seen);
        if (embargo.inForce(recorder.moment().now()).isEmpty()) {
            throw new ReviewException(MOVE_NOT_OFFERED, "No embargo holds that could be ended.");
        }
        write(file, embargo, new Kind.ToEnd(StaffMember.of(staff)), text);
    }

    private CaseFile known(Staff staff, TracingRequestId id) {
        if (!staff.is(StaffRole.CASEWORKER)) {
            throw new ReviewException(NOT_FOR_THIS_ROLE, "Only a caseworker can do this.");
        }
        return files.find(id).orElseThrow(() -> new ReviewException(REQUEST_UNKNOWN, "There is no such request."));
    }

    /** One of which something can still show: what was said of an erased one could never be erased. */
    private CaseFile knownToShow(Staff staff, TracingRequestId id) {
        var file = known(staff, id);
        if (isErased(file)) {
            throw new ReviewException(
                    MOVE_NOT_OFFERED, "What was said of this request is erased; nothing of it shows any more.");
        }
        return file;
    }

    private static boolean isErased(CaseFile file) {
        return file.handling().erasedAt().isPresent();
    }

    private RequestEmbargo current(TracingRequestId id, int seen) {
        var embargo = events.of(id);
        if (embargo.version() != seen) {
            throw stale();
        }
        return embargo;
    }

    private void write(CaseFile file, RequestEmbargo decidedOn, Kind kind, String reason) {
        if (!isWritten(file, decidedOn, kind, reason)) {
            throw stale();
        }
    }

    private boolean isWritten(CaseFile file, RequestEmbargo decidedOn, Kind kind, String reason) {
        var moment = recorder.moment();
        var move = new EmbargoMove(file.id(), decidedOn.version() + 1, moment.now(), kind);
        return switch (ledger.append(entries.entry(file, move, reason, moment), share, move)) {
            case Appended.Written<EmbargoShare.Objection> written -> true;
            case Appended.Objected<EmbargoShare.Objection> objected -> false;
        };
    }

    private static String text(String reason) {
        return Text.between(10, 2000, "The reason", reason);
    }

    private static ReviewException stale() {
        return new ReviewException(
                STALE, "Something was done about this embargo since you opened the page. Nothing was done.");
    }

    private static CaseworkException notOfferedToAgency(String sentence) {
        return new CaseworkException(CaseworkException.Fault.MOVE_NOT_OFFERED, sentence);
    }
}
