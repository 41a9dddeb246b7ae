package org.narrowgate.ledger.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells operators how the log's tree fares, and warns. It never takes the gateway out of service: what is written down
 * can be signed later, and whoever stopped the signing must not thereby stop a disclosure that saves somebody.
 */
@Readiness
@ApplicationScoped
class LogReadiness implements HealthCheck {
    private static final Duration LATE = Duration.ofSeconds(10);

    // Fewer entries than this, and it is high time: at a thousand a second, less than three hours.
    private static final long FEW = 10_000_000;

    private final LogStandings standings;
    private final LogSpace space;

    LogReadiness(LogStandings standings, LogSpace space) {
        this.standings = standings;
        this.space = space;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("disclosure log").up();
        try {
            var standing = standings.now();
            response.withData("size", standing.size())
                    .withData("lag", standing.waiting())
                    .withData("lagSeconds", standing.waited().toSeconds())
                    .withData(
                            "integrating",
                            standing.signer().name().toLowerCase(Locale.ROOT).replace('_', ' '));
            long left = space.entriesLeft();
            response.withData("entriesLeft", left);
            warning(standing, left).ifPresent(warning -> response.withData("warning", warning));
        } catch (RuntimeException e) {
            response.withData("warning", "the database does not say how the log fares");
        }
        return response.build();
    }

    private static Optional<String> warning(LogStanding standing, long left) {
        if (left < FEW) {
            return Optional.of("the log has room for few more entries: run `migrate`, which makes partitions");
        }
        if (standing.signingKeys().isEmpty()) {
            return Optional.of("narrowgate.log.signing-keys names no key: no checkpoint is signed");
        }
        if (standing.refusal().isPresent()) {
            return standing.refusal().map(refusal -> "no checkpoint is signed: " + refusal.reason());
        }
        return standing.waited().compareTo(LATE) > 0
                ? Optional.of("entries wait to be covered by a checkpoint")
                : Optional.empty();
    }
}
