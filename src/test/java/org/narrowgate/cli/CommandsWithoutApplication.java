package org.narrowgate.cli;

import java.io.PrintWriter;

/** The command line for tests in other rooms, as far as it comes without the application. */
public final class CommandsWithoutApplication {
    private CommandsWithoutApplication() {}

    /** The exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return Narrowgate.commandLine(
                        () -> {
                            throw new AssertionError("needs no registry");
                        },
                        () -> {
                            throw new AssertionError("needs no migration");
                        },
                        () -> {
                            throw new AssertionError("needs no archive");
                        })
                .setOut(out)
                .setErr(err)
                .execute(arguments);
    }
}
