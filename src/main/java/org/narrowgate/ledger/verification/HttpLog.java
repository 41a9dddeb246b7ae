package org.narrowgate.ledger.verification;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.Tile;

/** A log at its public address. What does not answer is asked again, a few times. */
public final class HttpLog implements LogSource, AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(30);
    private static final int TRIES = 4;
    // Twice what can be right: a little too much is still read, and then named as what is wrong.
    private static final int MOST_BYTES_OF_A_TILE = 2 * Tile.WIDTH * (2 + Hash.LENGTH);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(Redirect.NORMAL)
            .build();
    private final String address;
    private final Duration pause;

    /** @param address of the gateway or of its log: what has no {@code /log} at its end gets it */
    public HttpLog(URI address) {
        this(address, Duration.ofMillis(500));
    }

    HttpLog(URI address, Duration pause) {
        var trimmed = address.toString().replaceFirst("/+$", "");
        this.address = trimmed.endsWith("/log") ? trimmed : trimmed + "/log";
        this.pause = pause;
    }

    @Override
    public byte[] checkpoint() {
        return get("/checkpoint", SignedNote.MOST_BYTES);
    }

    @Override
    public byte[] witnessed() {
        return get("/witnessed", SignedNote.MOST_BYTES);
    }

    @Override
    public byte[] keys() {
        return get("/keys", SignedNote.MOST_BYTES);
    }

    @Override
    public byte[] tile(Tile tile) {
        return get("/tile/" + tile.path(), MOST_BYTES_OF_A_TILE);
    }

    @Override
    public byte[] entries(Tile tile) {
        return get("/tile/" + tile.entriesPath(), MOST_BYTES_OF_A_TILE);
    }

    /**
     * Hands a cosigned checkpoint in.
     *
     * @return the status it was answered with: 204 where the log keeps it
     */
    public int handIn(SignedNote cosigned) {
        var request = request("/cosignatures")
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(BodyPublishers.ofString(cosigned.format()))
                .build();
        return send(request, SignedNote.MOST_BYTES).statusCode();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private byte[] get(String path, int mostBytes) {
        var response = send(request(path).GET().build(), mostBytes);
        return switch (response.statusCode()) {
            case 200 -> response.body();
            case 404, 410 -> throw new NotServedException(address + path + " answered " + response.statusCode());
            default -> throw unreachable(path, "answered " + response.statusCode());
        };
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(ANSWERING)
                // Hashes do not get smaller.
                .header("Accept-Encoding", "identity");
    }

    private HttpResponse<byte[]> send(HttpRequest request, int mostBytes) {
        var path = request.uri().toString().substring(address.length());
        for (int attempt = 1; ; attempt++) {
            try {
                // The time limit is on the whole answer: a body that drips would hold everything up.
                var response = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), mostBytes))
                        .get(ANSWERING.toMillis(), TimeUnit.MILLISECONDS);
                if (attempt == TRIES || !mayPass(response.statusCode())) {
                    return response;
                }
            } catch (ExecutionException | TimeoutException e) {
                if (attempt == TRIES || !(e.getCause() instanceof IOException)) {
                    throw unreachable(path, "did not answer");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw unreachable(path, "was not waited for");
            }
            await(path, attempt);
        }
    }

    private static boolean mayPass(int status) {
        return status >= 500 || status == 429;
    }

    private void await(String path, int attempt) {
        try {
            Thread.sleep(pause.multipliedBy(attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unreachable(path, "was not waited for");
        }
    }

    private LogUnreachableException unreachable(String path, String why) {
        return new LogUnreachableException(address + path + " " + why);
    }
}
