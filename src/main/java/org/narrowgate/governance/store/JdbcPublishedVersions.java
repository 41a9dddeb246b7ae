package org.narrowgate.governance.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.Origin;
import org.narrowgate.governance.PublishedVersion;
import org.narrowgate.governance.PublishedVersion.State;
import org.narrowgate.governance.PublishedVersions;
import org.narrowgate.governance.draft.DraftId;

/** Versions ever published, from PostgreSQL. */
@ApplicationScoped
class JdbcPublishedVersions implements PublishedVersions {
    // What comes after a version in number and not after it in time leaves it no moment to be in force.
    private static final String SELECT = "SELECT v.number, v.hash, v.in_force_from, v.entry_index, CASE"
            + " WHEN EXISTS (SELECT FROM policy_version later WHERE later.number > v.number"
            + " AND later.in_force_from <= v.in_force_from) THEN 'FELL_AWAY'"
            + " WHEN v.in_force_from > clock_timestamp() THEN 'ANNOUNCED'"
            + " WHEN v.number = (SELECT max(number) FROM policy_version WHERE in_force_from <= clock_timestamp())"
            + " THEN 'IN_FORCE' ELSE 'SUPERSEDED' END AS state,"
            + " p.draft, p.published_at, p.author, p.author_name, p.author_reasons, p.approver, p.approver_name,"
            + " p.approver_reasons, p.difference"
            + " FROM policy_version v LEFT JOIN policy_publication p USING (number)"
            + " WHERE v.number = coalesce(?, v.number) ORDER BY v.number DESC";

    private final DataSource database;

    JdbcPublishedVersions(DataSource database) {
        this.database = database;
    }

    @Override
    public List<PublishedVersion> all() {
        return select(null);
    }

    @Override
    public Optional<PublishedVersion> version(int number) {
        return select(number).stream().findFirst();
    }

    @Override
    public Optional<String> text(int number) {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement("SELECT document, hash FROM policy_version WHERE number = ?")) {
            statement.setInt(1, number);
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(verified(row.getString(1), row.getString(2))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    @Override
    public Instant now() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("SELECT clock_timestamp()");
                var row = statement.executeQuery()) {
            row.next();
            return instant(row, 1);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private List<PublishedVersion> select(@Nullable Integer number) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SELECT)) {
            statement.setObject(1, number, Types.INTEGER);
            var versions = new ArrayList<PublishedVersion>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    versions.add(new PublishedVersion(
                            row.getInt(1),
                            row.getString(2),
                            instant(row, 3),
                            State.valueOf(row.getString(5)),
                            row.getLong(4),
                            origin(row)));
                }
            }
            return List.copyOf(versions);
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private static Optional<Origin> origin(ResultSet row) throws SQLException {
        var draft = row.getObject(6, UUID.class);
        return draft == null
                ? Optional.empty()
                : Optional.of(new Origin(
                        new DraftId(draft),
                        instant(row, 7),
                        new Author(row.getString(8), row.getString(9)),
                        row.getString(10),
                        new Author(row.getString(11), row.getString(12)),
                        row.getString(13),
                        ChangesJson.read(row.getString(14))));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String verified(String document, String hash) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(document.getBytes(UTF_8));
            if (!HexFormat.of().formatHex(digest).equals(hash)) {
                throw new IllegalStateException("a policy version does not bear its hash");
            }
            return document;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static IllegalStateException unavailable(SQLException e) {
        // The state alone, which tells what passes by itself: a database's message can quote values.
        var state = new SQLException("its message is left out", e.getSQLState());
        return new IllegalStateException("the policy versions could not be read", state);
    }
}
