package org.narrowgate.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.subject.NhsNumber;

class PersonSignInServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private final PersonSignInService signIns =
            new PersonSignInService(new Assurance(List.of("high", "P9")), Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @ValueSource(strings = {"high", "P9"})
    void knowsThePersonAtAnAcceptedAssurance(String acr) {
        assertThat(signIn("acr", acr))
                .isEqualTo(new PersonSignIn.Sufficient(new SignedInPerson(new NhsNumber("9000000009"))));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"low", "HIGH", "high ", ""})
    void knowsNobodyAtAnotherAssurance(@Nullable String acr) {
        assertThat(signIn("acr", acr)).isEqualTo(new PersonSignIn.NotAssured());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(longs = {0, 75 * 60})
    void knowsNobodyWhoseLoginIsTooOldOrOfNoKnownTime(@Nullable Long secondsAgo) {
        // Given
        var at = secondsAgo == null ? null : secondsAgo == 0 ? 0L : NOW.getEpochSecond() - secondsAgo;
        // When and then
        assertThat(signIn("auth_time", at)).isEqualTo(new PersonSignIn.NotRecent());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"9000000000", "900000000", "Eleanor", ""})
    void knowsNobodyWithoutAValidNumber(@Nullable String number) {
        assertThat(signIn("nhs_number", number)).isEqualTo(new PersonSignIn.WithoutNumber());
    }

    @Test
    void knowsNobodyWithoutASession() {
        assertThat(signIns.signIn(identity(claims()), Optional.empty())).isEqualTo(new PersonSignIn.NotAssured());
    }

    @Test
    void takesNoListThatWouldAcceptAnything() {
        assertThatThrownBy(() -> new Assurance(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Assurance(List.of("high", " "))).isInstanceOf(IllegalArgumentException.class);
    }

    private PersonSignIn signIn(String claim, @Nullable Object value) {
        var claims = claims();
        claims.remove(claim);
        if (value != null) {
            claims.put(claim, value);
        }
        return signIns.signIn(identity(claims), Optional.of(PersonSession.begin()));
    }

    private static Map<String, Object> claims() {
        return new HashMap<>(
                Map.of("acr", "high", "auth_time", NOW.getEpochSecond() - 60, "nhs_number", "900 000 0009"));
    }

    private static SecurityIdentity identity(Map<String, Object> claims) {
        return QuarkusSecurityIdentity.builder().setPrincipal(new Token(claims)).build();
    }

    private record Token(Map<String, Object> claims) implements JsonWebToken {
        @Override
        public String getName() {
            return "test";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }
}
