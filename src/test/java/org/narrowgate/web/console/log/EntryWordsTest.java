package org.narrowgate.web.console.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.narrowgate.disclosure.Step;
import org.narrowgate.ledger.Erasure;
import org.narrowgate.rights.embargo.EmbargoEvent;

class EntryWordsTest {
    /** As every room names them that writes entries; what a room keeps to itself is read from within. */
    static Stream<String> kinds() {
        return Stream.of(
                        Arrays.stream(Step.Kind.values()).map(Step.Kind::word),
                        Arrays.stream(EmbargoEvent.class.getPermittedSubclasses())
                                .map(event -> "embargo-" + event.getSimpleName().toLowerCase(Locale.ROOT)),
                        within("org.narrowgate.rights.request.RightsEntries$Kind", "word"),
                        Arrays.stream(type("org.narrowgate.governance.stop.StopMove$Kind")
                                        .getPermittedSubclasses())
                                .map(move ->
                                        move.getSimpleName().replace("To", "").toLowerCase(Locale.ROOT)),
                        within("org.narrowgate.rights.record.Openings", "KIND"),
                        Stream.of(Erasure.KIND, "policy-published"))
                .flatMap(kinds -> kinds)
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfEntryHasWordsAndCanBeSearchedFor(String kind) {
        // When
        var words = EntryWords.kind(kind);
        // Then
        assertThat(words).isNotEqualTo(kind).matches("[A-Z].*");
        assertThat(EntryWords.allKinds()).contains(kind);
    }

    @Test
    void noKindIsOfferedThatNothingWrites() {
        // When
        var offered = EntryWords.allKinds();
        // Then
        assertThat(offered).containsExactlyInAnyOrderElementsOf(kinds().toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonOfAnErasureHasWords(Erasure.Reason reason) {
        // When
        var words = EntryWords.erasure(reason.word());
        // Then
        assertThat(words).isNotEqualTo(reason.word());
        assertThat(EntryWords.reason(reason.word())).isEqualToIgnoringCase(words);
    }

    @ParameterizedTest
    @CsvSource({"'', no reason is given", "of-a-later-version, of-a-later-version"})
    void aReasonThatIsNotKnownIsShownAsItIs(String reason, String words) {
        // When
        var shown = EntryWords.erasure(reason);
        // Then
        assertThat(shown).isEqualTo(words);
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    /** A constant of a type, or what each constant of an enum has for it. */
    private static Stream<String> within(String name, String field) {
        var type = type(name);
        return (type.isEnum() ? Arrays.stream(type.getEnumConstants()) : Stream.of(type))
                .map(holder -> read(type, field, holder));
    }

    private static String read(Class<?> type, String name, Object holder) {
        try {
            var field = type.getDeclaredField(name);
            field.setAccessible(true);
            return String.valueOf(field.get(holder));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
