package org.narrowgate.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.casework.CaseState.Closed.Cause;
import org.narrowgate.casework.CaseState.Move;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.disclosure.Outcome;
import org.narrowgate.disclosure.Receipt;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.subject.PersonKey;

/** Every state with every move. */
class CaseStateTest {
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final Receipt RECEIPT = new Receipt(7, "bGVhZg==", NOW, 3, "00ff");
    private static final Approval FIRST = new Approval("carla", "Carla", NOW, Caseworkers.weighed());
    private static final Outcome.Refused REFUSAL = new Outcome.Refused(
            RefusalReason.NOT_IN_PUBLIC_INTEREST, "clause 9", "Not in the public interest.", RECEIPT);
    private static final Tracing UNREAD = tracing(Optional.empty());
    private static final Tracing READ = tracing(Optional.of(NOW));
    private static final CaseState.Destruction GONE = new CaseState.Destruction(LocalDate.of(2026, 11, 3), "shredded");

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of(
                        new CaseState.UnderReview(), EnumSet.of(Move.WITHDRAW, Move.REFUSE, Move.ASK, Move.APPROVE)),
                Arguments.of(
                        new CaseState.AwaitingSecond(FIRST),
                        EnumSet.of(Move.WITHDRAW, Move.REFUSE, Move.ASK, Move.CONFIRM)),
                Arguments.of(new CaseState.InformationRequested(), EnumSet.of(Move.WITHDRAW, Move.REFUSE, Move.INFORM)),
                Arguments.of(new CaseState.Refused(REFUSAL), Set.of()),
                Arguments.of(new CaseState.NotTraced(new Outcome.NotTraced(RECEIPT)), Set.of()),
                Arguments.of(
                        new CaseState.Traced(UNREAD), EnumSet.of(Move.READ_AGAIN, Move.REPORT_MISMATCH, Move.LAPSE)),
                Arguments.of(
                        new CaseState.Traced(READ),
                        EnumSet.of(Move.READ_AGAIN, Move.REPORT_MISMATCH, Move.ATTEST_DESTRUCTION)),
                Arguments.of(new CaseState.Withdrawn(), Set.of()),
                Arguments.of(closed(Cause.DESTROYED, Optional.of(READ), Optional.of(GONE)), Set.of()),
                Arguments.of(
                        closed(Cause.WRONG_PERSON, Optional.of(READ), Optional.empty()),
                        EnumSet.of(Move.ATTEST_DESTRUCTION)),
                Arguments.of(closed(Cause.WRONG_PERSON, Optional.of(UNREAD), Optional.empty()), Set.of()),
                Arguments.of(closed(Cause.WRONG_PERSON, Optional.of(READ), Optional.of(GONE)), Set.of()),
                Arguments.of(closed(Cause.NEVER_READ, Optional.of(UNREAD), Optional.empty()), Set.of()),
                Arguments.of(closed(Cause.DESTROYED, Optional.empty(), Optional.of(GONE)), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("states")
    void offersTheMovesThatAreLegalFromIt(CaseState state, Set<Move> legal) {
        assertThat(state.moves()).isEqualTo(legal);
    }

    /** A state without a method for a move cannot make it; the offer must say the same as the methods. */
    @ParameterizedTest
    @MethodSource("states")
    void hasAMethodForEachMoveItOffers(CaseState state, Set<Move> legal) {
        // When
        var possible = EnumSet.noneOf(Move.class);
        if (state instanceof CaseState.Open) {
            possible.addAll(Set.of(Move.WITHDRAW, Move.REFUSE));
        }
        if (state instanceof CaseState.InReview) {
            possible.add(Move.ASK);
        }
        switch (state) {
            case CaseState.UnderReview underReview -> possible.add(Move.APPROVE);
            case CaseState.AwaitingSecond awaiting -> possible.add(Move.CONFIRM);
            case CaseState.InformationRequested waiting -> possible.add(Move.INFORM);
            case CaseState.Traced traced -> {
                possible.addAll(Set.of(Move.READ_AGAIN, Move.REPORT_MISMATCH));
                possible.add(traced.isToBeDestroyed() ? Move.ATTEST_DESTRUCTION : Move.LAPSE);
            }
            case CaseState.Closed closed when closed.isToBeDestroyed() -> possible.add(Move.ATTEST_DESTRUCTION);
            case CaseState.Closed closed -> {}
            case CaseState.Refused refused -> {}
            case CaseState.NotTraced notTraced -> {}
            case CaseState.Withdrawn withdrawn -> {}
        }
        // Then
        assertThat(possible).isEqualTo(legal);
    }

    @Test
    void leadsWhereEachMoveLeads() {
        var underReview = new CaseState.UnderReview();
        var waiting = new CaseState.InformationRequested();
        var awaiting = new CaseState.AwaitingSecond(FIRST);
        var traced = new CaseState.Traced(READ);
        assertThat(List.<CaseState>of(
                        underReview.withdraw(),
                        underReview.refuse(REFUSAL),
                        underReview.ask(),
                        underReview.approveFirst(FIRST),
                        underReview.approve(traced),
                        awaiting.withdraw(),
                        awaiting.refuse(REFUSAL),
                        awaiting.ask(),
                        awaiting.approve(traced),
                        waiting.withdraw(),
                        waiting.refuse(REFUSAL),
                        waiting.inform(),
                        traced.reportMismatch(),
                        traced.attest(GONE),
                        traced.reportMismatch().attest(GONE),
                        new CaseState.Traced(UNREAD).lapse()))
                .containsExactly(
                        new CaseState.Withdrawn(),
                        new CaseState.Refused(REFUSAL),
                        waiting,
                        awaiting,
                        traced,
                        new CaseState.Withdrawn(),
                        new CaseState.Refused(REFUSAL),
                        waiting,
                        traced,
                        new CaseState.Withdrawn(),
                        new CaseState.Refused(REFUSAL),
                        underReview,
                        closed(Cause.WRONG_PERSON, Optional.of(READ), Optional.empty()),
                        closed(Cause.DESTROYED, Optional.of(READ), Optional.of(GONE)),
                        closed(Cause.WRONG_PERSON, Optional.of(READ), Optional.of(GONE)),
                        closed(Cause.NEVER_READ, Optional.of(UNREAD), Optional.empty()));
    }

    @Test
    void coversEveryStateThereIs() {
        // Given
        var sampled = states().map(arguments -> arguments.get()[0].getClass().getSimpleName())
                .distinct();
        // When
        var states = Arrays.stream(CaseState.class.getNestMembers())
                .filter(type -> type.isRecord() && CaseState.class.isAssignableFrom(type))
                .map(Class::getSimpleName)
                .toList();
        // Then
        assertThat(sampled).containsExactlyInAnyOrderElementsOf(states);
    }

    @Test
    void showsAnAgencyNoDifferenceBetweenOneApprovalAndNone() {
        assertThat(Map.of(
                        "none", new CaseState.UnderReview().shown(),
                        "one", new CaseState.AwaitingSecond(FIRST).shown()))
                .isEqualTo(Map.of("none", TracingRequestState.UNDER_REVIEW, "one", TracingRequestState.UNDER_REVIEW));
    }

    private static CaseState.Closed closed(
            Cause cause, Optional<Tracing> tracing, Optional<CaseState.Destruction> destruction) {
        return new CaseState.Closed(cause, tracing, destruction);
    }

    private static Tracing tracing(Optional<Instant> disclosedAt) {
        return new Tracing(new PersonKey(1), RECEIPT, NOW.plusSeconds(60), 0, LocalDate.of(2027, 5, 1), disclosedAt);
    }
}
