package org.narrowgate;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready only on tables that are at least as new as this release needs. Newer ones serve it too: a migration takes nothing
 * away that the release before it uses.
 */
@Readiness
@ApplicationScoped
class SchemaReadiness implements HealthCheck {
    /** The newest migration that this release's statements count on. */
    static final SchemaVersion NEEDED = SchemaVersion.of("18.3");

    // Of the first versions, which have no such function.
    private static final String UNDEFINED_FUNCTION = "42883";

    private final DataSource database;

    SchemaReadiness(DataSource database) {
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("tables").withData("needed", NEEDED.toString());
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT schema_version()")) {
            row.next();
            var found = SchemaVersion.of(row.getString(1));
            response.withData("version", found.toString());
            return NEEDED.compareTo(found) <= 0
                    ? response.up().build()
                    : response.down().withData("warning", tooOld()).build();
        } catch (SQLException e) {
            return UNDEFINED_FUNCTION.equals(e.getSQLState())
                    ? response.down().withData("warning", tooOld()).build()
                    : response.down().build();
        }
    }

    private static String tooOld() {
        return "the tables are older than this release needs: run `migrate` of this release first";
    }
}
