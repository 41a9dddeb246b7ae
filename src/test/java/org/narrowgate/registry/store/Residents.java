package org.narrowgate.registry.store;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.PurposeTerms.Deceased;
import org.narrowgate.policy.SearchArgument;
import org.narrowgate.registry.HeldDetails;
import org.narrowgate.registry.PersonDraft;
import org.narrowgate.registry.PracticeRecord;
import org.narrowgate.registry.RecordVersion;
import org.narrowgate.registry.SearchResult;
import org.narrowgate.subject.Gender;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.PersonKey;
import org.narrowgate.subject.Subject;

/** A registry that holds only who a test put there, asked at noon of 20 May 2026. */
final class Residents {
    private static final HeldDetails NOTHING =
            new HeldDetails(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    static final Instant NOON = Instant.parse("2026-05-20T12:00:00Z");

    private final DataSource database;

    Residents(DataSource database) {
        this.database = database;
    }

    void remove() throws SQLException {
        try (var connection = database.getConnection()) {
            Sql.execute(connection, "DELETE FROM person");
            Sql.execute(connection, "DELETE FROM general_practice");
        }
    }

    void hold(PersonDraft... people) {
        try (var sink = CopiedPopulation.open(database)) {
            for (var person : people) {
                sink.addPeople(List.of(person.record()));
            }
        }
    }

    void hold(PracticeRecord practice) {
        try (var sink = CopiedPopulation.open(database)) {
            sink.addPractices(List.of(practice));
        }
    }

    SearchResult search(Subject subject) {
        return search(subject, Deceased.EXCLUDED);
    }

    SearchResult search(Subject subject, Deceased deceased) {
        return at(NOON).search(subject, deceased);
    }

    SearchResult revisit(PersonKey person, Set<SearchArgument> searchedBy, Deceased deceased) {
        return at(NOON).revisit(person, searchedBy, deceased);
    }

    HeldDetails read(PersonKey person, Set<Field> fields) {
        return readAt(NOON, person, fields);
    }

    HeldDetails readAt(Instant instant, PersonKey person, Set<Field> fields) {
        return at(instant).read(found(person), fields).orElse(NOTHING);
    }

    boolean canBeRead(String nhsNumber) {
        var person = keyOf(nhsNumber);
        return at(NOON).read(found(person), EnumSet.of(Field.PREVIOUS_FAMILY_NAMES))
                .isPresent();
    }

    HeldDetails readAll(String nhsNumber) {
        return read(keyOf(nhsNumber), EnumSet.allOf(Field.class));
    }

    /** @param superseded the numbers that lead to it beside its own */
    SearchResult found(String nhsNumber, String... superseded) {
        return new SearchResult.Found(
                versionOf(keyOf(nhsNumber)),
                new NhsNumber(nhsNumber),
                Stream.concat(Stream.of(nhsNumber), Stream.of(superseded))
                        .map(NhsNumber::new)
                        .collect(toUnmodifiableSet()));
    }

    // The number serves the search's answer alone.
    private SearchResult.Found found(PersonKey person) {
        return new SearchResult.Found(versionOf(person), new NhsNumber("9000000009"), Set.of());
    }

    private RecordVersion versionOf(PersonKey person) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery("SELECT xmin::text::bigint FROM person WHERE id = " + person.value())) {
            return new RecordVersion(person, row.next() ? row.getLong(1) : -1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    PersonKey keyOf(String nhsNumber) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("SELECT id FROM person WHERE nhs_number = ?")) {
            statement.setString(1, nhsNumber);
            try (var row = statement.executeQuery()) {
                row.next();
                return new PersonKey(row.getLong(1));
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    static Subject byNumber(String nhsNumber) {
        return new Subject.ByNhsNumber(new NhsNumber(nhsNumber), Optional.empty());
    }

    static Subject byNumber(String nhsNumber, String birthDate) {
        return new Subject.ByNhsNumber(new NhsNumber(nhsNumber), Optional.of(LocalDate.parse(birthDate)));
    }

    static Subject.ByDetails byDetails(
            String familyName,
            String birthDate,
            @Nullable String givenName,
            @Nullable Gender gender,
            @Nullable String postcode) {
        return new Subject.ByDetails(
                familyName,
                LocalDate.parse(birthDate),
                Optional.ofNullable(givenName),
                Optional.ofNullable(gender),
                Optional.ofNullable(postcode));
    }

    private JdbcRegistry at(Instant instant) {
        return new JdbcRegistry(
                SentStatements.heard(database), RegistryReplica.none(), Clock.fixed(instant, ZoneOffset.UTC));
    }
}
