package org.narrowgate.ledger.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogQuestionTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"kind,request,true", "kind,reading,false", "reason,GROUND_MISSING,false", "form,1,false", "at,,false"})
    void meetsWhatTheEntryItselfSaysAndNothingWithinIt(String name, String value, boolean met) {
        // Given
        var question = new LogQuestion(Map.of(name, value == null ? "x" : value), Optional.empty(), Optional.empty());
        // When and then
        assertThat(question.isMetBy(entry("{\"form\":1,\"kind\":\"request\",\"outcome\":\"traced\","
                        + "\"withheld\":[{\"reason\":\"GROUND_MISSING\"}]}")))
                .isEqualTo(met);
    }

    @Test
    void allThatIsAskedHasToBeSaid() {
        // Given
        var both = new LogQuestion(Map.of("kind", "request", "outcome", "refused"), Optional.empty(), Optional.empty());
        // When and then
        assertThat(both.isMetBy(entry("{\"kind\":\"request\",\"outcome\":\"refused\"}")))
                .isTrue();
        assertThat(both.isMetBy(entry("{\"kind\":\"request\",\"outcome\":\"traced\"}")))
                .isFalse();
        assertThat(both.marks()).containsExactly("\"kind\":\"request\"", "\"outcome\":\"refused\"");
    }

    @ParameterizedTest(name = "from {0} until {1}")
    @CsvSource({
        "2026-11-22T12:00:00Z, 2026-11-22T12:00:01Z, true",
        "2026-11-22T11:00:00Z, 2026-11-22T12:00:00Z, false",
        "2026-11-22T12:00:00.000001Z, 2026-11-23T12:00:00Z, false"
    })
    void aPeriodHoldsItsBeginningAndNotItsEnd(Instant from, Instant until, boolean met) {
        assertThat(new LogQuestion(Map.of(), Optional.of(from), Optional.of(until)).isMetBy(entry("{}")))
                .isEqualTo(met);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "{\"kind\":{\"kind\":\"request\"}}", "{\"kind\":null}"})
    void anEntryThatCannotBeReadSaysNothing(String circumstances) {
        // Given
        var question = new LogQuestion(Map.of("kind", "request"), Optional.empty(), Optional.empty());
        // When and then
        assertThat(question.isMetBy(entry(circumstances))).isFalse();
        assertThat(new LogQuestion(Map.of(), Optional.empty(), Optional.empty()).isMetBy(entry(circumstances)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a\"b", "ä", "x\\u0041"})
    void onlyWordsThatJsonWritesInOneWayCanBeLookedFor(String value) {
        assertThatThrownBy(() -> new LogQuestion(Map.of("kind", value), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("only words can be looked for");
    }

    private static FoundEntry entry(String circumstances) {
        return new FoundEntry(7, NOON, circumstances.getBytes(UTF_8), new byte[32], FoundEntry.Particulars.KEPT);
    }
}
