package org.narrowgate.caller;

import java.util.Arrays;
import java.util.Optional;

/** What somebody of the registry's staff may do. */
public enum StaffRole {
    POLICY_AUTHOR(StaffRole.AUTHOR, "policy author"),
    POLICY_APPROVER(StaffRole.APPROVER, "policy approver"),
    CASEWORKER(StaffRole.CASE, "caseworker"),
    OVERSEER(StaffRole.OVERSIGHT, "overseer");

    /** The claims' words, for annotations that name who may see a page. */
    public static final String AUTHOR = "policy-author";

    public static final String APPROVER = "policy-approver";
    public static final String CASE = "caseworker";
    public static final String OVERSIGHT = "overseer";

    private final String claim;
    private final String words;

    StaffRole(String claim, String words) {
        this.claim = claim;
        this.words = words;
    }

    /** As the identity provider spells it. */
    public String claim() {
        return claim;
    }

    /** As a page says it. */
    public String words() {
        return words;
    }

    static Optional<StaffRole> ofClaim(String claim) {
        return Arrays.stream(values()).filter(role -> role.claim.equals(claim)).findFirst();
    }
}
