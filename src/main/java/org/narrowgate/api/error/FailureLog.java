package org.narrowgate.api.error;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.narrowgate.observation.LogKey;

/**
 * Where failures of the door are written down for the operator.
 *
 * <p>INVARIANT: no exception's message is written, for a driver or a library may put a person's details there; the
 * kinds of exception and the places in the code are.
 */
final class FailureLog {
    private static final Logger LOG = Logger.getLogger(FailureLog.class);
    private static final int FRAMES = 12;

    private FailureLog() {}

    static void write(ErrorCode code, Throwable thrown) {
        LOG.errorf("code=%s request=%s %s", code, LogKey.REQUEST.value(), withoutMessages(thrown));
    }

    private static String withoutMessages(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .map(cause -> cause.getClass().getName() + frames(cause))
                .collect(joining("; caused by "));
    }

    private static String frames(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .limit(FRAMES)
                .map(frame -> frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber())
                .collect(joining(" < ", " at ", ""));
    }
}
