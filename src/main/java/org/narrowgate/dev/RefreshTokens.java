package org.narrowgate.dev;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What keeps a login going after its first tokens, until the logout. */
final class RefreshTokens {
    /** Whose login it is, through which client, and since when. */
    record Login(Personas.Login who, String clientId, List<String> scopes, Instant at) {
        Login {
            scopes = List.copyOf(scopes);
        }
    }

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Login> logins = new ConcurrentHashMap<>();

    /** A token for this login; it can be used more than once. */
    String keep(Login login) {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        logins.put(token, login);
        return token;
    }

    Optional<Login> login(String token) {
        return Optional.ofNullable(logins.get(token));
    }

    /** Ends every login of somebody through a client. */
    void end(String username, String clientId) {
        logins.values()
                .removeIf(login -> login.who().username().equals(username)
                        && login.clientId().equals(clientId));
    }
}
