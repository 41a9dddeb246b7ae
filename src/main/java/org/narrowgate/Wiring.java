package org.narrowgate;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.arc.InjectableInstance;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.narrowgate.caller.AgencyOfClient;
import org.narrowgate.caller.Assurance;
import org.narrowgate.casework.BankHolidaysFile;
import org.narrowgate.casework.WorkingDays;
import org.narrowgate.cli.LoginRole;
import org.narrowgate.cli.MigrationTerms;
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
import org.narrowgate.registry.store.RegistryReplica;
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

    /** Active only where its address is set. */
    @Produces
    @Singleton
    static RegistryReplica registryReplica(
            DataSource primary,
            @io.quarkus.agroal.DataSource("registry-replica") InjectableInstance<AgroalDataSource> replica,
            Settings settings) {
        return replica.listActive().stream()
                .findFirst()
                .map(active -> RegistryReplica.watched(
                        primary, active, settings.registry().replicaLag()))
                .orElseGet(RegistryReplica::none);
    }

    static void close(@Disposes RegistryReplica replica) {
        replica.close();
    }

    @Produces
    @Singleton
    static MigrationTerms migrationTerms(
            Settings settings,
            @ConfigProperty(name = "quarkus.datasource.registry-replica.username") Optional<String> reader,
            @ConfigProperty(name = "quarkus.datasource.registry-replica.password") Optional<String> password) {
        var log = settings.log();
        return new MigrationTerms(
                log.partitionEntries(),
                log.partitionsAhead(),
                Stream.of(
                                LoginRole.of("registry_reader", reader, password),
                                LoginRole.of("log_verifier", log.verifierUsername(), log.verifierPassword()))
                        .flatMap(Optional::stream)
                        .toList());
    }

    static void close(@Disposes Ledger ledger) {
        if (ledger instanceof TimedLedger open) {
            open.close();
        }
    }
}
