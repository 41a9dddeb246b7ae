package org.narrowgate.governance.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.narrowgate.governance.Origin;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.draft.DraftState;

/** The statements of a publication, on the connection of the log's batch, under the append's lock. */
public final class Publications {
    private static final String DRAFT =
            "SELECT state, revision, submitted_at FROM policy_draft WHERE id = ? FOR UPDATE";
    private static final String VERSIONS =
            "SELECT coalesce(max(number) FILTER (WHERE in_force_from <= clock_timestamp()), 0),"
                    + " coalesce(max(number), 0) FROM policy_version";
    private static final String INSERT = "INSERT INTO policy_publication (number, draft, published_at, author,"
            + " author_name, author_reasons, approver, approver_name, approver_reasons, difference)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String APPROVE = "UPDATE policy_draft SET state = 'APPROVED', version = ? WHERE id = ?";
    private static final String STEP = "INSERT INTO policy_draft_step (draft, led_to, by_whom, by_name, at, revision,"
            + " reasons) SELECT id, state, ?, ?, ?, revision, ? FROM policy_draft WHERE id = ?";

    private Publications() {}

    /** What an approval is bound to: a draft that has moved since is not what was approved. */
    public record Standing(DraftState state, int revision, Optional<Instant> submittedAt) {}

    /** How the draft stands; it cannot be changed before this transaction ends. */
    public static Optional<Standing> standing(Connection connection, DraftId draft) throws SQLException {
        try (var statement = connection.prepareStatement(DRAFT)) {
            statement.setObject(1, draft.value());
            try (var row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Standing(
                                DraftState.valueOf(row.getString(1)),
                                row.getInt(2),
                                Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant)))
                        : Optional.empty();
            }
        }
    }

    /** The number in force by the database's clock, and the highest there is; 0 before the first. */
    public record Versions(int inForce, int newest) {}

    public static Versions versions(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(VERSIONS);
                var row = statement.executeQuery()) {
            row.next();
            return new Versions(row.getInt(1), row.getInt(2));
        }
    }

    /** Keeps how a version came to be, and that its draft is one no longer. */
    public static void insert(Connection connection, int number, Origin origin) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setInt(1, number);
            statement.setObject(2, origin.draft().value());
            statement.setObject(3, at(origin.publishedAt()));
            statement.setString(4, origin.author().id());
            statement.setString(5, origin.author().name());
            statement.setString(6, origin.authorReasons());
            statement.setString(7, origin.approver().id());
            statement.setString(8, origin.approver().name());
            statement.setString(9, origin.approverReasons());
            statement.setString(10, ChangesJson.write(origin.difference()));
            statement.executeUpdate();
        }
        try (var statement = connection.prepareStatement(APPROVE)) {
            statement.setInt(1, number);
            statement.setObject(2, origin.draft().value());
            statement.executeUpdate();
        }
        try (var statement = connection.prepareStatement(STEP)) {
            writeStep(statement, origin);
        }
    }

    private static void writeStep(PreparedStatement statement, Origin origin) throws SQLException {
        statement.setString(1, origin.approver().id());
        statement.setString(2, origin.approver().name());
        statement.setObject(3, at(origin.publishedAt()));
        statement.setString(4, origin.approverReasons());
        statement.setObject(5, origin.draft().value());
        statement.executeUpdate();
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
