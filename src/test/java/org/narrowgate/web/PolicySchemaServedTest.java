package org.narrowgate.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class PolicySchemaServedTest {
    @Test
    void isServedToAnybody() throws Exception {
        // Given
        var schema = Files.readString(Path.of("src/main/resources/META-INF/resources/policy.schema.json"));
        // When
        var response = given().get("/policy.schema.json");
        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("application/json");
        assertThat(new String(response.body().asByteArray(), StandardCharsets.UTF_8))
                .isEqualTo(schema);
    }
}
