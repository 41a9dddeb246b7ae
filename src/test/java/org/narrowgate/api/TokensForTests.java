package org.narrowgate.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.smallrye.jwt.build.Jwt;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** Real tokens, signed by a key that the application under test trusts. */
public final class TokensForTests implements QuarkusTestResourceLifecycleManager {
    private static final KeyPair KEY = newKey();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "quarkus.oidc.tenant-enabled",
                "true",
                "quarkus.oidc.public-key",
                Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded()));
    }

    @Override
    public void stop() {}

    /** An access token of an agency's client with these purposes in its scope. */
    public static String token(String client, String... purposes) {
        var scope = String.join(
                " ",
                Arrays.stream(purposes).map(purpose -> "purpose:" + purpose).toList());
        return Jwt.claims()
                .subject("service-account-" + client)
                .claim("azp", client)
                .claim("scope", scope)
                .audience("narrowgate")
                .expiresIn(300)
                .sign(KEY.getPrivate());
    }

    /** A token that nobody trusts. */
    static String forgedToken(String client) {
        return Jwt.claims().claim("azp", client).audience("narrowgate").sign(newKey().getPrivate());
    }

    static String tokenForAnotherService(String client) {
        return Jwt.claims().claim("azp", client).audience("another-service").sign(KEY.getPrivate());
    }

    private static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
