package org.narrowgate.rights.embargo.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.rights.embargo.EmbargoEvent;
import org.narrowgate.rights.embargo.EmbargoEvents;
import org.narrowgate.rights.embargo.RequestEmbargo;
import org.narrowgate.rights.embargo.StaffMember;
import org.narrowgate.rights.embargo.Term;

/** Events of embargoes in PostgreSQL. */
@ApplicationScoped
class JdbcEmbargoEvents implements EmbargoEvents {
    private static final String ALL =
            "SELECT request, number, kind, at, until, review_by, by_whom, by_name, proposed_by,"
                    + " proposed_by_name, entry_index FROM embargo_event";
    private static final String THESE = ALL + " WHERE request = ANY (?)";
    private static final String IN_ORDER = " ORDER BY request, number";

    private final DataSource database;

    JdbcEmbargoEvents(DataSource database) {
        this.database = database;
    }

    @Override
    public RequestEmbargo of(TracingRequestId request) {
        return of(List.of(request)).getOrDefault(request, RequestEmbargo.NONE);
    }

    @Override
    public Map<TracingRequestId, RequestEmbargo> of(Collection<TracingRequestId> requests) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(THESE + IN_ORDER)) {
            statement.setArray(1, ids(connection, requests));
            return read(statement);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    @Override
    public Map<TracingRequestId, RequestEmbargo> all() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(ALL + IN_ORDER)) {
            return read(statement);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static Array ids(Connection connection, Collection<TracingRequestId> requests) throws SQLException {
        return connection.createArrayOf(
                "uuid", requests.stream().map(TracingRequestId::value).toArray());
    }

    private static Map<TracingRequestId, RequestEmbargo> read(PreparedStatement statement) throws SQLException {
        var events = new LinkedHashMap<TracingRequestId, List<EmbargoEvent>>();
        try (var row = statement.executeQuery()) {
            while (row.next()) {
                var request = new TracingRequestId(row.getObject("request", UUID.class));
                events.computeIfAbsent(request, _ -> new ArrayList<>()).add(event(row));
            }
        }
        return events.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> new RequestEmbargo(one.getValue())));
    }

    private static EmbargoEvent event(ResultSet row) throws SQLException {
        var place = new EmbargoEvent.Place(row.getInt("number"), at(row), row.getLong("entry_index"));
        var kind = row.getString("kind");
        return switch (kind) {
            case "asked" -> new EmbargoEvent.Asked(place, row.getObject("until", LocalDate.class));
            case "proposed" -> new EmbargoEvent.Proposed(place, by(row), term(row));
            case "approved" -> new EmbargoEvent.Approved(place, by(row), proposedBy(row), term(row));
            case "refused" -> new EmbargoEvent.Refused(place, by(row));
            case "ended" -> new EmbargoEvent.Ended(place, by(row));
            default -> throw new IllegalStateException("an embargo's event is of no kind that is known");
        };
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    private static StaffMember by(ResultSet row) throws SQLException {
        return new StaffMember(row.getString("by_whom"), row.getString("by_name"));
    }

    private static StaffMember proposedBy(ResultSet row) throws SQLException {
        return new StaffMember(row.getString("proposed_by"), row.getString("proposed_by_name"));
    }

    private static Term term(ResultSet row) throws SQLException {
        return new Term(row.getObject("until", LocalDate.class), row.getObject("review_by", LocalDate.class));
    }

    private static IllegalStateException unreadable(SQLException e) {
        return new IllegalStateException("the embargoes cannot be read", e);
    }
}
