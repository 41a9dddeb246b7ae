package org.narrowgate.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Position;
import org.narrowgate.ledger.Share;
import org.narrowgate.ledger.search.Findings;
import org.narrowgate.ledger.search.Findings.Stretch;
import org.narrowgate.ledger.search.FoundEntry;
import org.narrowgate.ledger.search.FoundEntry.Particulars;
import org.narrowgate.ledger.search.LogQuestion;
import org.narrowgate.ledger.search.LogSearch.Bounds;
import org.narrowgate.ledger.search.LogTimes.Erasures;

class JdbcLogSearchTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String MINE = "00000000-0000-4000-8000-000000000001";
    private static final String OTHERS = "00000000-0000-4000-8000-000000000002";
    private static final Bounds WIDE = new Bounds(50, 1_000);

    private static MigratedDatabase database;
    private GroupCommitLedger ledger;
    private JdbcLogSearch search;
    private JdbcLogTimes times;

    @BeforeAll
    static void startDatabase() {
        database = new MigratedDatabase();
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @BeforeEach
    void openLog() throws SQLException {
        owner("TRUNCATE ledger_particulars, ledger_entry CASCADE");
        ledger = new GroupCommitLedger(database.asApplication(), GroupCommitLedger.Bounds.DEFAULT);
        search = new JdbcLogSearch(database.asApplication());
        times = new JdbcLogTimes(database.asApplication());
    }

    @AfterEach
    void closeLog() {
        ledger.close();
    }

    @Test
    void anEmptyLogHasNothingToLookAt() {
        assertThat(search.find(saying(Map.of()), OptionalLong.empty(), WIDE)).isEqualTo(Findings.nothing());
        assertThat(search.entry(0)).isEmpty();
        assertThat(times.size()).isZero();
        assertThat(times.appendedBetween(List.of(Instant.EPOCH, Instant.now()))).containsExactly(0L);
        assertThat(times.erasuresSince(Instant.EPOCH, LONDON)).isEmpty();
    }

    @Test
    void findsTheNewestFirstAndOnlyWhatSaysAllThatIsAsked() {
        // Given
        append(Map.of("kind", "request", "agency", "coroner"));
        append(Map.of("kind", "request", "agency", "home-office"));
        append(Map.of("kind", "reading", "agency", "coroner"));
        append(Map.of("kind", "request", "agency", "coroner"));
        append(Map.of("kind", "note", "within", Map.of("kind", "request", "agency", "coroner")));
        // When
        var found = search.find(saying(Map.of("kind", "request", "agency", "coroner")), OptionalLong.empty(), WIDE);
        // Then
        assertThat(indices(found)).containsExactly(3L, 0L);
        assertThat(found.looked()).contains(new Stretch(4, 0));
        assertThat(found.goOn()).isEmpty();
    }

    @Test
    void pagesMeetWithoutAGapOrARepetitionWhileTheLogGrows() {
        // Given
        for (int i = 0; i < 25; i++) {
            append(Map.of("kind", i % 2 == 0 ? "request" : "reading"));
        }
        var bounds = new Bounds(5, 1_000);
        // When
        var first = search.find(saying(Map.of("kind", "request")), OptionalLong.empty(), bounds);
        append(Map.of("kind", "request"));
        var second = search.find(saying(Map.of("kind", "request")), first.goOn(), bounds);
        var third = search.find(saying(Map.of("kind", "request")), second.goOn(), bounds);
        // Then
        assertThat(indices(first)).containsExactly(24L, 22L, 20L, 18L, 16L);
        assertThat(indices(second)).containsExactly(14L, 12L, 10L, 8L, 6L);
        assertThat(indices(third)).containsExactly(4L, 2L, 0L);
        assertThat(third.goOn()).isEmpty();
    }

    @Test
    void stopsLookingWhereTheBoundIsHoweverLittleItFound() {
        // Given
        append(Map.of("kind", "rare"));
        for (int i = 0; i < 40; i++) {
            append(Map.of("kind", "common"));
        }
        var bounds = new Bounds(5, 30);
        // When
        var first = search.find(saying(Map.of("kind", "rare")), OptionalLong.empty(), bounds);
        var second = search.find(saying(Map.of("kind", "rare")), first.goOn(), bounds);
        // Then
        assertThat(first).isEqualTo(new Findings(List.of(), Optional.of(new Stretch(40, 11)), OptionalLong.of(11)));
        assertThat(indices(second)).containsExactly(0L);
        assertThat(second.looked()).contains(new Stretch(10, 0));
        assertThat(second.goOn()).isEmpty();
    }

    @Test
    void aPeriodIsFoundWithoutLookingAtWhatIsOutside() throws SQLException {
        // Given
        for (int i = 0; i < 100; i++) {
            append(Map.of("kind", "request"));
        }
        owner("UPDATE ledger_entry SET appended_at = timestamptz '2026-11-01T00:00:00Z' + index * interval '1 day'");
        var days = new LogQuestion(
                Map.of(),
                Optional.of(Instant.parse("2026-11-11T00:00:00Z")),
                Optional.of(Instant.parse("2026-11-14T00:00:00Z")));
        // When
        var found = search.find(days, OptionalLong.empty(), WIDE);
        // Then
        assertThat(indices(found)).containsExactly(12L, 11L, 10L);
        // One more at the newer end, for a clock that was put back.
        assertThat(found.looked()).contains(new Stretch(13, 10));
    }

    @Test
    void anEntryBrokenInTheDatabaseIsShownAndStopsNoSearch() throws SQLException {
        // Given
        append(Map.of("kind", "request"));
        append(Map.of("kind", "request"));
        owner("UPDATE ledger_entry SET circumstances = '\\x00ff226b696e64223a227265717565737422' WHERE index = 1");
        // When
        var all = search.find(saying(Map.of()), OptionalLong.empty(), WIDE);
        var requests = search.find(saying(Map.of("kind", "request")), OptionalLong.empty(), WIDE);
        // Then
        assertThat(indices(all)).containsExactly(1L, 0L);
        assertThat(indices(requests)).containsExactly(0L);
        assertThat(search.entry(0).orElseThrow().matchesItsHash()).isTrue();
        assertThat(search.entry(1).orElseThrow().matchesItsHash()).isFalse();
    }

    @Test
    void erasedParticularsAreGoneBecauseOfTheFirstLaterErasureThatNamesThem() throws SQLException {
        // Given
        append(Map.of("kind", "request", "request", MINE));
        append(Map.of("kind", "request", "request", OTHERS));
        append(Map.of("kind", "note"));
        append(Map.of("kind", "request", "request", OTHERS));
        append(Map.of("kind", "erasure", "request", OTHERS, "reason", "retention"));
        append(Map.of("kind", "erasure", "entries", List.of(2, 9), "reason", "asked"));
        append(Map.of("kind", "erasure", "request", MINE, "reason", "retention"));
        append(Map.of("kind", "erasure", "request", MINE, "reason", "retention"));
        owner("DELETE FROM ledger_particulars WHERE index IN (0, 2, 3, 7)");
        // When
        var found = search.find(saying(Map.of()), OptionalLong.empty(), WIDE);
        // Then
        assertThat(found.entries().stream()
                        .filter(entry -> entry.particulars() == Particulars.GONE)
                        .map(FoundEntry::index))
                .containsExactly(7L, 3L, 2L, 0L);
        assertThat(LongStream.range(0, 8).mapToObj(this::erasedBy))
                .containsExactly(
                        OptionalLong.of(6),
                        OptionalLong.empty(),
                        OptionalLong.of(5),
                        OptionalLong.of(4),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        // Gone, and no entry says why.
                        OptionalLong.empty());
        assertThat(search.entry(0).orElseThrow().matchesItsHash()).isTrue();
    }

    @Test
    void countsErasuresByTheMonthTheyWereWrittenInLondonAndByReason() throws SQLException {
        // Given
        append(Map.of("kind", "erasure", "request", MINE, "reason", "retention"));
        append(Map.of("kind", "erasure", "request", MINE, "reason", "retention"));
        append(Map.of("kind", "request", "reason", "GROUND_MISSING"));
        append(Map.of("kind", "erasure", "request", MINE));
        append(Map.of("kind", "erasure", "request", MINE, "reason", "retention"));
        owner("UPDATE ledger_entry SET appended_at = timestamptz '2026-09-30T22:59:59Z' + index * interval '1 hour'");
        // When and then
        assertThat(times.erasuresSince(Instant.parse("2026-09-30T22:00:00Z"), LONDON))
                .containsExactly(
                        new Erasures(YearMonth.of(2026, 9), "retention", 1),
                        new Erasures(YearMonth.of(2026, 10), "", 1),
                        new Erasures(YearMonth.of(2026, 10), "retention", 2));
        assertThat(times.erasuresSince(Instant.parse("2026-10-01T00:30:00Z"), LONDON))
                .containsExactly(
                        new Erasures(YearMonth.of(2026, 10), "", 1),
                        new Erasures(YearMonth.of(2026, 10), "retention", 1));
    }

    @Test
    void countsWhatWasAppendedBetweenMoments() throws SQLException {
        // Given
        for (int i = 0; i < 10; i++) {
            append(Map.of("kind", "request"));
        }
        owner("UPDATE ledger_entry SET appended_at = timestamptz '2026-11-01T12:00:00Z' + index * interval '8 hours'");
        // When
        var counts = times.appendedBetween(List.of(
                Instant.parse("2026-10-31T00:00:00Z"),
                Instant.parse("2026-11-01T00:00:00Z"),
                Instant.parse("2026-11-02T00:00:00Z"),
                Instant.parse("2026-11-03T00:00:00Z"),
                Instant.parse("2026-12-01T00:00:00Z")));
        // Then
        assertThat(counts).containsExactly(0L, 2L, 3L, 5L);
        assertThat(times.size()).isEqualTo(10);
    }

    private OptionalLong erasedBy(long index) {
        return search.entry(index).orElseThrow().erasedBy();
    }

    private static LogQuestion saying(Map<String, String> says) {
        return new LogQuestion(says, Optional.empty(), Optional.empty());
    }

    private static List<Long> indices(Findings found) {
        return found.entries().stream().map(FoundEntry::index).toList();
    }

    private void append(Map<String, ?> circumstances) {
        ledger.append(Entry.of(circumstances, Map.of("subject", "somebody")), ALONE, "");
    }

    private static void owner(String sql) throws SQLException {
        try (var connection = database.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Nothing objects to an append, and nothing is written beside it. */
    private static final Share<String, String> ALONE = new Share<>() {
        @Override
        public List<Optional<String>> objections(Connection connection, List<String> members) {
            return members.stream().map(member -> Optional.<String>empty()).toList();
        }

        @Override
        public void write(Connection connection, List<String> members, List<Position> positions) {}
    };
}
