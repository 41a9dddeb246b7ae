package org.narrowgate.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.narrowgate.registry.PersonDraft.aPerson;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.narrowgate.dev.MigratedDatabase;
import org.narrowgate.dev.ReplicatedDatabase;
import org.narrowgate.policy.Field;
import org.narrowgate.registry.HeldDetails;
import org.narrowgate.registry.PersonDraft;
import org.narrowgate.registry.RecordVersion;
import org.narrowgate.registry.ReplicaStanding;
import org.narrowgate.registry.SearchResult;
import org.narrowgate.registry.synthetic.SyntheticPopulation;
import org.narrowgate.subject.NhsNumber;
import org.narrowgate.subject.PersonKey;

/** A PostgreSQL that streams from another one, read from while it keeps up. */
@TestMethodOrder(OrderAnnotation.class)
class RegistryReplicaTest {
    private static final String ELEANOR = "9000000009";
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);
    private static final Duration MOST = Duration.ofSeconds(5);

    private static MigratedDatabase primary;
    private static ReplicatedDatabase standby;

    private final AtomicLong now = new AtomicLong();
    private ReplicaLag lag;
    private RegistryReplica replica;

    @BeforeAll
    static void start() throws SQLException {
        primary = new MigratedDatabase();
        change("CREATE ROLE reader LOGIN PASSWORD 'r' IN ROLE registry_reader");
        try (var sink = CopiedPopulation.open(primary.asOwner())) {
            new SyntheticPopulation(40, 7).writeTo(sink, made -> {});
        }
        hold(aPerson(ELEANOR));
        standby = new ReplicatedDatabase(primary);
    }

    @AfterAll
    static void stop() {
        standby.close();
        primary.close();
    }

    @BeforeEach
    void look() {
        lag = new ReplicaLag(primary.asApplication(), reader(), MOST, now::get);
        replica = RegistryReplica.of(reader(), lag);
    }

    @Test
    @Order(1)
    void everythingReadThereIsWhatThePrimaryReads() {
        // Given
        standby.awaitCaughtUp();
        lag.look();
        var all = EnumSet.allOf(Field.class);
        var here = new JdbcRegistry(
                primary.asApplication(),
                RegistryReplica.none(),
                Clock.fixed(TODAY.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
        for (var person : people()) {
            var found = new SearchResult.Found(person, new NhsNumber(ELEANOR), Set.of());
            // When
            var there = replica.read(person, all, TODAY);
            // Then
            assertThat(there).isEqualTo(here.read(found, all));
            for (var field : all) {
                assertThat(replica.read(person, Set.of(field), TODAY)).isEqualTo(here.read(found, Set.of(field)));
            }
        }
        assertThat(replica.reads()).isGreaterThan(400);
    }

    @Test
    @Order(2)
    void anIdlePrimaryMakesNoReplicaOld() {
        // Given
        standby.awaitCaughtUp();
        lag.look();
        // When
        now.addAndGet(Duration.ofMinutes(10).toNanos());
        lag.look();
        // Then
        assertThat(replica.standing()).isEqualTo(new ReplicaStanding.InUse(Duration.ZERO));
    }

    @Test
    @Order(2)
    void whatIsNotLookedAtGrowsOldByItself() {
        // Given
        standby.awaitCaughtUp();
        lag.look();
        // When
        now.addAndGet(MOST.plusMillis(1).toNanos());
        // Then
        assertThat(replica.standing()).isEqualTo(new ReplicaStanding.Behind(MOST.plusMillis(1)));
        assertThat(replica.read(version(ELEANOR), Set.of(Field.GENDER), TODAY)).isEmpty();
    }

    @Test
    @Order(3)
    void aReplicaThatReplaysNoLongerIsOldAsSoonAsThePrimaryHasWrittenForLongEnough() throws SQLException {
        // Given
        standby.awaitCaughtUp();
        lag.look();
        standby.pauseReplay();
        // When
        change("CREATE TABLE written (id integer)");
        now.addAndGet(Duration.ofSeconds(3).toNanos());
        lag.look();
        var soon = replica.standing();
        now.addAndGet(Duration.ofSeconds(3).toNanos());
        lag.look();
        var late = replica.standing();
        standby.resumeReplay();
        standby.awaitCaughtUp();
        lag.look();
        // Then
        assertThat(soon).isEqualTo(new ReplicaStanding.InUse(Duration.ofSeconds(3)));
        assertThat(late).isEqualTo(new ReplicaStanding.Behind(Duration.ofSeconds(6)));
        assertThat(replica.standing()).isEqualTo(new ReplicaStanding.InUse(Duration.ZERO));
    }

    @Test
    @Order(3)
    void aPersonChangedMeanwhileIsNotReadThereHoweverYoungItIs() throws SQLException {
        // Given
        standby.awaitCaughtUp();
        lag.look();
        standby.pauseReplay();
        var before = version(ELEANOR);
        // When
        change("UPDATE person SET protection = 'R' WHERE nhs_number = '" + ELEANOR + "'");
        var after = version(ELEANOR);
        // Then
        assertThat(replica.standing()).isInstanceOf(ReplicaStanding.InUse.class);
        assertThat(replica.read(before, Set.of(Field.NHS_NUMBER), TODAY))
                .map(HeldDetails::nhsNumber)
                .contains(ELEANOR);
        assertThat(replica.read(after, Set.of(Field.NHS_NUMBER), TODAY)).isEmpty();
        standby.resumeReplay();
        standby.awaitCaughtUp();
        assertThat(replica.read(after, Set.of(Field.NHS_NUMBER), TODAY)).isPresent();
    }

    @Test
    @Order(4)
    void aDatabaseThatIsNoReplicaIsNotReadFrom() {
        // Given
        lag = new ReplicaLag(primary.asApplication(), primary.asApplication(), MOST, now::get);
        replica = RegistryReplica.of(primary.asApplication(), lag);
        // When
        lag.look();
        // Then
        assertThat(replica.standing()).isEqualTo(new ReplicaStanding.Unknown());
        assertThat(replica.read(version(ELEANOR), Set.of(Field.GENDER), TODAY)).isEmpty();
    }

    @Test
    @Order(5)
    void aReplicaThatIsGoneIsNotAskedAgainUntilItIsLookedAt() {
        // Given
        standby.awaitCaughtUp();
        lag.look();
        assertThat(replica.standing()).isInstanceOf(ReplicaStanding.InUse.class);
        // When
        standby.stop();
        var read = replica.read(version(ELEANOR), Set.of(Field.GENDER), TODAY);
        // Then
        assertThat(read).isEqualTo(Optional.empty());
        assertThat(replica.standing()).isEqualTo(new ReplicaStanding.Unknown());
        lag.look();
        assertThat(replica.standing()).isEqualTo(new ReplicaStanding.Unknown());
        assertThat(replica.readsElsewhere()).isOne();
    }

    private static DataSource reader() {
        return standby.as("reader", "r");
    }

    private static void hold(PersonDraft person) {
        try (var sink = CopiedPopulation.open(primary.asOwner())) {
            sink.addPeople(List.of(person.record()));
        }
    }

    private static RecordVersion version(String nhsNumber) {
        return people(" WHERE nhs_number = '" + nhsNumber + "'").getFirst();
    }

    private static List<RecordVersion> people() {
        return people("");
    }

    private static List<RecordVersion> people(String where) {
        try (var owner = primary.connectAsOwner();
                var statement = owner.createStatement();
                var row = statement.executeQuery("SELECT id, xmin::text::bigint FROM person" + where)) {
            var people = new ArrayList<RecordVersion>();
            while (row.next()) {
                people.add(new RecordVersion(new PersonKey(row.getLong(1)), row.getLong(2)));
            }
            return people;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void change(String command) throws SQLException {
        try (var owner = primary.connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute(command);
        }
    }
}
