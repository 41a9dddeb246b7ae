package org.narrowgate.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchingKeyTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Smith|smith",
                "  Van   der\u00A0Berg |van der berg",
                "Müller|muller",
                "Mu\u0308ller|muller",
                "Ｓｍｉｔｈ|smith",
                "Strøm|strom",
                "Łukasz|lukasz",
                "WEISS|weiss",
                "Weiß|weiss",
                "GROẞ|gross",
                "Æthelred|aethelred",
                "Œuvre|oeuvre",
                "Đorđević|dordevic",
                "Þórður|thordur",
                "Yılmaz|yilmaz",
                "İlhan|ilhan",
                "O'Connor|oconnor",
                "O’Connor|oconnor",
                "O‘Connor|oconnor",
                "OʼConnor|oconnor",
                "O`Connor|oconnor",
                "O´Connor|oconnor",
                "O′Connor|oconnor",
                "O＇Connor|oconnor",
                "Ndong'u|ndongu",
                "Smith-Jones|smith jones",
                "Smith‐Jones|smith jones",
                "Smith – Jones|smith jones",
                "Smith\u00ADson|smithson",
                "Nguyễn|nguyen"
            })
    void makesOneKeyOfAllSpellingsOfAName(String name, String key) {
        assertThat(MatchingKey.ofName(name)).contains(new MatchingKey(key));
    }

    @Test
    void keepsNamesApartThatDifferInTheirLetters() {
        assertThat(MatchingKey.ofName("Smith")).isNotEqualTo(MatchingKey.ofName("Smyth"));
        assertThat(MatchingKey.ofName("Smith Jones")).isNotEqualTo(MatchingKey.ofName("SmithJones"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "'", "\u200B"})
    void hasNoKeyWhereNothingIsLeftToCompare(String name) {
        assertThat(MatchingKey.ofName(name)).isEmpty();
    }

    @Test
    void hasNoKeyForANameTooLongForAnIndex() {
        assertThat(MatchingKey.ofName("x".repeat(501))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LS7 4RH", "ls74rh", " LS7  4RH ", "LS74\u00A0RH"})
    void ignoresTheSpacingOfPostcodes(String postcode) {
        assertThat(MatchingKey.ofPostcode(postcode)).contains(new MatchingKey("ls74rh"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Elm Surgery,12 High Street,Leeds|12",
                "12 High St|12",
                "c/o Elm Surgery,12a High Street|12a",
                "Flat 2,12 High Street|2 12",
                "Elm Surgery,Church Lane|elm surgery",
                "c/o Elm Surgery,Church Lane|elm surgery"
            })
    void tellsPremisesByTheirNumbersOrElseTheirName(String lines, String key) {
        assertThat(MatchingKey.ofPremises(List.of(lines.split(",")))).contains(new MatchingKey(key));
    }

    @Test
    void knowsNoPremisesWithoutLines() {
        assertThat(MatchingKey.ofPremises(List.of())).isEqualTo(Optional.empty());
    }

    @Test
    void neverPrintsItsValue() {
        assertThat(new MatchingKey("smith")).hasToString("MatchingKey[masked]");
    }
}
