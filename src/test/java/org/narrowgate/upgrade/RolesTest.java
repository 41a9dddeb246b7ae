package org.narrowgate.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.dev.MigratedDatabase;

/** What the application's role and the eraser's may do after the migrations, found out by trying. */
class RolesTest {
    private static final String PERMISSION_DENIED = "42501";

    private static MigratedDatabase database;

    @BeforeAll
    static void migrate() {
        database = new MigratedDatabase();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void theApplicationHasTheseRightsAndNoOthers() throws SQLException {
        assertThat(rightsOf(MigratedDatabase.APPLICATION))
                .isEqualTo(Map.ofEntries(
                        Map.entry("archived_request", "INSERT, SELECT"),
                        Map.entry("case_claim", "DELETE, INSERT, SELECT, UPDATE"),
                        Map.entry("case_draft", "DELETE, INSERT, SELECT, UPDATE"),
                        Map.entry("case_reminder", "INSERT, SELECT"),
                        Map.entry("consultation", "INSERT, SELECT"),
                        Map.entry("consultation_ending", "INSERT, SELECT"),
                        Map.entry("embargo_event", "INSERT, SELECT"),
                        Map.entry("general_practice", "DELETE, INSERT, MAINTAIN, SELECT, UPDATE"),
                        Map.entry("ledger_checkpoint", "INSERT, SELECT"),
                        Map.entry("ledger_cosignature", "INSERT, SELECT"),
                        Map.entry("ledger_entry", "INSERT, SELECT"),
                        Map.entry("ledger_particulars", "INSERT, SELECT"),
                        Map.entry("ledger_signing_event", "INSERT, SELECT"),
                        Map.entry("ledger_tile_root", "INSERT, SELECT"),
                        Map.entry("person", "DELETE, INSERT, MAINTAIN, SELECT, UPDATE"),
                        Map.entry("person_address", "DELETE, INSERT, MAINTAIN, SELECT, UPDATE"),
                        Map.entry("person_name", "DELETE, INSERT, MAINTAIN, SELECT, UPDATE"),
                        Map.entry("person_session", "DELETE, INSERT, SELECT, UPDATE"),
                        Map.entry("policy_draft", "INSERT, SELECT, UPDATE"),
                        Map.entry("policy_draft_revision", "INSERT, SELECT"),
                        Map.entry("policy_draft_step", "INSERT, SELECT"),
                        Map.entry("policy_publication", "INSERT, SELECT"),
                        Map.entry("policy_replay", "INSERT, SELECT, UPDATE"),
                        Map.entry("policy_version", "INSERT, SELECT"),
                        Map.entry("pseudonym_key", "SELECT"),
                        Map.entry("purpose_use", "INSERT, SELECT, UPDATE"),
                        Map.entry("readable_address", "SELECT"),
                        Map.entry("readable_name", "SELECT"),
                        Map.entry("readable_person", "SELECT"),
                        Map.entry("readable_registration", "SELECT"),
                        Map.entry("resume_proposal", "INSERT, SELECT"),
                        Map.entry("registration", "DELETE, INSERT, MAINTAIN, SELECT, UPDATE"),
                        Map.entry("representation", "INSERT, SELECT"),
                        Map.entry("representation_content", "INSERT, SELECT"),
                        Map.entry("representation_judgement", "INSERT, SELECT"),
                        Map.entry("representation_reading", "INSERT, SELECT"),
                        Map.entry("rights_case", "INSERT, SELECT, UPDATE"),
                        Map.entry("rights_case_entry", "INSERT, SELECT"),
                        Map.entry("rights_case_subject", "INSERT, SELECT"),
                        Map.entry("staff_session", "DELETE, INSERT, SELECT, UPDATE"),
                        Map.entry("stop_event", "INSERT, SELECT"),
                        Map.entry("tracing_request", "INSERT, SELECT, UPDATE"),
                        Map.entry("tracing_request_entry", "INSERT, SELECT")));
    }

    @Test
    void theEraserHasOnlyTheParticulars() throws SQLException {
        assertThat(rightsOf("eraser")).isEqualTo(Map.of("ledger_particulars", "DELETE, SELECT"));
    }

    @Test
    void theReaderOfTheRegistryHasNoProtectionAndNoLog() throws SQLException {
        assertThat(rightsOf("registry_reader"))
                .isEqualTo(Map.of(
                        "general_practice", "SELECT",
                        "readable_address", "SELECT",
                        "readable_name", "SELECT",
                        "readable_person", "SELECT",
                        "readable_registration", "SELECT"));
    }

    @Test
    void theVerifierOfTheLogReadsTheLogAndNothingElse() throws SQLException {
        assertThat(rightsOf("log_verifier"))
                .isEqualTo(Map.of(
                        "ledger_checkpoint", "SELECT",
                        "ledger_entry", "SELECT",
                        "ledger_particulars", "SELECT",
                        "ledger_tile_root", "SELECT"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM ledger_particulars",
                "SELECT * FROM ledger_entry_from_0",
                "INSERT INTO ledger_entry_from_0 SELECT * FROM ledger_entry",
                "DELETE FROM ledger_entry_from_0",
                "DELETE FROM ledger_particulars_from_100000000",
                "UPDATE ledger_particulars_from_0 SET particulars = ''",
                "TRUNCATE ledger_particulars_from_0",
                "DROP TABLE ledger_entry_from_100000000",
                "ALTER TABLE ledger_entry DETACH PARTITION ledger_entry_from_0",
                "ALTER TABLE ledger_entry DETACH PARTITION ledger_entry_from_0 CONCURRENTLY",
                "ALTER TABLE ledger_particulars ATTACH PARTITION ledger_entry DEFAULT",
                "CREATE TABLE ledger_entry_more PARTITION OF ledger_entry DEFAULT",
                "SELECT extend_ledger(100, 1)",
                "CREATE OR REPLACE FUNCTION ledger_ends_at() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'",
                "UPDATE readable_person SET gender = NULL",
                "CREATE OR REPLACE VIEW readable_person AS SELECT * FROM person",
                "SET ROLE registry_reader",
                "SET ROLE log_verifier",
                "UPDATE ledger_particulars SET particulars = ''",
                "TRUNCATE ledger_particulars",
                "DELETE FROM ledger_entry",
                "UPDATE ledger_entry SET circumstances = ''",
                "TRUNCATE ledger_entry CASCADE",
                "UPDATE ledger_tile_root SET hash = ''",
                "DELETE FROM ledger_tile_root",
                "UPDATE ledger_checkpoint SET note = ''",
                "DELETE FROM ledger_checkpoint",
                "UPDATE ledger_cosignature SET signature = ''",
                "DELETE FROM ledger_cosignature",
                "UPDATE ledger_signing_event SET refusal = ''",
                "DELETE FROM ledger_signing_event",
                "UPDATE policy_version SET document = '{}'",
                "DELETE FROM policy_version",
                "DELETE FROM policy_replay",
                "DELETE FROM policy_draft",
                "UPDATE policy_draft_revision SET author = ''",
                "DELETE FROM policy_draft_revision",
                "UPDATE policy_draft_step SET reasons = ''",
                "DELETE FROM policy_draft_step",
                "UPDATE policy_publication SET author = ''",
                "DELETE FROM policy_publication",
                "INSERT INTO pseudonym_key (key) VALUES ('')",
                "UPDATE pseudonym_key SET key = ''",
                "DELETE FROM tracing_request",
                "UPDATE tracing_request_entry SET entry_index = 0",
                "DELETE FROM tracing_request_entry",
                "DELETE FROM purpose_use",
                "UPDATE case_reminder SET age = 0",
                "DELETE FROM case_reminder",
                "UPDATE archived_request SET fate = 'rejected'",
                "DELETE FROM archived_request",
                "UPDATE stop_event SET kind = 'resume'",
                "DELETE FROM stop_event",
                "UPDATE resume_proposal SET by_whom = ''",
                "DELETE FROM resume_proposal",
                "UPDATE embargo_event SET until = review_by",
                "DELETE FROM embargo_event",
                "UPDATE consultation SET text = ''",
                "DELETE FROM consultation",
                "UPDATE consultation_ending SET text = ''",
                "DELETE FROM consultation_ending",
                "DELETE FROM representation",
                "UPDATE representation_content SET text = ''",
                "DELETE FROM representation_content",
                "UPDATE representation_reading SET ruling = 'SHOWN'",
                "DELETE FROM representation_reading",
                "UPDATE representation_judgement SET text = ''",
                "DELETE FROM representation_judgement",
                "DELETE FROM rights_case",
                "UPDATE rights_case_subject SET subject = ''",
                "DELETE FROM rights_case_subject",
                "UPDATE rights_case_entry SET entry_index = 0",
                "DELETE FROM rights_case_entry",
                "CREATE OR REPLACE FUNCTION erase_representations() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'",
                "CREATE TABLE mine (id integer)",
                "CREATE SCHEMA mine",
                "CREATE FUNCTION mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
                "CREATE OR REPLACE FUNCTION erase_particulars(said_at bigint) RETURNS bigint LANGUAGE sql"
                        + " AS 'SELECT 1::bigint'",
                "ALTER FUNCTION erase_particulars(bigint) SET search_path = public",
                "ALTER TABLE ledger_entry ADD COLUMN mine text",
                "ALTER TABLE tracing_request DISABLE TRIGGER ALL",
                "DROP TABLE case_draft",
                "CREATE INDEX mine ON tracing_request (agency)",
                "SET ROLE eraser",
                "SET ROLE postgres",
                "CREATE ROLE mine",
                "SELECT * FROM flyway_schema_history"
            })
    void theApplicationIsDenied(String command) {
        assertDenied(database.asApplication(), command);
    }

    @Test
    void theEraserErasesByDeletingAndInNoOtherWay() {
        assertDeniedToTheEraser("UPDATE ledger_particulars SET particulars = ''");
        assertDeniedToTheEraser("SELECT * FROM ledger_entry");
        assertDeniedToTheEraser("SELECT * FROM tracing_request");
        assertDeniedToTheEraser("SELECT erase_particulars(0)");
    }

    @Test
    void theApplicationErasesOnlyWhatTheLogSaysAndOnlyFromItsDayOn() throws SQLException {
        // Given
        var today = UUID.randomUUID();
        var tomorrow = UUID.randomUUID();
        var open = UUID.randomUUID();
        try (var owner = database.connectAsOwner()) {
            request(owner, today, "current_date");
            request(owner, tomorrow, "current_date + 2");
            request(owner, open, "NULL");
            entry(owner, 0, today);
            entry(owner, 1, today);
            entry(owner, 2, tomorrow);
            entry(owner, 3, open);
            alone(owner, 4, "{\"kind\":\"opened\"}", "now() - interval '366 days'");
            alone(owner, 5, "{\"kind\":\"opened\"}", "now() - interval '364 days'");
            alone(owner, 6, "{\"kind\":\"opened\"}", "now() - interval '366 days'");
            alone(owner, 10, erasure("\"request\":\"" + tomorrow + "\"", "retention"), "now()");
            alone(owner, 11, erasure("\"request\":\"" + open + "\"", "retention"), "now()");
            alone(owner, 12, erasure("\"request\":\"" + UUID.randomUUID() + "\"", "retention"), "now()");
            alone(owner, 13, erasure("\"request\":\"" + today + "\"", "court-order"), "now()");
            alone(owner, 14, erasure("\"request\":\"" + today + "\"", "retention"), "now()");
            alone(owner, 15, erasure("\"entries\":[4,5,2,99]", "retention"), "now()");
            alone(owner, 16, erasure("\"entries\":\"6\"", "retention"), "now()");
            entry(owner, 17, today);
        }
        // When
        try (var application = database.asApplication().getConnection()) {
            // A false claim to somebody else's entry, which the application's rights allow.
            run(application, "INSERT INTO tracing_request_entry VALUES ('" + today + "', 3)");
            // Then
            for (int notSaid : new int[] {0, 6, 10, 11, 12, 13, 16, 99}) {
                assertThat(number(application, "SELECT erase_particulars(" + notSaid + ")"))
                        .as("entry %d", notSaid)
                        .isZero();
            }
            assertThat(number(application, "SELECT erase_particulars(14)")).isEqualTo(2);
            assertThat(number(application, "SELECT erase_particulars(14)")).isZero();
            assertThat(number(application, "SELECT erase_particulars(15)")).isEqualTo(1);
            assertThat(number(
                            application, "SELECT sum(index) FROM ledger_particulars WHERE index NOT BETWEEN 10 AND 16"))
                    .isEqualTo(2 + 3 + 5 + 6 + 17);
            assertThat(number(application, "SELECT count(*) FROM ledger_entry")).isEqualTo(15);
        }
    }

    private static String erasure(String of, String reason) {
        return "{\"kind\":\"erasure\"," + of + ",\"reason\":\"" + reason + "\"}";
    }

    private static void alone(Connection owner, int index, String circumstances, String appendedAt)
            throws SQLException {
        run(
                owner,
                "INSERT INTO ledger_entry VALUES (" + index + ", " + appendedAt + ", convert_to('" + circumstances
                        + "', 'UTF8'), sha256(''), sha256(''), sha256(''))");
        run(owner, "INSERT INTO ledger_particulars VALUES (" + index + ", sha256(''), '')");
    }

    private static void request(Connection owner, UUID id, String eraseOn) throws SQLException {
        run(
                owner,
                "INSERT INTO tracing_request (id, agency, purpose, case_reference, state, received_at, changed_at,"
                        + " due_by, policy_version, fingerprint, asked, searched_by, working_days, stopped_days,"
                        + " priority, exchanges, erase_on) VALUES ('" + id
                        + "', 'coroner', 'coroner-primary-care', 'c',"
                        + " 'WITHDRAWN', now(), now(), current_date, 1, 'f', '{}', '{}', 1, 0, 'NOT_ASKED', '[]', "
                        + eraseOn + ")");
    }

    private static void entry(Connection owner, int index, UUID request) throws SQLException {
        run(
                owner,
                "INSERT INTO ledger_entry VALUES (" + index + ", now(), convert_to('{\"request\":\"" + request
                        + "\"}', 'UTF8'), sha256(''), sha256(''), sha256(''))");
        run(owner, "INSERT INTO ledger_particulars VALUES (" + index + ", sha256(''), '')");
        run(owner, "INSERT INTO tracing_request_entry VALUES ('" + request + "', " + index + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT protection FROM person",
                "SELECT * FROM person_address",
                "SELECT * FROM ledger_entry",
                "SELECT * FROM ledger_particulars",
                "SELECT * FROM tracing_request",
                "SELECT * FROM rights_case_subject",
                "SELECT * FROM pseudonym_key",
                "SELECT * FROM staff_session",
                "UPDATE readable_person SET gender = NULL",
                "CREATE TABLE mine (id integer)"
            })
    void theReaderOfTheRegistryIsDenied(String command) {
        assertDeniedTo("registry_reader", command);
    }

    @Test
    void theReaderOfTheRegistrySeesNobodysProtectionAndNoWhereaboutsOfTheProtected() throws SQLException {
        // Given
        try (var owner = database.connectAsOwner()) {
            for (var code : new String[] {"U", "R", "V"}) {
                var id = "(SELECT id FROM person WHERE content_hash = '" + code + "')";
                run(
                        owner,
                        "INSERT INTO person (nhs_number, deceased, protection, invalidated, content_hash) VALUES ('900000000"
                                + "URV".indexOf(code) + "', false, '" + code + "', false, '" + code + "')");
                run(owner, "INSERT INTO person_name (person_id, place, use) VALUES (" + id + ", 0, 'usual')");
                run(owner, "INSERT INTO person_address (person_id, place) VALUES (" + id + ", 0)");
                run(owner, "INSERT INTO general_practice (ods_code) VALUES ('" + code + "')");
                run(
                        owner,
                        "INSERT INTO registration (person_id, place, ods_code) VALUES (" + id + ", 0, '" + code + "')");
            }
            // When
            run(owner, "SET ROLE registry_reader");
            // Then
            assertThat(number(owner, "SELECT count(*) FROM readable_person")).isEqualTo(2);
            assertThat(number(owner, "SELECT count(*) FROM readable_name")).isEqualTo(2);
            assertThat(number(owner, "SELECT count(*) FROM readable_address")).isEqualTo(1);
            assertThat(number(owner, "SELECT count(*) FROM readable_registration"))
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO ledger_entry SELECT * FROM ledger_entry",
                "DELETE FROM ledger_particulars",
                "SELECT * FROM ledger_entry_from_0",
                "SELECT * FROM tracing_request",
                "SELECT * FROM person",
                "SELECT * FROM pseudonym_key",
                "SELECT erase_particulars(0)",
                "CREATE TABLE mine (id integer)"
            })
    void theVerifierOfTheLogIsDenied(String command) {
        assertDeniedTo("log_verifier", command);
    }

    private static void assertDeniedToTheEraser(String command) {
        assertDeniedTo("eraser", command);
    }

    private static void assertDeniedTo(String role, String command) {
        assertThatThrownBy(() -> {
                    try (var owner = database.connectAsOwner()) {
                        run(owner, "SET ROLE " + role);
                        run(owner, command);
                    }
                })
                .isInstanceOfSatisfying(SQLException.class, RolesTest::isDenial);
    }

    private static void assertDenied(DataSource role, String command) {
        assertThatThrownBy(() -> {
                    try (var connection = role.getConnection()) {
                        run(connection, command);
                    }
                })
                .isInstanceOfSatisfying(SQLException.class, RolesTest::isDenial);
    }

    private static void isDenial(SQLException denied) {
        assertThat(denied.getSQLState()).as(denied.getMessage()).isEqualTo(PERMISSION_DENIED);
    }

    /** By table; whether they are the role's own, everybody's or another role's that it inherits. */
    private static Map<String, String> rightsOf(String role) throws SQLException {
        var rights = new TreeMap<String, String>();
        try (var owner = database.connectAsOwner();
                var statement = owner.prepareStatement("SELECT c.relname, string_agg(p.name, ', ' ORDER BY p.name)"
                        + " FROM pg_class c CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE',"
                        + " 'REFERENCES', 'TRIGGER', 'MAINTAIN']) AS p(name) WHERE c.relkind IN ('r', 'v', 'm', 'p')"
                        + " AND c.relnamespace = 'public'::regnamespace AND has_table_privilege(?, c.oid, p.name)"
                        + " GROUP BY c.relname")) {
            statement.setString(1, role);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    rights.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return rights;
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
