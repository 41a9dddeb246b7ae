package org.narrowgate.cli;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A role that somebody signs in to the database with, made by {@code migrate} where the cluster does not have it yet.
 *
 * @param memberOf the role that says what it may do
 */
public record LoginRole(String memberOf, String name, String password) {
    // Quoted by the database itself. A role that is there keeps its password: it may have been changed since.
    private static final String CREATE =
            "SELECT format('CREATE ROLE %I LOGIN PASSWORD %L', ?::text, ?::text) WHERE to_regrole(quote_ident(?)) IS NULL";
    private static final String GRANT =
            "SELECT format('GRANT %I TO %I', ?::text, ?::text) WHERE NOT pg_has_role(?::name, ?::name, 'MEMBER')";

    public LoginRole {
        requireNonNull(memberOf);
        requireNonNull(name);
        requireNonNull(password);
    }

    /** Empty where none is named: there is no default, of the password least of all. */
    public static Optional<LoginRole> of(String memberOf, Optional<String> name, Optional<String> password) {
        return name.filter(given -> !given.isBlank())
                .map(given -> new LoginRole(
                        memberOf,
                        given,
                        password.filter(secret -> !secret.isBlank())
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "the role `" + given + "` has no password: set it beside its name"))));
    }

    /** @param owner of the tables, who may create roles */
    void make(Connection owner) throws SQLException {
        execute(owner, CREATE, name, password, name);
        execute(owner, GRANT, memberOf, name, name, memberOf);
    }

    private static void execute(Connection owner, String command, String... arguments) throws SQLException {
        try (var asked = owner.prepareStatement(command)) {
            for (int i = 0; i < arguments.length; i++) {
                asked.setString(i + 1, arguments[i]);
            }
            try (var row = asked.executeQuery();
                    var made = owner.createStatement()) {
                if (row.next()) {
                    made.execute(row.getString(1));
                }
            }
        }
    }

    @Override
    public String toString() {
        return "LoginRole[" + name + "]";
    }
}
