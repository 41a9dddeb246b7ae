package org.narrowgate.rights.embargo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.narrowgate.policy.Policy;
import org.narrowgate.policy.PolicyVersion;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.rights.embargo.Embargoes.LoggedStep;

/** How long policy versions, one after the other, hold an entry of 10 January back. */
class PolicySpansTest {
    private static final Instant DISCLOSED = Instant.parse("2026-01-10T12:00:00Z");
    private static final Instant AFTER_TEN_DAYS = Instant.parse("2026-01-20T00:00:00Z");
    private static final Instant AFTER_THIRTY_DAYS = Instant.parse("2026-02-09T00:00:00Z");
    private static final LoggedStep ENTRY =
            new LoggedStep(new UUID(0, 0), new PurposeId("counter-fraud"), 1, DISCLOSED);

    @Test
    void aPolicyWithoutAnEmbargoHoldsNothingBack() {
        assertThat(shown(version(1, "2025-01-01", 0))).isEqualTo(DISCLOSED);
    }

    @Test
    void anEmbargoHoldsForItsDays() {
        assertThat(shown(version(1, "2025-01-01", 30))).isEqualTo(AFTER_THIRTY_DAYS);
    }

    @Test
    void aPolicyThatDropsTheEmbargoShowsAtOnce() {
        assertThat(shown(version(1, "2025-01-01", 30), version(2, "2026-01-15", 0)))
                .isEqualTo("2026-01-15T00:00:00Z");
    }

    @Test
    void aPolicyThatShortensTheEmbargoShowsSooner() {
        assertThat(shown(version(1, "2025-01-01", 30), version(2, "2026-01-15", 10)))
                .isEqualTo(AFTER_TEN_DAYS);
    }

    @Test
    void aPolicyThatLengthensOrBeginsAnEmbargoHidesNothingMore() {
        assertThat(shown(version(1, "2025-01-01", 10), version(2, "2026-01-15", 30)))
                .isEqualTo(AFTER_TEN_DAYS);
        assertThat(shown(version(1, "2025-01-01", 0), version(2, "2026-01-15", 30)))
                .isEqualTo(DISCLOSED);
    }

    @Test
    void whatShowedUnderOnePolicyIsNotHiddenAgainByTheNext() {
        assertThat(shown(version(1, "2025-01-01", 30), version(2, "2026-01-15", 0), version(3, "2026-01-16", 30)))
                .isEqualTo("2026-01-15T00:00:00Z");
    }

    private static Instant shown(PolicyVersion... since) {
        return Span.firstShown(DISCLOSED, PolicySpans.of(ENTRY, List.of(since)));
    }

    private static PolicyVersion version(int number, String from, int days) {
        var embargo = "\"embargo\":{\"days\":" + days + ",\"reason\":\"r\",\"reviewBy\":\"2026-12-31\"},";
        var json = Policy.shipped().canonicalJson();
        return new PolicyVersion(
                number,
                Policy.read(days == 0 ? json : json.replace("\"grounds\":[", embargo + "\"grounds\":[")),
                Instant.parse(from + "T00:00:00Z"));
    }
}
