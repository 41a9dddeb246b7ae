package org.narrowgate.dev;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Signs the tokens of the run contract, with a key that is made at start and never stored. */
final class TokenIssuer {
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private final String issuer;
    private final Clock clock;
    private final RsaJsonWebKey key;

    TokenIssuer(String issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
        try {
            key = RsaJwkGenerator.generateJwk(2048);
        } catch (JoseException e) {
            throw new IllegalStateException("no signing key could be made", e);
        }
        key.setKeyId("development");
        key.setUse("sig");
        key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
    }

    Map<String, Object> publicKeys() {
        return Map.of("keys", List.of(key.toParams(OutputControlLevel.PUBLIC_ONLY)));
    }

    /** An agency application's access token, for the scopes given. */
    String accessToken(Personas.Agency agency, List<String> scopes) {
        return sign(accessClaims(agency.clientId(), agency.clientId(), scopes));
    }

    /** The access token of somebody who logged in through a client. */
    String accessToken(Personas.Login login, String clientId, List<String> scopes) {
        var claims = accessClaims(login.username(), clientId, scopes);
        describe(claims, login);
        return sign(claims);
    }

    String idToken(RefreshTokens.Login login, @Nullable String nonce) {
        var claims = claims(login.who().username(), login.clientId());
        claims.setStringClaim("azp", login.clientId());
        claims.setStringClaim("acr", login.who().assurance());
        claims.setNumericDateClaim(
                "auth_time", NumericDate.fromSeconds(login.at().getEpochSecond()));
        if (nonce != null) {
            claims.setStringClaim("nonce", nonce);
        }
        describe(claims, login.who());
        return sign(claims);
    }

    /** Who a token of ours for this audience belongs to; empty where it is not ours or has expired. */
    Optional<String> subjectOf(String token, String audience) {
        var consumer = new JwtConsumerBuilder()
                .setVerificationKey(key.getPublicKey())
                .setExpectedIssuer(issuer)
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .setEvaluationTime(issuedNow())
                .build();
        try {
            return Optional.of(consumer.processToClaims(token).getClaimValueAsString("sub"));
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
    }

    private JwtClaims accessClaims(String subject, String clientId, List<String> scopes) {
        var claims = claims(subject, Personas.AUDIENCE);
        claims.setStringClaim("azp", clientId);
        claims.setStringClaim("client_id", clientId);
        claims.setStringClaim("scope", String.join(" ", scopes));
        return claims;
    }

    private JwtClaims claims(String subject, String audience) {
        var claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject(subject);
        claims.setAudience(List.of(audience));
        claims.setGeneratedJwtId();
        claims.setIssuedAt(issuedNow());
        claims.setExpirationTime(NumericDate.fromSeconds(now().plus(LIFETIME).getEpochSecond()));
        return claims;
    }

    private static void describe(JwtClaims claims, Personas.Login login) {
        claims.setStringClaim("preferred_username", login.username());
        claims.setStringClaim("name", login.name());
        claims.setClaim("realm_access", Map.of("roles", login.roles()));
        if (login.nhsNumber() != null) {
            claims.setStringClaim("nhs_number", login.nhsNumber());
        }
    }

    Instant now() {
        return Instant.now(clock);
    }

    private NumericDate issuedNow() {
        return NumericDate.fromSeconds(now().getEpochSecond());
    }

    private String sign(JwtClaims claims) {
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setHeader("typ", "JWT");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token could not be signed", e);
        }
    }
}
