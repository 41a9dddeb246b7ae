package org.narrowgate.casework.store;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.narrowgate.casework.RecordedRequest;
import org.narrowgate.casework.RecordedRequests;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.TracingRequestState;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Countersignature;
import org.narrowgate.policy.Ground;
import org.narrowgate.policy.RequestFacts;
import org.narrowgate.policy.SearchArgument;

/**
 * Recorded requests from PostgreSQL, read through a cursor: a whole year of them takes no more memory than a thousand.
 */
@ApplicationScoped
class JdbcRecordedRequests implements RecordedRequests {
    private static final int AT_ONCE = 1_000;

    // The subject, the person and the justification are not among the columns.
    private static final String COLUMNS = "SELECT id, case_reference, agency, purpose, received_at, state,"
            + " (asked - 'justification' - 'priorityReason')::text, searched_by, changed_at FROM tracing_request";
    private static final String IN_PERIOD = " received_at >= ?::timestamp AT TIME ZONE 'Europe/London'"
            + " AND received_at < ?::timestamp AT TIME ZONE 'Europe/London'";
    private static final String EACH =
            COLUMNS + " WHERE" + IN_PERIOD + " AND erased_at IS NULL ORDER BY received_at, id";
    private static final String HELD = "SELECT count(*) FILTER (WHERE erased_at IS NULL),"
            + " count(*) FILTER (WHERE erased_at IS NOT NULL) FROM tracing_request WHERE" + IN_PERIOD;
    private static final String THESE = COLUMNS + " WHERE id = ANY (?) AND erased_at IS NULL";
    private static final String UNSAID = "";

    private final DataSource database;

    JdbcRecordedRequests(DataSource database) {
        this.database = database;
    }

    @Override
    public Held held(Period period) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(HELD)) {
            set(statement, period);
            try (var row = statement.executeQuery()) {
                row.next();
                return new Held(row.getLong(1), row.getLong(2));
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void forEach(Period period, Consumer<RecordedRequest> reader) {
        try (var connection = database.getConnection()) {
            connection.setReadOnly(true);
            // PostgreSQL has cursors within a transaction only; without one the driver would read all rows at once.
            connection.setAutoCommit(false);
            try {
                read(connection, period, reader);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Map<TracingRequestId, RecordedRequest> found(Collection<TracingRequestId> ids) {
        var found = new HashMap<TracingRequestId, RecordedRequest>();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(THESE)) {
            var values = ids.stream().map(TracingRequestId::value).toArray();
            statement.setArray(1, connection.createArrayOf("uuid", values));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var request = request(rows);
                    found.put(request.id(), request);
                }
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
        return Map.copyOf(found);
    }

    private static void read(Connection connection, Period period, Consumer<RecordedRequest> reader)
            throws SQLException {
        try (var statement = connection.prepareStatement(EACH)) {
            statement.setFetchSize(AT_ONCE);
            set(statement, period);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.accept(request(rows));
                }
            }
        }
    }

    private static void set(PreparedStatement statement, Period period) throws SQLException {
        statement.setString(1, period.from().toString());
        statement.setString(2, period.to().plusDays(1).toString());
    }

    private static RecordedRequest request(ResultSet row) throws SQLException {
        var facts = SubmissionJson.readFacts(row.getString(4), SubmissionJson.read(row.getString(7)), searchedBy(row));
        return new RecordedRequest(
                new TracingRequestId(row.getObject(1, UUID.class)),
                row.getString(2),
                new AgencyId(row.getString(3)),
                withoutWords(facts),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                shown(row.getString(6)),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }

    private static Set<SearchArgument> searchedBy(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray(8).getArray())
                .map(path -> SearchArgument.ofPath(path).orElseThrow())
                .collect(toUnmodifiableSet());
    }

    private static RequestFacts withoutWords(RequestFacts facts) {
        return new RequestFacts(
                facts.purpose(),
                facts.ground().map(JdbcRecordedRequests::withoutWords),
                facts.sources(),
                facts.countersignature().map(signed -> new Countersignature(UNSAID, signed.rank(), signed.signedOn())),
                facts.searchArguments());
    }

    private static Ground withoutWords(Ground ground) {
        return switch (ground) {
            case Ground.SeriousCriminality criminality -> criminality;
            case Ground.PublicSecurityRisk risk -> new Ground.PublicSecurityRisk(UNSAID);
            case Ground.MissingVulnerablePerson missing -> new Ground.MissingVulnerablePerson(UNSAID);
            case Ground.CourtOrder(var reference, var directs) -> new Ground.CourtOrder(UNSAID, directs);
        };
    }

    private static TracingRequestState shown(String state) {
        return Optional.of(state)
                .filter("AWAITING_SECOND"::equals)
                .map(awaiting -> TracingRequestState.UNDER_REVIEW)
                .orElseGet(() -> TracingRequestState.valueOf(state));
    }

    // The state alone, which tells what passes by itself: a database's message can quote values.
    private static IllegalStateException unreadable(SQLException failure) {
        var state = new SQLException("its message is left out", failure.getSQLState());
        return new IllegalStateException("recorded requests could not be read", state);
    }
}
