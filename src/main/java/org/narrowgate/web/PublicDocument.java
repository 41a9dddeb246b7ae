package org.narrowgate.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/**
 * A JSON document that anybody may have, tagged with the SHA-256 of its bytes.
 *
 * @param freshness how long it may be kept, as {@code Cache-Control} says it
 */
public record PublicDocument(String json, CacheControl freshness) {
    private static final int A_MINUTE = 60;
    private static final int A_YEAR = 365 * 24 * 60 * 60;

    public PublicDocument {
        requireNonNull(json);
        requireNonNull(freshness);
    }

    public static PublicDocument forAMinute(String json) {
        return new PublicDocument(json, freshFor(A_MINUTE));
    }

    /** What never changes; a year is the longest that caches are asked for. */
    public static PublicDocument forEver(String json) {
        var freshness = freshFor(A_YEAR);
        freshness.getCacheExtension().putAll(Map.of("immutable", ""));
        return new PublicDocument(json, freshness);
    }

    /** Without the document where whoever asks holds it already. */
    public Response answer(Request request) {
        var bytes = json.getBytes(UTF_8);
        var digest = sha256(bytes);
        var tag = new EntityTag(HexFormat.of().formatHex(digest));
        var unchanged = request.evaluatePreconditions(tag);
        var response = unchanged == null
                ? Response.ok(bytes, MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
                : unchanged;
        return response.tag(tag)
                .cacheControl(freshness)
                .header("Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static CacheControl freshFor(int seconds) {
        var freshness = new CacheControl();
        freshness.setMaxAge(seconds);
        freshness.setNoTransform(false);
        return freshness;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
