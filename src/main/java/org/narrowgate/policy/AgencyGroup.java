package org.narrowgate.policy;

import java.util.Arrays;
import java.util.Optional;

/** The columns of the back office register, into which every agency's requests are counted. */
public enum AgencyGroup {
    POLICE("Police"),
    NATIONAL_CRIME_AGENCY("National Crime Agency"),
    HOME_OFFICE("Home Office"),
    COURT_ORDER("Court Order"),
    CRIMINAL_CASES_REVIEW_COMMISSION("Criminal Cases Review Commission"),
    NHS_COUNTER_FRAUD_AUTHORITY("NHS Counter Fraud Authority"),
    HM_CORONER("HM Coroner"),
    OTHERS("Others");

    private final String title;

    AgencyGroup(String title) {
        this.title = title;
    }

    /** As the register's column and policy documents write it. */
    public String title() {
        return title;
    }

    public static Optional<AgencyGroup> ofTitle(String title) {
        return Arrays.stream(values())
                .filter(group -> group.title.equals(title))
                .findFirst();
    }
}
