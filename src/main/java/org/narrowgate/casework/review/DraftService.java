package org.narrowgate.casework.review;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.narrowgate.casework.review.ReviewException.Fault.TEXT_UNFIT;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.caller.Staff;
import org.narrowgate.casework.Recorder;
import org.narrowgate.casework.TracingRequestId;

/** What a caseworker types is kept until they decide, for their own eyes: nobody else ever reads a draft. */
@ApplicationScoped
public class DraftService {
    private static final int MOST_BYTES = 16 * 1024;

    private final CasesInReview cases;
    private final CaseDrafts drafts;
    private final Recorder recorder;

    DraftService(CasesInReview cases, CaseDrafts drafts, Recorder recorder) {
        this.cases = cases;
        this.drafts = drafts;
        this.recorder = recorder;
    }

    /** One's own draft. */
    public Optional<CaseDraft> draft(Staff staff, TracingRequestId id) {
        return drafts.of(id, staff.id());
    }

    /**
     * Keeps a draft in place of the one before; one with nothing in it drops that.
     *
     * @return when it was saved
     * @throws ReviewException REQUEST_UNKNOWN, NOT_FOR_THIS_ROLE, TEXT_UNFIT where it is more than 16 KB
     */
    public Instant keep(Staff staff, TracingRequestId id, Map<String, String> form) {
        cases.known(staff, id);
        var now = recorder.moment().now();
        if (form.values().stream().allMatch(String::isBlank)) {
            drafts.drop(id, staff.id());
            return now;
        }
        if (bytes(form) > MOST_BYTES) {
            throw new ReviewException(TEXT_UNFIT, "This is more text than a draft can hold; it is not saved.");
        }
        drafts.keep(id, staff.id(), new CaseDraft(form, now));
        return now;
    }

    public void discard(Staff staff, TracingRequestId id) {
        drafts.drop(id, staff.id());
    }

    /** These fields of one's own draft were sent, and need not be kept any longer. */
    public void forget(Staff staff, TracingRequestId id, Set<String> fields) {
        draft(staff, id).ifPresent(draft -> {
            var left = new HashMap<>(draft.form());
            left.keySet().removeAll(fields);
            keep(staff, id, left);
        });
    }

    private static int bytes(Map<String, String> form) {
        return form.entrySet().stream()
                .mapToInt(field ->
                        field.getKey().getBytes(UTF_8).length + field.getValue().getBytes(UTF_8).length)
                .sum();
    }
}
