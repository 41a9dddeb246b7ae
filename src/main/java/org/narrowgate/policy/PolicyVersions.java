package org.narrowgate.policy;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

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

    /** What stands at this moment by the database's clock; empty while nothing is in force. */
    Optional<Published> published();

    /** Published versions whose time is to come by the database's clock, superseded before it or not. */
    List<PolicyVersion> toCome();

    /** What is stopped. */
    Stops stops();

    /**
     * A version by its number, whether or not it is in force.
     *
     * @throws IllegalStateException where it is not what was published
     */
    Optional<PolicyVersion> version(int number);

    /**
     * What is in force and what is published.
     *
     * @param newest the highest number there is, in force or not yet
     */
    record Published(PolicyMark mark, int newest) {
        public Published {
            requireNonNull(mark);
        }
    }

    /** What counts by the database's clock, whose word holds on every replica; empty while nothing is in force. */
    static Optional<PolicyMark> mark(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT (SELECT max(number) FROM policy_version"
                        + " WHERE in_force_from <= clock_timestamp()),"
                        + " (SELECT coalesce(max(number), 0) FROM stop_event)");
                var result = statement.executeQuery()) {
            result.next();
            int number = result.getInt(1);
            return result.wasNull() ? Optional.empty() : Optional.of(new PolicyMark(number, result.getLong(2)));
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
