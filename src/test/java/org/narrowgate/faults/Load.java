package org.narrowgate.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Clients that ask one after the other, as the contract tells them to: what was not answered is sent again with the
 * same X-Request-ID. They ask for people who are found, for nobody, without a ground, and read again.
 */
final class Load {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(30);
    private static final Duration BEFORE_AGAIN = Duration.ofMillis(250);
    private static final String OUTCOME = " id outcome { __typename"
            + " ... on Traced { person { name { family } address { postcode } } receipt { entry leafHash } }"
            + " ... on NotTraced { receipt { entry leafHash } } ... on Refused { receipt { entry leafHash } } }";
    private static final String ASK =
            "mutation($input: TraceInput!) { it: requestTrace(input: $input) {" + OUTCOME + "} }";
    private static final String READ = "query($id: ID!) { it: tracingRequest(id: $id) {" + OUTCOME + "} }";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ConcurrentLinkedQueue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();
    private final Supplier<URI> door;
    private final Supplier<String> token;
    private volatile boolean over;

    private Load(Supplier<URI> door, Supplier<String> token) {
        this.door = door;
        this.token = token;
    }

    /** Starts this many clients, each call of which goes where the door then says. */
    static Load of(int clients, Supplier<URI> door, Supplier<String> token) {
        var load = new Load(door, token);
        for (int i = 0; i < clients; i++) {
            load.clients.add(Thread.ofVirtual().start(load::ask));
        }
        return load;
    }

    /** In turn, whether they answer or not: as a service does that has not yet noticed. */
    static Supplier<URI> inTurn(Replica... replicas) {
        var next = new AtomicInteger();
        return () -> replicas[Math.floorMod(next.getAndIncrement(), replicas.length)].address();
    }

    List<Answer> sofar() {
        return List.copyOf(answers);
    }

    /** Returns once so many more outcomes have come. */
    Load awaitOutcomes(int more) throws InterruptedException {
        var before = outcomes();
        Moments.await(more + " more outcomes have come", Duration.ofSeconds(90), () -> outcomes() >= before + more);
        return this;
    }

    /** Every answer there was, once every client has had its last. */
    List<Answer> end() throws InterruptedException {
        over = true;
        for (var client : clients) {
            client.join();
        }
        http.close();
        return sofar();
    }

    private long outcomes() {
        return answers.stream().filter(Answer::isOutcome).count();
    }

    private void ask() {
        try {
            for (int turn = 0; !over; turn++) {
                var asked = untilAnswered(ASK, Map.of("input", input(turn)));
                if (turn % 3 == 0 && asked.what().equals("Traced")) {
                    untilAnswered(READ, Map.of("id", asked.request()));
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer untilAnswered(String operation, Map<String, ?> variables) throws InterruptedException {
        var key = UUID.randomUUID();
        var answer = sent(key, operation, variables);
        while (!answer.isOutcome() && !over) {
            Thread.sleep(BEFORE_AGAIN);
            answer = sent(key, operation, variables);
        }
        return answer;
    }

    private Answer sent(UUID key, String operation, Map<String, ?> variables) throws InterruptedException {
        var where = door.get();
        var began = System.nanoTime();
        var at = Instant.now();
        Answer answer;
        try {
            var response = http.send(request(where, key, operation, variables), BodyHandlers.ofString());
            answer = Answer.read(at, since(began), where, key, response.statusCode(), body(response));
        } catch (IOException e) {
            answer = Answer.none(at, since(began), where, key);
        }
        answers.add(answer);
        return answer;
    }

    private HttpRequest request(URI where, UUID key, String operation, Map<String, ?> variables) throws IOException {
        return HttpRequest.newBuilder(where.resolve("/graphql"))
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token.get())
                .header("X-Request-ID", key.toString())
                .POST(BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", operation, "variables", variables))))
                .build();
    }

    private static JsonNode body(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static Map<String, Object> input(int turn) {
        var input = new HashMap<String, Object>(Map.of(
                "purpose",
                "court-order",
                "caseReference",
                "case " + turn,
                "subject",
                // Valid, and held by nobody
                Map.of("nhsNumber", turn % 8 == 5 ? "9111231130" : "9000000009"),
                "sourcesExhausted",
                true,
                "justification",
                "every other source of information was tried"));
        if (turn % 8 != 7) {
            input.put(
                    "ground",
                    Map.of(
                            "type",
                            "COURT_ORDER",
                            "orderReference",
                            "order 7",
                            "orderDirects",
                            List.of("name", "address")));
        }
        return input;
    }
}
