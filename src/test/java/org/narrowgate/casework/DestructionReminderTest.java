package org.narrowgate.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestructionReminderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-05-01 | Destroy what was disclosed by 2027-05-01 and attest it: 180 days left.",
                "2026-11-03 | Destroy what was disclosed by 2026-11-03 and attest it: 1 day left.",
                "2026-11-02 | Destroy what was disclosed by 2026-11-02 and attest it: today is the last day.",
                "2026-11-01 | What was disclosed was to be destroyed by 2026-11-01: destroy it and attest it; until then"
                        + " new requests for this purpose are refused."
            })
    void saysOfARequestByWhenAndWhatFollowsOtherwise(LocalDate destroyBy, String sentence) {
        assertThat(DestructionReminder.of(destroyBy, TODAY)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5 | 0 | 2026-11-16 | Of 5 disclosures to be destroyed, the next is to be destroyed by 2026-11-16 and"
                        + " attested: 14 days left.",
                "1 | 0 | 2026-11-02 | Of 1 disclosure to be destroyed, the next is to be destroyed by 2026-11-02 and"
                        + " attested: today is the last day.",
                "5 | 1 | 2026-11-01 | Of 5 disclosures to be destroyed, 1 is past the day: destroy and attest; until"
                        + " then new requests for this purpose are refused.",
                "5 | 2 | 2026-10-01 | Of 5 disclosures to be destroyed, 2 are past the day: destroy and attest; until"
                        + " then new requests for this purpose are refused."
            })
    void saysOfAPurposeWhatIsNextOrOverdue(int due, int overdue, LocalDate first, String sentence) {
        assertThat(DestructionReminder.of(new Destructions(due, overdue, Optional.of(first)), TODAY))
                .contains(sentence);
    }

    @Test
    void isSilentWhereNothingIsDueWithinAFortnight() {
        assertThat(DestructionReminder.of(Destructions.NONE, TODAY)).isEmpty();
        assertThat(DestructionReminder.of(new Destructions(5, 0, Optional.of(TODAY.plusDays(15))), TODAY))
                .isEmpty();
    }
}
