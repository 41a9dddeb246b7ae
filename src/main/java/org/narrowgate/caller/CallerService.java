package org.narrowgate.caller;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.narrowgate.policy.Asker;

/** Tells who asks. */
@ApplicationScoped
public class CallerService {
    private static final String READ_TOKEN = AgencyToken.class.getName();

    private final AgencyOfClient agencies;

    CallerService(AgencyOfClient agencies) {
        this.agencies = agencies;
    }

    /**
     * The agency behind a verified access token, with the purposes its scopes name.
     *
     * @throws NotAnAgencyException when the identity holds no token of an agency's client
     */
    public Asker asker(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken jwt)) {
            throw new NotAnAgencyException();
        }
        var token = identity.getAttribute(READ_TOKEN) instanceof AgencyToken read ? read : AgencyToken.of(jwt);
        return token.client()
                .flatMap(agencies::agencyOf)
                .map(agency -> new Asker(agency, token.client(), token.purposes()))
                .orElseThrow(NotAnAgencyException::new);
    }

    /** Who asks, to be remembered with the token: without the call that the verified identity came with, body and all. */
    public static SecurityIdentity lasting(JsonWebToken verified) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(verified)
                .addAttribute(READ_TOKEN, AgencyToken.of(verified))
                .build();
    }

    /**
     * Who is signed in to the console.
     *
     * @param session the call's, without which a token of staff is nobody at the console
     * @throws NotStaffException when nobody is
     */
    public Staff staff(SecurityIdentity identity, Optional<StaffSession> session) {
        if (session.isEmpty() || !(identity.getPrincipal() instanceof JsonWebToken jwt)) {
            throw new NotStaffException();
        }
        return staff(identity, jwt);
    }

    /**
     * Whose access token came with a call of the automation: a member of staff, or a program that has a role as one.
     *
     * @throws NotStaffException where it is nobody's, or an agency's: whoever asks does not also write the rules
     */
    public Staff automation(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken jwt)
                || AgencyToken.of(jwt).client().flatMap(agencies::agencyOf).isPresent()) {
            throw new NotStaffException();
        }
        return staff(identity, jwt);
    }

    private static Staff staff(SecurityIdentity identity, JsonWebToken jwt) {
        return new Staff(
                text(jwt.getSubject()).orElseThrow(NotStaffException::new),
                text(jwt.getClaim("name")).or(() -> text(jwt.getName())).orElse("somebody without a name"),
                identity.getRoles().stream()
                        .map(StaffRole::ofClaim)
                        .flatMap(Optional::stream)
                        .collect(toUnmodifiableSet()));
    }

    private static Optional<String> text(@Nullable Object claim) {
        return claim instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
