package org.narrowgate.web.console.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.narrowgate.ledger.search.LogQuestion;
import org.narrowgate.web.console.log.Sought.Fault;

class SoughtTest {
    private static final Choices CHOICES = Choices.of(new PublishedNames.Names(
            Map.of("coroner", "HM Coroner", "home-office", "Home Office"), Map.of("court-order", "Court order")));

    @Test
    void anAddressThatSaysNothingAsksForEverything() {
        // Given
        var query = new SearchQuery();
        query.agency = "";
        query.from = "";
        // When
        var sought = Sought.read(query, CHOICES);
        // Then
        assertThat(sought)
                .isEqualTo(new Sought(Map.of(), Optional.empty(), Optional.empty(), OptionalLong.empty(), List.of()));
        assertThat(sought.question()).isEqualTo(new LogQuestion(Map.of(), Optional.empty(), Optional.empty()));
        assertThat(sought.address(OptionalLong.empty())).isEqualTo("/console/log/search");
    }

    @Test
    void everyPartNarrows() {
        // Given: the day on which clocks go forward in London has 23 hours
        var query = new SearchQuery();
        query.agency = "home-office";
        query.purpose = "court-order";
        query.kind = "request";
        query.outcome = "refused";
        query.reason = "GROUND_MISSING";
        query.from = "2026-03-29";
        query.to = "2026-03-29";
        query.before = "120";
        // When
        var sought = Sought.read(query, CHOICES);
        // Then
        assertThat(sought.question())
                .isEqualTo(new LogQuestion(
                        Map.of(
                                "agency", "home-office",
                                "purpose", "court-order",
                                "kind", "request",
                                "outcome", "refused",
                                "reason", "GROUND_MISSING"),
                        Optional.of(Instant.parse("2026-03-29T00:00:00Z")),
                        Optional.of(Instant.parse("2026-03-29T23:00:00Z"))));
        assertThat(sought.from()).contains(LocalDate.of(2026, 3, 29));
        assertThat(sought.before()).hasValue(120);
        assertThat(sought.address(OptionalLong.of(70)))
                .isEqualTo("/console/log/search?agency=home-office&purpose=court-order&kind=request&outcome=refused"
                        + "&reason=GROUND_MISSING&from=2026-03-29&to=2026-03-29&before=70");
        assertThat(sought.file("csv"))
                .startsWith("/console/log/search.csv?agency=")
                .endsWith("&before=120");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9000000009", "Jane Doe", "HM Coroner", "Coroner", "coroner ", "%"})
    void whatIsInNoListIsAFaultAndIsNotRepeated(String agency) {
        // Given
        var query = new SearchQuery();
        query.agency = agency;
        // When
        var sought = Sought.read(query, CHOICES);
        // Then
        assertThat(sought)
                .isEqualTo(new Sought(
                        Map.of(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        List.of(new Fault("agency", "Agency", "choose one of the list"))));
        assertThat(sought.address(OptionalLong.empty())).isEqualTo("/console/log/search");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22 November 2026", "2026-02-30", "0026-01-01", "+12026-01-01", "2026-1-1", "yesterday"})
    void whatIsNoDayIsAFault(String day) {
        // Given
        var query = new SearchQuery();
        query.from = day;
        query.to = day;
        // When and then
        assertThat(Sought.read(query, CHOICES).faults())
                .containsExactly(
                        new Fault("from", "First day", "write a day of the calendar, for example 2026-11-22"),
                        new Fault("to", "Last day", "write a day of the calendar, for example 2026-11-22"));
    }

    @Test
    void aPeriodDoesNotEndBeforeItBegins() {
        // Given
        var query = new SearchQuery();
        query.from = "2026-11-22";
        query.to = "2026-11-21";
        // When and then
        assertThat(Sought.read(query, CHOICES).faults())
                .containsExactly(new Fault("to", "Last day", "it is before the first day"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "9999999999999999999", "x"})
    void whatIsNoNumberOfAnEntryIsAFault(String before) {
        // Given
        var query = new SearchQuery();
        query.before = before;
        // When and then
        assertThat(Sought.read(query, CHOICES).faults())
                .containsExactly(new Fault("before", "Place to go on at", "it is the number of an entry"));
    }
}
