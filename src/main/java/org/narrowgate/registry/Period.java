package org.narrowgate.registry;

import java.time.LocalDate;
import java.util.Optional;

/** When something held true: both ends included, an absent end open. */
public record Period(Optional<PartialDate> start, Optional<PartialDate> end) {
    public static final Period ALWAYS = new Period(Optional.empty(), Optional.empty());

    public static Period from(LocalDate start) {
        return new Period(Optional.of(PartialDate.of(start)), Optional.empty());
    }

    public static Period between(LocalDate start, LocalDate end) {
        return new Period(Optional.of(PartialDate.of(start)), Optional.of(PartialDate.of(end)));
    }

    public Optional<LocalDate> startsOn() {
        return start.map(PartialDate::firstDay);
    }

    public Optional<LocalDate> endsOn() {
        return end.map(PartialDate::lastDay);
    }

    /** The start where it is known to the day. */
    public Optional<LocalDate> since() {
        return start.filter(PartialDate::isWhole).map(PartialDate::firstDay);
    }

    /** What orders periods from oldest to latest; a period without dates is the oldest. */
    LocalDate age() {
        return startsOn().or(this::endsOn).orElse(LocalDate.MIN);
    }
}
