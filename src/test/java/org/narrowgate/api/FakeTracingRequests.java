package org.narrowgate.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.narrowgate.casework.Answer;
import org.narrowgate.casework.NewTracingRequest;
import org.narrowgate.casework.OwnEntitlement;
import org.narrowgate.casework.Selection;
import org.narrowgate.casework.TracingRequest;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.TracingRequestState;
import org.narrowgate.casework.TracingRequests;
import org.narrowgate.disclosure.Outcome;
import org.narrowgate.disclosure.Person;
import org.narrowgate.disclosure.Receipt;
import org.narrowgate.disclosure.WithheldField;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.subject.Gender;

/** Casework that writes down what it was asked, and answers or fails as it was told. */
@Alternative
@ApplicationScoped
public class FakeTracingRequests implements TracingRequests {
    static final TracingRequestId KNOWN = new TracingRequestId(UUID.fromString("1b671a64-40d5-491e-99b0-da01ff1f3341"));
    static final Receipt RECEIPT = new Receipt(7, "bGVhZg==", Instant.parse("2026-11-02T10:00:00Z"), 3, "00ff");

    /** What arrived here. */
    record Asked(
            Asker asker,
            NewTracingRequest request,
            Selection selection,
            @Nullable UUID key) {}

    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile @Nullable RuntimeException failure;

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    void reset() {
        asked.clear();
        failure = null;
    }

    void failWith(RuntimeException thrown) {
        failure = thrown;
    }

    @Override
    public List<OwnEntitlement> entitlements(Asker asker) {
        failIfTold();
        return List.of();
    }

    @Override
    public List<OwnEntitlement> entitlementsAtEndOf(LocalDate day, Asker asker) {
        throw new UnsupportedOperationException("nobody asks it for another day");
    }

    @Override
    public Decision preview(Asker asker, NewTracingRequest request) {
        failIfTold();
        return new Decision.Refuse(RefusalReason.GROUND_MISSING, "clause 4", "Put forward a ground.");
    }

    @Override
    public Answer request(Asker asker, NewTracingRequest request, Selection selection, @Nullable UUID key) {
        failIfTold();
        asked.add(new Asked(asker, request, selection, key));
        return new Answer(request(asker), Optional.of(traced()));
    }

    @Override
    public Optional<Answer> read(Asker asker, TracingRequestId id, Selection selection) {
        failIfTold();
        return id.equals(KNOWN) ? Optional.of(new Answer(request(asker), Optional.of(traced()))) : Optional.empty();
    }

    @Override
    public Page page(Asker asker, Filter filter) {
        failIfTold();
        return new Page(List.of(new Answer(request(asker), Optional.empty())), Optional.of("next"), true);
    }

    @Override
    public TracingRequest withdraw(Asker asker, TracingRequestId id, String reason) {
        return moved(asker);
    }

    @Override
    public TracingRequest provideInformation(Asker asker, TracingRequestId id, String information) {
        return moved(asker);
    }

    @Override
    public TracingRequest reportMismatch(Asker asker, TracingRequestId id, String reason) {
        return moved(asker);
    }

    @Override
    public TracingRequest attestDestruction(Asker asker, TracingRequestId id, LocalDate destroyedOn, String method) {
        return moved(asker);
    }

    private TracingRequest moved(Asker asker) {
        failIfTold();
        return request(asker);
    }

    private void failIfTold() {
        var told = failure;
        if (told != null) {
            throw told;
        }
    }

    private static TracingRequest request(Asker asker) {
        return new TracingRequest(
                KNOWN,
                new AgencyId(asker.agency().value()),
                new PurposeId("court-order"),
                "case 1",
                TracingRequestState.TRACED,
                Instant.parse("2026-11-02T09:59:59Z"),
                LocalDate.parse("2026-11-30"),
                Optional.of(Instant.parse("2026-11-02T10:00:00Z")),
                3,
                Optional.empty(),
                Optional.empty());
    }

    private static Outcome traced() {
        return new Outcome.Traced(
                new Person(
                        null,
                        new Person.Name("Okafor", List.of("Ada")),
                        null,
                        "1984",
                        Gender.FEMALE,
                        false,
                        new Person.Address(null, "LS1", LocalDate.parse("2020-02-29")),
                        null),
                List.of(new WithheldField(
                        Field.NHS_NUMBER,
                        WithheldField.Treatment.WITHHELD,
                        WithheldField.Reason.NOT_NEEDED_FOR_PURPOSE)),
                RECEIPT,
                Instant.parse("2026-12-02T10:00:00Z"),
                LocalDate.parse("2027-02-01"));
    }
}
