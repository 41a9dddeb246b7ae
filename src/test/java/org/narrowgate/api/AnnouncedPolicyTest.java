package org.narrowgate.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.api.Door.numbered;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.governance.PublishedForTests;
import org.narrowgate.governance.stop.StopsProfile;
import org.narrowgate.policy.Policy;

/** What agencies are told before a version comes into force, and that no operation breaks when it does. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(StopsProfile.class)
class AnnouncedPolicyTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String FIELDS = "{ fields { field treatment } }";
    private static final Map<String, Object> ELEANOR = Map.of("nhsNumber", "9000000009", "birthDate", "1984-03-07");

    @Inject
    PublishedForTests published;

    private final BehindTheDoor behind = new BehindTheDoor();

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
    }

    @AfterEach
    void publishTheShippedPolicyAgain() {
        published.publish(Policy.shipped(), Instant.now().minusSeconds(1));
    }

    @Test
    void anAgencyIsToldOfANarrowingWithEveryAnswerAndNobodyElseIs() {
        // Given
        var silent = Door.trace("counter-fraud", Door.counterFraud(ELEANOR));
        assertThat(Door.json(silent).has("extensions")).isFalse();
        var next = published.publish(withoutThePostcode(), tomorrow());
        // When
        var answers = List.of(
                Door.trace("counter-fraud", Door.counterFraud(ELEANOR)),
                Door.answer(Door.as("counter-fraud"), "{ entitlements { purpose } }", Map.of()),
                Door.answer(Door.as("counter-fraud"), "{ tracingRequests { hasNextPage } }", Map.of()));
        // Then
        assertThat(answers)
                .allSatisfy(answer -> assertThat(Door.json(answer).at("/extensions/notices"))
                        .singleElement()
                        .satisfies(notice -> {
                            assertThat(notice.fieldNames())
                                    .toIterable()
                                    .containsExactly("effectiveFrom", "policyVersion", "purpose", "changes");
                            assertThat(notice.get("effectiveFrom").asText())
                                    .isEqualTo(next.inForceFrom().toString());
                            assertThat(notice.get("policyVersion").asInt()).isEqualTo(next.number());
                            assertThat(notice.get("purpose").asText()).isEqualTo("counter-fraud");
                            assertThat(notice.get("changes"))
                                    .singleElement()
                                    .satisfies(change -> assertThat(change.asText())
                                            .contains("no longer sees", "postcode", "counter-fraud")
                                            .endsWith("."));
                        }));
        assertThat(Door.json(answers.getFirst()).get("data").toString())
                .contains("\"address.postcode\",\"treatment\":\"GENERALISED\"");
        assertThat(Door.answer(Door.as("coroner"), "{ entitlements { purpose } }", Map.of()))
                .isEqualTo("{\"data\":{\"entitlements\":[{\"purpose\":\"coroner-primary-care\"}]}}");
    }

    @Test
    void answersThatMustLookAlikeDoSoWithANoticeToo() {
        // Given
        published.publish(withoutThePostcode(), tomorrow());
        // When
        var nobody = Door.masked(Door.trace("counter-fraud", Door.counterFraud(numbered("9111231130"))));
        var veryRestricted = Door.masked(Door.trace("counter-fraud", Door.counterFraud(numbered("9000000041"))));
        // Then
        assertThat(veryRestricted).isEqualTo(nobody).contains("\"NOT_TRACED\"", "\"notices\"");
    }

    @Test
    void entitlementsOfADayToComeAreThoseOfTheVersionThenInForce() {
        // Given
        var next = published.publish(withoutThePostcode(), tomorrow());
        var day = LocalDate.ofInstant(next.inForceFrom(), LONDON);
        // When
        var now = entitlements("");
        var dayBefore = entitlements("(asOf: \"" + day.minusDays(1) + "\")");
        var onTheDay = entitlements("(asOf: \"" + day + "\")");
        var yearsLater = entitlements("(asOf: \"" + day.plusYears(7) + "\")");
        // Then
        assertThat(now).isEqualTo(dayBefore).contains("{\"field\":\"address.postcode\",\"treatment\":\"GENERALISED\"}");
        assertThat(onTheDay)
                .isEqualTo(now.replace(
                        "{\"field\":\"address.postcode\",\"treatment\":\"GENERALISED\"}",
                        "{\"field\":\"address.postcode\",\"treatment\":\"WITHHELD\"}"))
                .isEqualTo(yearsLater);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2018-05-09", "2030-02-30", "tomorrow", "+99999-01-01"})
    void aDayThatIsPastOrNoneIsAnInputError(String asOf) {
        // When
        var answer = Door.answer(
                Door.as("counter-fraud"),
                "query($asOf: Date) { entitlements(asOf: $asOf) { purpose } }",
                Map.of("asOf", asOf));
        // Then
        assertThat(Door.json(answer).at("/errors/0/extensions/code").asText()).isEqualTo("INPUT_INVALID");
        assertThat(Door.json(answer).at("/errors/0/extensions/field").asText()).isEqualTo("asOf");
    }

    @Test
    void aFieldThatGoesIsWithheldWithAReasonAndTheOperationStaysTheSame() {
        // Given
        var before = Door.node(Door.trace("counter-fraud", Door.counterFraud(ELEANOR)));
        assertThat(before.at("/outcome/person/address/postcode").asText()).isEqualTo("LS7");
        // When
        var next = published.publish(withoutThePostcode(), Instant.now().minusSeconds(1));
        var after = Door.node(Door.trace("counter-fraud", Door.counterFraud(ELEANOR)));
        // Then
        assertThat(after.get("policyVersion").asInt()).isEqualTo(next.number());
        assertThat(after.at("/outcome/person/address").toString()).doesNotContain("LS7");
        assertThat(after.at("/outcome/withheld"))
                .anySatisfy(
                        withheld -> assertThat(withheld.toString())
                                .isEqualTo(
                                        "{\"field\":\"address.postcode\",\"treatment\":\"WITHHELD\",\"reason\":\"NOT_NEEDED_FOR_PURPOSE\"}"));
        assertThat(after.at("/outcome/person/name").toString())
                .isEqualTo(before.at("/outcome/person/name").toString());
    }

    private static String entitlements(String arguments) {
        return Door.node(Door.answer(
                        Door.as("counter-fraud"), "{ entitlements" + arguments + " " + FIELDS + " }", Map.of()))
                .toString();
    }

    private static Instant tomorrow() {
        return Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MICROS);
    }

    private static Policy withoutThePostcode() {
        var shipped = Policy.shipped().canonicalJson();
        var postcode = "\"address.postcode\":\"generalised to district\"";
        assertThat(shipped).containsOnlyOnce(postcode);
        return Policy.read(shipped.replace(postcode, "\"address.postcode\":\"withheld\""));
    }
}
