package org.narrowgate.registry.store;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.narrowgate.policy.Field.PREVIOUS_FAMILY_NAMES;
import static org.narrowgate.policy.SearchArgument.POSTCODE;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.PurposeTerms.Deceased;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.registry.HeldDetails;
import org.narrowgate.registry.Holding;
import org.narrowgate.registry.MatchingKey;
import org.narrowgate.registry.PartialDate;
import org.narrowgate.registry.RecordVersion;
import org.narrowgate.registry.Registry;
import org.narrowgate.registry.RegistryUnavailableException;
import org.narrowgate.registry.SearchResult;
import org.narrowgate.registry.SearchResult.Found;
import org.narrowgate.registry.SearchResult.NoTrace;
import org.narrowgate.subject.Gender;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.PersonKey;
import org.narrowgate.subject.Subject;

/** The people held in PostgreSQL. Each statement is a transaction of its own, so that none has to be ended. */
@ApplicationScoped
class JdbcRegistry implements Registry {
    private static final ZoneId WHERE_PEOPLE_LIVE = ZoneId.of("Europe/London");

    private final DataSource database;
    private final RegistryReplica replica;
    private final Clock clock;

    JdbcRegistry(DataSource database, RegistryReplica replica, Clock clock) {
        this.database = database;
        this.replica = replica;
        this.clock = clock;
    }

    @Override
    public SearchResult search(Subject subject, Deceased deceased) {
        return switch (subject) {
            case Subject.ByNhsNumber byNumber -> searchByNumber(byNumber, deceased);
            case Subject.ByDetails byDetails -> searchByDetails(byDetails, deceased);
        };
    }

    @Override
    public SearchResult revisit(PersonKey person, Set<SearchArgument> searchedBy, Deceased deceased) {
        return recordOf(person)
                .flatMap(this::latest)
                .filter(held -> held.isTraced(deceased))
                .filter(held -> !searchedBy.contains(POSTCODE) || isFoundByPostcode(held))
                .map(this::found)
                .orElseGet(NoTrace::new);
    }

    @Override
    public Set<NhsNumber> numbersOf(NhsNumber number) {
        return rows(Statements.NUMBERS_OF, row -> row.getString(1), number.digits()).stream()
                // A file may name a successor by what is no number; it leads nowhere.
                .flatMap(digits -> NhsNumber.parse(digits).stream())
                .collect(toUnmodifiableSet());
    }

    @Override
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
    public Holding holding(NhsNumber nhsNumber) {
        return recordOf(nhsNumber.digits())
                .flatMap(this::latest)
                .filter(held -> !held.invalidated())
                .map(held -> held.deceased() ? new Holding.Deceased() : somebody(held))
                .orElseGet(Holding.Nobody::new);
    }

    private Holding somebody(HeldRecord held) {
        var birthDate = row(Statements.BIRTH_DATE, row -> row.getString(1), held.person());
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
                .map(this::found)
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
        var arguments = new ArrayList<Object>(List.of(today(), familyName.get().value(), details.birthDate()));
        details.gender().map(Gender::name).ifPresent(arguments::add);
        givenName.flatMap(key -> key).map(MatchingKey::value).ifPresent(arguments::add);
        postcode.flatMap(key -> key).map(MatchingKey::value).ifPresent(arguments::add);
        var candidates = rows(Statements.search(details), HeldRecord::of, arguments.toArray());
        return candidates.size() == 1 && candidates.getFirst().isTraced(deceased)
                ? found(candidates.getFirst())
                : new NoTrace();
    }

    private SearchResult found(HeldRecord held) {
        var own = new NhsNumber(held.nhsNumber());
        return new Found(
                new RecordVersion(new PersonKey(held.person()), held.version()),
                own,
                held.hasPredecessors() ? numbersOf(own) : Set.of(own));
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
        return row(Statements.RECORD_BY_KEY, HeldRecord::of, person.value());
    }

    private Optional<HeldRecord> recordOf(String nhsNumber) {
        return row(Statements.RECORD_BY_NHS_NUMBER, HeldRecord::of, nhsNumber);
    }

    private boolean wasBornOn(HeldRecord held, LocalDate birthDate) {
        return row(Statements.BORN_ON, _ -> true, held.person(), birthDate.toString())
                .isPresent();
    }

    private boolean isFoundByPostcode(HeldRecord held) {
        return held.isUnrestricted()
                && row(Statements.LIVES_AT_A_PRACTICE, _ -> true, today(), held.person())
                        .isEmpty();
    }

    private Optional<Map<Field, Object>> readColumns(PersonKey person, List<Field> columns) {
        var arguments = Statements.dependsOnTheDay(columns)
                ? new Object[] {today(), person.value()}
                : new Object[] {person.value()};
        return row(
                Statements.read(columns),
                row -> {
                    var values = new EnumMap<Field, Object>(Field.class);
                    for (int column = 0; column < columns.size(); column++) {
                        var value = Columns.value(row, column + 2, columns.get(column));
                        if (value != null) {
                            values.put(columns.get(column), value);
                        }
                    }
                    return values;
                },
                arguments);
    }

    /** Distinct and oldest first; empty where the person is not traced at all. */
    private Optional<List<String>> readPreviousFamilyNames(PersonKey person) {
        var rows = rows(
                Statements.PREVIOUS_FAMILY_NAMES,
                row -> Optional.ofNullable(row.getString(1)),
                today(),
                person.value());
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.stream().flatMap(Optional::stream).distinct().toList());
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Of a statement that selects one row at most. */
    private <T> Optional<T> row(String statement, Reading<T> reading, Object... arguments) {
        return rows(statement, reading, arguments).stream().findFirst();
    }

    private <T> List<T> rows(String sql, Reading<T> reading, Object... arguments) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (var result = statement.executeQuery()) {
                var rows = new ArrayList<T>();
                while (result.next()) {
                    rows.add(reading.of(result));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw RegistryUnavailableException.of(e);
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WHERE_PEOPLE_LIVE);
    }
}
