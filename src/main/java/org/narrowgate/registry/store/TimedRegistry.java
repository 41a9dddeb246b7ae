package org.narrowgate.registry.store;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.observation.Part;
import org.narrowgate.observation.Watch;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.PurposeTerms.Deceased;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.registry.HeldDetails;
import org.narrowgate.registry.Registry;
import org.narrowgate.registry.SearchResult;
import org.narrowgate.subject.PersonKey;
import org.narrowgate.subject.Subject;

/** The registry with somebody watching how long it takes: around whichever holds the people. */
@Decorator
@Priority(1)
abstract class TimedRegistry implements Registry {
    private final Registry registry;
    private final Watch watch;

    TimedRegistry(@Delegate @Any Registry registry, Watch watch) {
        this.registry = registry;
        this.watch = watch;
    }

    @Override
    public SearchResult search(Subject subject, Deceased deceased) {
        try (var _ = watch.begin(Part.SEARCH)) {
            return registry.search(subject, deceased);
        }
    }

    @Override
    public SearchResult revisit(PersonKey person, Set<SearchArgument> searchedBy, Deceased deceased) {
        try (var _ = watch.begin(Part.SEARCH)) {
            return registry.revisit(person, searchedBy, deceased);
        }
    }

    @Override
    public Optional<HeldDetails> read(SearchResult.Found found, Set<Field> fields) {
        try (var _ = watch.begin(Part.READ)) {
            return registry.read(found, fields);
        }
    }
}
