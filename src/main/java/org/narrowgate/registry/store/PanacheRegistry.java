package org.narrowgate.registry.store;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.narrowgate.policy.Field.PREVIOUS_FAMILY_NAMES;
import static org.narrowgate.policy.SearchArgument.POSTCODE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.SelectionQuery;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.PurposeTerms.Deceased;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.registry.HeldDetails;
import org.narrowgate.registry.Holding;
import org.narrowgate.registry.MatchingKey;
import org.narrowgate.registry.PartialDate;
import org.narrowgate.registry.Registry;
import org.narrowgate.registry.SearchResult;
import org.narrowgate.registry.SearchResult.Found;
import org.narrowgate.registry.SearchResult.NoTrace;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.PersonKey;
import org.narrowgate.subject.Subject;

/** The people held in PostgreSQL. */
@ApplicationScoped
class PanacheRegistry implements Registry {
    private static final ZoneId WHERE_PEOPLE_LIVE = ZoneId.of("Europe/London");

    private final Session session;
    private final RegistryReplica replica;
    private final Clock clock;

    PanacheRegistry(Session session, RegistryReplica replica, Clock clock) {
        this.session = session;
        this.replica = replica;
        this.clock = clock;
    }

    @Override
    @Transactional
    public SearchResult search(Subject subject, Deceased deceased) {
        return switch (subject) {
            case Subject.ByNhsNumber byNumber -> searchByNumber(byNumber, deceased);
            case Subject.ByDetails byDetails -> searchByDetails(byDetails, deceased);
        };
    }

    @Override
    @Transactional
    public SearchResult revisit(PersonKey person, Set<SearchArgument> searchedBy, Deceased deceased) {
        return recordOf(person)
                .flatMap(this::latest)
                .filter(held -> held.isTraced(deceased))
                .filter(held -> !searchedBy.contains(POSTCODE) || isFoundByPostcode(held))
                .map(HeldRecord::found)
                .orElseGet(NoTrace::new);
    }

    @Override
    @Transactional
    public Set<NhsNumber> numbersOf(NhsNumber number) {
        return session.createNativeQuery(Statements.NUMBERS_OF, String.class)
                .setParameter("nhsNumber", number.digits())
                .getResultStream()
                // A file may name a successor by what is no number; it leads nowhere.
                .flatMap(digits -> NhsNumber.parse(digits).stream())
                .collect(toUnmodifiableSet());
    }

    @Override
    @Transactional
    public Optional<HeldDetails> read(Found found, Set<Field> fields) {
        return replica.read(found.version(), fields, today()).or(() -> readHere(found.person(), fields));
    }

    private Optional<HeldDetails> readHere(PersonKey person, Set<Field> fields) {
        var columns = fields.stream()
                .filter(field -> field != PREVIOUS_FAMILY_NAMES)
                .sorted()
                .toList();
        var values = columns.isEmpty() ? Optional.of(Map.<Field, Object>of()) : readColumns(person, columns);
        if (!fields.contains(PREVIOUS_FAMILY_NAMES)) {
            return values.map(held -> HeldValues.details(held, null));
        }
        return values.flatMap(
                held -> readPreviousFamilyNames(person).map(previous -> HeldValues.details(held, previous)));
    }

    @Override
    @Transactional
    public Holding holding(NhsNumber nhsNumber) {
        return recordOf(nhsNumber.digits())
                .flatMap(this::latest)
                .filter(held -> !held.invalidated())
                .map(held -> held.deceased() ? new Holding.Deceased() : somebody(held))
                .orElseGet(Holding.Nobody::new);
    }

    private Holding somebody(HeldRecord held) {
        var birthDate = session.createSelectionQuery(Statements.BIRTH_DATE, String.class)
                .setParameter("person", held.person())
                .uniqueResultOptional();
        return new Holding.Somebody(ownFirst(new NhsNumber(held.nhsNumber())), birthDate.flatMap(PartialDate::parse));
    }

    private List<NhsNumber> ownFirst(NhsNumber own) {
        return Stream.concat(Stream.of(own), numbersOf(own).stream()).distinct().toList();
    }

    private SearchResult searchByNumber(Subject.ByNhsNumber subject, Deceased deceased) {
        return recordOf(subject.nhsNumber().digits())
                .flatMap(this::latest)
                .filter(held -> held.isTraced(deceased))
                .filter(held -> subject.birthDate()
                        .map(birthDate -> wasBornOn(held, birthDate))
                        .orElse(true))
                .map(HeldRecord::found)
                .orElseGet(NoTrace::new);
    }

