package org.narrowgate.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BankHolidaysFileTest {
    private static final LocalDate EXTRA = LocalDate.of(2029, 5, 7);
    private static final LocalDate LATER = LocalDate.of(2029, 5, 8);
    private static final LocalDate SHIPPED = LocalDate.of(2026, 12, 25);

    private final Ticking clock = new Ticking();

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("bank-holidays.json");
    }

    @Test
    void countsOverTheShippedOnes() throws IOException {
        // Given
        write("{\"days\": [\"2029-05-07\"]}");
        // When
        var read = new BankHolidaysFile(file, clock).get();
        // Then
        assertThat(read.contains(EXTRA)).isTrue();
        assertThat(read.contains(SHIPPED)).isTrue();
        assertThat(read.knownUntil()).isEqualTo(LocalDate.of(2029, 12, 31));
    }

    @Test
    void isReadAgainAMinuteAfterItChanged() throws IOException {
        // Given
        write("{\"days\": [\"2029-05-07\"]}");
        var holidays = new BankHolidaysFile(file, clock);
        write("{\"days\": [\"2029-05-08\"]}");
        // When
        clock.pass(Duration.ofSeconds(59));
        var before = holidays.get();
        clock.pass(Duration.ofSeconds(1));
        var after = holidays.get();
        // Then
        assertThat(before.contains(EXTRA)).isTrue();
        assertThat(before.contains(LATER)).isFalse();
        assertThat(after.contains(EXTRA)).isFalse();
        assertThat(after.contains(LATER)).isTrue();
    }

    @Test
    void keepsTheLastGoodOnesWhileItIsBrokenOrGone() throws IOException {
        // Given
        write("{\"days\": [\"2029-05-07\"]}");
        var holidays = new BankHolidaysFile(file, clock);
        var good = holidays.get();
        // When, Then
        write("");
        clock.pass(Duration.ofMinutes(1));
        assertThat(holidays.get()).isEqualTo(good);
        Files.delete(file);
        clock.pass(Duration.ofMinutes(1));
        assertThat(holidays.get()).isEqualTo(good);
        write("{\"days\": [\"2029-05-08\"]}");
        clock.pass(Duration.ofMinutes(1));
        assertThat(holidays.get().contains(LATER)).isTrue();
    }

    @Test
    void leavesTheShippedOnesUntilItIsThere() throws IOException {
        // Given
        var holidays = new BankHolidaysFile(file, clock);
        var before = holidays.get();
        write("{\"days\": [\"2029-05-07\"]}");
        // When
        clock.pass(Duration.ofMinutes(1));
        // Then
        assertThat(before).isEqualTo(BankHolidays.shipped());
        assertThat(holidays.get().contains(EXTRA)).isTrue();
    }

    private void write(String json) throws IOException {
        Files.writeString(file, json);
    }

    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-02T09:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
