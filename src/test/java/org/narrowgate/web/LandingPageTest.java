package org.narrowgate.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.dev.Tokens;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class LandingPageTest {
    @Inject
    @Location("landing.html")
    Template landing;

    @Test
    void linksToTheSchemaAndTheErrorCodes() {
        var links = given().get("/").htmlPath().getList("**.findAll { it.name() == 'a' }.@href", String.class);
        assertThat(links).contains("/schema.graphql", "/errors");
    }

    @Test
    void letsTheBrowserReachNothingButItselfAndTheDevelopmentIdentityProvider() {
        var identityProvider =
                ConfigProvider.getConfig().getValue("narrowgate.development.identity-provider", String.class);
        assertThat(given().get("/").header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                        + "connect-src 'self' " + identityProvider + "; "
                        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
    }

    @Test
    void holdsNothingOfTheTryItOutsideDevelopment() {
        // Given
        var notOffered =
                new TryIt(io.quarkus.runtime.LaunchMode.NORMAL, Optional.of(URI.create("http://localhost:8180")));
        // When
        var page = new LandingPage(landing, notOffered, 9000).show().render();
        // Then
        assertThat(page)
                .contains("One person, one case, one purpose.")
                .doesNotContainIgnoringCase("try-it")
                .doesNotContainIgnoringCase("try it")
                .doesNotContain("<script", "<form", "localhost:8180");
    }

    @Test
    void takesARealTokenAndTurnsARubbishOneAway() {
        assertThat(given().auth().oauth2(Tokens.of("court-service")).get("/").statusCode())
                .isEqualTo(200);
        assertThat(given().auth().oauth2("rubbish").get("/").statusCode()).isEqualTo(401);
    }
}
