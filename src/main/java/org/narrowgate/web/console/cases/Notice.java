package org.narrowgate.web.console.cases;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.narrowgate.casework.review.Ruling;

/** What was just done, said on the page that follows; its address carries the name, never the words. */
enum Notice {
    CLAIMED("Claimed. It is yours while you work on it; the claim lapses by itself."),
    COLLEAGUE_WAS_FIRST("A colleague has claimed this request before you."),
    GIVEN_BACK("Given back. A colleague can claim it now."),
    APPROVED("Approved. The agency can read the outcome; whether anybody was found is not shown here."),
    AWAITS_SECOND("Your approval is recorded. A second caseworker has to confirm it before anything is looked for."),
    REFUSED_BY_POLICY("The policy has changed meanwhile and refuses this request, so it was refused."),
    REFUSED("Refused. The agency is told that disclosure is not in the public interest."),
    ASKED("The question is with the agency."),
    PRIORITY_ACCEPTED("Exceptional priority is accepted: the request is due sooner, and takes two caseworkers."),
    PRIORITY_DECLINED("Exceptional priority is declined: the request is handled as any other."),
    DRAFT_DISCARDED("Your draft is discarded."),
    EMBARGO_PROPOSED("The embargo is proposed. It holds nothing back until a colleague approves it."),
    EMBARGO_APPROVED(
            "The embargo is approved: what is disclosed from now on does not show in the person's own record."),
    EMBARGO_REFUSED("The embargo is refused: nothing is held back that was not before."),
    EMBARGO_ENDED("The embargo is ended: everything shows in the person's own record."),
    INCIDENT_CLOSED("The incident is closed.");

    private final String words;

    Notice(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static Notice of(Ruling ruling) {
        return switch (ruling) {
            case APPROVED -> APPROVED;
            case AWAITS_SECOND -> AWAITS_SECOND;
            case REFUSED_BY_POLICY -> REFUSED_BY_POLICY;
        };
    }

    /** The words to show; empty where nothing, or nothing known, was done. */
    static String words(@Nullable String name) {
        return find(name).map(Notice::words).orElse("");
    }

    private static Optional<Notice> find(@Nullable String name) {
        return Arrays.stream(values())
                .filter(notice -> notice.name().equals(name))
                .findFirst();
    }
}
