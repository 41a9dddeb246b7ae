package org.narrowgate.transparency.archive;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Asker;
import org.narrowgate.policy.RequestFacts;

/**
 * A made-up request of an earlier year: all that a policy decides on, and what became of it. It is about nobody.
 *
 * @param number its place in the archive, from 1, in order of month
 */
public record ArchivedRequest(
        int number, YearMonth month, AgencyId agency, AgencyGroup group, RequestFacts facts, Fate fate) {
    /** Stands for every text that a real request would hold: statements, references, an officer's name. */
    public static final String NOT_RECORDED = "not recorded (synthetic)";

    public ArchivedRequest {
        if (number < 1) {
            throw new IllegalArgumentException("archived requests are numbered from 1");
        }
        requireNonNull(month);
        requireNonNull(agency);
        requireNonNull(group);
        requireNonNull(facts);
        requireNonNull(fate);
    }

    /** Made up too, and says so. */
    public String caseReference() {
        return caseReference(month.getYear(), number);
    }

    static String caseReference(int year, int number) {
        return String.format(Locale.ROOT, "SYNTHETIC-%d-%05d", year, number);
    }

    /** Asks as its agency did, with the scope of its purpose. */
    public Asker asker() {
        return new Asker(agency, Set.of(facts.purpose()));
    }

    /** A day on which it had been received; the archive knows months only. */
    public LocalDate day() {
        return month.atDay(1);
    }
}
