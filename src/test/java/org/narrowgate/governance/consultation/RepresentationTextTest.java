package org.narrowgate.governance.consultation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.governance.consultation.Reception.Fault;
import org.narrowgate.governance.consultation.Reception.Part;
import org.narrowgate.governance.consultation.Representation.Content;
import org.narrowgate.governance.consultation.RepresentationText.Read;

class RepresentationTextTest {
    private static final String ENOUGH = "It should stay as it is.";

    @ParameterizedTest
    @ValueSource(ints = {20, 5000})
    void takesTextWithinBounds(int length) {
        // Given
        var text = "x".repeat(length);
        // When and then
        assertThat(RepresentationText.read("\n " + text + " ", " A reader "))
                .isEqualTo(new Read.Fit(new Content(text, "A reader")));
    }

    @Test
    void refusesTextThatIsTooShort() {
        assertThat(RepresentationText.read("x".repeat(19), ""))
                .isEqualTo(unfit(Part.TEXT, "Write 20 to 5,000 characters; these are 19."));
    }

    @Test
    void refusesTextThatIsTooLong() {
        assertThat(RepresentationText.read("x".repeat(5001), ""))
                .isEqualTo(unfit(Part.TEXT, "Write 20 to 5,000 characters; these are 5,001."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001b[31m", "\u202e", "\u2066", "\ud800", "\u0085"})
    void refusesWhatIsNoPlainText(String character) {
        assertThat(RepresentationText.read(ENOUGH + character + ENOUGH, ""))
                .isEqualTo(unfit(Part.TEXT, "It holds characters that cannot be shown as plain text."));
    }

    @Test
    void takesMarkupForText() {
        // Given
        var text = "<script>alert(1)</script> & [a link](https://example.org)";
        // When and then
        assertThat(RepresentationText.read(text, "")).isEqualTo(new Read.Fit(new Content(text, "")));
    }

    @Test
    void takesOtherLanguagesAndSigns() {
        // Given
        var text = "Dylai aros fel y mae. 一人一案一目的 — שלום, سلام 👩‍👩‍👧";
        // When and then
        assertThat(RepresentationText.read(text, "")).isEqualTo(new Read.Fit(new Content(text, "")));
    }

    @Test
    void refusesANameOfSeveralLines() {
        assertThat(RepresentationText.read(ENOUGH, "A\nB"))
                .isEqualTo(unfit(Part.NAME, "A name is one line of plain text."));
    }

    @Test
    void refusesANameThatIsTooLongAndSaysEverythingAtOnce() {
        assertThat(RepresentationText.read("short", "n".repeat(101)))
                .isEqualTo(new Read.Unfit(new Reception.Unfit(List.of(
                        new Fault(Part.TEXT, "Write 20 to 5,000 characters; these are 5."),
                        new Fault(Part.NAME, "A name has at most 100 characters; this has 101.")))));
    }

    private static Read unfit(Part part, String sentence) {
        return new Read.Unfit(new Reception.Unfit(List.of(new Fault(part, sentence))));
    }
}
