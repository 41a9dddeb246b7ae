package org.narrowgate.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.observation.Detail.Kind;

class ScannerTest {
    private static final Set<Detail> SOMEBODY = Set.of(
            new Detail(Kind.NHS_NUMBER, "9000000009"),
            new Detail(Kind.NAME, "O'Brien-Łuczak"),
            new Detail(Kind.NAME, "Zoë"),
            new Detail(Kind.NAME, "May"),
            new Detail(Kind.POSTCODE, "LS7 4RH"),
            new Detail(Kind.BIRTH_DATE, "1984-03-07"));

    private final Scanner scanner = new Scanner(SOMEBODY, Set.of("may", "be"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NHS_NUMBER | number=9000000009",
                "NHS_NUMBER | 900 000 0009",
                "NHS_NUMBER | /people/900-000-0009?x",
                "NHS_NUMBER | {\"nhsNumber\":\"9000000009\"}",
                "NHS_NUMBER | %39000000009",
                "NAME | o'brien-łuczak",
                "NAME | family=O%27Brien-%C5%81uczak",
                "NAME | O’BRIEN ŁUCZAK",
                "NAME | OBrien_Łuczak",
                "NAME | \"Zo\\u00eb\"",
                "NAME | zoe was here",
                "NAME | given=May",
                "NAME | MAY",
                "POSTCODE | ls74rh",
                "POSTCODE | LS7%204RH",
                "POSTCODE | q=LS7+4RH",
                "BIRTH_DATE | 1984-03-07T00:00:00Z",
                "BIRTH_DATE | 07/03/1984",
                "BIRTH_DATE | 03.07.1984",
                "BIRTH_DATE | 19840307",
                "BIRTH_DATE | born on 7 March 1984",
                "BIRTH_DATE | 07%2F03%2F1984"
            })
    void findsEveryShape(Kind kind, String text) {
        assertThat(scanner.findings(text))
                .extracting(found -> found.detail().kind())
                .containsOnly(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this may be anybody",
                "19000000009",
                "90000000090",
                "maybe Mayday",
                "zoetrope",
                "a LS7 and a 4RHX",
                "1984-03-08",
                "1984",
                "f22f3dd8a4386fe2ace3d0b96b8848e241190a90026d7a036bc4d14886059d22"
            })
    void criesNoWolf(String text) {
        assertThat(scanner.findings(text)).isEmpty();
    }

    @Test
    void takesWholeDetailsFromRequestsAnswersAndFiles() {
        // When
        var found = new Details()
                .with("""
                        {"query": "{ preview(input: {subject: {familyName: \\"Okonkwo\\", postcode: \\"LS1 6AE\\"}}) }",
                         "variables": {"input": {"subject": {"nhsNumber": "900 000 0009", "birthDate": "1984"}}},
                         "data": {"person": {"name": {"family": "H", "given": ["Jane", "Ruth"]}, "birthDate": "1984-03-07",
                                  "address": {"postcode": "LS7"}}}}""")
                .with("postcode", "ls7 4rh")
                .with("reason", "Smith")
                .all();
        // Then
        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(List.of(
                        new Detail(Kind.NAME, "Okonkwo"),
                        new Detail(Kind.POSTCODE, "LS1 6AE"),
                        new Detail(Kind.NHS_NUMBER, "900 000 0009"),
                        new Detail(Kind.NAME, "Jane"),
                        new Detail(Kind.NAME, "Ruth"),
                        new Detail(Kind.BIRTH_DATE, "1984-03-07"),
                        new Detail(Kind.POSTCODE, "ls7 4rh")));
    }
}
