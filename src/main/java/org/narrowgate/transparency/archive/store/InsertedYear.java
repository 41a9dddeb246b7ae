package org.narrowgate.transparency.archive.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.narrowgate.policy.Countersignature;
import org.narrowgate.policy.Ground;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.transparency.archive.ArchivedRequest;
import org.narrowgate.transparency.archive.Fate;

/** Writes a year of archived requests, all or none. */
public final class InsertedYear {
    /** Any number, always the same: whoever holds this advisory lock is filling the archive. */
    private static final long FILLING_THE_ARCHIVE = 0x4e67_4172_6368L;

    private static final String INSERT = """
            INSERT INTO archived_request (number, month, agency, agency_group, purpose, case_reference, ground,
              offence, stage, sentence_months, sources, countersigned_by, search_arguments, fate, rejection_reason)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private InsertedYear() {}

    /** Whether it was written: it is not where the archive holds anything, also by another's hand at this moment. */
    public static boolean insertWhereEmpty(DataSource database, List<ArchivedRequest> requests) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean empty = isEmptyUnderLock(connection);
            if (empty) {
                insert(connection, requests);
                connection.commit();
            }
            connection.rollback();
            connection.setAutoCommit(true);
            return empty;
        }
    }

    private static boolean isEmptyUnderLock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + FILLING_THE_ARCHIVE + ")");
            try (var result = statement.executeQuery("SELECT NOT EXISTS (SELECT FROM archived_request)")) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }

    private static void insert(Connection connection, List<ArchivedRequest> requests) throws SQLException {
        try (var insert = connection.prepareStatement(INSERT)) {
            for (var request : requests) {
                set(insert, request);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement insert, ArchivedRequest request) throws SQLException {
        var facts = request.facts();
        var arguments = facts.searchArguments().stream()
                .map(SearchArgument::path)
                .sorted()
                .toArray();
        insert.setInt(1, request.number());
        insert.setObject(2, request.day());
        insert.setString(3, request.agency().value());
        insert.setString(4, request.group().title());
        insert.setString(5, facts.purpose().value());
        insert.setString(6, request.caseReference());
        insert.setString(7, facts.ground().map(ground -> ground.type().name()).orElse(null));
        setOffence(insert, facts.ground());
        insert.setString(11, facts.sources().name());
        insert.setString(
                12, facts.countersignature().map(Countersignature::rank).orElse(null));
        insert.setArray(13, insert.getConnection().createArrayOf("text", arguments));
        insert.setString(14, request.fate().row());
        insert.setString(15, request.fate() instanceof Fate.Rejected(var reason) ? reason.name() : null);
    }

    private static void setOffence(PreparedStatement insert, Optional<Ground> ground) throws SQLException {
        if (ground.orElse(null) instanceof Ground.SeriousCriminality criminality) {
            insert.setString(8, criminality.offence().code());
            insert.setString(9, criminality.stage().name());
            setMonths(insert, criminality);
            return;
        }
        insert.setNull(8, Types.VARCHAR);
        insert.setNull(9, Types.VARCHAR);
        insert.setNull(10, Types.INTEGER);
    }

    private static void setMonths(PreparedStatement insert, Ground.SeriousCriminality criminality) throws SQLException {
        if (criminality.sentenceMonths().isPresent()) {
            insert.setInt(10, criminality.sentenceMonths().getAsInt());
        } else {
            insert.setNull(10, Types.INTEGER);
        }
    }
}
