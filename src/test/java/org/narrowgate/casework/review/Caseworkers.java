package org.narrowgate.casework.review;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.casework.CaseFiles;
import org.narrowgate.casework.NewTracingRequest;
import org.narrowgate.casework.Priority;
import org.narrowgate.casework.PublicInterestFactor;
import org.narrowgate.casework.PublicInterestTest;
import org.narrowgate.casework.PublicInterestTest.Weight;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.policy.Ground;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RequestFacts;
import org.narrowgate.policy.RequestFacts.Sources;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.Subject;

/** Two people who decide at once on what they see, for tests that need a decision and not the console. */
@ApplicationScoped
public class Caseworkers {
    public static final Staff CARLA = new Staff("carla", "Carla", Set.of(StaffRole.CASEWORKER));
    public static final Staff COLIN = new Staff("colin", "Colin", Set.of(StaffRole.CASEWORKER));

    private final ReviewService review;
    private final CaseFiles files;

    Caseworkers(ReviewService review, CaseFiles files) {
        this.review = review;
        this.files = files;
    }

    public Ruling approve(String id) {
        return review.approve(CARLA, id(id), seen(id), weighed());
    }

    public void refuse(String id, String reasons) {
        review.refuse(CARLA, id(id), seen(id), reasons);
    }

    public void ask(String id, String question) {
        review.ask(CARLA, id(id), seen(id), question);
    }

    /** What anybody sees who opens the request now. */
    public Instant seen(String id) {
        return files.find(id(id)).orElseThrow().changedAt();
    }

    public static TracingRequestId id(String id) {
        return new TracingRequestId(UUID.fromString(id));
    }

    /** What the police ask about a missing child who has this number. */
    public static NewTracingRequest aboutAMissingChild(String nhsNumber, Priority priority) {
        var subject = new Subject.ByNhsNumber(new NhsNumber(nhsNumber), Optional.empty());
        var facts = new RequestFacts(
                new PurposeId("missing-vulnerable-person"),
                Optional.of(new Ground.MissingVulnerablePerson("A child of four has not come home from school.")),
                Sources.EXHAUSTED,
                Optional.empty(),
                subject.arguments());
        return new NewTracingRequest(
                facts,
                subject,
                "case 1",
                "every other source of information was tried",
                priority,
                Optional.of("every hour counts").filter(reason -> priority == Priority.EXCEPTIONAL));
    }

    /** A test in which everything counts, and the words of which say so. */
    public static PublicInterestTest weighed() {
        var weights =
                Arrays.stream(PublicInterestFactor.values()).collect(toMap(factor -> factor, factor -> Weight.SOME));
        return new PublicInterestTest(
                weights,
                "Where she lives is the least that answers the question.",
                "The usual sources were tried, and a letter would warn her.",
                "A serious offence, and no lesser way to find her.");
    }
}
