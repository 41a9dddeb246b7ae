package org.narrowgate.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;
import org.narrowgate.cli.ApplicationNeeded.Use;
import org.narrowgate.registry.PopulationService;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The command line. Without a sub-command it serves. */
@Command(
        name = "narrowgate",
        mixinStandardHelpOptions = true,
        versionProvider = Narrowgate.Version.class,
        description = {
            "A gateway in front of a registry of people: one person, one case, one purpose; only the fields that"
                    + " purpose needs; nothing leaves before it is written down.",
            "Settings are Quarkus's own, as environment variables or in config/application.properties."
        })
final class Narrowgate implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new ApplicationNeeded(Use.SERVE);
    }

    /** Commands run as far as they come without the application; then they throw {@link ApplicationNeeded}. */
    static CommandLine beforeTheApplication() {
        return commandLine(
                () -> {
                    throw new ApplicationNeeded(Use.REGISTRY);
                },
                () -> {
                    throw new ApplicationNeeded(Use.MIGRATION);
                });
    }

    static CommandLine commandLine(Supplier<PopulationService> population, Supplier<MigrationService> migration) {
        IExecutionExceptionHandler handOn = (failure, commandLine, parsed) -> {
            throw failure;
        };
        return new CommandLine(new Narrowgate())
                .addSubcommand(new Serve())
                .addSubcommand(new MigrateCommand(migration))
                .addSubcommand(new ImportCommand(population))
                .addSubcommand(new GenerateCommand(population))
                .setExecutionExceptionHandler(handOn);
    }

    /** {@code serve}: what happens without a sub-command too. */
    @Command(name = "serve", mixinStandardHelpOptions = true, description = "Answers agencies until it is stopped.")
    static final class Serve implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new ApplicationNeeded(Use.SERVE);
        }
    }

    /** Reads the version that the build wrote down. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = ConfigProvider.getConfig().getOptionalValue("quarkus.application.version", String.class);
            return new String[] {"narrowgate " + version.orElse("(unpackaged)")};
        }
    }
}
