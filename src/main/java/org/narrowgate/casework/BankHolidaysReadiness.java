package org.narrowgate.casework;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Tells operators until when bank holidays are known, and warns in time. It never takes the gateway out of service: past
 * that day answers are due sooner than they need be, which harms nobody who asks.
 */
@Readiness
@ApplicationScoped
class BankHolidaysReadiness implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(BankHolidaysReadiness.class);
    // The longest time a policy can allow is 60 working days, and a question may stop the clock on top.
    private static final Period NOTICE = Period.ofMonths(6);

    private final WorkingDays workingDays;
    private final Clock clock;

    BankHolidaysReadiness(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    void warn(@Observes StartupEvent started) {
        if (endsSoon()) {
            LOG.warnf(
                    "bank holidays are known until %s only; later ones will count as working days until"
                            + " narrowgate.bank-holidays names a file that holds them",
                    workingDays.knownUntil());
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("bank holidays")
                .withData("knownUntil", workingDays.knownUntil().toString())
                .withData("endsSoon", endsSoon())
                .up()
                .build();
    }

    private boolean endsSoon() {
        return workingDays.knownUntil().isBefore(LocalDate.now(clock).plus(NOTICE));
    }
}
