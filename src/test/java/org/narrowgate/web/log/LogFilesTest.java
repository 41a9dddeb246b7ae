package org.narrowgate.web.log;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.ledger.Entry;
import org.narrowgate.ledger.Ledger;
import org.narrowgate.ledger.Position;
import org.narrowgate.ledger.Share;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.note.VerifyingKey;
import org.narrowgate.ledger.note.WitnessKey;
import org.narrowgate.ledger.publication.IntegrationService;
import org.narrowgate.ledger.publication.LogStanding;
import org.narrowgate.ledger.publication.LogStanding.Cosigned;
import org.narrowgate.ledger.publication.LogStanding.Signer;
import org.narrowgate.ledger.publication.LogStanding.Witness;
import org.narrowgate.ledger.publication.LogStandings;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.MerkleTree;
import org.narrowgate.ledger.tree.Tile;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(LogFilesTest.Witnessed.class)
class LogFilesTest {
    private static final WitnessKey WITNESS = WitnessKey.parse(
            "PRIVATE+KEY+witness.example/auditor+7c198fc2+BOE0W0AgxNTIxY5YT3OvRD45TFi3EpPMbfDJ6lMmkeAi");
    private static final WitnessKey STRANGER = WitnessKey.generate("witness.example/stranger");
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final int ENTRIES = 300;

    private static final Share<Integer, String> NOTHING_BESIDE = new Share<>() {
        @Override
        public List<Optional<String>> objections(Connection connection, List<Integer> members) {
            return Collections.nCopies(members.size(), Optional.empty());
        }

        @Override
        public void write(Connection connection, List<Integer> members, List<Position> positions) {}
    };

    @Inject
    Ledger ledger;

    @Inject
    IntegrationService integration;

    @Inject
    LogStandings standings;

