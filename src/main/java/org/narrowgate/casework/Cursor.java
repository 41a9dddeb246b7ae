package org.narrowgate.casework;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where a page ended. Opaque to those it is given to. */
public record Cursor(Instant receivedAt, UUID id) {
    // As pages write it. Java would read a year of nine digits too, which the database cannot look for.
    private static final Pattern FORM = Pattern.compile("(\\d{4}-\\S+) (\\S+)");

    static Cursor of(CaseFile file) {
        return new Cursor(file.handling().receivedAt(), file.id().value());
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((receivedAt + " " + id).getBytes(UTF_8));
    }

    /** @throws CaseworkException CURSOR_INVALID */
    public static Cursor parse(String text) {
        try {
            var form = FORM.matcher(new String(Base64.getUrlDecoder().decode(text), UTF_8));
            if (!form.matches()) {
                throw invalid();
            }
            return new Cursor(Instant.parse(form.group(1)), UUID.fromString(form.group(2)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw invalid();
        }
    }

    private static CaseworkException invalid() {
        return new CaseworkException(
                CaseworkException.Fault.CURSOR_INVALID, "the cursor is none that a page ended with");
    }
}
