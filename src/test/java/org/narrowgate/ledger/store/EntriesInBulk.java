package org.narrowgate.ledger.store;

import java.sql.SQLException;
import org.narrowgate.dev.MigratedDatabase;

/** Entries by the thousand, each as an append would have made it. */
final class EntriesInBulk {
    private EntriesInBulk() {}

    static void add(MigratedDatabase database, long from, long count) throws SQLException {
        add(database, from, count, "as ever");
    }

    /** @param words what they say: other words make another history */
    static void add(MigratedDatabase database, long from, long count, String words) throws SQLException {
        try (var owner = database.connectAsOwner();
                var statement = owner.createStatement()) {
            statement.executeUpdate("INSERT INTO ledger_entry (index, appended_at, circumstances, circumstances_salt,"
                    + " particulars_hash, leaf_hash) SELECT i, clock_timestamp(), circumstances, salt, salt,"
                    + " sha256('\\x00'::bytea || sha256(sha256(salt || circumstances) || salt)) FROM"
                    + " (SELECT i, convert_to('{\"number\":' || i || ',\"words\":\"" + words + "\"}', 'UTF8')"
                    + " AS circumstances, sha256(int8send(i)) AS salt FROM generate_series(" + from + ", "
                    + (from + count - 1) + ") AS i) AS made");
        }
    }
}
