package org.narrowgate.api.ask;

import java.util.Optional;
import org.narrowgate.policy.Offence;

/** The offence catalogue, as the door needs it. */
@FunctionalInterface
public interface Offences {
    Optional<Offence> find(String code);
}
