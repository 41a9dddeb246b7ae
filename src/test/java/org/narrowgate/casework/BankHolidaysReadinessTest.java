package org.narrowgate.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankHolidaysReadinessTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-02T12:00:00Z, false",
        "2028-06-30T12:00:00Z, false",
        "2028-07-01T12:00:00Z, true",
        "2033-01-01T12:00:00Z, true"
    })
    void tellsUntilWhenTheyAreKnownAndHalfAYearAheadThatThisEndsButStaysReady(Instant now, boolean endsSoon) {
        // Given
        var readiness = new BankHolidaysReadiness(WorkingDays.shipped(), Clock.fixed(now, ZoneOffset.UTC));
        // When
        var answer = readiness.call();
        // Then
        assertThat(answer.getStatus()).isEqualTo(Status.UP);
        assertThat(answer.getData()).contains(Map.of("knownUntil", "2028-12-31", "endsSoon", endsSoon));
    }
}
