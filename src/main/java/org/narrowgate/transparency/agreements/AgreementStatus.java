package org.narrowgate.transparency.agreements;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.narrowgate.policy.Agreement;

/**
 * How an agreement stands on a day.
 *
 * @param since empty where nothing says when it came to that
 */
public record AgreementStatus(Kind kind, Optional<LocalDate> since) {
    /** The ways an agreement can stand; only one in force lets anything be asked. */
    public enum Kind {
        /** Only a version that is still to come names it. */
        ANNOUNCED,
        /** Only versions that never came into force named it. */
        NEVER_IN_FORCE,
        IN_PREPARATION,
        IN_CONSULTATION,
        NOT_YET_IN_FORCE,
        IN_FORCE,
        SUSPENDED,
        ENDED,
        TERMINATED
    }

    public AgreementStatus {
        requireNonNull(kind);
        requireNonNull(since);
    }

    /** By what its latest text says and the dates in it. */
    static AgreementStatus of(Agreement agreement, LocalDate today, Optional<LocalDate> changed) {
        return switch (agreement.state()) {
            case DRAFT -> new AgreementStatus(Kind.IN_PREPARATION, changed);
            case IN_CONSULTATION -> new AgreementStatus(Kind.IN_CONSULTATION, changed);
            case SUSPENDED -> new AgreementStatus(Kind.SUSPENDED, changed);
            case TERMINATED -> new AgreementStatus(Kind.TERMINATED, changed);
            case ACTIVE -> active(agreement, today);
        };
    }

    /** While a stop holds an agreement that would be in force. */
    AgreementStatus stopped(LocalDate stoppedSince) {
        return kind == Kind.IN_FORCE ? new AgreementStatus(Kind.SUSPENDED, Optional.of(stoppedSince)) : this;
    }

    private static AgreementStatus active(Agreement agreement, LocalDate today) {
        var ended = agreement.validUntil().filter(today::isAfter);
        if (ended.isPresent()) {
            return new AgreementStatus(Kind.ENDED, ended);
        }
        return today.isBefore(agreement.validFrom())
                ? new AgreementStatus(Kind.NOT_YET_IN_FORCE, Optional.empty())
                : new AgreementStatus(Kind.IN_FORCE, Optional.of(agreement.validFrom()));
    }
}
