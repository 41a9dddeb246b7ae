package org.narrowgate.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.caller.StaffSession;
import org.narrowgate.dev.DevelopmentServicesForTests;

/** Held against the one form that every console has: after each refusal its sender is still signed in. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class ConsoleGuardTest {
    private static final String FORM = "/console/sign-out";

    private ConsoleForTests carla;

    @BeforeEach
    void signIn() {
        carla = ConsoleForTests.signedInAs("carla-caseworker");
    }

    @Test
    void takesAFormOfThisSession() {
        assertThat(carla.form().post(FORM).statusCode()).isEqualTo(200);
    }

    @Test
    void takesAFormFromABrowserThatTellsNothingOfItself() {
        assertThat(carla.asking()
                        .contentType(ContentType.URLENC)
                        .formParam("csrf", carla.formToken())
                        .post(FORM)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesAFormWithoutItsToken() {
        assertRefused(carla.asking()
                .contentType(ContentType.URLENC)
                .formParam("reason", "none")
                .post(FORM));
        assertRefused(carla.asking().post(FORM));
    }

    @Test
    void refusesATokenMadeUp() {
        assertRefused(carla.asking()
                .contentType(ContentType.URLENC)
                .formParam("csrf", StaffSession.begin().formToken())
                .post(FORM));
        assertRefused(carla.asking()
                .contentType(ContentType.URLENC)
                .formParam("csrf", "")
                .post(FORM));
        assertRefused(carla.asking()
                .contentType(ContentType.URLENC)
                .formParam("csrf", "é")
                .post(FORM));
    }

    @Test
    void refusesTheTokenOfAnotherSession() {
        // Given
        var colin = ConsoleForTests.signedInAs("colin-caseworker");
        // When and then
        assertRefused(carla.asking()
                .contentType(ContentType.URLENC)
                .formParam("csrf", colin.formToken())
                .post(FORM));
    }

    @Test
    void refusesATokenInTheAddress() {
        assertRefused(carla.asking()
                .contentType(ContentType.URLENC)
                .queryParam("csrf", carla.formToken())
                .formParam("reason", "none")
                .post(FORM));
    }

    @Test
    void refusesAFormOfAnotherSiteEvenWithTheToken() {
        assertRefused(fromElsewhere("Origin", "https://elsewhere.example"));
        assertRefused(fromElsewhere("Origin", "null"));
        assertRefused(fromElsewhere("Sec-Fetch-Site", "cross-site"));
        assertRefused(fromElsewhere("Sec-Fetch-Site", "same-site"));
    }

    private Response fromElsewhere(String header, String value) {
        return carla.asking()
                .contentType(ContentType.URLENC)
                .header(header, value)
                .formParam("csrf", carla.formToken())
                .post(FORM);
    }

    private void assertRefused(Response answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.header("Narrowgate-Refused")).isEqualTo("form");
        assertThat(answer.asString()).contains("This form is out of date", "nothing was changed");
        assertThat(carla.asking().get("/console").statusCode()).isEqualTo(200);
    }
}
