package org.narrowgate.api.entrance;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InTimeTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void aCallIsAnsweredByTheFirstWhoClaimsIt() throws Exception {
        // Given
        var claims = new CompletableFuture<String>();
        // When
        ask(call -> {
            var said = InTime.isOver(call) + " " + InTime.claim(call) + " " + InTime.isOver(call) + " "
                    + InTime.claim(call);
            call.response().end();
            claims.complete(said);
        });
        // Then
        assertThat(claims.get(10, TimeUnit.SECONDS)).isEqualTo("false true true false");
    }

    /** With all that was sent: at a thousand calls a second that would be ten thousand of them. */
    @Test
    void aCallThatWasAnsweredIsNotKeptUntilItsTimeWouldBeOver() throws Exception {
        // Given
        var answered = new CompletableFuture<WeakReference<RoutingContext>>();
        ask(call -> {
            // Somebody's own, in place of whatever would have been told of the end
            call.response().endHandler(_ -> {});
            InTime.claim(call);
            call.response().end();
            answered.complete(new WeakReference<>(call));
        });
        var call = answered.get(10, TimeUnit.SECONDS);
        // When
        var patience = System.nanoTime() + InTime.LONGEST.dividedBy(2).toNanos();
        while (call.get() != null && System.nanoTime() < patience) {
            System.gc();
            Thread.sleep(Duration.ofMillis(50));
        }
        // Then
        assertThat(call.get()).isNull();
    }

    private void ask(Handler<RoutingContext> answer) throws Exception {
        var router = Router.router(vertx);
        router.route()
                .handler(call -> InTime.watch(call, late -> late.response().end()));
        router.route().handler(answer);
        var server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);
        try (var client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + server.actualPort()))
                            .build(),
                    BodyHandlers.discarding());
        }
    }
}
