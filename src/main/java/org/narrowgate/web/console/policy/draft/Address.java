package org.narrowgate.web.console.policy.draft;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import java.net.URI;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.web.console.policy.form.Texts;

/** Where drafts are shown. */
final class Address {
    static final String DRAFTS = "/console/policy/drafts";

    private Address() {}

    static String of(DraftId id) {
        return DRAFTS + "/" + id;
    }

    static URI after(String page, Done done) {
        return URI.create(page + "?done=" + done.name());
    }

    /** @throws NotFoundException where it is the form of no id */
    static DraftId id(String text) {
        return DraftId.parse(text).orElseThrow(NotFoundException::new);
    }

    /**
     * The revision that a form's page showed.
     *
     * @throws BadRequestException where it is none
     */
    static int seen(Texts form) {
        var text = form.one("seen");
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new BadRequestException();
        }
        return Integer.parseInt(text);
    }
}
