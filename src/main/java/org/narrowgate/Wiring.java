package org.narrowgate;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.narrowgate.caller.AgencyOfClient;
import org.narrowgate.caller.Assurance;
import org.narrowgate.casework.BankHolidaysFile;
import org.narrowgate.casework.WorkingDays;
import org.narrowgate.ledger.Ledger;
import org.narrowgate.ledger.WrittenEntries;
import org.narrowgate.ledger.store.CommittedEntries;
import org.narrowgate.ledger.store.GroupCommitLedger;
import org.narrowgate.ledger.store.GroupCommitLedger.Bounds;
import org.narrowgate.ledger.store.MeteredBatches;
import org.narrowgate.ledger.store.TimedLedger;
import org.narrowgate.observation.MeteredWatch;
import org.narrowgate.observation.Spans;
import org.narrowgate.observation.Watch;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.rights.record.RecordTerms;

/** What is made once for the whole application: plain Java that carries no framework annotations of its own. */
final class Wiring {
    private Wiring() {}

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    static AgencyOfClient agencyOfClient(PolicyInForce policy) {
        return client -> policy.current().policy().agencyOfClient(client);
    }

    @Produces
    @Singleton
    static Assurance assurance(Settings settings) {
        return new Assurance(settings.myRecord().assurance());
    }

    @Produces
    @Singleton
    static RecordTerms recordTerms(Settings settings) {
        return new RecordTerms(
                settings.myRecord().lowestAge(), settings.myRecord().contact());
    }

    @Produces
    @Singleton
    static WorkingDays workingDays(Settings settings, Clock clock) {
        return settings.bankHolidays()
                .map(file -> new WorkingDays(new BankHolidaysFile(file, clock)))
                .orElseGet(WorkingDays::shipped);
    }

    @Produces
    @Singleton
    static Watch watch(
            MeterRegistry meters,
            OpenTelemetry telemetry,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "false") boolean traceless) {
        return new MeteredWatch(meters, traceless ? Spans.Nowhere.NOWHERE : new Spans.Exported(telemetry));
    }

    @Produces
    @Singleton
    static Ledger ledger(DataSource database, MeterRegistry meters, Watch watch) {
        return new TimedLedger(new GroupCommitLedger(database, Bounds.DEFAULT, new MeteredBatches(meters)), watch);
    }

    @Produces
    @Singleton
    static WrittenEntries writtenEntries(DataSource database) {
        return new CommittedEntries(database);
    }

    static void close(@Disposes Ledger ledger) {
        if (ledger instanceof TimedLedger open) {
            open.close();
        }
    }
}
