package org.narrowgate.cli;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code health}: asks the replica on this machine how it is, where an image holds nothing else that could ask. */
@RegisterForReflection(ignoreNested = false)
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description = {
            "Asks the replica that runs on this machine, on its management port (QUARKUS_MANAGEMENT_PORT), whether it"
                    + " lives; with --ready whether it can answer agencies now.",
            "For the health check of a container. Kubernetes asks the port itself."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:it does", "1:it does not, or does not answer"})
final class HealthCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int QUARKUS_PORT = 9000;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--ready", description = "whether it can answer, which takes its database too")
    private boolean ready;

    @Override
    public Integer call() throws InterruptedException {
        var what = ready ? "ready" : "live";
        boolean up = answers(URI.create("http://127.0.0.1:" + port() + "/q/health/" + what));
        var out = requireNonNull(spec).commandLine().getOut();
        out.println("health: " + (up ? "" : "not ") + what);
        out.flush();
        return up ? 0 : 1;
    }

    private static int port() {
        return SettingsBeforeStart.read()
                .getOptionalValue("quarkus.management.port", Integer.class)
                .orElse(QUARKUS_PORT);
    }

    private static boolean answers(URI health) throws InterruptedException {
        var request = HttpRequest.newBuilder(health).timeout(PATIENCE).build();
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
