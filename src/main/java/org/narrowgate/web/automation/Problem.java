package org.narrowgate.web.automation;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.narrowgate.policy.PolicyFault;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param type {@code urn:narrowgate:problem:} and a word that stays the same
 * @param detail a sentence
 * @param faults what is wrong with what was sent, by JSON pointer into it
 */
// An entity of a response and no return type, so it has to be named for a native executable.
@RegisterForReflection(targets = {Problem.class, PolicyFault.class})
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(NON_EMPTY) List<PolicyFault> faults) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        requireNonNull(type);
        requireNonNull(title);
        requireNonNull(detail);
        faults = List.copyOf(faults);
    }

    static Problem of(int status, String word, String detail) {
        return of(status, word, detail, List.of());
    }

    static Problem of(int status, String word, String detail, List<PolicyFault> faults) {
        return new Problem("urn:narrowgate:problem:" + word, title(status), status, detail, faults);
    }

    private static String title(int status) {
        var known = Response.Status.fromStatusCode(status);
        return known == null ? "Unprocessable Content" : known.getReasonPhrase();
    }

    Response response() {
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(this)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }
}