    @SuppressWarnings("OptionalMapToOptional") // not given, and given but nothing left to search by, are two things
    private SearchResult searchByDetails(Subject.ByDetails details, Deceased deceased) {
        var familyName = MatchingKey.ofName(details.familyName());
        var givenName = details.givenName().map(MatchingKey::ofName);
        var postcode = details.postcode().map(MatchingKey::ofPostcode);
        if (familyName.isEmpty() || isBlank(givenName) || isBlank(postcode)) {
            return new NoTrace();
        }
        var query = session.createSelectionQuery(Statements.search(details), Tuple.class)
                .setParameter("familyName", familyName.get().value())
                .setParameter("birthDate", details.birthDate())
                .setParameter("today", today())
                .setMaxResults(2);
        details.gender().ifPresent(gender -> query.setParameter("gender", gender));
        givenName.flatMap(key -> key).ifPresent(key -> query.setParameter("givenName", key.value()));
        postcode.flatMap(key -> key).ifPresent(key -> query.setParameter("postcode", key.value()));
        var candidates = query.getResultList();
        if (candidates.size() != 1) {
            return new NoTrace();
        }
        var candidate = candidates.getFirst();
        var held = new HeldRecord(
                candidate.get(0, Long.class),
                candidate.get(1, String.class),
                candidate.get(2, String.class),
                candidate.get(3, Boolean.class),
                Optional.empty(),
                false,
                candidate.get(4, Long.class));
        return held.isTraced(deceased) ? held.found() : new NoTrace();
    }

    private static boolean isBlank(Optional<Optional<MatchingKey>> given) {
        return given.isPresent() && given.get().isEmpty();
    }

    /** The record at the end of a chain of mergers; none where the chain is broken or closed. */
    private Optional<HeldRecord> latest(HeldRecord first) {
        var seen = new HashSet<Long>();
        var held = Optional.of(first);
        while (held.isPresent() && held.get().supersededBy().isPresent()) {
            if (!seen.add(held.get().person())) {
                return Optional.empty();
            }
            held = recordOf(held.get().supersededBy().get());
        }
        return held;
    }

    private Optional<HeldRecord> recordOf(PersonKey person) {
        return heldRecord(session.createSelectionQuery(Statements.RECORD_BY_KEY, Tuple.class)
                .setParameter("person", person.value()));
    }

    private Optional<HeldRecord> recordOf(String nhsNumber) {
        return heldRecord(session.createSelectionQuery(Statements.RECORD_BY_NHS_NUMBER, Tuple.class)
                .setParameter("nhsNumber", nhsNumber));
    }

    private static Optional<HeldRecord> heldRecord(SelectionQuery<Tuple> query) {
        return query.uniqueResultOptional()
                .map(row -> new HeldRecord(
                        row.get(0, Long.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, Boolean.class),
                        Optional.ofNullable(row.get(4, String.class)),
                        row.get(5, Boolean.class),
                        row.get(6, Long.class)));
    }

    private boolean wasBornOn(HeldRecord held, LocalDate birthDate) {
        return !session.createSelectionQuery(Statements.BORN_ON, Integer.class)
                .setParameter("person", held.person())
                .setParameter("birthDate", birthDate.toString())
                .getResultList()
                .isEmpty();
    }

    private boolean isFoundByPostcode(HeldRecord held) {
        return held.isUnrestricted()
                && session.createSelectionQuery(Statements.LIVES_AT_A_PRACTICE, Integer.class)
                        .setParameter("person", held.person())
                        .setParameter("today", today())
                        .getResultList()
                        .isEmpty();
    }

    private Optional<Map<Field, Object>> readColumns(PersonKey person, List<Field> columns) {
        var statement = Statements.read(columns);
        var query = session.createSelectionQuery(statement, Tuple.class).setParameter("person", person.value());
        if (statement.contains(":today")) {
            query.setParameter("today", today());
        }
        return query.uniqueResultOptional().map(row -> {
            var values = new EnumMap<Field, Object>(Field.class);
            for (int column = 0; column < columns.size(); column++) {
                values.put(columns.get(column), row.get(column + 1));
            }
            return values;
        });
    }

    /** Distinct and oldest first; empty where the person is not traced at all. */
    private Optional<List<String>> readPreviousFamilyNames(PersonKey person) {
        var rows = session.createSelectionQuery(Statements.PREVIOUS_FAMILY_NAMES, Tuple.class)
                .setParameter("person", person.value())
                .setParameter("today", today())
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(rows.stream()
                .flatMap(row -> Optional.ofNullable(row.get(0, String.class)).stream())
                .distinct()
                .toList());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WHERE_PEOPLE_LIVE);
    }
}
