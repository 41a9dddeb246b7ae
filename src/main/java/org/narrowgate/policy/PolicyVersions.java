package org.narrowgate.policy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The policy versions published so far. In force is the highest number whose time has come: a version supersedes all
 * before it, also those whose time was still to come.
 *
 * <p>The static methods are for the log's batch, which works on its own connection under the append's lock.
 */
public interface PolicyVersions {
    /**
     * The version that decides at this moment.
     *
     * @throws IllegalStateException where it is not what was published
     */
    Optional<PolicyVersion> inForce(Instant now);

    OptionalInt numberInForce(Instant now);

    /**
     * A version by its number, whether or not it is in force.
     *
     * @throws IllegalStateException where it is not what was published
     */
    Optional<PolicyVersion> version(int number);

    /** The number in force by the database's clock, whose word counts on every replica. */
    static OptionalInt numberInForce(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                        "SELECT max(number) FROM policy_version WHERE in_force_from <= clock_timestamp()");
                var result = statement.executeQuery()) {
            result.next();
            int number = result.getInt(1);
            return result.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
        }
    }

    /** The highest number there is, in force or not yet; 0 before the first. */
    static int newest(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT coalesce(max(number), 0) FROM policy_version");
                var result = statement.executeQuery()) {
            result.next();
            return result.getInt(1);
        }
    }

    /**
     * Publishes a version.
     *
     * @param entryIndex the entry in the disclosure log that says so
     */
    static void insert(Connection connection, PolicyVersion version, long entryIndex) throws SQLException {
        try (var statement = connection.prepareStatement("INSERT INTO policy_version"
                + " (number, document, hash, in_force_from, entry_index) VALUES (?, ?, ?, ?, ?)")) {
            statement.setInt(1, version.number());
            statement.setString(2, version.policy().canonicalJson());
            statement.setString(3, version.policy().hash());
            statement.setObject(4, OffsetDateTime.ofInstant(version.inForceFrom(), ZoneOffset.UTC));
            statement.setLong(5, entryIndex);
            statement.executeUpdate();
        }
    }
}
