package org.narrowgate.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** Where a page ended. Opaque to those it is given to. */
public record Cursor(Instant receivedAt, UUID id) {
    static Cursor of(TracingRequest request) {
        return new Cursor(request.receivedAt(), request.id().value());
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((receivedAt + " " + id).getBytes(UTF_8));
    }

    /** @throws CaseworkException CURSOR_INVALID */
    public static Cursor parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), UTF_8).split(" ", 2);
            return new Cursor(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new CaseworkException(
                    CaseworkException.Fault.CURSOR_INVALID, "the cursor is none that a page ended with");
        }
    }
}
