package org.narrowgate.web.console;

import io.quarkus.qute.TemplateData;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.narrowgate.caller.CallerService;
import org.narrowgate.caller.NotStaffException;
import org.narrowgate.caller.Staff;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.caller.StaffSession;

/** Who is signed in to the console on this call; templates know it as {@code inject:signedIn}. */
@Named("signedIn")
@RequestScoped
@TemplateData
public class SignedIn {
    private final CallerService callers;
    private final SecurityIdentity identity;
    private final CurrentVertxRequest call;

    SignedIn(CallerService callers, SecurityIdentity identity, CurrentVertxRequest call) {
        this.callers = callers;
        this.identity = identity;
        this.call = call;
    }

    /** @throws NotStaffException when nobody is, which the roles of a page rule out */
    public Staff staff() {
        return callers.staff(identity, session());
    }

    /** The roles as a page says them. */
    public List<String> roles() {
        return staff().roles().stream().sorted().map(StaffRole::words).toList();
    }

    /** The pages this person may open, for the navigation. */
    public List<ConsoleArea> areas() {
        return ConsoleArea.openTo(staff());
    }

    /** Whether the page asked for belongs to an area. */
    public boolean isIn(ConsoleArea area) {
        return ConsoleArea.of(call.getCurrent().normalizedPath())
                .filter(area::equals)
                .isPresent();
    }

    /** What every form sends as {@code csrf}. */
    public String formToken() {
        return session().map(StaffSession::formToken).orElseThrow();
    }

    Optional<StaffSession> session() {
        return Optional.ofNullable(call.getCurrent()).flatMap(StaffSession::of);
    }
}
