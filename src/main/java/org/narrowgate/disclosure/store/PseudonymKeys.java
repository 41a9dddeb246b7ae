package org.narrowgate.disclosure.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.narrowgate.disclosure.Pseudonyms;

/** The keys of pseudonyms, in the database: made there by the owner, read again by each replica every minute. */
@ApplicationScoped
public class PseudonymKeys {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int BYTES = 32;
    private static final String SELECT = "SELECT id, key FROM pseudonym_key ORDER BY id DESC";
    private static final String INSERT = "INSERT INTO pseudonym_key (key) VALUES (?) RETURNING id";

    private final DataSource database;
    private final Clock clock;
    private final AtomicReference<@Nullable Read> last = new AtomicReference<>();

    PseudonymKeys(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param newestFirst one at least */
    private record Read(List<Pseudonyms> newestFirst, Instant at) {
        Read {
            newestFirst = List.copyOf(newestFirst);
        }
    }

    /** Makes pseudonyms under the newest key there was at most a minute ago. */
    public Pseudonyms newest() {
        return keys().getFirst();
    }

    /** A value's pseudonyms under all keys there are, the newest key's first: what an older key made is among them. */
    public List<String> underEveryKey(String value) {
        return keys().stream().map(key -> key.of(value)).toList();
    }

    /** Whether a pseudonym is this value's, under the key that it names. */
    public boolean recognises(String pseudonym, String value) {
        // Another replica may know of a new key some seconds before this one does.
        return maker(keys(), pseudonym)
                .or(() -> maker(readAgain(), pseudonym))
                .filter(key -> key.recognises(pseudonym, value))
                .isPresent();
    }

    /**
     * Adds a key that makes the next pseudonyms; the others stay, to recognise theirs.
     *
     * @param owner the connection of a role that may: the application's may not
     * @return the key's id, as pseudonyms name it
     */
    public static String add(Connection owner) throws SQLException {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        try (var statement = owner.prepareStatement(INSERT)) {
            statement.setBytes(1, key);
            try (var row = statement.executeQuery()) {
                row.next();
                return named(row.getInt(1));
            }
        }
    }

    private static Optional<Pseudonyms> maker(List<Pseudonyms> keys, String pseudonym) {
        return keys.stream().filter(key -> key.made(pseudonym)).findFirst();
    }

    private List<Pseudonyms> keys() {
        var known = last.get();
        return known != null && isFresh(known) ? known.newestFirst() : readAgain();
    }

    // In both directions: a clock set back must not keep old keys for longer.
    private boolean isFresh(Read known) {
        return Duration.between(known.at(), clock.instant()).abs().compareTo(FRESH) < 0;
    }

    private List<Pseudonyms> readAgain() {
        var keys = read();
        if (keys.isEmpty()) {
            throw new IllegalStateException("the database holds no pseudonym key; run migrate");
        }
        last.set(new Read(keys, clock.instant()));
        return keys;
    }

    private List<Pseudonyms> read() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(SELECT);
                var rows = statement.executeQuery()) {
            var keys = new ArrayList<Pseudonyms>();
            while (rows.next()) {
                keys.add(new Pseudonyms(named(rows.getInt(1)), rows.getBytes(2)));
            }
            return keys;
        } catch (SQLException e) {
            // The state alone, which tells what passes by itself: a database's message can quote values.
            var state = new SQLException("its message is left out", e.getSQLState());
            throw new IllegalStateException("the pseudonym keys could not be read", state);
        }
    }

    private static String named(int id) {
        return "k" + id;
    }
}
