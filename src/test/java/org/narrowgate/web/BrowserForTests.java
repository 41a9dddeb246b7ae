package org.narrowgate.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import io.restassured.RestAssured;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real browser without a window: the machine's Chromium where there is one, else Playwright's own. */
public final class BrowserForTests implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    // The sandbox refuses to run as root, as CI does; the others keep the browser from calling its maker.
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private BrowserForTests(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static BrowserForTests start() {
        var options = new BrowserType.LaunchOptions().setHeadless(true).setArgs(ARGUMENTS);
        if (!Files.isExecutable(CHROMIUM)) {
            var playwright = Playwright.create();
            return new BrowserForTests(playwright, playwright.chromium().launch(options));
        }
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new BrowserForTests(playwright, playwright.chromium().launch(options.setExecutablePath(CHROMIUM)));
    }

    /** Where the application is that is tested now, in this process or beside it. */
    public static String address() {
        return "http://localhost:" + RestAssured.port;
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
