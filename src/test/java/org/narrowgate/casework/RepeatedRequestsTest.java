package org.narrowgate.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.casework.CaseworkException.Fault;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.SyntheticRegistry;
import org.narrowgate.disclosure.Outcome;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.Countersignature;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.Ground;
import org.narrowgate.policy.OffenceCatalogue;
import org.narrowgate.policy.OffenceStage;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.policy.RequestFacts;
import org.narrowgate.policy.RequestFacts.Sources;
import org.narrowgate.registry.PopulationService;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.Subject;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class RepeatedRequestsTest {
    private static final Selection EVERYTHING = new Selection.OfPerson(EnumSet.allOf(Field.class));
    private static final Asker FRAUD = asker("counter-fraud", "counter-fraud");
    private static final Asker REVIEWERS = asker("case-review-commission", "case-review");

    @Inject
    TracingRequests requests;

    @Inject
    PolicyInForce policy;

    @Inject
    PopulationService population;

    @Inject
    DataSource database;

    @BeforeEach
    void fillRegistry() {
        SyntheticRegistry.fillWhereEmpty(population);
    }

    @Test
    void makesOneRequestOfOneSentManyTimesAtOnce() throws Exception {
        // Given
        var key = UUID.randomUUID();
        var before = count("ledger_entry");
        // When
        var ids = concurrently(
                40,
                sent -> requests.request(FRAUD, aboutHartfield("counter-fraud", "case 1"), EVERYTHING, key)
                        .request()
                        .id());
        // Then
        assertThat(Set.copyOf(ids)).hasSize(1);
        assertThat(count("tracing_request WHERE idempotency_key = '" + key + "'"))
                .isEqualTo(1);
        assertThat(count("ledger_entry") - before).isEqualTo(40); // one request, and every reading or its refusal
    }

    @Test
    void answersARequestSentAgainWithAReceiptOfItsOwn() {
        // Given
        var key = UUID.randomUUID();
        var first = requests.request(FRAUD, aboutHartfield("counter-fraud", "case 1"), EVERYTHING, key);
        // When
        var second = requests.request(FRAUD, aboutHartfield("counter-fraud", "case 1"), EVERYTHING, key);
        // Then
        assertThat(second.request()).isEqualTo(first.request());
        assertThat(traced(second).person()).isEqualTo(traced(first).person());
        assertThat(traced(second).receipt().entry())
                .isGreaterThan(traced(first).receipt().entry());
    }

    @Test
    void refusesARequestIdThatComesWithSomethingElse() {
        // Given
        var key = UUID.randomUUID();
        requests.request(FRAUD, aboutHartfield("counter-fraud", "case 1"), EVERYTHING, key);
        // When, then
        assertThatThrownBy(() -> requests.request(FRAUD, aboutHartfield("counter-fraud", "case 2"), EVERYTHING, key))
                .isInstanceOfSatisfying(
                        CaseworkException.class, e -> assertThat(e.fault()).isEqualTo(Fault.REQUEST_ID_REUSED));
    }

    @Test
    void keepsTheRequestIdsOfAgenciesApart() {
        // Given
        var key = UUID.randomUUID();
        var ours = requests.request(FRAUD, aboutHartfield("counter-fraud", "case 1"), EVERYTHING, key);
        // When
        var theirs = requests.request(REVIEWERS, aboutHartfield("case-review", "case 1"), EVERYTHING, key);
        // Then
        assertThat(theirs.request().id()).isNotEqualTo(ours.request().id());
    }

    @Test
    void holdsALimitExactlyHoweverManyAskAtOnce() throws Exception {
        // Given
        var crimeAgency = asker("national-crime-agency", "serious-crime-investigation");
        var limit = dailyLimit(crimeAgency);
        var usedBefore = limit - remaining(crimeAgency);
        // When
        var outcomes = concurrently(
                limit + 15, sent -> requests.request(crimeAgency, aboutAFraudster("case " + sent), EVERYTHING, null));
        // Then
        var refused = outcomes.stream()
                .flatMap(answer -> answer.outcome().stream())
                .map(outcome -> ((Outcome.Refused) outcome).reason())
                .toList();
        assertThat(refused).hasSize(usedBefore + 15).containsOnly(RefusalReason.LIMIT_REACHED);
        assertThat(remaining(crimeAgency)).isZero();
    }

    private int dailyLimit(Asker asker) {
        return requests.entitlements(asker)
                .getFirst()
                .entitlement()
                .terms()
                .dailyLimit()
                .orElseThrow();
    }

    private int remaining(Asker asker) {
        return requests.entitlements(asker)
                .getFirst()
                .entitlement()
                .remainingToday()
                .orElseThrow();
    }

    private static Outcome.Traced traced(Answer answer) {
        return (Outcome.Traced) answer.outcome().orElseThrow();
    }

    private static Asker asker(String agency, String purpose) {
        return new Asker(new AgencyId(agency), Set.of(new PurposeId(purpose)));
    }

    private static NewTracingRequest aboutHartfield(String purpose, String caseReference) {
        var subject = purpose.equals("counter-fraud")
                ? new Subject.ByNhsNumber(new NhsNumber("9000000009"), Optional.empty())
                : new Subject.ByNhsNumber(new NhsNumber("9000000009"), Optional.of(LocalDate.of(1984, 3, 7)));
        return request(purpose, caseReference, subject, Optional.empty(), Optional.empty());
    }

    private static NewTracingRequest aboutAFraudster(String caseReference) {
        var subject = new Subject.ByDetails(
                "Hartfield", LocalDate.of(1984, 3, 7), Optional.of("Eleanor"), Optional.empty(), Optional.empty());
        var ground = new Ground.SeriousCriminality(
                OffenceCatalogue.ofCode("fraud").orElseThrow(), OffenceStage.CONVICTED, OptionalInt.of(14));
        var signature = new Countersignature("An Officer", "senior-manager", LocalDate.of(2026, 1, 5));
        return request(
                "serious-crime-investigation", caseReference, subject, Optional.of(ground), Optional.of(signature));
    }

    private static NewTracingRequest request(
            String purpose,
            String caseReference,
            Subject subject,
            Optional<Ground> ground,
            Optional<Countersignature> signature) {
        return new NewTracingRequest(
                new RequestFacts(new PurposeId(purpose), ground, Sources.EXHAUSTED, signature, subject.arguments()),
                subject,
                caseReference,
                "every other source of information was tried",
                Priority.STANDARD,
                Optional.empty());
    }

    private static <T> List<T> concurrently(int times, Sending<T> sending) throws Exception {
        try (var agencies = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = IntStream.range(0, times)
                    .mapToObj(number -> agencies.submit((Callable<T>) () -> sending.send(number)))
                    .toList();
            var answers = new ArrayList<T>();
            for (var answer : sent) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    private interface Sending<T> {
        T send(int number);
    }

    private long count(String from) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM " + from)) {
            row.next();
            return row.getLong(1);
        }
    }
}
