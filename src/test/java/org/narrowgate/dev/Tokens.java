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

    /** The access token of somebody who logs in, as nobody gets it from the console: it stays on the server. */
    public static String ofStaff(String persona) {
        var issuer = ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
        var redirect = "http://localhost/console/signed-in";
        var location = given().baseUri(issuer)
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .queryParam("client_id", Personas.CONSOLE_CLIENT)
                .queryParam("response_type", "code")
                .queryParam("redirect_uri", redirect)
                .formParam("persona", persona)
                .post("/authorize")
                .header("Location");
        return given().baseUri(issuer)
                .contentType(ContentType.URLENC)
                .auth()
                .preemptive()
                .basic(Personas.CONSOLE_CLIENT, Personas.SECRET)
                .formParam("grant_type", "authorization_code")
                .formParam("redirect_uri", redirect)
                .formParam("code", location.substring(location.indexOf("code=") + "code=".length()))
                .post("/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
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
