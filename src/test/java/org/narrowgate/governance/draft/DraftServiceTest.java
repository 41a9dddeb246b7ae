package org.narrowgate.governance.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.narrowgate.governance.Authors.ABE;
import static org.narrowgate.governance.Authors.ADA;
import static org.narrowgate.governance.Authors.PAUL;
import static org.narrowgate.governance.Authors.REASONS;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.Authors;
import org.narrowgate.governance.GovernanceException;
import org.narrowgate.governance.GovernanceException.Fault;
import org.narrowgate.governance.OwnDatabase;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyFault;
import org.narrowgate.policy.PolicyFaultsException;
import org.narrowgate.policy.PolicyInForce;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(OwnDatabase.class)
class DraftServiceTest {
    private static final String READINGS = "/purposes/counter-fraud/terms/readings";

    @Inject
    DraftService drafts;

    @Inject
    SubmissionService submissions;

    @Inject
    PolicyInForce inForce;

    @Inject
    Authors authors;

    @Test
    void beginsFromTheVersionInForce() {
        // When
        var draft = drafts.begin(ADA, " Fewer fields ");
        // Then
        var version = inForce.current();
        assertThat(draft.policy().document()).isEqualTo(version.policy().document());
        assertThat(draft.head())
                .isEqualTo(new DraftHead(
                        draft.id(),
                        "Fewer fields",
                        DraftState.DRAFT,
                        version.number(),
                        1,
                        Author.of(ADA),
                        Author.of(ADA),
                        draft.changedAt(),
                        Optional.empty(),
                        OptionalInt.empty()));
        assertThat(drafts.all()).contains(draft.head());
    }

    @Test
    void keepsEachChangeWithWhoMadeItAndWhatItChanged() {
        // Given
        var begun = drafts.begin(ADA, "Fewer readings");
        // When
        var changed = drafts.replace(ABE, begun.id(), 1, READINGS, new IntNode(1));
        // Then
        assertThat(changed.revision()).isEqualTo(2);
        assertThat(changed.changedBy()).isEqualTo(Author.of(ABE));
        assertThat(drafts.revisions(begun.id())).hasSize(2).last().satisfies(revision -> {
            assertThat(revision.by()).isEqualTo(Author.of(ABE));
            assertThat(revision.words()).contains("counter-fraud").contains("1");
        });
        assertThat(drafts.draft(begun.id()).policy().hash())
                .isEqualTo(changed.policy().hash());
    }

    @Test
    void keepsNoRevisionOfWhatChangesNothing() {
        // Given
        authors.published(authors.retitled());
        var begun = drafts.begin(ADA, "Nothing");
        // When
        var same = drafts.replaceWhole(ADA, begun.id(), 1, begun.policy().canonicalJson());
        // Then
        assertThat(same.revision()).isEqualTo(1);
        assertThat(drafts.revisions(begun.id())).hasSize(1);
    }

    @Test
    void keepsNoDocumentWithFaultsAndNamesEachByItsPointer() {
        // Given
        var begun = drafts.begin(ADA, "Faulty");
        var purpose = indexOf(begun, "counter-fraud");
        // When / Then
        assertThatThrownBy(() -> drafts.edit(
                        ADA,
                        begun.id(),
                        1,
                        List.of(
                                new Edit.Remove("/purposes/counter-fraud/treatments/gender"),
                                new Edit.Replace(READINGS, new TextNode("many")))))
                .isInstanceOfSatisfying(
                        PolicyFaultsException.class,
                        thrown -> assertThat(thrown.faults())
                                .extracting(PolicyFault::pointer)
                                .containsExactlyInAnyOrder(
                                        "/purposes/" + purpose + "/treatments/gender",
                                        "/purposes/" + purpose + "/terms/readings"));
        assertThat(drafts.head(begun.id())).isEqualTo(begun.head());
    }

