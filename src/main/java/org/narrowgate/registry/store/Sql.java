package org.narrowgate.registry.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;

/** Short statements. */
final class Sql {
    private Sql() {}

    static boolean isTrue(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    static void update(Connection connection, String command, Array argument) throws SQLException {
        try (var statement = connection.prepareStatement(command)) {
            statement.setArray(1, argument);
            statement.executeUpdate();
        }
    }
}
