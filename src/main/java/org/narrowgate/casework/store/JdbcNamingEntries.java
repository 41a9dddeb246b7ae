package org.narrowgate.casework.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.erasure.NamingEntries;
import org.narrowgate.ledger.LedgerUnavailableException;

/** The entries that name somebody, by the index on whom particulars are about. */
@ApplicationScoped
class JdbcNamingEntries implements NamingEntries {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SELECT = "SELECT e.index, e.circumstances FROM ledger_particulars p"
            + " JOIN ledger_entry e USING (index)"
            + " WHERE particulars_subject(p.particulars) = ANY (?) ORDER BY e.index";

    private final DataSource database;

    JdbcNamingEntries(DataSource database) {
        this.database = database;
    }

    @Override
    public Naming of(List<String> pseudonyms) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SELECT)) {
            statement.setArray(1, connection.createArrayOf("text", pseudonyms.toArray()));
            var requests = new HashSet<TracingRequestId>();
            var alone = new ArrayList<Long>();
            var ownCases = new HashSet<String>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    var said = JSON.readTree(row.getBytes(2));
                    if (said.path("request").isTextual()) {
                        requests.add(new TracingRequestId(
                                UUID.fromString(said.get("request").asText())));
                    } else if (said.path("case").isTextual()) {
                        ownCases.add(said.get("case").asText());
                    } else {
                        alone.add(row.getLong(1));
                    }
                }
            }
            return new Naming(requests, alone, ownCases.size());
        } catch (SQLException e) {
            // Without its message: a database's can quote values.
            throw new LedgerUnavailableException("the log could not be read, state " + e.getSQLState());
        } catch (IOException e) {
            throw new UncheckedIOException("an entry of the log is not JSON", e);
        }
    }
}
