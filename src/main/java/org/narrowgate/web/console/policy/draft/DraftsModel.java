package org.narrowgate.web.console.policy.draft;

import java.util.List;
import org.narrowgate.web.console.cases.Sign;
import org.narrowgate.web.console.policy.form.InputModel;

/**
 * All drafts there are.
 *
 * @param open those something may come of
 * @param begin the fields with which a draft begins; none for somebody who writes none
 */
public record DraftsModel(
        Alert alert, List<Line> open, List<Line> closed, List<InputModel> begin, List<InputModel> upload) {
    public DraftsModel {
        open = List.copyOf(open);
        closed = List.copyOf(closed);
        begin = List.copyOf(begin);
        upload = List.copyOf(upload);
    }

    /** A draft in brief. */
    public record Line(String link, String title, Sign state, String base, String changed) {}
}
