package org.narrowgate.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.PurposeId;

class CallerServiceTest {
    private final CallerService callers = new CallerService(
            client -> client.equals("ho-tracing") ? Optional.of(new AgencyId("home-office")) : Optional.empty());

    @Test
    void takesTheClientFromAzpAndThePurposesFromScopes() {
        // Given
        var identity = tokenWith(Map.of(
                "azp", "ho-tracing",
                "client_id", "somebody-else",
                "scope", "openid purpose:case-review purpose:immigration-tracing profile"));
        // When
        var asker = callers.asker(identity);
        // Then
        assertThat(asker)
                .isEqualTo(new Asker(
                        new AgencyId("home-office"),
                        Optional.of("ho-tracing"),
                        Set.of(new PurposeId("case-review"), new PurposeId("immigration-tracing"))));
    }

    @Test
    void takesTheClientFromClientIdWhereThereIsNoAzp() {
        assertThat(callers.asker(tokenWith(Map.of("client_id", "ho-tracing"))))
                .isEqualTo(new Asker(new AgencyId("home-office"), Optional.of("ho-tracing"), Set.of()));
    }

    @Test
    void grantsNothingByAScopeThatNamesNoPurpose() {
        // Given
        var identity = tokenWith(Map.of(
                "azp",
                "ho-tracing",
                "scope",
                "purpose: purpose:Upper purpose:a/b purpose:-a Purpose:court-order court-order"));
        // When and then
        assertThat(callers.asker(identity))
                .isEqualTo(new Asker(new AgencyId("home-office"), Optional.of("ho-tracing"), Set.of()));
    }

    @Test
    void grantsNothingByAScopeThatIsNoText() {
        assertThat(callers.asker(tokenWith(Map.of("azp", "ho-tracing", "scope", Set.of("purpose:court-order")))))
                .isEqualTo(new Asker(new AgencyId("home-office"), Optional.of("ho-tracing"), Set.of()));
    }

    @Test
    void knowsNoAgencyOfAnUnknownClient() {
        assertThatThrownBy(() -> callers.asker(tokenWith(Map.of("azp", "somebody-else", "client_id", "ho-tracing"))))
                .isInstanceOf(NotAnAgencyException.class);
    }

    @Test
    void knowsNoAgencyOfATokenWithoutAClient() {
        assertThatThrownBy(() -> callers.asker(tokenWith(Map.of("sub", "ho-tracing"))))
                .isInstanceOf(NotAnAgencyException.class);
    }

    @Test
    void knowsNoAgencyWithoutAToken() {
        // Given
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal("ho-tracing"))
                .build();
        // When and then
        assertThatThrownBy(() -> callers.asker(identity)).isInstanceOf(NotAnAgencyException.class);
    }

    @Test
    void knowsStaffByTheirIdWithTheRolesOfTheConsoleAndNoOthers() {
        // Given
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(Map.of("sub", "u-1", "name", "Carla Case")))
                .addRole("caseworker")
                .addRole("policy-author")
                .addRole("offline_access")
                .build();
        // When
        var staff = callers.staff(identity, Optional.of(StaffSession.begin()));
        // Then
        assertThat(staff)
                .isEqualTo(new Staff("u-1", "Carla Case", Set.of(StaffRole.CASEWORKER, StaffRole.POLICY_AUTHOR)));
    }

    @Test
    void knowsNoStaffWithoutASession() {
        assertThatThrownBy(() -> callers.staff(tokenWith(Map.of("sub", "u-1")), Optional.empty()))
                .isInstanceOf(NotStaffException.class);
    }

    @Test
    void knowsWhoseTokenTheAutomationCarries() {
        // Given
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(Map.of("sub", "p-1", "azp", "policy-pipeline")))
                .addRole("policy-author")
                .build();
        // When and then
        assertThat(callers.automation(identity)).isEqualTo(new Staff("p-1", "test", Set.of(StaffRole.POLICY_AUTHOR)));
    }

    @Test
    void knowsNoStaffBehindTheTokenOfAnAgency() {
        // Given
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(Map.of("sub", "a-1", "azp", "ho-tracing")))
                .addRole("policy-author")
                .build();
        // When and then
        assertThatThrownBy(() -> callers.automation(identity)).isInstanceOf(NotStaffException.class);
    }

    @Test
    void knowsNoStaffBehindATokenThatIsNobodys() {
        assertThatThrownBy(() -> callers.automation(tokenWith(Map.of("azp", "policy-pipeline"))))
                .isInstanceOf(NotStaffException.class);
    }

    private static SecurityIdentity tokenWith(Map<String, Object> claims) {
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
        @SuppressWarnings("NullAway") // as the interface's own: a token may have no subject
        public String getSubject() {
            return (String) claims.get("sub");
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"})
        public <T> T getClaim(String name) {
            return (T) claims.get(name);
        }
    }
}
