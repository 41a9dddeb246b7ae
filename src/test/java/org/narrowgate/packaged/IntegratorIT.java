package org.narrowgate.packaged;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.keycloak.KeycloakForTests;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.note.SigningKey;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.MerkleTree;
import org.narrowgate.ledger.tree.Tile;

/** Two replicas on one PostgreSQL under load; the one that integrates the log is killed. */
class IntegratorIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration WITHIN_SECONDS = Duration.ofSeconds(10);
    private static final int ASKING = 6;
    // Before the kill, and again after it
    private static final int ANSWERS = 20;
    private static final SigningKey KEY = SigningKey.generate("log.example/narrowgate");
    // The integrator's advisory lock, as PostgreSQL shows the first of its two halves.
    private static final String INTEGRATING = "SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid)"
            + " WHERE locktype = 'advisory' AND classid = x'696e7465'::int AND granted";

    @TempDir
    static Path folder;

    private static MigratedDatabase database;
    private static KeycloakForTests keycloak;
    private static Map<String, PackagedApplication> replicas;

    private final ConcurrentLinkedQueue<Answered> answers = new ConcurrentLinkedQueue<>();
    /** By size: every root that anybody was shown. */
    private final ConcurrentSkipListMap<Long, List<Hash>> seen = new ConcurrentSkipListMap<>();

    private final AtomicBoolean enough = new AtomicBoolean();

    private record Answered(long entry, Hash leaf) {}

    @BeforeAll
    static void start() throws Exception {
        database = new MigratedDatabase();
        keycloak = KeycloakForTests.start();
        Files.writeString(folder.resolve("key"), KEY.secretText());
        var people = folder.resolve("patients.ndjson");
        Files.copy(Path.of("src", "test", "resources", "registry", "patients.ndjson"), people);
        var owner = settings("owner");
        owner.putAll(Map.of("QUARKUS_FLYWAY_USERNAME", "postgres", "QUARKUS_FLYWAY_PASSWORD", "postgres"));
        PackagedApplication.run(owner, "migrate");
        PackagedApplication.run(owner, "import", people.toString());
        replicas = new ConcurrentHashMap<>();
        for (var name : List.of("first", "second")) {
            replicas.put(name, PackagedApplication.serve(settings(name)));
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        for (var replica : replicas.values()) {
            replica.close();
        }
        keycloak.close();
        database.close();
    }

    @Test
    void anotherReplicaContinuesTheTreeWithoutAGapOrAForkWhenTheIntegratorIsKilled() throws Exception {
        // Given
        var token = keycloak.token("court-service");
        // When
        Instant killed;
        Instant continued;
        try (var threads = Executors.newFixedThreadPool(ASKING + 1)) {
            var polling = threads.submit(this::poll);
            var asking = IntStream.range(0, ASKING)
                    .mapToObj(number -> threads.submit(ask(number, token)))
                    .toList();
            await(() -> seen.size() >= 4 && answers.size() >= ANSWERS);
            var integrating = only(INTEGRATING);
            Optional.ofNullable(replicas.remove(integrating)).orElseThrow().kill();
            killed = Instant.now();
            var largest = seen.lastKey();
            await(() -> seen.lastKey() > largest);
            continued = Instant.now();
            var before = answers.size();
            await(() -> seen.tailMap(largest, false).size() >= 4 && answers.size() >= before + ANSWERS);
            enough.set(true);
            for (var each : asking) {
                each.get();
            }
            await(() -> seen.lastKey() == Long.parseLong(only("SELECT count(*) FROM ledger_entry")));
            polled(polling);
        }
        // Then
        var survivor = replicas.values().iterator().next();
        long size = Long.parseLong(only("SELECT count(*) FROM ledger_entry"));
        var tree = new MerkleTree(tile -> hashes(survivor, tile));
        assertThat(Duration.between(killed, continued)).isLessThan(WITHIN_SECONDS);
        assertThat(only("SELECT max(index) + 1 FROM ledger_entry")).isEqualTo("" + size);
        assertThat(seen.lastKey()).isEqualTo(size);
        assertThat(roots(seen)).isEqualTo(rootsOf(tree, seen));
        assertThat(answers)
                .hasSizeGreaterThanOrEqualTo(2 * ANSWERS)
                .allSatisfy(answer ->
                        assertThat(leaf(survivor, answer.entry(), size)).isEqualTo(answer.leaf()));
    }

    @Test
    void doesNotStartWithAKeyThatIsNone() throws Exception {
        // Given
        var settings = settings("third");
        Files.writeString(folder.resolve("not-a-key"), "PRIVATE+KEY+what+secret+words");
        settings.put("NARROWGATE_LOG_SIGNING_KEYS", folder.resolve("not-a-key").toString());
        // When
        var ended = PackagedApplication.run(settings);
        // Then
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output().strip())
                .startsWith("narrowgate: narrowgate.log.signing-keys: `" + folder.resolve("not-a-key") + "`: ")
                .doesNotContain("secret", "\n");
    }

    @Test
    void doesNotStartWithAKeyAndNoPlaceForTheLastCheckpoint() throws Exception {
        // Given
        var settings = settings("third");
        settings.remove("NARROWGATE_LOG_LAST_CHECKPOINT");
        // When
        var ended = PackagedApplication.run(settings);
        // Then
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.output()).startsWith("narrowgate: set narrowgate.log.last-checkpoint to a file outside");
    }

    private static void polled(Future<Void> polling) throws Exception {
        polling.get();
    }

    /** Looks at the checkpoint of every replica there is until all has been asked and integrated. */
    private Void poll() throws Exception {
        var key = List.of(KEY.verifyingKey());
        long entries = Long.MAX_VALUE;
        while (!enough.get() || seen.isEmpty() || seen.lastKey() < entries) {
            for (var replica : List.copyOf(replicas.values())) {
                fetched(replica, "/log/checkpoint").ifPresent(answer -> {
                    var note = SignedNote.parse(answer.asByteArray());
                    assertThat(note.signers(key)).isEqualTo(new SignedNote.Signers.Known(key));
                    var checkpoint = Checkpoint.parse(note.text());
                    seen.merge(checkpoint.size(), List.of(checkpoint.root()), IntegratorIT::both);
                });
            }
            entries = enough.get() ? Long.parseLong(only("SELECT count(*) FROM ledger_entry")) : Long.MAX_VALUE;
            Thread.sleep(100);
        }
        return null;
    }

    private static List<Hash> both(List<Hash> some, List<Hash> other) {
        var roots = new ArrayList<>(some);
        roots.addAll(other);
        return roots.stream().distinct().toList();
    }

    private static SortedMap<Long, List<Hash>> roots(Map<Long, List<Hash>> seen) {
        return new TreeMap<>(seen);
    }

    private static SortedMap<Long, List<Hash>> rootsOf(MerkleTree tree, Map<Long, List<Hash>> seen) {
        var roots = new TreeMap<Long, List<Hash>>();
        seen.keySet().forEach(size -> roots.put(size, List.of(tree.root(size))));
        return roots;
    }

    /** Empty where the replica did not answer: it is being killed. */
    private static Optional<Response> fetched(PackagedApplication replica, String path) {
        try {
            var answer = given().baseUri(replica.address().toString()).get(path);
            return answer.statusCode() == 200 ? Optional.of(answer) : Optional.empty();
        } catch (Exception e) {
            return Optional.empty();
        }
    }

    private static List<Hash> hashes(PackagedApplication replica, Tile tile) {
        var bytes = fetched(replica, "/log/tile/" + tile.path()).orElseThrow().asByteArray();
        return IntStream.range(0, bytes.length / Hash.LENGTH)
                .mapToObj(i -> Hash.of(Arrays.copyOfRange(bytes, i * Hash.LENGTH, (i + 1) * Hash.LENGTH)))
                .toList();
    }

    private final Map<Long, List<Hash>> tiles = new HashMap<>();

    private Hash leaf(PackagedApplication replica, long index, long size) {
        return tiles.computeIfAbsent(index / Tile.WIDTH, number -> hashes(replica, Tile.of(0, number, size)))
                .get((int) (index % Tile.WIDTH));
    }

    private Callable<Void> ask(int number, String token) {
        return () -> {
            while (!enough.get()) {
                var serving = List.copyOf(replicas.values());
                ask(serving.get(number % serving.size()), token).ifPresent(answers::add);
            }
            return null;
        };
    }

    private static Optional<Answered> ask(PackagedApplication replica, String token) {
        var input = Map.of(
                "purpose",
                "court-order",
                "subject",
                Map.of("nhsNumber", "9000000009"),
                "ground",
                Map.of("type", "COURT_ORDER", "orderReference", "order 7", "orderDirects", List.of("gender")),
                "caseReference",
                "case 1",
                "sourcesExhausted",
                true,
                "justification",
                "every other source of information was tried");
        try {
            var answer = given().baseUri(replica.address().toString())
                    .auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body(Map.of(
                            "query",
                            "mutation($input: TraceInput!) { requestTrace(input: $input) { outcome {"
                                    + " ... on Traced { receipt { entry leafHash } }"
                                    + " ... on Refused { receipt { entry leafHash } } } } }",
                            "variables",
                            Map.of("input", input)))
                    .post("/graphql")
                    .jsonPath();
            return Optional.ofNullable(answer.getString("data.requestTrace.outcome.receipt.leafHash"))
                    .map(leaf -> new Answered(
                            answer.getLong("data.requestTrace.outcome.receipt.entry"), Hash.fromBase64(leaf)));
        } catch (Exception e) {
            // Its replica was killed, and nobody answered.
            return Optional.empty();
        }
    }

    private static void await(BooleanSupplier reached) throws InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        while (!reached.getAsBoolean() && Instant.now().isBefore(until)) {
            Thread.sleep(20);
        }
    }

    private static String only(String query) {
        try (var owner = database.connectAsOwner();
                var statement = owner.createStatement();
                var row = statement.executeQuery(query)) {
            assertThat(row.next()).as(query).isTrue();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> settings(String name) {
        return new HashMap<>(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                database.jdbcUrl() + "?ApplicationName=" + name,
                "QUARKUS_DATASOURCE_USERNAME",
                MigratedDatabase.APPLICATION,
                "QUARKUS_DATASOURCE_PASSWORD",
                MigratedDatabase.PASSWORD,
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                keycloak.issuer(),
                "NARROWGATE_UPKEEP_EVERY",
                "off",
                "NARROWGATE_LOG_SIGNING_KEYS",
                folder.resolve("key").toString(),
                "NARROWGATE_LOG_LAST_CHECKPOINT",
                folder.resolve("last-checkpoint").toString()));
    }
}
