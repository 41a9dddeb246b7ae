package org.narrowgate.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.narrowgate.subject.NhsNumber;

/** Tells who has signed in to their own record, and whether that may count. */
@ApplicationScoped
public class PersonSignInService {
    /** How old a login at the identity provider may be when a session begins: what is asked for as {@code max_age}. */
    static final Duration OLDEST_LOGIN = Duration.ofMinutes(15);

    private final Assurance assurance;
    private final Clock clock;

    PersonSignInService(Assurance assurance, Clock clock) {
        this.assurance = assurance;
        this.clock = clock;
    }

    /** @param session the call's, without which a token counts for nothing */
    public PersonSignIn signIn(SecurityIdentity identity, Optional<PersonSession> session) {
        if (session.isEmpty() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return new PersonSignIn.NotAssured();
        }
        if (text(token.<Object>getClaim("acr"))
                .filter(assurance.accepted()::contains)
                .isEmpty()) {
            return new PersonSignIn.NotAssured();
        }
        if (!isRecent(token.<Object>getClaim("auth_time"))) {
            return new PersonSignIn.NotRecent();
        }
        return text(token.<Object>getClaim("nhs_number"))
                .flatMap(NhsNumber::parse)
                .<PersonSignIn>map(number -> new PersonSignIn.Sufficient(new SignedInPerson(number)))
                .orElseGet(PersonSignIn.WithoutNumber::new);
    }

    private boolean isRecent(@Nullable Object authenticatedAt) {
        return seconds(authenticatedAt)
                .map(Instant::ofEpochSecond)
                .map(at -> at.plus(OLDEST_LOGIN).plus(PersonSession.LONGEST))
                .filter(clock.instant()::isBefore)
                .isPresent();
    }

    // However the library read the number.
    private static Optional<Long> seconds(@Nullable Object claim) {
        return switch (claim) {
            case Number number -> Optional.of(number.longValue());
            case jakarta.json.JsonNumber number -> Optional.of(number.longValue());
            case null, default -> Optional.empty();
        };
    }

    private static Optional<String> text(@Nullable Object claim) {
        return claim instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
