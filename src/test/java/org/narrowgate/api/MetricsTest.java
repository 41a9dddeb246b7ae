package org.narrowgate.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.casework.review.Caseworkers;
import org.narrowgate.dev.DevelopmentServicesForTests;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class MetricsTest {
    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;
    @Inject
    BehindTheDoor behind;
    @Inject
    Caseworkers caseworkers;

    @Test
    void x() throws Exception {
        behind.holdTheCast();
        Door.trace("court-service", Door.courtOrder(Door.numbered("9000000009")));
        Door.trace("court-service", Door.courtOrder(Door.numbered("9000000000")));
        Door.trace("home-office", Door.convicted(Door.named("Hartfield", "Eleanor", "1984-03-07"), "overstaying", 1));
        given().get("/9000000009/Hartfield?x=Hartfield");
        given().get("/my-record/9000000009");
        given().get("/console/cases/9000000009");
        given().get("/log/tile/9000000009");
        Files.writeString(Path.of("target/scrape.txt"), given().get(metrics).asString());
    }
}
