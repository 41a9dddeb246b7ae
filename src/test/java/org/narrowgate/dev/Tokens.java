package org.narrowgate.dev;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import org.eclipse.microprofile.config.ConfigProvider;

/** Real access tokens for booted tests, from the identity provider the application trusts. */
public final class Tokens {
    private Tokens() {}

    /** A token of an agency's client with every scope it has. */
    public static String of(String clientId) {
        return fetch(clientId, "");
    }

    /** A token of an agency's client with these scopes only, for example {@code purpose:court-order}. */
    public static String of(String clientId, String... scopes) {
        return fetch(clientId, String.join(" ", scopes));
    }

    private static String fetch(String clientId, String scope) {
        var issuer = ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
        return given().baseUri(issuer)
                .contentType(ContentType.URLENC)
                .auth()
                .preemptive()
                .basic(clientId, Personas.SECRET)
                .formParam("grant_type", "client_credentials")
                .formParam("scope", scope)
                .post("/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }
}
