package org.narrowgate.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.narrowgate.observation.Observed;
import org.narrowgate.observation.Traffic;

/** The package, jar or executable, as an operator starts it: settings in the environment only. */
public final class PackagedApplication implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;
    private final int management;

    private PackagedApplication(Process process, int port, int management) {
        this.process = process;
        this.port = port;
        this.management = management;
    }

    /** What a command came to. */
    public record Ended(int code, String output) {}

    /** Runs a command to its end. */
    public static Ended run(Map<String, String> settings, String... arguments)
            throws IOException, InterruptedException {
        var process = start(settings, arguments);
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ended(process.waitFor(), output);
    }

    /** Serves on the port that is set, else on a free one, and returns once it is ready. */
    public static PackagedApplication serve(Map<String, String> settings) throws IOException, InterruptedException {
        Traffic.keep();
        var all = new HashMap<>(Observed.environment());
        all.putAll(settings);
        var port = Integer.parseInt(all.computeIfAbsent("QUARKUS_HTTP_PORT", _ -> String.valueOf(freePort())));
        var management = freePort();
        all.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(management));
        var process = start(all);
        // Read to the end so that a full pipe never stops it.
        Thread.ofVirtual().start(() -> drain(process));
        var application = new PackagedApplication(process, port, management);
        application.awaitReady(URI.create("http://localhost:" + management + "/q/health/ready"));
        return application;
    }

    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** As if the machine were switched off. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        Observed.scrape(URI.create("http://localhost:" + management + "/q/metrics"));
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static Process start(Map<String, String> settings, String... arguments) throws IOException {
        var command = new ArrayList<>(BuiltPackage.newest().command());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_") || name.startsWith("NARROWGATE_"));
        // There is no balancer that would have to hear of its end.
        builder.environment().put("QUARKUS_SHUTDOWN_DELAY", "0s");
        builder.environment().putAll(settings);
        return builder.start();
    }

    private static void drain(Process process) {
        try (var output = process.getInputStream()) {
            output.transferTo(Files.newOutputStream(Path.of("target", "packaged-application.log")));
        } catch (IOException e) {
            // The process is gone, and with it what it would have said.
        }
    }

    private void awaitReady(URI readiness) throws IOException, InterruptedException {
        var until = Instant.now().plus(PATIENCE);
        try (var client = HttpClient.newHttpClient()) {
            while (!isReady(client, readiness)) {
                if (!process.isAlive() || Instant.now().isAfter(until)) {
                    throw new IOException("the application did not become ready; see target/packaged-application.log");
                }
                Thread.sleep(100);
            }
        }
    }

    private static boolean isReady(HttpClient client, URI readiness) throws InterruptedException {
        try {
            return client.send(HttpRequest.newBuilder(readiness).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