    /** A database of its own, and one witness. */
    public static final class Witnessed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "narrowgate.log.witnesses", WITNESS.verifyingKey().text(), "narrowgate.log.witnesses-needed", "1");
        }
    }

    @BeforeEach
    void integrateThreeHundredEntries() {
        // The start itself wrote some.
        int written = (int) standings.now().entries();
        if (written < ENTRIES) {
            IntStream.range(written, ENTRIES)
                    .parallel()
                    .forEach(number -> ledger.append(
                            Entry.of(Map.of("number", number), Map.of("canary", "particulars")),
                            NOTHING_BESIDE,
                            number));
            integration.tick();
        }
    }

    @Test
    void servesACheckpointThatItsKeysSignedOfATreeThatItsTilesMake() {
        // When
        var answer = get("/log/checkpoint");
        var key = VerifyingKey.parse(get("/log/keys").asString().strip());
        // Then
        var note = SignedNote.parse(answer.asByteArray());
        var checkpoint = Checkpoint.parse(note.text());
        assertThat(note.signers(List.of(key))).isEqualTo(new SignedNote.Signers.Known(List.of(key)));
        assertThat(checkpoint.size()).isEqualTo(ENTRIES);
        assertThat(new MerkleTree(LogFilesTest::hashes).root(ENTRIES)).isEqualTo(checkpoint.root());
        assertThat(checkpoint.origin()).isEqualTo(key.name());
        assertThat(headers(answer))
                .isEqualTo(List.of("text/plain; charset=utf-8", "public, max-age=1", "nosniff", "no cookie"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/000", "0/001.p/44", "0/000.p/17", "1/000.p/1", "entries/000", "entries/001.p/44"})
    void servesTilesThatMayBeKeptForEver(String path) {
        var answer = get("/log/tile/" + path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(headers(answer))
                .isEqualTo(List.of(
                        "application/octet-stream", "public, max-age=31536000, immutable", "nosniff", "no cookie"));
    }

    @Test
    void servesEntriesThatHashToTheirLeavesAndHoldNothingElse() {
        // When
        var bundle = ByteBuffer.wrap(get("/log/tile/entries/001.p/44").asByteArray());
        // Then
        var leaves = hashes(new Tile(0, 1, 44));
        assertThat(bundle.remaining()).isEqualTo(44 * 34);
        for (var leaf : leaves) {
            var entry = new byte[bundle.getShort()];
            bundle.get(entry);
            assertThat(Hash.leaf(entry)).isEqualTo(leaf);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0/001",
                "0/001.p/45",
                "0/002.p/1",
                "1/000",
                "1/000.p/2",
                "2/000.p/1",
                "entries/001",
                "entries/001.p/45",
                "0/0",
                "0/0000",
                "00/000",
                "0/x000/000",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/01",
                "0/-01",
                "64/000",
                "0%2F000",
                "entries/",
                "0/x999/x999/x999/x999/x999/x999/x999/999"
            })
    void hasNothingBeyondItsCheckpointNorWhereAPathIsSpeltInAnotherWay(String path) {
        // When
        var answer = given().urlEncodingEnabled(false).get("/log/tile/" + path);
        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.header("Cache-Control")).isIn("no-store", null);
    }

    @Test
    void answersAHeadLikeAGetWithoutItsBody() {
        // When
        var answer = given().head("/log/tile/0/000");
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(headers(answer))
                .isEqualTo(List.of(
                        "application/octet-stream", "public, max-age=31536000, immutable", "nosniff", "no cookie"));
        assertThat(answer.asByteArray()).isEmpty();
    }

    @Test
    void takesACosignatureAndShowsTheCheckpointAsWitnessed() {
        // Given
        var note = SignedNote.parse(get("/log/checkpoint").asByteArray());
        var cosigned = note.with(WITNESS.cosign(note.text(), NOON));
        // When
        var before = send(note.with(STRANGER.cosign(note.text(), NOON)).format());
        var answer = send(cosigned.format());
        var again = send(cosigned.format());
        // Then
        assertThat(List.of(before.statusCode(), answer.statusCode(), again.statusCode()))
                .containsExactly(403, 204, 204);
        assertThat(get("/log/witnessed").asString()).isEqualTo(cosigned.format());
        assertThat(standings.now().witnesses())
                .containsExactly(new Witness(WITNESS.verifyingKey(), Optional.of(new Cosigned(ENTRIES, NOON))));
    }

    @Test
    void takesNoCosignatureOfACheckpointItDidNotPublish() {
        // Given
        var other = new Checkpoint("localhost/narrowgate-development", ENTRIES, Hash.EMPTY).text();
        var larger = new Checkpoint("localhost/narrowgate-development", ENTRIES + 1L, Hash.EMPTY).text();
        // Then
        for (var text : List.of(other, larger)) {
            var answer = send(new SignedNote(text, List.of(WITNESS.cosign(text, NOON))).format());
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.asString()).isEqualTo("This log published no such checkpoint.\n");
        }
    }

    @Test
    void takesNoSignatureThatIsNotItsKeys() {
        // Given
        var note = SignedNote.parse(get("/log/checkpoint").asByteArray());
        var forged = note.with(WITNESS.cosign(note.text() + "more\n", NOON)).format();
        // Then
        assertThat(send(forged).statusCode()).isEqualTo(422);
        assertThat(send(forged).asString())
                .isEqualTo("This is not taken: a signature in a witness's name is not its key's.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nothing", "a\n\n— b c\n", "\u0000"})
    void takesNothingThatIsNoNote(String body) {
        assertThat(send(body).statusCode()).isEqualTo(422);
    }

    @Test
    void saysInReadinessAndMetricsHowFarTheTreeHasCome() {
        // When
        var check = given().get(management("/health/ready"))
                .jsonPath()
                .getMap("checks.find { it.name == 'disclosure log' }");
        var text = given().get(management("/metrics")).asString();
        // Then
        assertThat(check)
                .isEqualTo(Map.of(
                        "name",
                        "disclosure log",
                        "status",
                        "UP",
                        "data",
                        Map.of(
                                "size",
                                ENTRIES,
                                "lag",
                                0,
                                "lagSeconds",
                                0,
                                "integrating",
                                "this replica",
                                "entriesLeft",
                                400_000_000 - ENTRIES)));
        assertThat(text.lines())
                .contains("narrowgate_log_size 300.0", "narrowgate_log_lag 0.0", "narrowgate_log_lag_seconds 0.0")
                .anyMatch(line -> line.startsWith("narrowgate_log_checkpoints_total"))
                .anyMatch(line -> line.startsWith("narrowgate_log_refusals_total"));
    }

    @Test
    void tellsHowTheLogFares() {
        // When
        var standing = standings.now();
        // Then
        assertThat(standing)
                .usingRecursiveComparison()
                .ignoringFields("now", "last", "signingKeys", "witnesses")
                .isEqualTo(new LogStanding(
                        NOON,
                        ENTRIES,
                        Optional.empty(),
                        Optional.empty(),
                        Signer.THIS_REPLICA,
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of(),
                        1));
        assertThat(standing.size()).isEqualTo(ENTRIES);
        assertThat(standing.signingKeys()).hasSize(1);
    }

    private static String management(String path) {
        return ConfigProvider.getConfig().getValue("test.management.url", String.class) + path;
    }

    private static Response get(String path) {
        return given().get(path);
    }

    private static Response send(String note) {
        return given().contentType("text/plain").body(note.getBytes(UTF_8)).post("/log/cosignatures");
    }

    private static List<String> headers(Response answer) {
        return List.of(
                answer.contentType(),
                answer.header("Cache-Control"),
                answer.header("X-Content-Type-Options"),
                answer.header("Set-Cookie") == null ? "no cookie" : "a cookie");
    }

    private static List<Hash> hashes(Tile tile) {
        var bytes = get("/log/tile/" + tile.path()).asByteArray();
        return IntStream.range(0, bytes.length / Hash.LENGTH)
                .mapToObj(i -> Hash.of(Arrays.copyOfRange(bytes, i * Hash.LENGTH, (i + 1) * Hash.LENGTH)))
                .toList();
    }
}