    @Test
    void refusesWhatIsBeyondTheCeilingWithItsClause() {
        // Given
        var begun = drafts.begin(ADA, "Beyond");
        // When / Then
        assertThatThrownBy(() -> drafts.replace(
                        ADA,
                        begun.id(),
                        1,
                        "/purposes/immigration-tracing/grounds/SERIOUS_CRIMINALITY/thresholdMonths",
                        new IntNode(6)))
                .isInstanceOfSatisfying(
                        PolicyFaultsException.class,
                        thrown -> assertThat(thrown.faults())
                                .singleElement()
                                .satisfies(fault ->
                                        assertThat(fault.message()).contains("commitment of 9 May 2018, ground 1")));
    }

    @Test
    void tellsAnAuthorWhatAnotherHasChangedMeanwhile() {
        // Given
        var begun = drafts.begin(ADA, "Two at once");
        drafts.rename(ABE, begun.id(), 1, "Renamed meanwhile");
        // When / Then
        assertRefused(Fault.STALE, () -> drafts.replace(ADA, begun.id(), 1, READINGS, new IntNode(1)))
                .hasMessage("The draft has changed since you saw it. Abe (revision 2): renamed it to `Renamed"
                        + " meanwhile`. Nothing of yours has been saved.");
    }

    @Test
    void ofAuthorsWhoSaveAtOnceKeepsOneAndTellsTheOthers() throws Exception {
        // Given
        var begun = drafts.begin(ADA, "Eight at once");
        // When
        var fates = concurrently(
                8,
                number -> fate(() -> drafts.replace(
                        number % 2 == 0 ? ADA : ABE, begun.id(), 1, "/title", new TextNode("Title of " + number))));
        // Then
        assertThat(fates).containsOnlyOnce("saved").containsOnly("saved", "STALE");
        assertThat(drafts.revisions(begun.id())).extracting(Revision::number).containsExactly(1, 2);
    }

    @Test
    void undoesAndBringsBackAndLosesNothing() {
        // Given
        var begun = drafts.begin(ADA, "There and back");
        var changed = drafts.replace(ADA, begun.id(), 1, READINGS, new IntNode(1));
        // When
        var undone = drafts.undo(ABE, begun.id(), 2);
        var again = drafts.redo(ADA, begun.id(), 3);
        // Then
        assertThat(undone.policy().document()).isEqualTo(begun.policy().document());
        assertThat(again.policy().document()).isEqualTo(changed.policy().document());
        assertThat(drafts.revisions(begun.id()))
                .extracting(Revision::words)
                .hasSize(4)
                .endsWith("undid revision 2", "brought revision 2 back");
        assertThat(drafts.canUndo(begun.id())).isTrue();
        assertThat(drafts.canRedo(begun.id())).isFalse();
    }

    @Test
    void hasNothingToUndoInANewDraft() {
        // Given
        var begun = drafts.begin(ADA, "New");
        // When / Then
        assertRefused(Fault.NOT_OFFERED, () -> drafts.undo(ADA, begun.id(), 1)).hasMessage("There is nothing to undo.");
    }

    @Test
    void joinsADraftWithTheVersionThatCameIntoForceMeanwhile() {
        // Given
        var begun = drafts.begin(ADA, "Slow");
        var changed = drafts.replace(ADA, begun.id(), 1, READINGS, new IntNode(1));
        var meanwhile = authors.published(authors.with("/purposes/coroner-primary-care/title", "Asked by a coroner"));
        // When
        var joined = drafts.bringUpToDate(ABE, begun.id(), changed.revision());
        // Then
        assertThat(joined.conflicts()).isEmpty();
        assertThat(joined.draft().base()).isEqualTo(meanwhile.number());
        assertThat(joined.draft().policy().canonicalJson())
                .contains("Asked by a coroner")
                .isEqualTo(edited(meanwhile.policy()));
    }

    @Test
    void keepsTheDraftsWordWhereTheVersionInForceHasAnother() {
        // Given
        var begun = authors.with("/title", "The draft's own title");
        authors.published(authors.with("/title", "Quite another title"));
        // When
        var joined = drafts.bringUpToDate(ADA, begun.id(), begun.revision());
        // Then
        assertThat(joined.conflicts())
                .containsExactly("both changed /title: the draft keeps `The draft's own title`, the version in force"
                        + " has `Quite another title`");
        assertThat(joined.draft().policy().document().title()).isEqualTo("The draft's own title");
        assertThat(drafts.revisions(begun.id()).getLast().words()).contains("Quite another title");
    }

