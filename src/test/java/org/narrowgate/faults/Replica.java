package org.narrowgate.faults;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One process of the packaged application that a test may ask to stop, kill and start again on the same port. */
final class Replica implements AutoCloseable {
    static final Path LOGS = Path.of("target", "faults");

    // Two cores for several processes: a start can take a while.
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient HEALTH =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final List<String> command;
    private final Map<String, String> environment;
    private final String name;
    private final int port = freePort();
    private final int management = freePort();
    private Process process;

    private Replica(String name, List<String> command, Map<String, String> environment, String... arguments)
            throws IOException {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.process = launch(List.of(arguments));
    }

    /** Started, and not yet ready. */
    static Replica start(String name, Map<String, String> environment) throws IOException {
        return new Replica(name, packaged(), environment);
    }

    /** The same of the native executable. */
    static Replica startNative(Path executable, String name, Map<String, String> environment) throws IOException {
        return new Replica(name, List.of(executable.toAbsolutePath().toString(), "-Xmx256m"), environment);
    }

    /** Runs a command of the package to its end; the output is its log. */
    static int run(String name, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return new Replica(name, packaged(), environment, arguments).process.waitFor();
    }

    /** The native executable, where one was built. */
    static Optional<Path> executable() throws IOException {
        var named = System.getProperty("faults.executable");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.toString().endsWith("-runner") && Files.isExecutable(file))
                    .findFirst();
        }
    }

    String name() {
        return name;
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    boolean isReady() {
        return isUp("ready");
    }

    /** Whether its process runs and answers, ready or not. */
    boolean isLive() {
        return isUp("live");
    }

    private boolean isUp(String kind) {
        var probe = HttpRequest.newBuilder(URI.create("http://localhost:" + management + "/q/health/" + kind))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return HEALTH.send(probe, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Replica awaitReady() throws InterruptedException {
        Moments.await("`" + name + "` is ready", PATIENCE, () -> isReady() || !process.isAlive());
        if (!process.isAlive()) {
            throw new IllegalStateException("`" + name + "` stopped; see " + log());
        }
        return this;
    }

    /** As if the machine were switched off. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as Kubernetes sends it. */
    void terminate() {
        process.destroy();
    }

    /** How it ended, once it has. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("`" + name + "` did not stop");
        }
        return process.exitValue();
    }

    /** On the same port, with the same settings. */
    void startAgain() throws IOException {
        process = launch(List.of());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static List<String> packaged() {
        var jar = System.getProperty("faults.jar", "target/quarkus-app/quarkus-run.jar");
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-jar", jar);
    }

    private Path log() {
        return LOGS.resolve(name + ".log");
    }

    private Process launch(List<String> arguments) throws IOException {
        Files.createDirectories(LOGS);
        var all = new ArrayList<>(command);
        all.addAll(arguments);
        var builder = new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.environment().keySet().removeIf(each -> each.startsWith("QUARKUS_") || each.startsWith("NARROWGATE_"));
        builder.environment().putAll(new HashMap<>(environment));
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_PORT",
                        String.valueOf(port),
                        "QUARKUS_MANAGEMENT_PORT",
                        String.valueOf(management)));
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
