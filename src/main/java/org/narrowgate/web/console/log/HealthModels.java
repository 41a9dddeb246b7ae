package org.narrowgate.web.console.log;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.narrowgate.ledger.note.VerifyingKey;
import org.narrowgate.ledger.publication.LogStanding;
import org.narrowgate.ledger.publication.LogStandings;
import org.narrowgate.ledger.publication.PublishedCheckpoint;
import org.narrowgate.ledger.search.LogTimes;
import org.narrowgate.ledger.search.LogTimes.Erasures;
import org.narrowgate.web.console.log.HealthModel.LogKey;
import org.narrowgate.web.console.log.HealthModel.Witness;

/** Gathers how the log fares and how it grew. */
@ApplicationScoped
class HealthModels {
    private static final String DAYS = "Entries written on each of the last 30 days";
    private static final String MONTHS = "Entries written in each of the last 13 months";

    private final LogStandings standings;
    private final LogTimes times;
    private final EmbargoModels embargoes;
    private final Clock clock;

    HealthModels(LogStandings standings, LogTimes times, EmbargoModels embargoes, Clock clock) {
        this.standings = standings;
        this.times = times;
        this.embargoes = embargoes;
        this.clock = clock;
    }

    StandingModel now() {
        return StandingModels.of(standings.now());
    }

    HealthModel health() {
        var standing = standings.now();
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, Sought.ZONE);
        var days = Growth.days(times, today);
        var months = Growth.months(times, today);
        var erasures = times.erasuresSince(
                Growth.firstMonth(today).atDay(1).atStartOfDay(Sought.ZONE).toInstant(), Sought.ZONE);
        return new HealthModel(
                StandingModels.of(standing),
                keys(standing),
                witnesses(standing),
                witnessesWords(standing),
                embargoes.embargoes(now),
                Growth.chart("days", DAYS, days),
                Growth.table(DAYS, days),
                Growth.chart("months", MONTHS, months),
                Growth.table(MONTHS, months),
                erasures.isEmpty() ? List.of() : List.of(Growth.erasures(erasures)),
                erasuresWords(erasures));
    }

    private static List<LogKey> keys(LogStanding standing) {
        var keys = new ArrayList<LogKey>();
        standing.signingKeys()
                .forEach(key -> keys.add(
                        new LogKey(key.text(), signedLast(standing, key) ? "Signed by" : "Will sign the next")));
        standing.retiredKeys()
                .forEach(key -> keys.add(
                        new LogKey(key.text(), signedLast(standing, key) ? "Signed by, now retired" : "Retired key")));
        return keys;
    }

    private static boolean signedLast(LogStanding standing, VerifyingKey key) {
        return standing.last().map(PublishedCheckpoint::note).stream()
                .anyMatch(note -> note.signatures().stream()
                        .anyMatch(signature -> key.isMeantBy(signature) && key.verifies(note.text(), signature)));
    }

    private static List<Witness> witnesses(LogStanding standing) {
        var witnesses = new ArrayList<Witness>();
        for (var witness : standing.witnesses()) {
            witnesses.add(new Witness(witness.key().name(), StandingModels.witness(witnesses.size())));
        }
        return witnesses;
    }

    private static String witnessesWords(LogStanding standing) {
        if (standing.witnesses().isEmpty()) {
            return "No witness is configured: nobody but this log's own keys vouches for its checkpoints.";
        }
        return "%d configured; %d of them make a checkpoint a witnessed one."
                .formatted(standing.witnesses().size(), standing.witnessesNeeded());
    }

    private static String erasuresWords(List<Erasures> erasures) {
        var counted = erasures.stream().mapToLong(Erasures::count).sum();
        if (counted == 0) {
            return "Nothing was erased in the last 13 months.";
        }
        return counted < LogTimes.MOST_ERASURES
                ? "What was said of a subject goes; the entries, their hashes and the statistics stay."
                : "There are more than can be counted here: these are the newest %,d.".formatted(counted);
    }
}
