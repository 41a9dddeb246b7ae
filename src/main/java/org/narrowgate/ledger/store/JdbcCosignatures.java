package org.narrowgate.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import javax.sql.DataSource;
import org.narrowgate.ledger.note.NoteSignature;
import org.narrowgate.ledger.note.VerifyingKey;
import org.narrowgate.ledger.publication.Cosignatures;

/** Cosignatures in PostgreSQL. */
@ApplicationScoped
class JdbcCosignatures implements Cosignatures {
    private final DataSource database;

    JdbcCosignatures(DataSource database) {
        this.database = database;
    }

    @Override
    public void keep(long size, VerifyingKey witness, NoteSignature signature, Instant cosignedAt) {
        Reading.of(database, connection -> {
            CosignatureRows.keep(connection, size, witness, signature, cosignedAt);
            return size;
        });
    }
}
