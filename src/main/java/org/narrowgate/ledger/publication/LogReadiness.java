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

    private final LogStandings standings;

    LogReadiness(LogStandings standings) {
        this.standings = standings;
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
            warning(standing).ifPresent(warning -> response.withData("warning", warning));
        } catch (RuntimeException e) {
            response.withData("warning", "the database does not say how the log fares");
        }
        return response.build();
    }

    private static Optional<String> warning(LogStanding standing) {
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
