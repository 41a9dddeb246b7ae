package org.narrowgate.ledger.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.narrowgate.ledger.tree.Tile;

/** Serves a log under its addresses on this machine, and takes what is handed in. */
final class LogOnHttp implements AutoCloseable {
    private final LogSource log;
    private final HttpServer server;
    private final ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger failures = new AtomicInteger();
    private final List<String> handedIn = new ArrayList<>();
    private int answerToCosignatures = 204;

    LogOnHttp(LogSource log) {
        this.log = log;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(answering);
        server.createContext("/log/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** So many of the next answers are 503. */
    void fail(int times) {
        failures.set(times);
    }

    void answerCosignaturesWith(int status) {
        answerToCosignatures = status;
    }

    List<String> handedIn() {
        return List.copyOf(handedIn);
    }

    @Override
    public void close() {
        server.stop(0);
        answering.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                exchange.sendResponseHeaders(503, -1);
                return;
            }
            if (exchange.getRequestMethod().equals("POST")) {
                handedIn.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                exchange.sendResponseHeaders(answerToCosignatures, -1);
                return;
            }
            send(exchange);
        }
    }

    private void send(HttpExchange exchange) throws IOException {
        byte[] bytes;
        try {
            bytes = read(exchange.getRequestURI().getPath().substring("/log/".length()));
        } catch (NotServedException e) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private byte[] read(String path) {
        return switch (path) {
            case "checkpoint" -> log.checkpoint();
            case "witnessed" -> log.witnessed();
            case "keys" -> log.keys();
            default -> tile(path.substring("tile/".length()));
        };
    }

    private byte[] tile(String path) {
        var entries = Tile.parseEntries(path);
        return entries.isPresent()
                ? log.entries(entries.get())
                : log.tile(Tile.parse(path).orElseThrow(() -> new NotServedException(path)));
    }
}
