package org.narrowgate.api.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.narrowgate.api.answer.EmbargoAnswer.AgencysEmbargo;
import org.narrowgate.rights.embargo.EmbargoEvent.Asked;
import org.narrowgate.rights.embargo.EmbargoEvent.Place;
import org.narrowgate.rights.embargo.EmbargoEvent.Proposed;
import org.narrowgate.rights.embargo.EmbargoEvent.Refused;
import org.narrowgate.rights.embargo.RequestEmbargo;
import org.narrowgate.rights.embargo.StaffMember;
import org.narrowgate.rights.embargo.Term;

class EmbargoAnswerTest {
    private static final Instant MARCH = Instant.parse("2026-03-10T12:00:00Z");
    private static final LocalDate UNTIL = LocalDate.of(2026, 12, 31);
    private static final StaffMember CARLA = new StaffMember("carla", "Carla");

    @Test
    void whatStaffProposedByThemselvesAndRefusedIsNoBusinessOfTheAgency() {
        // Given
        var embargo = new RequestEmbargo(List.of(proposed(1), refused(2)));
        // When
        var told = EmbargoAnswer.of(embargo, MARCH);
        // Then
        assertThat(told).isEmpty();
    }

    @Test
    void whatTheAgencyAskedForIsRefusedToItsKnowledge() {
        // Given
        var embargo = new RequestEmbargo(List.of(new Asked(place(1), UNTIL), proposed(2), refused(3)));
        // When
        var told = EmbargoAnswer.of(embargo, MARCH);
        // Then
        assertThat(told).contains(new EmbargoAnswer(AgencysEmbargo.REFUSED, null));
    }

    private static Proposed proposed(int number) {
        return new Proposed(place(number), CARLA, new Term(UNTIL, LocalDate.of(2026, 6, 30)));
    }

    private static Refused refused(int number) {
        return new Refused(place(number), CARLA);
    }

    private static Place place(int number) {
        return new Place(number, MARCH, number);
    }
}
