package org.narrowgate.keycloak;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A Keycloak process with the realm of {@code k8s/keycloak/realm.json}, made afresh at every start. */
public final class KeycloakForTests implements AutoCloseable {
    private static final Path HOME = Path.of(Objects.requireNonNull(System.getProperty("keycloak.home")));
    // The first start on a machine also builds Keycloak, which took 56 s on two cores.
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final String address;
    private final String adminPassword;

    private KeycloakForTests(Process process, String address, String adminPassword) {
        this.process = process;
        this.address = address;
        this.adminPassword = adminPassword;
    }

    public static KeycloakForTests start() {
        return startFor(URI.create("http://localhost:8080"));
    }

    /** One that sends people back to this address of Narrowgate, and to no other. */
    public static KeycloakForTests startFor(URI narrowgate) {
        var adminPassword = UUID.randomUUID().toString();
        try {
            var port = freePort();
            importOnly(RealmFile.PATH);
            var keycloak = new KeycloakForTests(
                    launch(port, adminPassword, narrowgate), "http://localhost:" + port, adminPassword);
            Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
            keycloak.awaitRealm();
            return keycloak;
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak did not start", e);
        }
    }

    /** What {@code quarkus.oidc.auth-server-url} is to be. */
    public String issuer() {
        return address + "/realms/narrowgate";
    }

    /** An access token of an agency's client, for these scopes. */
    public String token(String clientId, String... scopes) {
        return ask(clientId, scopes).then().statusCode(200).extract().path("access_token");
    }

    /** What the token endpoint answers to a client that asks for these scopes. */
    public Response ask(String clientId, String... scopes) {
        var form = new HashMap<>(Map.of("grant_type", "client_credentials"));
        if (scopes.length > 0) {
            form.put("scope", String.join(" ", scopes));
        }
        return given().contentType(ContentType.URLENC)
                .auth()
                .preemptive()
                .basic(clientId, secretOf(clientId))
                .formParams(form)
                .post(issuer() + "/protocol/openid-connect/token");
    }

    /** The identity token of somebody who logs in through a client by Keycloak's own page, asked for high assurance. */
    public String logIn(String clientId, String redirectPath, String username, String password) {
        var verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
        var redirect = "http://localhost:8080" + redirectPath;
        var page = given().redirects()
                .follow(false)
                .queryParam("client_id", clientId)
                .queryParam("response_type", "code")
                .queryParam("scope", "openid")
                .queryParam("redirect_uri", redirect)
                .queryParam("acr_values", "high")
                .queryParam("max_age", "900")
                // The example of RFC 7636, appendix B, with its verifier.
                .queryParam("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
                .queryParam("code_challenge_method", "S256")
                .get(issuer() + "/protocol/openid-connect/auth");
        var back = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .cookies(page.cookies())
                .contentType(ContentType.URLENC)
                .formParam("username", username)
                .formParam("password", password)
                .post(page.htmlPath().getString("**.find { it.@id == 'kc-form-login' }.@action"))
                .header("Location");
        return given().contentType(ContentType.URLENC)
                .auth()
                .preemptive()
                .basic(clientId, secretOf(clientId))
                .formParams(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        back.substring(back.indexOf("code=") + "code=".length()),
                        "redirect_uri",
                        redirect,
                        "code_verifier",
                        verifier))
                .post(issuer() + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("id_token");
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The secret that Keycloak made for a client, as an administrator reads it. */
    public String secretOf(String clientId) {
        return asAdministrator()
                .queryParam("clientId", clientId)
                .get(address + "/admin/realms/narrowgate/clients")
                .then()
                .statusCode(200)
                .extract()
                .path("[0].secret");
    }

    /** Adds somebody who can log in, with these of the realm's roles. */
    public void addUser(String username, String password, String firstName, String lastName, Set<String> roles) {
        var location = asAdministrator()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "username", username,
                        "firstName", firstName,
                        "lastName", lastName,
                        "enabled", true,
                        "credentials", List.of(Map.of("type", "password", "value", password, "temporary", false))))
                .post(address + "/admin/realms/narrowgate/users")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        var granted = roles.stream()
                .map(role -> asAdministrator()
                        .get(address + "/admin/realms/narrowgate/roles/" + role)
                        .jsonPath()
                        .getMap(""))
                .toList();
        asAdministrator()
                .contentType(ContentType.JSON)
                .body(granted)
                .post(location + "/role-mappings/realm")
                .then()
                .statusCode(204);
    }

