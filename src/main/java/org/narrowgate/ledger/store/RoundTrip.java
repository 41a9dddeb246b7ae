package org.narrowgate.ledger.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Statements that change something and are sent together: the database is waited for once. */
public final class RoundTrip {
    private final List<String> statements = new ArrayList<>();
    private final List<Argument> arguments = new ArrayList<>();

    /** Sets an argument on the statement made of all of them. */
    public interface Argument {
        void set(PreparedStatement statement, int place) throws SQLException;
    }

    public static Argument text(String text) {
        return (statement, place) -> statement.setString(place, text);
    }

    /** @param value of a class that JDBC knows */
    public static Argument value(Object value) {
        return (statement, place) -> statement.setObject(place, value);
    }

    /** @param type the elements' type as the database names it */
    public static Argument array(String type, Object[] elements) {
        return (statement, place) ->
                statement.setArray(place, statement.getConnection().createArrayOf(type, elements));
    }

    /** One more, with an argument for each of its question marks. */
    public RoundTrip with(String statement, Argument... itsArguments) {
        statements.add(statement);
        arguments.addAll(List.of(itsArguments));
        return this;
    }

    public void send(Connection connection) throws SQLException {
        try (var all = connection.prepareStatement(String.join(";", statements))) {
            for (int i = 0; i < arguments.size(); i++) {
                arguments.get(i).set(all, i + 1);
            }
            all.execute();
        }
    }
}
