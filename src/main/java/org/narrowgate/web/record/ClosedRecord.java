package org.narrowgate.web.record;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.narrowgate.web.PageHeaders;

/** Stands before my record while nobody can sign in, and says which setting is missing. */
@ApplicationScoped
class ClosedRecord {
    // Quarkus authenticates at -200.
    private static final int BEFORE_AUTHENTICATION = -300;

    private final Optional<String> secret;
    private final Template page;

    ClosedRecord(
            @ConfigProperty(name = "quarkus.oidc.my-record.credentials.secret") Optional<String> secret,
            @Location("my-record/closed.html") Template page) {
        this.secret = secret;
        this.page = page;
    }

    void close(@Observes Router router) {
        if (secret.filter(value -> !value.isBlank()).isPresent()) {
            return;
        }
        router.route(RecordPath.ROOT).order(BEFORE_AUTHENTICATION).handler(this::say);
        router.route(RecordPath.ROOT + "/*").order(BEFORE_AUTHENTICATION).handler(this::say);
    }

    private void say(RoutingContext call) {
        PageHeaders.withFormsTo(List.of()).forEach(call.response()::putHeader);
        call.response()
                .setStatusCode(503)
                .putHeader("Content-Type", "text/html;charset=UTF-8")
                .putHeader("Cache-Control", "no-store")
                .end(page.instance().render());
    }
}
