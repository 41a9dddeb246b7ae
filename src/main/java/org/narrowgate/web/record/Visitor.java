package org.narrowgate.web.record;

import io.quarkus.qute.TemplateData;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import org.narrowgate.caller.PersonSession;
import org.narrowgate.caller.PersonSignIn;
import org.narrowgate.caller.PersonSignInService;
import org.narrowgate.caller.SignedInPerson;

/** Who is signed in to their own record on this call; templates know it as {@code inject:visitor}. */
@Named("visitor")
@RequestScoped
@TemplateData
public class Visitor {
    private final PersonSignInService signIns;
    private final SecurityIdentity identity;
    private final CurrentVertxRequest call;

    Visitor(PersonSignInService signIns, SecurityIdentity identity, CurrentVertxRequest call) {
        this.signIns = signIns;
        this.identity = identity;
        this.call = call;
    }

    /** What the sign-in is worth. */
    PersonSignIn signIn() {
        return signIns.signIn(identity, session());
    }

    /** Whoever has signed in sufficiently. */
    public Optional<SignedInPerson> person() {
        return signIn() instanceof PersonSignIn.Sufficient(var person) ? Optional.of(person) : Optional.empty();
    }

    /** What every form sends as {@code csrf}. */
    public String formToken() {
        return session().map(PersonSession::formToken).orElseThrow();
    }

    Optional<PersonSession> session() {
        return Optional.ofNullable(call.getCurrent()).flatMap(PersonSession::of);
    }
}
