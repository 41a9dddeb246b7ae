package org.narrowgate.web.console.log;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.narrowgate.ledger.publication.LogStanding;
import org.narrowgate.ledger.publication.LogStanding.Refusal;
import org.narrowgate.ledger.publication.LogStanding.Witness;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.console.cases.Sign;

/** Puts into words how the log fares at one moment. */
final class StandingModels {
    /** A checkpoint comes every second; what waits longer than this waits for a reason. */
    static final Duration LONG = Duration.ofSeconds(10);

    private StandingModels() {}

    static StandingModel of(LogStanding standing) {
        var state = state(standing);
        return new StandingModel(
                state.look(),
                state.mark(),
                state.words(),
                standing.refusal().map(StandingModels::refusal).orElse(""),
                parts(standing));
    }

    static Sign state(LogStanding standing) {
        if (standing.refusal().isPresent()) {
            return Sign.bad("Nothing is signed: the signer refuses");
        }
        if (standing.signingKeys().isEmpty()) {
            return Sign.plain("Nothing is signed: no signing key is configured");
        }
        if (standing.waited().compareTo(LONG) <= 0) {
            return Sign.good("Every entry is in a signed checkpoint, or will be within seconds");
        }
        return switch (standing.signer()) {
            case NOBODY -> Sign.bad("Entries wait, and no replica signs");
            case THIS_REPLICA, ANOTHER_REPLICA -> Sign.middle("Entries wait for a checkpoint longer than usual");
        };
    }

    private static String refusal(Refusal refusal) {
        return "Since " + LondonTime.second(refusal.since()) + ": " + refusal.reason() + ".";
    }

    private static Map<String, String> parts(LogStanding standing) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("entries", grouped(standing.entries()));
        parts.put("size", grouped(standing.size()));
        parts.put("waiting", grouped(standing.waiting()));
        parts.put("waited", waited(standing));
        parts.put("asked", LondonTime.clock(standing.now()));
        parts.put("signer", signer(standing));
        parts.put(
                "published",
                standing.last()
                        .map(last -> LondonTime.second(last.publishedAt()))
                        .orElse("None was published yet"));
        parts.put(
                "root",
                standing.last().map(last -> last.checkpoint().root().base64()).orElse("–"));
        for (int i = 0; i < standing.witnesses().size(); i++) {
            parts.put(witness(i), cosigned(standing, standing.witnesses().get(i)));
        }
        return parts;
    }

    /** The place of a configured witness, by where it stands among them. */
    static String witness(int number) {
        return "witness-" + number;
    }

    private static String waited(LogStanding standing) {
        return standing.waiting() == 0
                ? "None waits"
                : "The oldest has waited " + count(standing.waited().toSeconds(), "second");
    }

    private static String signer(LogStanding standing) {
        return switch (standing.signer()) {
            case THIS_REPLICA -> "The replica that made this page signs";
            case ANOTHER_REPLICA -> "Another replica than the one that made this page signs";
            case NOBODY -> "No replica signs";
        };
    }

    private static String cosigned(LogStanding standing, Witness witness) {
        return witness.last()
                .map(last -> "%s entries on %s, %s"
                        .formatted(grouped(last.size()), LondonTime.second(last.at()), behind(standing, last.size())))
                .orElse("Nothing came from it yet");
    }

    private static String behind(LogStanding standing, long size) {
        var behind = standing.size() - size;
        return behind <= 0 ? "the last checkpoint" : grouped(behind) + " behind the last checkpoint";
    }

    private static String count(long number, String unit) {
        return grouped(number) + " " + unit + (number == 1 ? "" : "s");
    }

    static String grouped(long number) {
        return "%,d".formatted(number);
    }
}