    /** Adds a person who can log in, with this number and this sure that it is theirs. */
    public void addPerson(String username, String password, String nhsNumber, String assurance) {
        asAdministrator()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "username",
                        username,
                        "enabled",
                        true,
                        "attributes",
                        Map.of("nhs_number", List.of(nhsNumber), "identity_assurance", List.of(assurance)),
                        "credentials",
                        List.of(Map.of("type", "password", "value", password, "temporary", false))))
                .post(address + "/admin/realms/narrowgate/users")
                .then()
                .statusCode(201);
    }

    /** Adds a program like {@code policy-pipeline} with one of the realm's roles; it asks for tokens as agencies do. */
    public void addProgram(String clientId, String role) {
        var program = new HashMap<>(asAdministrator()
                .queryParam("clientId", "policy-pipeline")
                .get(address + "/admin/realms/narrowgate/clients")
                .jsonPath()
                .<String, Object>getMap("[0]"));
        program.keySet().removeAll(Set.of("id", "secret", "protocolMappers"));
        program.put("clientId", clientId);
        var client = asAdministrator()
                .contentType(ContentType.JSON)
                .body(program)
                .post(address + "/admin/realms/narrowgate/clients")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        var itself = asAdministrator()
                .get(client + "/service-account-user")
                .jsonPath()
                .getString("id");
        asAdministrator()
                .contentType(ContentType.JSON)
                .body(List.of(asAdministrator()
                        .get(address + "/admin/realms/narrowgate/roles/" + role)
                        .jsonPath()
                        .getMap("")))
                .post(address + "/admin/realms/narrowgate/users/" + itself + "/role-mappings/realm")
                .then()
                .statusCode(204);
    }

    private RequestSpecification asAdministrator() {
        return given().auth().oauth2(adminToken());
    }

    private String adminToken() {
        return given().contentType(ContentType.URLENC)
                .formParams(Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "admin",
                        "password", adminPassword))
                .post(address + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    private static Process launch(int port, String adminPassword, URI narrowgate) throws IOException {
        var builder = new ProcessBuilder(
                HOME.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=localhost",
                "--http-port=" + port);
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "JAVA_OPTS_KC_HEAP",
                        "-Xms64m -Xmx512m",
                        // Compiled for a short life.
                        "JAVA_OPTS_APPEND",
                        "-XX:TieredStopAtLevel=1",
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        adminPassword,
                        "NARROWGATE_URL",
                        narrowgate.toString()));
        return builder.redirectErrorStream(true).redirectOutput(log().toFile()).start();
    }

    /** An import passes over a realm that is there already, so nothing of an earlier start may be. */
    private static void importOnly(Path realm) throws IOException {
        var data = HOME.resolve("data");
        if (Files.exists(data)) {
            try (var files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            }
        }
        var imports = Files.createDirectories(data.resolve("import"));
        Files.copy(realm, imports.resolve("realm.json"));
    }

    private void awaitRealm() throws IOException {
        var until = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (!process.isAlive() || Instant.now().isAfter(until)) {
                close();
                throw new IOException("the realm did not come up; see " + log());
            }
            pause();
        }
    }

    private boolean answers() {
        try (var client = HttpClient.newHttpClient()) {
            var discovery = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                    .build();
            return client.send(discovery, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while Keycloak starts", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while Keycloak starts", e);
        }
    }

    private static Path log() {
        return HOME.resolveSibling("keycloak.log");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
