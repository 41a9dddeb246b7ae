package org.narrowgate.disclosure;

import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.narrowgate.disclosure.store.PseudonymKeys;
import org.narrowgate.policy.Decision.Release;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.registry.Registry;
import org.narrowgate.registry.SearchResult;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.PersonKey;
import org.narrowgate.subject.Subject;

/** Asks the registry under a decision that releases, and treats what it reads. */
@ApplicationScoped
public class DisclosureService {
    private final Registry registry;
    private final PseudonymKeys keys;
    private final Restrictions restrictions;

    DisclosureService(Registry registry, PseudonymKeys keys, Restrictions restrictions) {
        this.registry = registry;
        this.keys = keys;
        this.restrictions = restrictions;
    }

    /** Searches for the subject, and reads what is both selected and permitted. */
    public Finding find(Subject subject, Release release, Set<Field> selected) {
        if (!release.searchArguments().containsAll(subject.arguments())) {
            // INVARIANT: the decision has refused this already; should it not have, nothing is searched.
            return new Finding.NobodyToDisclose();
        }
        return read(registry.search(subject, release.terms().deceased()), release, selected);
    }

    /** The same for a person found earlier by these arguments: what protects them now holds now. */
    public Finding findAgain(PersonKey person, Set<SearchArgument> searchedBy, Release release, Set<Field> selected) {
        return read(registry.revisit(person, searchedBy, release.terms().deceased()), release, selected);
    }

    /** That somebody was traced, and nothing about them. */
    public Outcome.Traced withoutDetails(Receipt receipt, Instant readableUntil, LocalDate destroyBy) {
        return new Outcome.Traced(TreatedPerson.ofNothing().person(), List.of(), receipt, readableUntil, destroyBy);
    }

    /** The pseudonym of the person found, else of the one an NHS number names: somebody described is nobody yet. */
    public Optional<String> pseudonym(Step.Result result, Subject subject) {
        return pseudonym(result).or(() -> switch (subject) {
            case Subject.ByNhsNumber named ->
                Optional.of(keys.newest().of(named.nhsNumber().digits()));
            case Subject.ByDetails described -> Optional.empty();
        });
    }

    /** The pseudonym of the person found. */
    public Optional<String> pseudonym(Step.Result result) {
        return result instanceof Step.Result.Found(Finding.Disclosable found)
                ? Optional.of(keys.newest().of(found.nhsNumber().digits()))
                : Optional.empty();
    }

    /** Every pseudonym by which the log may name the person of this number: one for each key there has been. */
    public List<String> pseudonymsOf(NhsNumber person) {
        return keys.underEveryKey(person.digits());
    }

    /** Every pseudonym of every number that leads to the person whom this one leads to. */
    public Set<String> knownAs(NhsNumber person) {
        return pseudonymsOf(registry.numbersOf(person));
    }

    /** The pseudonym of a member of the registry's staff, who appears in the log under no other name. */
    public String staffPseudonym(String staffId) {
        return keys.newest().of(staff(staffId));
    }

    /** Every pseudonym by which the log may name a member of staff: one for each key there has been. */
    public List<String> staffPseudonyms(String staffId) {
        return keys.underEveryKey(staff(staffId));
    }

    /** A stand-in for a whole request, to tell the same one sent again from another under the same id. */
    public String fingerprint(String canonicalRequest) {
        return keys.newest().of(canonicalRequest);
    }

    /** Whether a fingerprint is this request's, made under whichever key it names. */
    public boolean isFingerprintOf(String fingerprint, String canonicalRequest) {
        return keys.recognises(fingerprint, canonicalRequest);
    }

    // Asked of everybody found, so that no answer takes a query less for somebody who has restricted nothing.
    private boolean isHeldBack(Footing footing) {
        return !footing.yieldsTo().isEmpty() && restrictions.hold(footing.knownAs(), footing.yieldsTo());
    }

    private Footing footing(SearchResult.Found found, Release release) {
        return release.yieldsTo().isEmpty()
                ? new Footing(found.version(), Set.of(), Set.of(), Set.of())
                : new Footing(found.version(), found.numbers(), pseudonymsOf(found.numbers()), release.yieldsTo());
    }

    private Set<String> pseudonymsOf(Set<NhsNumber> numbers) {
        return numbers.stream().flatMap(number -> pseudonymsOf(number).stream()).collect(toUnmodifiableSet());
    }

    private static String staff(String staffId) {
        return "staff " + staffId;
    }

    private Finding read(SearchResult result, Release release, Set<Field> selected) {
        return switch (result) {
            case SearchResult.NoTrace() -> new Finding.NobodyToDisclose();
            case SearchResult.Found found -> read(found, footing(found, release), release, selected);
        };
    }

    private Finding read(SearchResult.Found found, Footing footing, Release release, Set<Field> selected) {
        if (isHeldBack(footing)) {
            return new Finding.NobodyToDisclose();
        }
        var treatments = release.treatments();
        // Empty where protection tightened since the search: then nobody was found.
        return registry.read(found, TreatedPerson.toRead(treatments, selected))
                .map(held -> TreatedPerson.of(held, treatments, selected))
                .<Finding>map(treated -> new Finding.Disclosable(footing, found.nhsNumber(), treated))
                .orElseGet(Finding.NobodyToDisclose::new);
    }
}
