package org.narrowgate.ledger.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.ledger.Appended;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Erasure;
import org.narrowgate.ledger.Erasure.Extent;
import org.narrowgate.ledger.Erasure.Reason;
import org.narrowgate.ledger.Position;
import org.narrowgate.ledger.Share;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.note.SigningKey;
import org.narrowgate.ledger.store.GroupCommitLedger;
import org.narrowgate.ledger.store.GroupCommitLedger.Bounds;
import org.narrowgate.ledger.store.JdbcKeptLog;
import org.narrowgate.ledger.tree.GrowingTree;
import org.narrowgate.ledger.tree.Hash;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordsVerificationTest {
    private static final int ENTRIES = 530;
    private static final int COVERED = 520;
    private static final List<String> TABLES =
            List.of("ledger_entry", "ledger_particulars", "ledger_tile_root", "ledger_checkpoint");

    private final MigratedDatabase database = new MigratedDatabase();

    private static final Share<String, String> ALONE = new Share<>() {
        @Override
        public List<Optional<String>> objections(Connection connection, List<String> members) {
            return members.stream().map(member -> Optional.<String>empty()).toList();
        }

        @Override
        public void write(Connection connection, List<String> members, List<Position> positions) {
            // Nothing beside the entry.
        }
    };

    @BeforeAll
    void keepALog() throws SQLException {
        var tree = new GrowingTree();
        var tile = new GrowingTree();
        var roots = new ArrayList<Hash>();
        var checkpoint = "";
        try (var ledger =
                new GroupCommitLedger(database.asApplication(), new Bounds(128, 2048, Duration.ofSeconds(30)))) {
            for (int i = 0; i < ENTRIES; i++) {
                var leaf = append(ledger, Map.of("kind", "request", "request", "r" + i / 10, "number", i));
                tree.append(leaf);
                tile.append(leaf);
                if (tile.size() == 256) {
                    roots.add(tile.root());
                    tile = new GrowingTree();
                }
                if (tree.size() == COVERED) {
                    checkpoint = signed(new Checkpoint("test", COVERED, tree.root()));
                }
            }
        }
        run("INSERT INTO ledger_tile_root VALUES (0, 0, decode('" + hex(roots.get(0)) + "', 'hex')), (0, 1, decode('"
                + hex(roots.get(1)) + "', 'hex'))");
        run("INSERT INTO ledger_checkpoint VALUES (" + COVERED + ", '" + checkpoint + "', now())");
        for (var table : TABLES) {
            run("CREATE TABLE as_it_was_" + table + " AS TABLE " + table);
        }
    }

    @AfterAll
    void stop() {
        database.close();
    }

    @BeforeEach
    void restore() throws SQLException {
        run("TRUNCATE " + String.join(", ", TABLES) + ", ledger_cosignature");
        for (var table : TABLES) {
            run("INSERT INTO " + table + " TABLE as_it_was_" + table);
        }
    }

    @Test
    void findsALogThatHolds() {
        assertThat(verify()).isEqualTo(new RecordsVerdict.Holds(ENTRIES, COVERED, Map.of()));
    }

    @Test
    void findsALogWithoutEntriesThatHolds() throws SQLException {
        // Given
        run("TRUNCATE " + String.join(", ", TABLES) + ", ledger_cosignature");
        // When, then
        assertThat(verify()).isEqualTo(new RecordsVerdict.Holds(0, 0, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            UPDATE ledger_entry SET circumstances = set_byte(circumstances, 3, get_byte(circumstances, 3) # 1) WHERE index = 17 | entry 17: circumstances do not hash to its leaf
            UPDATE ledger_entry SET circumstances_salt = set_byte(circumstances_salt, 3, get_byte(circumstances_salt, 3) # 1) WHERE index = 17 | entry 17: circumstances do not hash to its leaf
            UPDATE ledger_entry SET particulars_hash = set_byte(particulars_hash, 3, get_byte(particulars_hash, 3) # 1) WHERE index = 17 | entry 17: circumstances do not hash to its leaf
            UPDATE ledger_entry SET leaf_hash = set_byte(leaf_hash, 3, get_byte(leaf_hash, 3) # 1) WHERE index = 17 | entry 17: circumstances do not hash to its leaf
            UPDATE ledger_particulars SET particulars = set_byte(particulars, 3, get_byte(particulars, 3) # 1) WHERE index = 17 | entry 17: particulars do not hash to what its leaf commits to
            UPDATE ledger_particulars SET salt = set_byte(salt, 3, get_byte(salt, 3) # 1) WHERE index = 17 | entry 17: particulars do not hash to what its leaf commits to
            DELETE FROM ledger_particulars WHERE index = 17 | entry 17: particulars are gone, and no erasure of the log names them
            DELETE FROM ledger_particulars WHERE index = 17; DELETE FROM ledger_entry WHERE index = 17 | entry 17: is missing, the next one is 18
            DELETE FROM ledger_particulars WHERE index = 17 OR index >= 520; DELETE FROM ledger_entry WHERE index = 17 OR index >= 520 | entry 17: is missing, the next one is 18
            DELETE FROM ledger_particulars WHERE index >= 519; DELETE FROM ledger_entry WHERE index >= 519 | entry 519: is missing with all after it, of the 520 that the last checkpoint covers
            UPDATE ledger_tile_root SET hash = set_byte(hash, 3, get_byte(hash, 3) # 1) WHERE number = 1 | entries 256 to 511: are not those over which the tree was built
            DELETE FROM ledger_tile_root WHERE number = 0 | entries 0 to 255: the root of their tile is missing
            UPDATE ledger_checkpoint SET note = replace(note, 'test', '') | the last checkpoint is no signed checkpoint
            """)
    void namesWhatIsTamperedWith(String tampering, String finding) throws SQLException {
        // Given
        run(tampering);
        // When, then
        assertThat(verify()).isEqualTo(new RecordsVerdict.Broken(finding));
    }

    @Test
    void findsEntriesThatChangedPlaces() throws SQLException {
        // Given
        for (var table : List.of("ledger_entry", "ledger_particulars")) {
            run("UPDATE " + table + " SET index = 100000 WHERE index = 17; UPDATE " + table
                    + " SET index = 17 WHERE index = 18; UPDATE " + table + " SET index = 18 WHERE index = 100000");
        }
        // When, then
        assertThat(verify())
                .isEqualTo(new RecordsVerdict.Broken("entries 0 to 255: are not those over which the tree was built"));
    }

    @Test
    void findsAnEntryThatWasPutInTheMiddle() throws SQLException {
        // Given
        for (var table : List.of("ledger_entry", "ledger_particulars")) {
            run("UPDATE " + table + " SET index = index + 100000 WHERE index > 515; UPDATE " + table
                    + " SET index = index - 100000 + 1 WHERE index > 100000");
        }
        run("INSERT INTO ledger_entry SELECT 516, appended_at, circumstances, circumstances_salt, particulars_hash,"
                + " leaf_hash FROM ledger_entry WHERE index = 515");
        run("INSERT INTO ledger_particulars SELECT 516, salt, particulars FROM ledger_particulars WHERE index = 515");
        // When, then
        assertThat(verify())
                .isEqualTo(new RecordsVerdict.Broken("the first 520 entries are not those of the last checkpoint: one"
                        + " was altered, exchanged or inserted together with its leaf"));
    }

    @Test
    void reportsWhatTheLogSaysIsErasedWithItsReason() throws SQLException {
        // Given
        erase(new Erasure(new Extent.OfRequest("r1"), Reason.RETENTION));
        erase(new Erasure(new Extent.OfRequest("r2"), Reason.PERSONS_REQUEST));
        erase(new Erasure(new Extent.OfEntries(List.of(40L, 41L)), Reason.COURT_ORDER));
        run("DELETE FROM ledger_particulars WHERE index BETWEEN 10 AND 29 OR index IN (40, 41)");
        // When, then
        assertThat(verify())
                .isEqualTo(new RecordsVerdict.Holds(
                        ENTRIES + 3,
                        COVERED,
                        Map.of(Reason.RETENTION, 10L, Reason.PERSONS_REQUEST, 10L, Reason.COURT_ORDER, 2L)));
    }

    @Test
    void namesAnErasureForNothingThatCameAfterIt() throws SQLException {
        // Given
        erase(new Erasure(new Extent.OfRequest("late"), Reason.RETENTION));
        append(Map.of("kind", "view", "request", "late"));
        run("DELETE FROM ledger_particulars WHERE index = " + (ENTRIES + 1));
        // When, then
        assertThat(verify())
                .isEqualTo(new RecordsVerdict.Broken(
                        "entry " + (ENTRIES + 1) + ": particulars are gone, and no erasure of the log names them"));
    }

    @Test
    void takesAnErasureOfNoRequestForNoWordOnEntriesThatBelongToNone() throws SQLException {
        // Given
        append(Map.of("kind", "record-opened"));
        erase(new Erasure(new Extent.OfRequest(""), Reason.RETENTION));
        run("DELETE FROM ledger_particulars WHERE index = " + ENTRIES);
        // When, then
        assertThat(verify())
                .isEqualTo(new RecordsVerdict.Broken(
                        "entry " + ENTRIES + ": particulars are gone, and no erasure of the log names them"));
    }

    private RecordsVerdict verify() {
        try (var log = JdbcKeptLog.open(database.asApplication())) {
            return new RecordsVerification(log).verify(done -> {});
        }
    }

    private void erase(Erasure erasure) {
        var circumstances = new HashMap<String, Object>(erasure.words());
        circumstances.put("kind", Erasure.KIND);
        append(circumstances);
    }

    private void append(Map<String, Object> circumstances) {
        try (var ledger =
                new GroupCommitLedger(database.asApplication(), new Bounds(128, 2048, Duration.ofSeconds(30)))) {
            append(ledger, circumstances);
        }
    }

    private static Hash append(GroupCommitLedger ledger, Map<String, Object> circumstances) {
        var appended = ledger.append(Entry.of(circumstances, Map.of("caseReference", "case 1")), ALONE, "");
        return Hash.fromBase64(((Appended.Written<String>) appended).position().leafHash());
    }

    private static String signed(Checkpoint checkpoint) {
        var key = SigningKey.generate("test");
        return new SignedNote(checkpoint.text(), List.of(key.sign(checkpoint.text()))).format();
    }

    private static String hex(Hash hash) {
        return HexFormat.of().formatHex(hash.bytes());
    }

    /** As a superuser can, whom no foreign key stops. */
    private void run(String sql) throws SQLException {
        try (var owner = database.connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(sql);
        }
    }
}
