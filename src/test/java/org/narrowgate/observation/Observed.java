package org.narrowgate.observation;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where everything that could be observed of the applications under test is kept until the last of the integration tests
 * looks through it: their logs, their metrics, the spans they exported, and beside them what was sent and answered.
 */
public final class Observed {
    static final Path FOLDER = Path.of("target", "observed");
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static @Nullable HttpServer receiver;

    private Observed() {}

    /** For an application to be observed by: a log as it is packaged, ours in all detail, and spans to the receiver. */
    public static Map<String, String> settings() {
        // A handler of its own: the file that Quarkus logs to is where its launcher of packages looks for the port.
        return Map.ofEntries(
                Map.entry("quarkus.log.handlers", "observed"),
                Map.entry("quarkus.log.handler.file.\"observed\".enabled", "true"),
                Map.entry(
                        "quarkus.log.handler.file.\"observed\".path",
                        file("logs", "log").toAbsolutePath().toString()),
                Map.entry("quarkus.log.handler.file.\"observed\".level", "ALL"),
                Map.entry("quarkus.log.handler.file.\"observed\".rotation.max-file-size", "1G"),
                Map.entry("quarkus.log.file.json.enabled", "true"),
                Map.entry("quarkus.log.console.level", "INFO"),
                Map.entry("quarkus.log.category.\"org.narrowgate\".level", "DEBUG"),
                Map.entry("quarkus.otel.sdk.disabled", "false"),
                Map.entry("quarkus.otel.exporter.otlp.endpoint", receiving()),
                Map.entry("quarkus.otel.exporter.otlp.protocol", "http/protobuf"));
    }

    /** The same as environment variables. */
    public static Map<String, String> environment() {
        var settings = new HashMap<String, String>();
        settings()
                .forEach((name, value) ->
                        settings.put(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"), value));
        return Map.copyOf(settings);
    }

    /** What the metrics say now; nothing where nobody answers any more. */
    public static void scrape(URI metrics) {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString());
            Files.writeString(file("metrics", "txt"), answer.body());
        } catch (IOException e) {
            // It is gone already.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static synchronized void append(String kind, String ending, String text) {
        try {
            var folder = Files.createDirectories(FOLDER.resolve(kind));
            Files.writeString(
                    folder.resolve(ProcessHandle.current().pid() + "." + ending),
                    text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> files(String kind) {
        var folder = FOLDER.resolve(kind);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(String kind, String ending) {
        try {
            var name = ProcessHandle.current().pid() + "-" + System.nanoTime() + "-" + NUMBERS.incrementAndGet();
            return Files.createDirectories(FOLDER.resolve(kind)).resolve(name + "." + ending);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A collector of traces that keeps what it is sent, byte for byte. */
    private static synchronized String receiving() {
        try {
            if (receiver == null) {
                var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/", exchange -> {
                    try (exchange) {
                        Files.write(
                                file("spans", "pb"), exchange.getRequestBody().readAllBytes());
                        exchange.sendResponseHeaders(200, -1);
                    }
                });
                server.setExecutor(Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("span-receiver").factory()));
                server.start();
                receiver = server;
            }
            return "http://localhost:" + receiver.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
