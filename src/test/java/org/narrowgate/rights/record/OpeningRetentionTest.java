package org.narrowgate.rights.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.caller.PersonSession;
import org.narrowgate.caller.SignedInPerson;
import org.narrowgate.casework.upkeep.UpkeepService;
import org.narrowgate.dev.DevelopmentServicesForTests;
import org.narrowgate.subject.NhsNumber;

/** How long the log knows whose record was opened. */
@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
class OpeningRetentionTest {
    private static final SignedInPerson DANIEL = new SignedInPerson(new NhsNumber("9000000149"));
    private static final String PARTICULARS = "SELECT index FROM ledger_particulars WHERE index IN (?, ?)";

    @Inject
    RecordService records;

    @Inject
    UpkeepService upkeep;

    private final BehindTheDoor behind = new BehindTheDoor();

    @BeforeEach
    void holdTheCast() {
        behind.holdTheCast();
    }

    @Test
    void whoseRecordWasOpenedIsErasedAfterAYearAndTheLogSaysSo() {
        // Given
        var old = opened();
        var recent = opened();
        behind.change(
                "UPDATE ledger_entry SET appended_at = appended_at - interval '1 year 1 day' WHERE index = ?", old);
        var entries = behind.entries();
        // When
        upkeep.pass();
        upkeep.pass();
        // Then
        assertThat(behind.rows(PARTICULARS, old, recent)).containsExactly(List.of(String.valueOf(recent)));
        assertThat(behind.circumstances(old).get("kind").asText()).isEqualTo("record-opened");
        assertThat(behind.circumstancesFrom(entries))
                .filteredOn(said -> said.path("entries").isArray())
                .extracting(said ->
                        said.get("kind").asText() + ": " + said.get("reason").asText() + " of " + said.get("entries"))
                .containsExactly("erasure: retention of [" + old + "]");
    }

    /** The index of the entry that says so. */
    private long opened() {
        var index = behind.entries();
        records.open(DANIEL, PersonSession.begin());
        assertThat(behind.circumstances(index).get("kind").asText()).isEqualTo("record-opened");
        return index;
    }
}
