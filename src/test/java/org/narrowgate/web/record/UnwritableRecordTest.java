package org.narrowgate.web.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.casework.UnwritableLedger;
import org.narrowgate.dev.DevelopmentServicesForTests;

@QuarkusTest
@QuarkusTestResource(DevelopmentServicesForTests.class)
@TestProfile(UnwritableLedger.Profile.class)
class UnwritableRecordTest {
    @Inject
    UnwritableLedger ledger;

    private final BehindTheDoor behind = new BehindTheDoor();

    @AfterEach
    void mend() {
        ledger.mend();
    }

    @Test
    void showsNoRecordWhoseOpeningItCannotWriteDown() {
        // Given
        behind.holdTheCast();
        var person = RecordForTests.signedInAs("person-ordinary");
        ledger.breakNow();
        // When
        var page = person.asking().get("/my-record");
        // Then
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.asString())
                .contains("The record cannot be shown at the moment")
                .doesNotContain("Who received details about you");
    }
}
