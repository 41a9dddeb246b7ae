package org.narrowgate.disclosure.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.narrowgate.TravelledClock;
import org.narrowgate.api.error.ErrorCode;
import org.narrowgate.api.error.Failures;
import org.narrowgate.dev.MigratedDatabase;
import org.postgresql.ds.PGSimpleDataSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PseudonymKeysTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final MigratedDatabase database = new MigratedDatabase();
    private final TravelledClock clock = new TravelledClock();
    private PseudonymKeys keys = new PseudonymKeys(database.asApplication(), clock);

    @AfterAll
    void stop() {
        database.close();
    }

    @BeforeEach
    void startAReplica() {
        clock.set(NOON);
        keys = new PseudonymKeys(database.asApplication(), clock);
    }

    @Test
    void makesTheNextPseudonymsUnderANewKeyAMinuteLaterAtMost() throws SQLException {
        // Given
        var before = keys.newest().of("a value");
        var added = rotate();
        clock.set(NOON.plusSeconds(59));
        var withinTheMinute = keys.newest().of("a value");
        // When
        clock.set(NOON.plusSeconds(60));
        var after = keys.newest().of("a value");
        // Then
        assertThat(withinTheMinute).isEqualTo(before);
        assertThat(after).startsWith(added + ":").isNotEqualTo(before);
    }

    @Test
    void isUnavailableWhereItsDatabaseIsAwayAndNotAtFault() {
        // Given
        var away = new PGSimpleDataSource();
        away.setUrl("jdbc:postgresql://localhost:1/nowhere");
        var unreachable = new PseudonymKeys(away, clock);
        // When
        var thrown = catchThrowable(unreachable::newest);
        // Then
        assertThat(Failures.translate(thrown).code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
    }

    @Test
    void namesAValueUnderEveryKeyTheNewestFirst() throws SQLException {
        // Given
        var older = keys.newest().of("a value");
        rotate();
        clock.set(NOON.plus(Duration.ofMinutes(2)));
        // When
        var all = keys.underEveryKey("a value");
        // Then
        assertThat(all.getFirst()).isEqualTo(keys.newest().of("a value"));
        assertThat(all).contains(older).doesNotHaveDuplicates();
    }

    @Test
    void recognisesWhatAnOlderKeyMadeAndNothingElse() throws SQLException {
        // Given
        var older = keys.newest().of("a value");
        rotate();
        clock.set(NOON.plus(Duration.ofMinutes(2)));
        // When, then
        assertThat(keys.recognises(older, "a value")).isTrue();
        assertThat(keys.recognises(older, "another value")).isFalse();
        assertThat(keys.recognises("k999999:" + older.substring(older.indexOf(':') + 1), "a value"))
                .isFalse();
        assertThat(keys.recognises("erased", "a value")).isFalse();
    }

    @Test
    void recognisesAtOnceWhatAnotherReplicaMadeUnderANewKey() throws SQLException {
        // Given
        keys.newest();
        rotate();
        var another = new PseudonymKeys(database.asApplication(), clock);
        var made = another.newest().of("a value");
        // When, then
        assertThat(keys.recognises(made, "a value")).isTrue();
    }

    @Test
    void addsNoKeyAsTheApplication() {
        assertThatThrownBy(() -> {
                    try (var application = database.asApplication().getConnection()) {
                        PseudonymKeys.add(application);
                    }
                })
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }

    private String rotate() throws SQLException {
        try (var owner = database.connectAsOwner()) {
            return PseudonymKeys.add(owner);
        }
    }
}
