package org.narrowgate.web.log;

import jakarta.ws.rs.core.Response;

/** Answers of the log's addresses: how long each may be kept, and a plain sentence where there is nothing. */
final class LogAnswer {
    private static final String TEXT = "text/plain; charset=utf-8";
    // A checkpoint comes every second while entries do.
    private static final String SHORTLY = "public, max-age=1";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String NOT = "no-store";

    private LogAnswer() {}

    /** What the next second may change. */
    static Response passing(String text) {
        return answer(200, text, TEXT, SHORTLY);
    }

    /** What never changes. */
    static Response lasting(byte[] bytes) {
        return answer(200, bytes, "application/octet-stream", FOR_EVER);
    }

    /** There is nothing, perhaps not yet: nobody may keep that. */
    static Response none(String sentence) {
        return refused(404, sentence);
    }

    static Response refused(int status, String sentence) {
        return answer(status, sentence + "\n", TEXT, NOT);
    }

    static Response done() {
        return Response.noContent().header("Cache-Control", NOT).build();
    }

    private static Response answer(int status, Object entity, String type, String kept) {
        return Response.status(status)
                .entity(entity)
                .type(type)
                .header("Cache-Control", kept)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
