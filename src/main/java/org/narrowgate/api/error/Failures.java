package org.narrowgate.api.error;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.narrowgate.caller.NotAnAgencyException;
import org.narrowgate.casework.CaseworkException;
import org.narrowgate.disclosure.RestrictionsUnavailableException;
import org.narrowgate.ledger.LedgerUnavailableException;

/** What an exception means to the caller. */
public final class Failures {
    // SQL states that pass by themselves: no connection, a transaction that the server ended or will not let write (it
    // is a standby now), rolled back, no resources such as disk or connections, operator at work.
    private static final Set<String> PASSING = Set.of("08", "25", "40", "53", "57", "58");
    // A lock that was not to be had in time.
    private static final String LOCKED = "55P03";

    private Failures() {}

    /** The error it is answered with; what is not known is an INTERNAL_ERROR, and is written to the log of failures. */
    public static DoorError translate(Throwable thrown) {
        var error = causes(thrown)
                .map(Failures::known)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> DoorError.of(ErrorCode.INTERNAL_ERROR));
        if (error.code() == ErrorCode.INTERNAL_ERROR || error.code() == ErrorCode.SERVICE_UNAVAILABLE) {
            FailureLog.write(error.code(), thrown);
        }
        return error;
    }

    private static Optional<DoorError> known(Throwable thrown) {
        return switch (thrown) {
            case RefusedOperationException refused -> Optional.of(DoorError.of(refused));
            case CaseworkException refused -> Optional.of(casework(refused));
            case NotAnAgencyException _ -> Optional.of(DoorError.of(ErrorCode.CALLER_NOT_AN_AGENCY));
            case LedgerUnavailableException _ -> Optional.of(DoorError.of(ErrorCode.SERVICE_UNAVAILABLE));
            case RestrictionsUnavailableException _ -> Optional.of(DoorError.of(ErrorCode.SERVICE_UNAVAILABLE));
            case SQLException sql when passes(sql) -> Optional.of(DoorError.of(ErrorCode.SERVICE_UNAVAILABLE));
            // All that the transaction manager says of a commit whose connection went away.
            case RollbackException lost
            when lost.getCause() == null -> Optional.of(DoorError.of(ErrorCode.SERVICE_UNAVAILABLE));
            default -> Optional.empty();
        };
    }

    private static DoorError casework(CaseworkException refused) {
        return switch (refused.fault()) {
            case REQUEST_UNKNOWN -> DoorError.of(ErrorCode.REQUEST_UNKNOWN);
            // Its sentence names the state, which alone tells the caller why.
            case MOVE_NOT_OFFERED -> DoorError.of(ErrorCode.MOVE_NOT_OFFERED).saying(sentence(refused));
            case REQUEST_ID_REUSED -> DoorError.of(ErrorCode.REQUEST_ID_REUSED);
            case CURSOR_INVALID -> DoorError.of(ErrorCode.CURSOR_INVALID).about("after");
            case DESTROYED_BEFORE_DISCLOSED ->
                DoorError.of(ErrorCode.INPUT_INVALID).about("destroyedOn").saying(sentence(refused));
            case POLICY_CHANGING -> DoorError.of(ErrorCode.SERVICE_UNAVAILABLE);
        };
    }

    private static String sentence(CaseworkException refused) {
        return Objects.requireNonNull(refused.getMessage());
    }

    private static boolean passes(SQLException sql) {
        var state = sql.getSQLState();
        // The pool's own failures, such as no connection in time, carry no state.
        return state == null
                || state.equals(LOCKED)
                || (state.length() == 5 && PASSING.contains(state.substring(0, 2)));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
