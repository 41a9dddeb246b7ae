package org.narrowgate.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.MigratedDatabase;

/** Which texts of representations the application can have erased: those that do not show, from their day on. */
class RepresentationErasureTest {
    private static final String CONSULTATION = "'00000000-0000-4000-8000-00000000000";

    @Test
    void erasesOnlyWhatDoesNotShowAndOnlyFromItsDayOn() throws SQLException {
        try (var database = new MigratedDatabase()) {
            // Given
            try (var owner = database.connectAsOwner()) {
                run(owner, "SET session_replication_role = replica"); // what they are about need not be there
                consultation(owner, 1, 100);
                said(owner, 1, 1, "PERSONAL_DATA", 120);
                said(owner, 1, 2, "SHOWN", 120);
                said(owner, 1, 3, "ABUSIVE", 80);
                said(owner, 1, 4, "ABUSIVE", 120);
                run(owner, reading(1, 4, "SHOWN", 110));
                said(owner, 1, 5, "SHOWN", 130);
                run(owner, reading(1, 5, "REPEATED", 120));
                consultation(owner, 2, 80);
                said(owner, 2, 1, "PERSONAL_DATA", 120);
                run(owner, "INSERT INTO representation VALUES (" + CONSULTATION + "3', 1, now())");
                run(owner, "INSERT INTO representation_content VALUES (" + CONSULTATION + "3', 1, 'text', '')");
            }
            // When
            try (var application = database.asApplication().getConnection()) {
                var erased = rows(application, "SELECT erase_representations()");
                // Then
                assertThat(erased).containsExactly("2");
                assertThat(rows(
                                application,
                                "SELECT right(consultation::text, 1) || ' ' || number FROM representation_content"
                                        + " ORDER BY consultation, number"))
                        .containsExactly("1 2", "1 3", "1 4", "2 1", "3 1");
                assertThat(rows(application, "SELECT count(*) FROM representation"))
                        .containsExactly("7");
                assertThat(rows(application, "SELECT erase_representations()")).containsExactly("0");
            }
        }
    }

    private static void consultation(Connection owner, int id, int endedDaysAgo) throws SQLException {
        run(
                owner,
                "INSERT INTO consultation_ending VALUES (" + CONSULTATION + id
                        + "', 'OUTCOME', 'text', 'changes', 'by', 'name', now() - interval '" + endedDaysAgo
                        + " days')");
    }

    private static void said(Connection owner, int id, int number, String ruling, int daysAgo) throws SQLException {
        run(owner, "INSERT INTO representation VALUES (" + CONSULTATION + id + "', " + number + ", now())");
        run(
                owner,
                "INSERT INTO representation_content VALUES (" + CONSULTATION + id + "', " + number + ", 'text', '')");
        run(owner, reading(id, number, ruling, daysAgo));
    }

    private static String reading(int id, int number, String ruling, int daysAgo) {
        return "INSERT INTO representation_reading (consultation, number, ruling, by_whom, by_name, at) VALUES ("
                + CONSULTATION + id + "', " + number + ", '" + ruling + "', 'by', 'name', now() - interval '" + daysAgo
                + " days')";
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
