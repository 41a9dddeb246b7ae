package org.narrowgate.api.entrance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.graphql.execution.context.SmallRyeContextManager;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.narrowgate.api.error.DoorError;
import org.narrowgate.api.error.ErrorCode;
import org.narrowgate.api.error.Failures;
import org.narrowgate.api.error.RefusedOperationException;
import org.narrowgate.observation.LogKey;

/**
 * Where operations come in. Stands before the route that Quarkus makes for SmallRye GraphQL and ends every call, so
 * that no answer is written by anybody else: that route answers what it cannot read with other people's sentences, and
 * without a code.
 */
@ApplicationScoped
class GraphqlEntrance {
    static final String PATH = "/graphql";
    private static final String JSON = "application/json";
    private static final String GRAPHQL_JSON = "application/graphql-response+json";
    // Quarkus authenticates at -200 and authorises at -100; SmallRye's own route comes after 0.
    private static final int BEFORE_AUTHENTICATION = -300;
    private static final int AFTER_AUTHORISATION = -50;

    private final Operations operations;
    private final ObjectMapper json;
    private final CurrentIdentityAssociation identities;
    private final CurrentVertxRequest calls;
    private final OperationJournal journal;

    GraphqlEntrance(
            Operations operations,
            ObjectMapper json,
            CurrentIdentityAssociation identities,
            CurrentVertxRequest calls,
            OperationJournal journal) {
        this.operations = operations;
        this.json = json;
        this.identities = identities;
        this.calls = calls;
        this.journal = journal;
    }

    void open(@Observes Router router) {
        OperationLimits.apply();
        router.route(PATH).order(BEFORE_AUTHENTICATION).handler(Correlation::mirror);
        router.route(PATH).order(BEFORE_AUTHENTICATION + 1).handler(call -> InTime.watch(call, this::giveUp));
        router.route(PATH)
                .order(AFTER_AUTHORISATION)
                .handler(BodyHandler.create(false).setBodyLimit(OperationLimits.BODY_BYTES))
                .failureHandler(this::fail);
        router.route(PATH)
                .order(AFTER_AUTHORISATION + 1)
                .blockingHandler(this::answer, false)
                .failureHandler(this::fail);
    }

    // Whether it was written down is not known, as with an append that is not known to be committed.
    private void giveUp(RoutingContext call) {
        write(call, WrittenAnswer.of(DoorError.of(ErrorCode.SERVICE_UNAVAILABLE)));
    }

    private void answer(RoutingContext call) {
        if (InTime.isOver(call)) {
            return;
        }
        var scope = Arc.container().requestContext();
        scope.activate();
        var watched = journal.open(call);
        try {
            var identity = ((QuarkusHttpUser) call.user()).getSecurityIdentity();
            identities.setIdentity(identity);
            calls.setCurrent(call);
            var answer = answer(call, identity);
            write(call, answer);
            watched.answered(answer.code());
        } finally {
            watched.close();
            // SmallRye keeps its context by thread and would take it up again for the next caller.
            SmallRyeContextManager.clearCurrentSmallRyeContext();
            LogKey.forgetAll();
            scope.terminate();
        }
    }

    private WrittenAnswer answer(RoutingContext call, SecurityIdentity identity) {
        try {
            checkForm(call);
            var requestId = Correlation.requestId(call.request());
            requestId.map(UUID::toString).ifPresent(LogKey.REQUEST::put);
            return operations.execute(OperationBody.read(call.body().asString()), identity, requestId);
        } catch (RuntimeException thrown) {
            return WrittenAnswer.of(Failures.translate(thrown));
        }
    }

    private static void checkForm(RoutingContext call) {
        if (!call.request().method().equals(HttpMethod.POST)) {
            call.response().putHeader(HttpHeaders.ALLOW, "POST");
            throw new RefusedOperationException(ErrorCode.METHOD_NOT_ALLOWED);
        }
        var type = call.request().getHeader(HttpHeaders.CONTENT_TYPE);
        // All of them: the GraphiQL that Quarkus serves names its media type twice.
        if (type == null
                || !Arrays.stream(type.split(",", -1))
                        .allMatch(one -> one.split(";", 2)[0]
                                .strip()
                                .toLowerCase(Locale.ROOT)
                                .equals(JSON))) {
            throw new RefusedOperationException(ErrorCode.MEDIA_TYPE_NOT_SUPPORTED);
        }
    }

    private void fail(RoutingContext call) {
        if (call.failure() instanceof SecurityException) {
            // Quarkus answers a token that does not hold: 401 with a challenge.
            call.next();
            return;
        }
        var tooLarge = call.statusCode() == 413;
        var error = tooLarge ? DoorError.of(ErrorCode.OPERATION_TOO_LARGE) : unexpected(call);
        journal.turnedAway(error.code());
        write(
                call,
                new WrittenAnswer(tooLarge ? 413 : 500, WrittenAnswer.of(error).response()));
    }

    private static DoorError unexpected(RoutingContext call) {
        return call.failure() == null ? DoorError.of(ErrorCode.INTERNAL_ERROR) : Failures.translate(call.failure());
    }

    private void write(RoutingContext call, WrittenAnswer answer) {
        // Made first: whoever claims a call must be able to answer it.
        var body = bytes(answer);
        if (!InTime.claim(call)) {
            return;
        }
        call.response()
                .setStatusCode(answer.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, mediaType(call))
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end(body);
    }

    private static String mediaType(RoutingContext call) {
        var accept = call.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains(GRAPHQL_JSON) ? GRAPHQL_JSON : JSON;
    }

    private Buffer bytes(WrittenAnswer answer) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(answer.response()));
        } catch (JsonProcessingException _) {
            // The cause would quote the answer.
            throw new IllegalStateException("an answer could not be written as JSON");
        }
    }
}
