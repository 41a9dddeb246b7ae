package org.narrowgate.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.narrowgate.disclosure.store.PseudonymKeys;
import org.narrowgate.registry.MergedNumbers;
import org.narrowgate.subject.NhsNumber;

/** By which names the log may know one person: of every number they had, under every key there has been. */
@ApplicationScoped
public class PersonsNamesService {
    private final MergedNumbers numbers;
    private final PseudonymKeys keys;

    PersonsNamesService(MergedNumbers numbers, PseudonymKeys keys) {
        this.numbers = numbers;
        this.keys = keys;
    }

    public List<String> pseudonymsOf(NhsNumber person) {
        return numbers.of(person).stream()
                .flatMap(number -> keys.underEveryKey(number.digits()).stream())
                .toList();
    }
}
