package org.narrowgate.rights.request.store;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.narrowgate.casework.Moment;
import org.narrowgate.ledger.Share;
import org.narrowgate.rights.request.RightsCase;
import org.narrowgate.rights.request.RightsCaseId;
import org.narrowgate.rights.request.RightsCases;
import org.narrowgate.rights.request.RightsMove;

/** Rights cases in PostgreSQL. */
@ApplicationScoped
class JdbcRightsCases implements RightsCases {
    private static final String SELECT = "SELECT " + RightsCaseRows.COLUMNS + " FROM rights_case ";
    private static final String FIND = SELECT + "WHERE id = ?";
    private static final String OPEN = SELECT + "WHERE state IN ('RECEIVED', 'EXTENDED') ORDER BY received_at, id";
    private static final String DECIDED = SELECT + "WHERE state NOT IN ('RECEIVED', 'EXTENDED')"
            + " ORDER BY coalesce((lifting ->> 'at')::timestamptz, withdrawn_at, (reply ->> 'at')::timestamptz) DESC,"
            + " id LIMIT ?";
    private static final String IS_OF =
            "SELECT FROM rights_case_subject WHERE rights_case = ? AND subject = ANY (?) LIMIT 1";
    private static final String ENTRIES =
            "SELECT e.entry_index FROM rights_case_entry e JOIN ledger_entry l ON l.index = e.entry_index"
                    + " WHERE e.rights_case = ?"
                    + " AND convert_from(l.circumstances, 'UTF8')::jsonb ->> 'case' = e.rights_case::text"
                    + " ORDER BY e.entry_index";
    private static final String TO_ERASE =
            "SELECT c.id FROM rights_case c WHERE c.erased_at IS NULL AND c.erase_on <= ? AND NOT EXISTS ("
                    + "SELECT FROM rights_case_entry e JOIN ledger_entry l ON l.index = e.entry_index"
                    + " WHERE e.rights_case = c.id AND l.appended_at > clock_timestamp() - interval '1 year')"
                    + " ORDER BY c.erase_on LIMIT ?";

    private final DataSource database;
    // One for all appends: a batch is of one share.
    private final RightsShare share = new RightsShare();

    JdbcRightsCases(DataSource database) {
        this.database = database;
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    @Override
    public Share<RightsMove, RightsMove.Objection> share() {
        return share;
    }

    @Override
    public Optional<RightsCase> find(RightsCaseId id) {
        return read(connection -> {
            try (var statement = connection.prepareStatement(FIND)) {
                statement.setObject(1, id.value());
                return cases(statement).stream().findFirst();
            }
        });
    }

    @Override
    public List<RightsCase> of(Set<String> knownAs) {
        return read(connection -> RightsShare.of(connection, knownAs).stream()
                .sorted(comparing(RightsCase::receivedAt)
                        .reversed()
                        .thenComparing(file -> file.id().value()))
                .toList());
    }

    @Override
    public boolean isOf(RightsCaseId id, Set<String> knownAs) {
        return read(connection -> {
            try (var statement = connection.prepareStatement(IS_OF)) {
                statement.setObject(1, id.value());
                statement.setArray(2, connection.createArrayOf("text", knownAs.toArray()));
                try (var rows = statement.executeQuery()) {
                    return rows.next();
                }
            }
        });
    }

    @Override
    public List<RightsCase> open() {
        return read(connection -> {
            try (var statement = connection.prepareStatement(OPEN)) {
                return cases(statement);
            }
        });
    }

    @Override
    public List<RightsCase> decided(int most) {
        return read(connection -> {
            try (var statement = connection.prepareStatement(DECIDED)) {
                statement.setInt(1, most);
                return cases(statement);
            }
        });
    }

    @Override
    public List<Long> entriesOf(RightsCaseId id) {
        return read(connection -> {
            try (var statement = connection.prepareStatement(ENTRIES)) {
                statement.setObject(1, id.value());
                var entries = new ArrayList<Long>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        entries.add(rows.getLong(1));
                    }
                }
                return List.copyOf(entries);
            }
        });
    }

    @Override
    public List<RightsCaseId> toErase(Instant now, int most) {
        return read(connection -> {
            try (var statement = connection.prepareStatement(TO_ERASE)) {
                statement.setObject(1, Moment.dayOf(now));
                statement.setInt(2, most);
                var ids = new ArrayList<RightsCaseId>();
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        ids.add(new RightsCaseId(rows.getObject(1, UUID.class)));
                    }
                }
                return List.copyOf(ids);
            }
        });
    }

    private static List<RightsCase> cases(PreparedStatement statement) throws SQLException {
        var cases = new ArrayList<RightsCase>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                cases.add(RightsCaseRows.read(rows));
            }
        }
        return List.copyOf(cases);
    }

    private <T> T read(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.on(connection);
        } catch (SQLException e) {
            // The state alone, which tells what passes by itself: a database's message can quote values.
            var state = new SQLException("its message is left out", e.getSQLState());
            throw new IllegalStateException("rights cases could not be read", state);
        }
    }
}
