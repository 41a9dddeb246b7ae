package org.narrowgate.cli;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintWriter;
import java.io.StringWriter;
import javax.sql.DataSource;

/** Somebody who may run commands against a test's application. */
@ApplicationScoped
public class OwnerAtTheKeyboard {
    private final MigrationService migration;
    private final ForgettingService erasure;
    private final DataSource database;

    OwnerAtTheKeyboard(MigrationService migration, ForgettingService erasure, DataSource database) {
        this.migration = migration;
        this.erasure = erasure;
        this.database = database;
    }

    /** What the command answers, on both outputs. */
    public String types(String... arguments) {
        var said = new StringWriter();
        Narrowgate.commandLine(new Application() {
                    @Override
                    public MigrationService migration() {
                        return migration;
                    }

                    @Override
                    public ForgettingService erasure() {
                        return erasure;
                    }

                    @Override
                    public DataSource database() {
                        return database;
                    }
                })
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(arguments);
        return said.toString();
    }
}
