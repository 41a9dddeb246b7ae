package org.narrowgate.policy;

import java.util.ArrayList;
import java.util.List;

/** A document is no policy, for all of these faults. */
public final class PolicyFaultsException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final ArrayList<PolicyFault> faults;

    public PolicyFaultsException(List<PolicyFault> faults) {
        super("faults in the policy document: " + faults);
        this.faults = new ArrayList<>(faults);
    }

    /** At least one, in the order found. */
    public List<PolicyFault> faults() {
        return List.copyOf(faults);
    }
}
