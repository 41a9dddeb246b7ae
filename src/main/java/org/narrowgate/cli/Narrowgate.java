package org.narrowgate.cli;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.narrowgate.cli.ApplicationNeeded.Use;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. Without a sub-command it serves. */
// picocli reads commands, and its own --help, by reflection: each of ours says so, and the root says so of --help.
@RegisterForReflection(
        targets = {Narrowgate.class, Narrowgate.Serve.class, Narrowgate.Version.class},
        classNames = "picocli.CommandLine$AutoHelpMixin")
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

    /** What a command line came to: an exit code, or something only the application can do. */
    sealed interface Ending {
        record Exit(int code) implements Ending {}

        record Needs(Use use) implements Ending {}
    }

    /** Runs as far as it comes without the application. */
    static Ending beforeTheApplication(String... arguments) {
        return run(new Application() {}, arguments);
    }

    static Ending run(Application application, String... arguments) {
        var needed = new AtomicReference<@Nullable Use>();
        var code = commandLine(application)
                .setExecutionExceptionHandler((failure, commandLine, parsed) -> {
                    if (failure instanceof ApplicationNeeded more) {
                        needed.set(more.use());
                        return 0;
                    }
                    // Its kind alone: a message can quote what was being written.
                    commandLine
                            .getErr()
                            .println("narrowgate: stopped by "
                                    + failure.getClass().getSimpleName());
                    return 2;
                })
                .execute(arguments);
        var use = needed.get();
        return use == null ? new Ending.Exit(code) : new Ending.Needs(use);
    }

    static CommandLine commandLine(Application application) {
        return new CommandLine(new Narrowgate())
                .addSubcommand(new Serve())
                .addSubcommand(new MigrateCommand(application::migration))
                .addSubcommand(new ImportCommand(application::population))
                .addSubcommand(new GenerateCommand(application::population, application::archive))
                .addSubcommand(new ForgetCommand(application::erasure))
                .addSubcommand(new VerifyLogCommand(application::database))
                .addSubcommand(new LogKeyCommand())
                .addSubcommand(new HealthCommand());
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
