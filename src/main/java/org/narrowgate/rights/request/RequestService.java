package org.narrowgate.rights.request;

import static org.narrowgate.rights.request.RightsException.Fault.CASE_UNKNOWN;
import static org.narrowgate.rights.request.RightsException.Fault.NOT_OFFERED;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.narrowgate.disclosure.DisclosureService;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.rights.request.DisclosurePurpose.Objecting;
import org.narrowgate.rights.request.RightsEntries.Kind;
import org.narrowgate.rights.request.RightsMove.Change;
import org.narrowgate.subject.NhsNumber;

/**
 * What a person who has signed in asks of the registry. Every method throws {@link RightsException} with a sentence for
 * them where it cannot.
 */
@ApplicationScoped
public class RequestService {
    private final RightsCases cases;
    private final RightsEntries entries;
    private final RightsRecorder recorder;
    private final DisclosurePurposes purposes;
    private final DisclosureService disclosures;
    private final PolicyInForce policy;

    RequestService(
            RightsCases cases,
            RightsEntries entries,
            RightsRecorder recorder,
            DisclosurePurposes purposes,
            DisclosureService disclosures,
            PolicyInForce policy) {
        this.cases = cases;
        this.entries = entries;
        this.recorder = recorder;
        this.purposes = purposes;
        this.disclosures = disclosures;
        this.policy = policy;
    }

    /** The person's own cases, newest first. */
    public List<RightsCase> casesOf(NhsNumber person) {
        return cases.of(disclosures.knownAs(person));
    }

    /** Those of them that are in the way of asking the same again. */
    public List<Asked> askedBy(NhsNumber person) {
        return casesOf(person).stream()
                .filter(RightsCase::isInTheWay)
                .map(RightsCase::asked)
                .toList();
    }

    /** On return it is in the log, and what it restricts is restricted for whoever asks next. */
    public RightsCase ask(NhsNumber person, Asked asked, String words) {
        requireOffered(asked);
        var text = Writing.of(shortest(asked.kind()), what(asked.kind()), words);
        var now = recorder.now();
        var file = RightsCase.received(
                new RightsCaseId(UUID.randomUUID()),
                disclosures.pseudonymsOf(person).getFirst(),
                asked,
                text,
                now);
        return recorder.record(
                entries.ofPerson(Kind.ASKED, file, policy.current(), now),
                new RightsMove(file, new Change.Fresh(disclosures.knownAs(person))));
    }

    /** The person takes it back; what it restricted is restricted no longer. */
    public RightsCase withdraw(NhsNumber person, RightsCaseId id) {
        var file = cases.find(id)
                .filter(held -> cases.isOf(id, disclosures.knownAs(person)))
                .orElseThrow(() -> new RightsException(CASE_UNKNOWN, "You have made no such request."));
        if (!(file.state() instanceof RightsState.Withdrawable withdrawable)) {
            throw new RightsException(NOT_OFFERED, "This request is decided, and can no longer be taken back.");
        }
        var now = recorder.now();
        var withdrawn = file.moved(withdrawable.withdraw(now));
        return recorder.record(
                entries.ofPerson(Kind.WITHDRAWN, withdrawn, policy.current(), now),
                new RightsMove(withdrawn, new Change.Moved()));
    }

    /** The least that has to be said with it; 0 where nothing has to be. */
    public static int shortest(Asked.Kind kind) {
        return switch (kind) {
            // An objection is weighed against its grounds, and what is to be put right has to be said.
            case OBJECTION, RECTIFICATION -> 20;
            case RESTRICTION, COPY -> 0;
        };
    }

    /** The most that can be said with it. */
    public static int longest() {
        return Writing.LONGEST;
    }

    private static String what(Asked.Kind kind) {
        return switch (kind) {
            case OBJECTION -> "Why you object";
            case RECTIFICATION -> "What is wrong, and what is right,";
            case RESTRICTION, COPY -> "What you want to add";
        };
    }

    private void requireOffered(Asked asked) {
        var offered = asked.purpose()
                .map(purpose -> purposes.of(purpose)
                        .filter(named -> named.objecting() == Objecting.OPEN)
                        .isPresent())
                .orElse(true);
        if (!offered) {
            throw new RightsException(NOT_OFFERED, "There is no right to object to disclosures for this purpose.");
        }
    }
}
