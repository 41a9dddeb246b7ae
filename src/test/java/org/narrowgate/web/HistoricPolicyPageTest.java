package org.narrowgate.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.policy.HistoricPolicy;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class HistoricPolicyPageTest {
    private static final String PATH = "/transparency/2016/policy.json";

    @Test
    void servesTheVeryBytesThatItsHashIsOfToAnybody() throws Exception {
        // When
        var response = given().get(PATH);
        // Then
        var body = response.body().asByteArray();
        var digest = MessageDigest.getInstance("SHA-256").digest(body);
        var hash = HistoricPolicy.of2016().hash();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("application/json;charset=utf-8");
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(hash);
        assertThat(response.header("Policy-Hash")).isEqualTo(hash);
        assertThat(response.header("Repr-Digest"))
                .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
    }

    @Test
    void isMarkedAsNeverPublishedOutsideAndInside() {
        // When
        var response = given().get(PATH);
        // Then
        assertThat(response.header("Policy-Status")).isEqualTo("historic; never published");
        assertThat(response.jsonPath().getString("title"))
                .isEqualTo("The practice of 2016, reconstructed to be read and replayed: exceeds the statutory"
                        + " ceiling and was never published");
    }

    @Test
    void isNotSentAgainToWhoeverHoldsIt() {
        // Given
        var tag = given().get(PATH).header("ETag");
        // When
        var response = given().header("If-None-Match", tag).get(PATH);
        // Then
        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.body().asString()).isEmpty();
        assertThat(response.header("ETag")).isEqualTo(tag);
        assertThat(response.header("Cache-Control")).contains("max-age=86400");
    }
}