    @Test
    void takesDraftsFromAuthorsOnly() {
        assertRefused(Fault.NOT_FOR_THIS_ROLE, () -> drafts.begin(PAUL, "An approver's"))
                .hasMessage("To write a draft takes a policy author.");
    }

    @Test
    void changesNoDraftThatIsSubmitted() {
        // Given
        var submitted = authors.submitted(authors.retitled());
        // When / Then
        assertRefused(Fault.NOT_OFFERED, () -> drafts.undo(ADA, submitted.id(), submitted.revision()))
                .hasMessage("A draft can be changed while it is being written; this one is submitted for approval.");
    }

    @Test
    void givesADraftThatIsSentBackToItsAuthorsAgain() {
        // Given
        var submitted = authors.submitted(authors.retitled());
        // When
        var back = submissions.sendBack(PAUL, submitted.id(), submitted.revision(), "say why in the title");
        // Then
        assertThat(back.state()).isEqualTo(DraftState.DRAFT);
        assertThat(back.submission()).isEmpty();
        assertThat(drafts.steps(back.id()))
                .extracting(Step::to, Step::by, Step::reasons)
                .containsExactly(
                        Tuple.tuple(DraftState.SUBMITTED, Author.of(ADA), REASONS),
                        Tuple.tuple(DraftState.DRAFT, Author.of(PAUL), "say why in the title"));
    }

    @Test
    void holdsTheTextStillWhileThePublicIsAsked() {
        // Given
        var draft = authors.retitled();
        // When
        var asked = submissions.putOutForConsultation(PAUL, draft.id(), draft.revision());
        // Then
        assertThat(asked.state()).isEqualTo(DraftState.IN_CONSULTATION);
        assertRefused(Fault.NOT_OFFERED, () -> drafts.rename(ADA, draft.id(), draft.revision(), "Other"));
        assertRefused(Fault.NOT_OFFERED, () -> submissions.withdraw(ADA, draft.id(), draft.revision(), REASONS));
        assertThat(submissions.endConsultation(ADA, draft.id(), "heard by all").state())
                .isEqualTo(DraftState.DRAFT);
    }

    @Test
    void submitsNothingThatChangesNothing() {
        // Given
        authors.published(authors.retitled());
        var begun = drafts.begin(ADA, "Nothing");
        // When / Then
        assertRefused(Fault.NOTHING_CHANGED, () -> submissions.submit(ADA, begun.id(), 1, REASONS, Optional.empty()));
    }

    @Test
    void widensNoMarkedPurposeWithoutAConsultation() {
        // Given
        var draft = authors.with("/purposes/immigration-tracing/treatments/nhsNumber", "released");
        // When / Then
        assertRefused(Fault.CONSULTATION_NEEDED, () -> authors.submitted(draft))
                .hasMessage("The draft widens immigration-tracing, which may be widened only after an open"
                        + " consultation on it.");
    }

    private static String edited(Policy policy) {
        var tree = DocumentTree.of(policy.canonicalJson());
        tree.edit(List.of(new Edit.Replace(READINGS, new IntNode(1))));
        return Policy.read(tree.json()).canonicalJson();
    }

    private static int indexOf(Draft draft, String purpose) {
        var purposes = draft.policy().document().purposes();
        return IntStream.range(0, purposes.size())
                .filter(index -> purposes.get(index).id().value().equals(purpose))
                .findFirst()
                .orElseThrow();
    }

    private static String fate(Runnable save) {
        try {
            save.run();
            return "saved";
        } catch (GovernanceException refused) {
            return refused.fault().name();
        }
    }

    private static List<String> concurrently(int times, IntFunction<String> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var tasks = IntStream.range(0, times)
                    .mapToObj(number -> (Callable<String>) () -> work.apply(number))
                    .toList();
            var fates = new ArrayList<String>();
            for (var done : threads.invokeAll(tasks)) {
                fates.add(done.get());
            }
            return fates;
        }
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Fault fault, ThrowingCallable move) {
        return assertThatThrownBy(move)
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        thrown -> assertThat(thrown.fault()).isEqualTo(fault));
    }
}
