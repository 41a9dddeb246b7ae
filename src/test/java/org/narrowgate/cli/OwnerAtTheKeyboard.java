package org.narrowgate.cli;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintWriter;
import java.io.StringWriter;

/** Somebody who may run {@code migrate} against a test's application. */
@ApplicationScoped
public class OwnerAtTheKeyboard {
    private final MigrationService migration;

    OwnerAtTheKeyboard(MigrationService migration) {
        this.migration = migration;
    }

    /** What the command answers, on both outputs. */
    public String types(String... arguments) {
        var said = new StringWriter();
        Narrowgate.commandLine(
                        () -> {
                            throw notAsked();
                        },
                        () -> migration,
                        () -> {
                            throw notAsked();
                        })
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(arguments);
        return said.toString();
    }

    private static AssertionError notAsked() {
        return new AssertionError("not asked for");
    }
}
