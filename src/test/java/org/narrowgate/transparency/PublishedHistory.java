package org.narrowgate.transparency;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.ledger.WrittenEntries;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.Policy;

/** An application with a log of some months behind it, on 10 June 2026, and an archive of one made-up year. */
public final class PublishedHistory implements QuarkusTestProfile {
    public static final Instant NOW = Instant.parse("2026-06-10T09:00:00Z");

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(Made.class);
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(DevelopmentServicesForTests.class, Map.of(), true));
    }

    @Alternative
    static final class Made {
        @Produces
        @Singleton
        WrittenEntries log() {
            var history = new History(11, Instant.parse("2026-01-08T09:00:00Z"), Made::agency);
            while (history.now().isBefore(NOW)) {
                history.goOn(1, 25);
            }
            var entries = history.entries();
            return (index, most) -> entries.stream()
                    .skip(index + 1)
                    .takeWhile(entry -> entry.appendedAt().isBefore(NOW))
                    .limit(most)
                    .toList();
        }

        // The shipped policy's own agencies where it has one of the group.
        private static String agency(AgencyGroup group) {
            return Policy.shipped().document().agencies().stream()
                    .filter(agency -> agency.group() == group)
                    .map(agency -> agency.id().value())
                    .findFirst()
                    .orElse("unknown");
        }

        @Produces
        @Singleton
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }

        @Produces
        @Singleton
        Archive archive() {
            return () -> Optional.of(new ArchivedYear(
                    2016,
                    "The requests of one year",
                    "The totals were published.",
                    "How they spread over the months is made up.",
                    IntStream.rangeClosed(1, 11)
                            .mapToObj(month -> YearMonth.of(2016, month))
                            .flatMap(month -> Stream.of(
                                    new ArchivedYear.Column(
                                            month, AgencyGroup.HOME_OFFICE, 11, 530 + month.getMonthValue(), 140, 50),
                                    new ArchivedYear.Column(month, AgencyGroup.POLICE, 0, 7, 0, 24),
                                    new ArchivedYear.Column(
                                            month,
                                            AgencyGroup.NATIONAL_CRIME_AGENCY,
                                            0,
                                            52,
                                            0,
                                            190 + month.getMonthValue())))
                            .toList()));
        }
    }
}
