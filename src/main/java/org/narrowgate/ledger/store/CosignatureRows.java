package org.narrowgate.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.narrowgate.ledger.note.NoteSignature;
import org.narrowgate.ledger.note.VerifyingKey;
import org.narrowgate.ledger.publication.LogStanding.Cosigned;
import org.narrowgate.ledger.publication.LogStanding.Witness;
import org.narrowgate.ledger.publication.Witnesses;

/** The statements of cosignatures. Only what witnesses sent that are configured now counts. */
final class CosignatureRows {
    private static final String KEEP = "INSERT INTO ledger_cosignature (size, witness, signature, cosigned_at)"
            + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String LARGEST = "SELECT size FROM ledger_cosignature WHERE witness = ANY (?)"
            + " GROUP BY size HAVING count(*) >= ? ORDER BY size DESC LIMIT 1";
    private static final String OF = "SELECT witness, signature FROM ledger_cosignature WHERE size = ?"
            + " AND witness = ANY (?) ORDER BY witness";
    private static final String LAST =
            "SELECT size, cosigned_at FROM ledger_cosignature WHERE witness = ?" + " ORDER BY size DESC LIMIT 1";

    private CosignatureRows() {}

    static void keep(Connection connection, long size, VerifyingKey witness, NoteSignature signature, Instant at)
            throws SQLException {
        try (var statement = connection.prepareStatement(KEEP)) {
            statement.setLong(1, size);
            statement.setString(2, witness.text());
            statement.setString(3, signature.base64());
            statement.setObject(4, at.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    static Optional<Long> largestWitnessed(Connection connection, Witnesses witnesses) throws SQLException {
        try (var statement = connection.prepareStatement(LARGEST)) {
            statement.setArray(1, connection.createArrayOf("text", texts(witnesses)));
            statement.setInt(2, witnesses.needed());
            try (var row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
            }
        }
    }

    static List<NoteSignature> of(Connection connection, long size, Witnesses witnesses) throws SQLException {
        try (var statement = connection.prepareStatement(OF)) {
            statement.setLong(1, size);
            statement.setArray(2, connection.createArrayOf("text", texts(witnesses)));
            var signatures = new ArrayList<NoteSignature>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    signatures.add(new NoteSignature(
                            VerifyingKey.parse(row.getString(1)).name(), row.getString(2)));
                }
            }
            return signatures;
        }
    }

    static Witness witness(Connection connection, VerifyingKey key) throws SQLException {
        try (var statement = connection.prepareStatement(LAST)) {
            statement.setString(1, key.text());
            try (var row = statement.executeQuery()) {
                return new Witness(
                        key,
                        row.next()
                                ? Optional.of(new Cosigned(
                                        row.getLong(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant()))
                                : Optional.empty());
            }
        }
    }

    private static Object[] texts(Witnesses witnesses) {
        return witnesses.keys().stream().map(VerifyingKey::text).toArray();
    }
}
