package org.narrowgate.rights.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.policy.PurposeId;

class RightsCaseTest {
    private static final Instant ASKED = Instant.parse("2026-11-02T10:00:00Z");
    private static final Reply REPLY =
            new Reply("carla", "Carla", Instant.parse("2026-11-20T10:00:00Z"), "We have looked at what you wrote.");
    private static final Reply LIFTING =
            new Reply("carla", "Carla", Instant.parse("2027-06-01T23:30:00Z"), "It is no longer needed.");
    // In London the 2nd of June has begun by then, and summer time with it.
    private static final Instant LIFTED = Instant.parse("2027-06-15T23:00:00Z");
    private static final Instant REFUSED = Instant.parse("2026-12-04T00:00:00Z");
    private static final Asked OBJECTION = new Asked.Objection(new PurposeId("counter-fraud"));
    private static final Asked RESTRICTION = new Asked.Restriction();

    static Stream<Arguments> holds() {
        return Stream.of(
                Arguments.of(RESTRICTION, new RightsState.Received(), new Hold.Open()),
                Arguments.of(RESTRICTION, new RightsState.Extended(), new Hold.Open()),
                Arguments.of(RESTRICTION, new RightsState.Standing(REPLY), new Hold.Open()),
                Arguments.of(RESTRICTION, new RightsState.Refused(REPLY), new Hold.Until(REFUSED)),
                Arguments.of(RESTRICTION, new RightsState.Lifted(REPLY, LIFTING), new Hold.Until(LIFTED)),
                Arguments.of(RESTRICTION, new RightsState.Withdrawn(ASKED), new Hold.None()),
                Arguments.of(OBJECTION, new RightsState.Received(), new Hold.Open()),
                Arguments.of(OBJECTION, new RightsState.Extended(), new Hold.Open()),
                Arguments.of(OBJECTION, new RightsState.Granted(REPLY), new Hold.Open()),
                Arguments.of(OBJECTION, new RightsState.Refused(REPLY), new Hold.Until(REFUSED)),
                Arguments.of(OBJECTION, new RightsState.Withdrawn(ASKED), new Hold.None()),
                Arguments.of(new Asked.Copy(), new RightsState.Received(), new Hold.None()),
                Arguments.of(new Asked.Copy(), new RightsState.Granted(REPLY), new Hold.None()),
                Arguments.of(new Asked.Rectification(), new RightsState.Received(), new Hold.None()),
                Arguments.of(new Asked.Rectification(), new RightsState.Refused(REPLY), new Hold.None()));
    }

    static Stream<Arguments> ends() {
        return Stream.of(
                Arguments.of(RESTRICTION, new RightsState.Received(), null),
                Arguments.of(RESTRICTION, new RightsState.Standing(REPLY), null),
                Arguments.of(OBJECTION, new RightsState.Granted(REPLY), null),
                Arguments.of(RESTRICTION, new RightsState.Refused(REPLY), "2026-12-04"),
                Arguments.of(RESTRICTION, new RightsState.Lifted(REPLY, LIFTING), "2027-06-16"),
                Arguments.of(RESTRICTION, new RightsState.Withdrawn(ASKED), "2026-11-02"),
                Arguments.of(new Asked.Copy(), new RightsState.Received(), null),
                Arguments.of(new Asked.Copy(), new RightsState.Granted(REPLY), "2026-12-21"),
                Arguments.of(new Asked.Copy(), new RightsState.Refused(REPLY), "2026-11-20"),
                Arguments.of(new Asked.Rectification(), new RightsState.Granted(REPLY), "2026-11-20"));
    }

    @ParameterizedTest
    @MethodSource("holds")
    void holdsFromTheMomentItIsAskedToTheEndOfANotice(Asked asked, RightsState state, Hold hold) {
        assertThat(in(asked, state).hold()).isEqualTo(hold);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void isOverOnceNothingComesOfItAnyMore(Asked asked, RightsState state, LocalDate day) {
        assertThat(in(asked, state).overOn()).isEqualTo(Optional.ofNullable(day));
    }

    @Test
    void aNoticeEndsWithItsLastMoment() {
        // Given
        var hold = in(RESTRICTION, new RightsState.Refused(REPLY)).hold();
        // When, Then
        assertThat(hold.holdsAt(REFUSED.minusNanos(1))).isTrue();
        assertThat(hold.holdsAt(REFUSED)).isFalse();
    }

    @Test
    void aCopyCanBeHadForThirtyDays() {
        // Given
        var released = in(new Asked.Copy(), new RightsState.Granted(REPLY));
        // When, Then
        assertThat(released.isCopyReadyOn(LocalDate.of(2026, 12, 20))).isTrue();
        assertThat(released.isCopyReadyOn(LocalDate.of(2026, 12, 21))).isFalse();
        assertThat(in(new Asked.Copy(), new RightsState.Refused(REPLY)).copyUntil())
                .isEmpty();
        assertThat(in(RESTRICTION, new RightsState.Standing(REPLY)).copyUntil()).isEmpty();
    }

    @Test
    void everyMoveIsAnotherVersion() {
        // Given
        var file = RightsCase.received(new RightsCaseId(new UUID(0, 1)), "k1:00", RESTRICTION, "", ASKED);
        // When
        var extended = file.extended(new RightsState.Received(), new Extension(2, REPLY));
        var decided = extended.moved(new RightsState.Extended().refuse(REPLY));
        // Then
        assertThat(extended)
                .isEqualTo(new RightsCase(
                        file.id(),
                        2,
                        "k1:00",
                        RESTRICTION,
                        "",
                        ASKED,
                        Optional.of(new Extension(2, REPLY)),
                        new RightsState.Extended()));
        assertThat(decided.version()).isEqualTo(3);
        assertThat(decided.time()).isEqualTo(new AnswerTime(LocalDate.of(2026, 11, 2), 2));
    }

    private static RightsCase in(Asked asked, RightsState state) {
        return new RightsCase(new RightsCaseId(new UUID(0, 1)), 2, "k1:00", asked, "", ASKED, Optional.empty(), state);
    }
}
