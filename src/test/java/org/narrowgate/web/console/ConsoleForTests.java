package org.narrowgate.web.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.narrowgate.web.BrowserForTests;

/**
 * The console as a persona of the development identity provider sees it, by plain HTTP: signed in with real redirects,
 * a session cookie, and the token its forms send.
 */
public final class ConsoleForTests {
    /** The cookie that refers to the session. */
    public static final String SESSION = "q_session_console";

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final Map<String, String> cookies;

    private ConsoleForTests(Map<String, String> cookies) {
        this.cookies = cookies;
    }

    /** @param persona for example {@code carla-caseworker} */
    public static ConsoleForTests signedInAs(String persona) {
        return new ConsoleForTests(
                Map.of(SESSION, arrivalOf(persona, "/console").cookie(SESSION)));
    }

    /** The answer that brings the session cookie and the way to the page asked for. */
    static Response arrivalOf(String persona, String page) {
        var asked = given().redirects().follow(false).urlEncodingEnabled(false).get(page);
        assertThat(asked.statusCode()).isEqualTo(302);
        var chosen = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .contentType(ContentType.URLENC)
                .formParam("persona", persona)
                .post(URI.create(asked.header("Location")));
        var back = given().redirects()
                .follow(false)
                .urlEncodingEnabled(false)
                .cookies(asked.cookies())
                .get(URI.create(chosen.header("Location")));
        assertThat(back.cookies()).containsKey(SESSION);
        return back;
    }

    /** Signs a persona in with a real browser, which then stands at the page asked for. */
    public static void signIn(Page page, String persona, String path) {
        page.navigate(BrowserForTests.address() + path);
        page.locator("button[value='" + persona + "']").click();
        page.waitForURL(
                address -> URI.create(address).getPath().equals(URI.create(path).getPath()));
    }

    /** A request with this session; redirects are not followed. */
    public RequestSpecification asking() {
        return given().redirects().follow(false).cookies(cookies);
    }

    /** A form of this session with its token, as a browser would post it from a page of ours. */
    public RequestSpecification form() {
        return asking().contentType(ContentType.URLENC)
                .header("Origin", RestAssured.baseURI + ":" + RestAssured.port)
                .formParam("csrf", formToken());
    }

    /** What this session's forms send as {@code csrf}. */
    public String formToken() {
        var page = asking().get("/console").asString();
        var token = FORM_TOKEN.matcher(page);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    /** What the browser keeps. */
    public String sessionCookie() {
        return cookies.getOrDefault(SESSION, "");
    }
}
