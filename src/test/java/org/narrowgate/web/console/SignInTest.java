package org.narrowgate.web.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class SignInTest {
    @Test
    void showsWhoIsSignedInAndWhatTheyCanDo() {
        var page = ConsoleForTests.signedInAs("carla-caseworker").asking().get("/console");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("Carla, caseworker", "/console/incidents", "/console/statistics");
    }

    @Test
    void asksAStrangerToSignIn() {
        assertThat(given().redirects().follow(false).get("/console").statusCode())
                .isEqualTo(302);
    }
}
