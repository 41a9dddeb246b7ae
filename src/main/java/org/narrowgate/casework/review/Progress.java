package org.narrowgate.casework.review;

import org.narrowgate.casework.CaseState;

/** How far a request is, as staff are told: an approved one looks the same whether or not anybody was found. */
public enum Progress {
    UNDER_REVIEW("Under review"),
    AWAITING_SECOND("Awaiting a second caseworker"),
    INFORMATION_REQUESTED("Waiting for the agency's answer"),
    APPROVED("Approved"),
    REFUSED("Refused"),
    WITHDRAWN("Withdrawn"),
    WRONG_PERSON("Closed: wrong person reported");

    private final String words;

    Progress(String words) {
        this.words = words;
    }

    /** As a caseworker reads it. */
    public String words() {
        return words;
    }

    static Progress of(CaseState state) {
        return switch (state) {
            case CaseState.UnderReview() -> UNDER_REVIEW;
            case CaseState.AwaitingSecond awaiting -> AWAITING_SECOND;
            case CaseState.InformationRequested() -> INFORMATION_REQUESTED;
            case CaseState.Refused refused -> REFUSED;
            case CaseState.NotTraced notTraced -> APPROVED;
            case CaseState.Traced traced -> APPROVED;
            case CaseState.Withdrawn() -> WITHDRAWN;
            case CaseState.Closed closed ->
                switch (closed.cause()) {
                    case WRONG_PERSON -> WRONG_PERSON;
                    case DESTROYED, NEVER_READ -> APPROVED;
                };
        };
    }
}
