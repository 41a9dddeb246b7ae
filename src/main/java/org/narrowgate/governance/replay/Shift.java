package org.narrowgate.governance.replay;

import java.util.Map;
import org.narrowgate.policy.Decision;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.FieldTreatment;

/** What differs between the decisions of two rulebooks on one request: the first one's named first. */
public enum Shift {
    PERMITTED_THEN_REFUSED("permitted, and now refused"),
    REFERRED_THEN_REFUSED("referred to a caseworker, and now refused"),
    PERMITTED_THEN_REFERRED("permitted, and now referred to a caseworker"),
    REFUSED_THEN_PERMITTED("refused, and now permitted"),
    REFUSED_THEN_REFERRED("refused, and now referred to a caseworker"),
    REFERRED_THEN_PERMITTED("referred to a caseworker, and now permitted"),
    REFUSED_OTHERWISE("refused, and now for another reason"),
    TREATED_OTHERWISE("decided alike, and now with other fields"),
    NONE("no difference");

    private final String words;

    Shift(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    static Shift between(Decision before, Decision after) {
        return switch (before) {
            case Decision.Refuse was ->
                switch (after) {
                    case Decision.Refuse is -> was.reason() == is.reason() ? NONE : REFUSED_OTHERWISE;
                    case Decision.Refer is -> REFUSED_THEN_REFERRED;
                    case Decision.Permit is -> REFUSED_THEN_PERMITTED;
                };
            case Decision.Refer(var was) ->
                switch (after) {
                    case Decision.Refuse is -> REFERRED_THEN_REFUSED;
                    case Decision.Refer(var is) -> between(was.treatments(), is.treatments());
                    case Decision.Permit is -> REFERRED_THEN_PERMITTED;
                };
            case Decision.Permit(var was) ->
                switch (after) {
                    case Decision.Refuse is -> PERMITTED_THEN_REFUSED;
                    case Decision.Refer is -> PERMITTED_THEN_REFERRED;
                    case Decision.Permit(var is) -> between(was.treatments(), is.treatments());
                };
        };
    }

    private static Shift between(Map<Field, FieldTreatment> before, Map<Field, FieldTreatment> after) {
        return before.equals(after) ? NONE : TREATED_OTHERWISE;
    }
}
