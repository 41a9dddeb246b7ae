package org.narrowgate.ledger.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.ledger.note.SigningKey;
import org.narrowgate.ledger.publication.LastCheckpoint;
import org.narrowgate.ledger.publication.LogKeys;
import org.narrowgate.ledger.publication.SeenCheckpoint;
import org.narrowgate.ledger.publication.Signing;
import org.narrowgate.ledger.tree.Hash;

/** A database with a log, and integrators for it. */
final class IntegratedDatabase implements AutoCloseable {
    static final SigningKey KEY = SigningKey.generate("log.example/narrowgate");
    static final LogKeys KEYS = new LogKeys(List.of(KEY), List.of());

    final MigratedDatabase database = new MigratedDatabase();
    private final List<ElectedIntegrator> integrators = new ArrayList<>();

    /** One that has seen nothing yet, as after a start. */
    ElectedIntegrator integrator(Path lastCheckpoint) {
        return integrator(lastCheckpoint, KEYS);
    }

    ElectedIntegrator integrator(Path lastCheckpoint, LogKeys keys) {
        return integrator(lastCheckpoint, keys, database.asApplication());
    }

    ElectedIntegrator integrator(Path lastCheckpoint, LogKeys keys, DataSource source) {
        var integrator = new ElectedIntegrator(
                source, new Signing(keys), new LastCheckpoint(lastCheckpoint), new SeenCheckpoint());
        integrators.add(integrator);
        return integrator;
    }

    /** Of all entries, and nobody integrates. */
    void empty() throws SQLException {
        integrators.forEach(ElectedIntegrator::close);
        integrators.clear();
        run("TRUNCATE ledger_cosignature, ledger_checkpoint, ledger_tile_root, ledger_signing_event,"
                + " ledger_particulars, ledger_entry");
    }

    void run(String command) throws SQLException {
        try (var owner = database.connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute(command);
        }
    }

    List<List<String>> rows(String query) throws SQLException {
        try (var owner = database.connectAsOwner();
                var statement = owner.createStatement();
                var row = statement.executeQuery(query)) {
            var rows = new ArrayList<List<String>>();
            while (row.next()) {
                var columns = new ArrayList<String>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(row.getString(i)));
                }
                rows.add(columns);
            }
            return rows;
        }
    }

    List<Hash> leaves() throws SQLException {
        return rows("SELECT encode(leaf_hash, 'base64') FROM ledger_entry ORDER BY index").stream()
                .map(row -> Hash.fromBase64(row.getFirst()))
                .toList();
    }

    @Override
    public void close() {
        integrators.forEach(ElectedIntegrator::close);
        database.close();
    }
}
