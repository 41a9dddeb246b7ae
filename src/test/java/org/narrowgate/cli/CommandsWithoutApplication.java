package org.narrowgate.cli;

import java.io.PrintWriter;
import picocli.CommandLine.ParameterException;

/** The command line for tests in other rooms, as far as it comes without the application. */
public final class CommandsWithoutApplication {
    private CommandsWithoutApplication() {}

    /** The exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return Narrowgate.commandLine(new Application() {})
                .setOut(out)
                .setErr(err)
                .execute(arguments);
    }

    /** Whether a command line is one, whatever would come of it. */
    public static boolean understands(String... arguments) {
        try {
            Narrowgate.commandLine(new Application() {}).parseArgs(arguments);
            return true;
        } catch (ParameterException e) {
            return false;
        }
    }
}
