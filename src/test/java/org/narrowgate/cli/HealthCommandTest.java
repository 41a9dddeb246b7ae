package org.narrowgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthCommandTest {
    private static final String PORT = "quarkus.management.port";

    private HttpServer replica;

    record Said(int code, String line) {}

    @BeforeEach
    void aReplicaBesideIt() throws IOException {
        replica = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        replica.start();
        System.setProperty(PORT, String.valueOf(replica.getAddress().getPort()));
    }

    @AfterEach
    void andNoneAfterwards() {
        replica.stop(0);
        System.clearProperty(PORT);
    }

    @Test
    void saysThatTheReplicaLives() {
        // Given
        answers(Map.of("/q/health/live", 200, "/q/health/ready", 503));
        // When
        var said = health();
        // Then
        assertThat(said).isEqualTo(new Said(0, "health: live"));
    }

    @Test
    void tellsLivingFromBeingReady() {
        // Given
        answers(Map.of("/q/health/live", 200, "/q/health/ready", 503));
        // When
        var said = health("--ready");
        // Then
        assertThat(said).isEqualTo(new Said(1, "health: not ready"));
    }

    @Test
    void saysThatAReplicaDoesNotLive() {
        // Given
        answers(Map.of("/q/health/live", 503, "/q/health/ready", 503));
        // When
        var said = health();
        // Then
        assertThat(said).isEqualTo(new Said(1, "health: not live"));
    }

    @Test
    void takesSilenceForNotLiving() {
        // Given
        replica.stop(0);
        // When
        var said = health();
        // Then
        assertThat(said).isEqualTo(new Said(1, "health: not live"));
    }

    private void answers(Map<String, Integer> statuses) {
        statuses.forEach((path, status) -> replica.createContext(path, exchange -> {
            var body = "{}".getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }));
    }

    private static Said health(String... options) {
        var out = new StringWriter();
        var arguments = new String[options.length + 1];
        arguments[0] = "health";
        System.arraycopy(options, 0, arguments, 1, options.length);
        var code = CommandsWithoutApplication.run(new PrintWriter(out), new PrintWriter(new StringWriter()), arguments);
        return new Said(code, out.toString().strip());
    }
}
