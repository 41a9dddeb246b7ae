package org.narrowgate.policy;

import java.util.OptionalInt;
import org.narrowgate.policy.GroundDemand.Directions;

/** A ground put forward, held against what a purpose demands of a ground of its type. */
record DemandedGround(GroundDemand demand, Ground ground) {
    /** Whether it says what the demand needs to know. An order that directs nothing directs no disclosure. */
    boolean isComplete() {
        return switch (demand) {
            case GroundDemand.CourtOrder order -> order.directions() == Directions.NOT_REQUIRED || directsSomething();
            case GroundDemand.SeriousCriminality criminality -> true;
            case GroundDemand.PublicSecurityRisk risk -> true;
            case GroundDemand.MissingVulnerablePerson missing -> true;
        };
    }

    /** Whether offence, stage and sentence reach the threshold; true for grounds that have none. */
    boolean isReached() {
        return switch (demand) {
            case GroundDemand.SeriousCriminality criminality ->
                ground instanceof Ground.SeriousCriminality committed && reaches(committed, criminality);
            case GroundDemand.PublicSecurityRisk risk -> true;
            case GroundDemand.MissingVulnerablePerson missing -> true;
            case GroundDemand.CourtOrder order -> true;
        };
    }

    private boolean directsSomething() {
        return ground instanceof Ground.CourtOrder order
                && order.directs().filter(fields -> !fields.isEmpty()).isPresent();
    }

    private static boolean reaches(Ground.SeriousCriminality committed, GroundDemand.SeriousCriminality demand) {
        // INVARIANT: only what the catalogue says of an offence counts, and a sentence it does not carry never does.
        boolean known = OffenceCatalogue.all().contains(committed.offence());
        if (!known
                || committed.stage().compareTo(demand.earliestStage()) < 0
                || !maximumReaches(committed.offence().maximumMonths(), demand.thresholdMonths())) {
            return false;
        }
        return switch (demand.measure()) {
            case MAXIMUM_SENTENCE -> true;
            case SENTENCE_IMPOSED ->
                committed.stage() == OffenceStage.CONVICTED
                        && committed.sentenceMonths().orElse(0) >= demand.thresholdMonths();
        };
    }

    private static boolean maximumReaches(OptionalInt maximumMonths, int thresholdMonths) {
        boolean life = maximumMonths.isEmpty();
        return life || maximumMonths.getAsInt() >= thresholdMonths;
    }
}
