package org.narrowgate.api;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.api.Door.convicted;
import static org.narrowgate.api.Door.courtOrder;
import static org.narrowgate.api.Door.missingPerson;
import static org.narrowgate.api.Door.named;
import static org.narrowgate.api.Door.numbered;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.api.error.ErrorCode;
import org.narrowgate.casework.TracingRequestState;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.SecondDatabase;
import org.narrowgate.ledger.publication.IntegrationService;
import org.narrowgate.observation.Monitoring;
import org.narrowgate.observation.Scrape;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.RefusalReason;

/** What whoever watches is told after every kind of traffic, and that nothing else is on their metrics. */
@QuarkusTest
@TestProfile(SecondDatabase.class)
@QuarkusTestResource(DevelopmentServicesForTests.class)
class MetricsTest {
    private static final Map<String, Object> ELEANOR = named("Hartfield", "Eleanor", "1984-03-07");

    /** What Prometheus adds to every series it scrapes. */
    private static final Set<String> ADDED = Set.of("instance", "pod", "job", "namespace");

    /** What stands on the dashboard or in a rule and this application does not tell, and who does. */
    private static final Map<String, String> TOLD_ELSEWHERE = Map.of(
            "cnpg_pg_replication_lag",
            "CloudNativePG, beside each database",
            "narrowgate_registry_replica_lag_seconds",
            "an application with a replica of the registry: registry.ReplicaMeters");

    @TestHTTPResource(value = "/metrics", management = true)
    @Nullable
    URI metrics;

    private final BehindTheDoor behind = new BehindTheDoor();

    @Inject
    Caseworkers caseworkers;

    @Inject
    IntegrationService log;

    @Inject
    PolicyInForce policy;

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
    }

    @Test
    void holdEverySeriesAndLabelThatTheDashboardAndTheRulesName() throws IOException {
        // Given
        everyKindOfTraffic();
        var scrape = scrape();
        // When
        var named = Stream.concat(Monitoring.dashboard().stream(), Monitoring.rules().stream())
                .flatMap(expression -> Monitoring.selectors(expression).stream())
                .filter(selector -> !TOLD_ELSEWHERE.containsKey(selector.metric()))
                .toList();
        // Then
        assertThat(named).hasSizeGreaterThan(40).allSatisfy(selector -> {
            assertThat(scrape.labels()).as(selector.metric()).containsKey(selector.metric());
            assertThat(scrape.labels().get(selector.metric()))
                    .as(selector.toString())
                    .containsAll(selector.labels().stream()
                            .filter(label -> !ADDED.contains(label))
                            .toList());
        });
        assertThat(named.stream()
                        .flatMap(selector -> selector.values().entrySet().stream())
                        .flatMap(label -> label.getValue().stream().map(value -> label.getKey() + "=" + value)))
                .isNotEmpty()
                .isSubsetOf(words().entrySet().stream()
                        .flatMap(label -> label.getValue().stream().map(value -> label.getKey() + "=" + value))
                        .toList());
    }

    @Test
    void labelNothingWithWhatWasSent() {
        // Given
        everyKindOfTraffic();
        var input = new HashMap<>(courtOrder(numbered("9000000009")));
        input.put("purpose", "hartfield-of-leeds");
        // When
        Door.trace("court-service", Map.copyOf(input));
        Door.as("court-service")
                .body(Map.of("query", "query Hartfield { hartfield: entitlements { purpose } }"))
                .post("/graphql");
        Door.send("{ hartfield }");
        given().get("/9000000009");
        given().get("/console/9000000009?hartfield");
        // Then
        var scrape = scrape();
        assertThat(scrape.text().toLowerCase(Locale.ROOT)).doesNotContain("hartfield", "9000000009", "1984");
        words().forEach((label, known) -> assertThat(scrape.valuesOf("narrowgate", label))
                .as(label)
                .isNotEmpty()
                .isSubsetOf(known));
    }

    @Test
    void countWhatRequestsComeToByAgencyPurposeAndReason() {
        // Given
        var before = scrape();
        // When
        Door.trace("court-service", courtOrder(numbered("9000000009")));
        Door.trace("court-service", courtOrder(numbered("9111231130")));
        Door.trace("home-office", convicted(ELEANOR, "overstaying", 1));
        var underReview = idOf(Door.trace("police-north", missingPerson(numbered("9000000009"))));
        caseworkers.refuse(underReview, "Nothing says that anybody is missing.");
        // Then
        var after = scrape();
        assertThat(Stream.of(
                                "narrowgate_requests_total{agency=\"court-service\",outcome=\"traced\",purpose=\"court-order\",reason=\"none\"}",
                                "narrowgate_requests_total{agency=\"court-service\",outcome=\"not-traced\",purpose=\"court-order\",reason=\"none\"}",
                                "narrowgate_requests_total{agency=\"home-office\",outcome=\"refused\",purpose=\"immigration-tracing\",reason=\"OFFENCE_EXCLUDED\"}",
                                "narrowgate_requests_total{agency=\"police-north\",outcome=\"under-review\",purpose=\"missing-vulnerable-person\",reason=\"none\"}",
                                "narrowgate_reviews_total{agency=\"police-north\",outcome=\"refused\",purpose=\"missing-vulnerable-person\",reason=\"NOT_IN_PUBLIC_INTEREST\"}",
                                "narrowgate_search_seconds_count",
                                "narrowgate_read_seconds_count",
                                "narrowgate_decision_seconds_count",
                                "narrowgate_append_seconds_count")
                        .map(series -> after.value(series) - before.value(series)))
                .containsExactly(1.0, 1.0, 1.0, 1.0, 1.0, 2.0, 1.0, 4.0, 5.0);
    }

    private void everyKindOfTraffic() {
        Door.trace("court-service", courtOrder(numbered("9000000009")));
        Door.trace("home-office", convicted(ELEANOR, "overstaying", 1));
        Door.trace("court-service", courtOrder(numbered("9000000000")));
        var approved = idOf(Door.trace("police-north", missingPerson(numbered("9000000009"))));
        caseworkers.approve(approved);
        Door.read(Door.as("police-north"), approved);
        log.tick();
    }

    private Map<String, Set<String>> words() {
        var document = policy.current().policy().document();
        var agencies = document.agencies().stream().map(agency -> agency.id().value());
        var purposes = Stream.concat(
                Stream.of("none"),
                document.purposes().stream().map(purpose -> purpose.id().value()));
        return Map.of(
                "agency",
                agencies.collect(toUnmodifiableSet()),
                "purpose",
                purposes.collect(toUnmodifiableSet()),
                "outcome",
                Arrays.stream(TracingRequestState.values())
                        .map(TracingRequestState::word)
                        .collect(toUnmodifiableSet()),
                "reason",
                Stream.concat(
                                Stream.of("none"),
                                Arrays.stream(RefusalReason.values()).map(Enum::name))
                        .collect(toUnmodifiableSet()),
                "code",
                Arrays.stream(ErrorCode.values()).map(Enum::name).collect(toUnmodifiableSet()),
                "operation",
                Set.of(
                        "none",
                        "several",
                        "introspection",
                        "entitlements",
                        "preview",
                        "tracingRequest",
                        "tracingRequests",
                        "receipt",
                        "requestTrace",
                        "withdrawTracingRequest",
                        "provideInformation",
                        "reportMismatch",
                        "attestDestruction",
                        "requestEmbargo"));
    }

    private Scrape scrape() {
        return Scrape.of(given().get(Objects.requireNonNull(metrics)).asString());
    }

    private static String idOf(String answer) {
        return Door.node(answer).get("id").asText();
    }
}
