package org.narrowgate.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.narrowgate.disclosure.store.PseudonymKeys;
import org.narrowgate.registry.Holding;
import org.narrowgate.registry.PartialDate;
import org.narrowgate.registry.Registry;
import org.narrowgate.subject.NhsNumber;

/** Asks the registry about somebody who comes with their own number: whether they are there, and no detail of them. */
@ApplicationScoped
public class StandpointService {
    private final Registry registry;
    private final PseudonymKeys keys;

    StandpointService(Registry registry, PseudonymKeys keys) {
        this.registry = registry;
        this.keys = keys;
    }

    /** @param lowestAge from which on people see their record by themselves */
    public Standpoint of(NhsNumber nhsNumber, int lowestAge, LocalDate today) {
        return switch (registry.holding(nhsNumber)) {
            case Holding.Nobody() -> new Standpoint.Unavailable();
            case Holding.Deceased() -> new Standpoint.Unavailable();
            case Holding.Somebody(var numbers, var birthDate) ->
                isOldEnough(birthDate, lowestAge, today)
                        ? new Standpoint.Open(numbers.stream()
                                .flatMap(number -> keys.underEveryKey(number.digits()).stream())
                                .toList())
                        : new Standpoint.TooYoung();
        };
    }

    // The youngest that somebody can be whose birth date is not wholly known; of whom nothing is known may be a child.
    private static boolean isOldEnough(Optional<PartialDate> birthDate, int lowestAge, LocalDate today) {
        return birthDate
                .map(known -> known.lastDay().plusYears(lowestAge))
                .filter(reached -> !today.isBefore(reached))
                .isPresent();
    }
}
