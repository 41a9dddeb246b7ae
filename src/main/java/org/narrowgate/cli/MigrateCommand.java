package org.narrowgate.cli;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code migrate}: makes the tables, as their owner, and what the application's role needs. */
@RegisterForReflection(ignoreNested = false)
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = {
            "Makes or upgrades the tables as their owner (QUARKUS_FLYWAY_USERNAME and _PASSWORD), creates the"
                    + " application's role (QUARKUS_DATASOURCE_USERNAME) where it is missing and grants it what it"
                    + " needs, and brings the shipped policy into force where none has been yet.",
            "Makes the log's next partitions (NARROWGATE_LOG_PARTITION_ENTRIES, _PARTITIONS_AHEAD) and, where they are named,"
                    + " the roles that read at a replica (QUARKUS_DATASOURCE_REGISTRY_REPLICA_USERNAME) and that verify the"
                    + " log (NARROWGATE_LOG_VERIFIER_USERNAME).",
            "Safe to run again.",
            "With --new-pseudonym-key it then makes one more key for the pseudonyms by which the log names people: what"
                    + " runs uses it within a minute, and older keys stay, because what was made under them names"
                    + " them."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the tables are up to date", "2:they are not, or could not be looked at"})
final class MigrateCommand implements Callable<Integer> {
    private final Supplier<MigrationService> migration;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--new-pseudonym-key",
            description = "rotate the key of the log's pseudonyms; each run makes another one")
    private boolean newPseudonymKey;

    MigrateCommand(Supplier<MigrationService> migration) {
        this.migration = migration;
    }

    @Override
    public Integer call() {
        var commandLine = requireNonNull(spec).commandLine();
        try {
            var migrated = migration.get().migrate();
            commandLine
                    .getOut()
                    .printf(
                            "migrate: migrations made: %d, tables at version %s; partitions of the log made: %d, which now ends"
                                    + " at entry %d%n",
                            migrated.made(), migrated.version(), migrated.partitions(), migrated.logEndsAt());
            if (newPseudonymKey) {
                commandLine
                        .getOut()
                        .printf(
                                "migrate: pseudonym key %s added; what runs uses it within a minute%n",
                                migration.get().addPseudonymKey());
            }
            commandLine.getOut().flush();
            return 0;
        } catch (FlywayException e) {
            // The tables are all it speaks of: nobody's details are in a migration.
            commandLine.getErr().println("migrate: " + e.getMessage());
            return 2;
        } catch (SQLException e) {
            commandLine
                    .getErr()
                    .println("migrate: roles, partitions or a pseudonym key were not made, state " + e.getSQLState());
            return 2;
        }
    }
}
