package org.narrowgate.rights.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.rights.request.RightsState.Move;

/** Every state with every move. */
class RightsStateTest {
    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final Reply REPLY = new Reply("carla", "Carla", NOW, "We have looked at what you wrote.");
    private static final Reply LATER = new Reply("colin", "Colin", NOW, "It is no longer needed, and this is why.");

    static Stream<Arguments> states() {
        return Stream.of(
                Arguments.of(
                        new RightsState.Received(), EnumSet.of(Move.WITHDRAW, Move.UPHOLD, Move.REFUSE, Move.EXTEND)),
                Arguments.of(new RightsState.Extended(), EnumSet.of(Move.WITHDRAW, Move.UPHOLD, Move.REFUSE)),
                Arguments.of(new RightsState.Standing(REPLY), EnumSet.of(Move.WITHDRAW, Move.LIFT)),
                Arguments.of(new RightsState.Granted(REPLY), Set.of()),
                Arguments.of(new RightsState.Refused(REPLY), Set.of()),
                Arguments.of(new RightsState.Lifted(REPLY, LATER), Set.of()),
                Arguments.of(new RightsState.Withdrawn(NOW), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("states")
    void offersOnlyItsLegalMoves(RightsState state, Set<Move> legal) {
        assertThat(state.moves()).isEqualTo(legal);
    }

    @ParameterizedTest
    @MethodSource("states")
    void hasAMethodForEveryLegalMoveAndForNoOther(RightsState state, Set<Move> legal) {
        // Given
        var names = Arrays.stream(Move.values())
                .map(move -> move.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        // When
        var methods = Arrays.stream(state.getClass().getMethods())
                .map(Method::getName)
                .filter(names::contains)
                .map(name -> Move.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        // Then
        assertThat(methods).isEqualTo(legal);
    }

    @Test
    void hasAWordForEveryState() {
        assertThat(states().map(state -> StateWord.of((RightsState) state.get()[0])))
                .containsExactlyInAnyOrder(StateWord.values());
    }

    @Test
    void upheldOnlyARestrictionHasAnythingLeftToDecide() {
        // Given
        var received = new RightsState.Received();
        // When, Then
        assertThat(received.uphold(new Asked.Restriction(), REPLY)).isEqualTo(new RightsState.Standing(REPLY));
        assertThat(Stream.of(
                                new Asked.Objection(new PurposeId("counter-fraud")),
                                new Asked.Rectification(),
                                new Asked.Copy())
                        .map(asked -> received.uphold(asked, REPLY)))
                .containsOnly(new RightsState.Granted(REPLY));
    }

    @Test
    void liftedItKeepsBothReplies() {
        assertThat(new RightsState.Standing(REPLY).lift(LATER)).isEqualTo(new RightsState.Lifted(REPLY, LATER));
    }
}
