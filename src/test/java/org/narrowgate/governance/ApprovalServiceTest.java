package org.narrowgate.governance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.narrowgate.governance.Authors.ADA;
import static org.narrowgate.governance.Authors.BRUNO;
import static org.narrowgate.governance.Authors.PAUL;
import static org.narrowgate.governance.Authors.PETRA;
import static org.narrowgate.governance.Authors.REASONS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.narrowgate.caller.Staff;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.governance.GovernanceException.Fault;
import org.narrowgate.governance.PublishedVersion.State;
import org.narrowgate.governance.draft.Draft;
import org.narrowgate.governance.draft.DraftService;
import org.narrowgate.governance.draft.DraftState;
import org.narrowgate.governance.draft.SubmissionService;
import org.narrowgate.ledger.OpenedEntries;
import org.narrowgate.policy.Change;
import org.narrowgate.policy.Difference;
import org.narrowgate.policy.PolicyFault;
import org.narrowgate.policy.PolicyFaultsException;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.Purpose;
import org.narrowgate.policy.PurposeId;

/** By two, one after the other, and written down. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(OwnDatabase.class)
class ApprovalServiceTest {
    @Inject
    ApprovalService approvals;

    @Inject
    DraftService drafts;

    @Inject
    SubmissionService submissions;

    @Inject
    PublishedVersions versions;

    @Inject
    PolicyInForce inForce;

    @Inject
    OpenedEntries log;

    @Inject
    DataSource database;

    @Inject
    Authors authors;

    @Test
    void publishesWhatAnAuthorSubmittedAndAnApproverApproved() throws Exception {
        // Given
        var before = inForce.refresh();
        var submitted = authors.submitted(authors.retitled());
        // When
        var version = authors.approved(submitted);
        // Then
        assertThat(inForce.current().number()).isEqualTo(version.number());
        assertThat(version.policy().hash()).isEqualTo(submitted.policy().hash());
        assertThat(drafts.draft(submitted.id()).state()).isEqualTo(DraftState.APPROVED);
        assertThat(drafts.draft(submitted.id()).version()).hasValue(version.number());
        var difference = Difference.between(
                        before.policy().document(), submitted.policy().document())
                .changes();
        var published = versions.version(version.number()).orElseThrow();
        var origin = published.origin().orElseThrow();
        assertThat(origin)
                .isEqualTo(new Origin(
                        submitted.id(),
                        origin.publishedAt(),
                        Author.of(ADA),
                        REASONS,
                        Author.of(PAUL),
                        REASONS,
                        difference));
        assertThat(published.state()).isEqualTo(State.IN_FORCE);
        assertThat(versions.version(before.number()).orElseThrow().state()).isEqualTo(State.SUPERSEDED);
        assertThat(versions.text(version.number())).hasValue(submitted.policy().canonicalJson());
        assertLogged(published, difference);
    }

    @Test
    void anEmbargoIsReviewedWithinTwelveMonthsOfComingIntoForce() {
        // Given
        var today = LocalDate.now(ZoneId.of("Europe/London"));
        var late = embargoed(today.plusMonths(12).plusDays(1));
        var inTime = authors.submitted(embargoed(today.plusMonths(12)));
        // When, then
        assertThatThrownBy(() -> authors.submitted(late))
                .isInstanceOfSatisfying(
                        PolicyFaultsException.class,
                        refused -> assertThat(refused.faults())
                                .extracting(PolicyFault::pointer)
                                .containsExactly("/purposes/7/embargo/reviewBy"));
        assertThat(authors.approved(inTime).policy().embargo(new PurposeId("counter-fraud")))
                .contains(new Purpose.Embargo(30, today.plusMonths(12), "a hunt is on"));
    }

    private Draft embargoed(LocalDate reviewBy) {
        var begun = drafts.begin(ADA, "an embargo");
        return drafts.replace(
                ADA,
                begun.id(),
                begun.revision(),
                "/purposes/counter-fraud/embargo",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("days", 30)
                        .put("reviewBy", reviewBy.toString())
                        .put("reason", "a hunt is on"));
    }

    private void assertLogged(PublishedVersion published, List<Change> difference) throws Exception {
        var entry = log.at(List.of(published.entry())).getFirst();
        var json = new JsonMapper();
        var said = json.readTree(entry.circumstances());
        assertThat(said.properties().stream().map(property -> property.getKey()))
                .containsExactlyInAnyOrder(
                        "form", "kind", "at", "policyVersion", "policyHash", "inForceFrom", "difference");
        assertThat(said.get("kind").asText()).isEqualTo("policy-published");
        assertThat(said.get("policyVersion").asInt()).isEqualTo(published.number());
        assertThat(said.get("policyHash").asText()).isEqualTo(published.hash());
        assertThat(said.get("inForceFrom").asText())
                .isEqualTo(published.inForceFrom().toString());
        assertThat(said.get("difference").findValuesAsText("words"))
                .isEqualTo(difference.stream().map(Change::words).toList());
        var particulars = json.readTree(entry.particulars().orElseThrow());
        assertThat(particulars.properties().stream().map(property -> property.getKey()))
                .containsExactlyInAnyOrder("author", "authorReasons", "approver", "reasons");
        assertThat(new String(entry.particulars().orElseThrow(), UTF_8))
                .doesNotContain("Ada", "\"ada\"", "Paul", "\"paul\"");
    }

    @Test
    void nobodyApprovesWhatTheyWrote() {
        // Given
        var written = drafts.replace(BRUNO, drafts.begin(BRUNO, "Bruno's own").id(), 1, "/title", text("Bruno's own"));
        var submitted = submissions.submit(BRUNO, written.id(), written.revision(), REASONS, Optional.empty());
        // When / Then
        assertRefused(Fault.SAME_PERSON, () -> approve(BRUNO, submitted))
                .hasMessage("You have written or submitted this draft yourself; whoever approves it has to be"
                        + " somebody else, whatever roles you have.");
    }

    @Test
    void nobodyApprovesWhatTheyWroteAlsoWhereSomebodyElseRewroteAndSubmittedIt() {
        // Given
        var begun = drafts.begin(BRUNO, "Begun by Bruno");
        drafts.replace(ADA, begun.id(), 1, "/title", text("Rewritten by Ada"));
        var submitted = submissions.submit(ADA, begun.id(), 2, REASONS, Optional.empty());
        // When / Then
        assertRefused(Fault.SAME_PERSON, () -> approve(BRUNO, submitted));
        assertThat(approvals.isApproverOf(BRUNO, submitted.head())).isFalse();
        assertThat(approvals.isApproverOf(PAUL, submitted.head())).isTrue();
    }

    @Test
    void nobodyApprovesWhatTheySubmitted() {
        // Given
        var draft = authors.retitled();
        var submitted = submissions.submit(BRUNO, draft.id(), draft.revision(), REASONS, Optional.empty());
        // When / Then
        assertRefused(Fault.SAME_PERSON, () -> approve(BRUNO, submitted));
    }

    @Test
    void anApproverWhoIsAnAuthorTooApprovesWhatOthersWrote() {
        // Given
        var submitted = authors.submitted(authors.retitled());
        // When
        var version = approve(BRUNO, submitted);
        // Then
        assertThat(inForce.current().number()).isEqualTo(version.number());
    }

    @Test
    void approvalTakesAnApprover() {
        // Given
        var submitted = authors.submitted(authors.retitled());
        // When / Then
        assertRefused(Fault.NOT_FOR_THIS_ROLE, () -> approve(ADA, submitted))
                .hasMessage("To approve a draft takes a policy approver.");
    }

    @Test
    void approvesNothingThatIsNotSubmitted() {
        // Given
        var draft = authors.retitled();
        // When / Then
        assertRefused(Fault.NOT_OFFERED, () -> approve(PAUL, draft));
    }

    @Test
    void ofTwoApproversAtOnceOnePublishes() throws Exception {
        // Given
        var submitted = authors.submitted(authors.retitled());
        var newest = versions.all().getFirst().number();
        // When
        var fates = concurrently(fate(PAUL, submitted), fate(PETRA, submitted));
        // Then
        // What the second is told depends on whether it looks before or after the first is committed.
        assertThat(fates).containsOnlyOnce("published").containsAnyOf("NOT_OFFERED", "BASE_SUPERSEDED");
        assertThat(versions.all().getFirst().number()).isEqualTo(newest + 1);
    }

    @Test
    void ofTwoDraftsApprovedAtOnceTheSecondHasToBeBroughtUpToDate() throws Exception {
        // Given
        var one = authors.submitted(authors.retitled());
        var other = authors.submitted(authors.retitled());
        // When
        var fates = concurrently(fate(PAUL, one), fate(PETRA, other));
        // Then
        assertThat(fates).containsExactlyInAnyOrder("published", "BASE_SUPERSEDED");
    }

    @Test
    void announcesAVersionThatIsToComeIntoForceLater() {
        // Given
        var before = inForce.refresh();
        var later = Instant.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS);
        var submitted = authors.submitted(authors.retitled());
        // When
        var announced = approvals.approve(PAUL, submitted.id(), authors.approval(submitted, Optional.of(later)));
        // Then
        assertThat(announced.inForceFrom()).isEqualTo(later);
        assertThat(inForce.refresh().number()).isEqualTo(before.number());
        assertThat(versions.version(announced.number()).orElseThrow().state()).isEqualTo(State.ANNOUNCED);
        var next = authors.submitted(authors.retitled());
        assertRefused(
                        Fault.ANNOUNCED_FALL_AWAY,
                        () -> approvals.approve(
                                PAUL, next.id(), new Approval(next.revision(), REASONS, Optional.empty(), Set.of())))
                .hasMessageContaining("version " + announced.number());
        authors.approved(next);
        assertThat(versions.version(announced.number()).orElseThrow().state()).isEqualTo(State.FELL_AWAY);
    }

    @Test
    void takesBackWhatIsAnnouncedByWhatIsInForceNow() {
        // Given
        var announced = announced(authors.retitled(), Duration.ofDays(30));
        var begun = drafts.begin(ADA, "As it is now");
        // When
        authors.published(begun);
        // Then
        assertThat(versions.version(announced.number()).orElseThrow().state()).isEqualTo(State.FELL_AWAY);
        assertThat(inForce.current().policy().hash()).isEqualTo(begun.policy().hash());
    }

    @Test
    void undoesNoAnnouncedNarrowingOfAMarkedPurposeWithoutAConsultation() {
        // Given
        var narrowed = authors.with("/purposes/immigration-tracing/treatments/gender", "withheld");
        var announced = announced(narrowed, Duration.ofDays(10));
        var submitted = authors.submitted(authors.retitled());
        var after =
                authors.approval(submitted, Optional.of(announced.inForceFrom().plus(Duration.ofDays(10))));
        // When / Then
        assertRefused(Fault.CONSULTATION_NEEDED, () -> approvals.approve(PAUL, submitted.id(), after))
                .hasMessageContaining("immigration-tracing");
        authors.approved(submitted);
        assertThat(versions.version(announced.number()).orElseThrow().state()).isEqualTo(State.FELL_AWAY);
    }

    private PolicyVersion announced(Draft draft, Duration ahead) {
        var submitted = authors.submitted(draft);
        var moment = Instant.now().plus(ahead);
        return approvals.approve(PAUL, submitted.id(), authors.approval(submitted, Optional.of(moment)));
    }

    @Test
    void comesIntoForceAsTheAuthorProposedWhereTheApproverSaysNothing() {
        // Given
        var draft = authors.retitled();
        var proposed = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        var submitted = submissions.submit(ADA, draft.id(), draft.revision(), REASONS, Optional.of(proposed));
        // When
        var version = authors.approved(submitted);
        // Then
        assertThat(version.inForceFrom()).isEqualTo(proposed);
    }

    @Test
    void comesIntoForceNeitherInThePastNorInTwoYears() {
        // Given
        var submitted = authors.submitted(authors.retitled());
        // When / Then
        for (var days : List.of(-1, 731)) {
            var moment = Instant.now().plus(Duration.ofDays(days));
            assertRefused(
                    Fault.MOMENT_UNFIT,
                    () -> approvals.approve(PAUL, submitted.id(), authors.approval(submitted, Optional.of(moment))));
        }
    }

    @Test
    void theDatabaseItselfTakesNoVersionThatItsAuthorApproved() {
        // Given
        var published = authors.published(authors.retitled());
        // When / Then
        assertThatThrownBy(() -> {
                    try (var connection = database.getConnection();
                            var statement = connection.createStatement()) {
                        statement.execute("INSERT INTO policy_publication SELECT number + 1, draft, published_at,"
                                + " author, author_name, author_reasons, author, author_name, approver_reasons,"
                                + " difference FROM policy_publication WHERE number = " + published.number());
                    }
                })
                .isInstanceOfSatisfying(
                        SQLException.class,
                        thrown -> assertThat(thrown.getSQLState()).isEqualTo("23514"));
    }

    private PolicyVersion approve(Staff staff, Draft submitted) {
        return approvals.approve(staff, submitted.id(), authors.approval(submitted));
    }

    private Callable<String> fate(Staff staff, Draft submitted) {
        var approval = authors.approval(submitted);
        return () -> {
            try {
                approvals.approve(staff, submitted.id(), approval);
                return "published";
            } catch (GovernanceException refused) {
                return refused.fault().name();
            }
        };
    }

    private static List<String> concurrently(Callable<String> one, Callable<String> other) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var fates = new ArrayList<String>();
            for (var done : threads.invokeAll(List.of(one, other))) {
                fates.add(done.get());
            }
            return fates;
        }
    }

    private static JsonNode text(String text) {
        return new TextNode(text);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Fault fault, ThrowingCallable move) {
        return assertThatThrownBy(move)
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        thrown -> assertThat(thrown.fault()).isEqualTo(fault));
    }
}
