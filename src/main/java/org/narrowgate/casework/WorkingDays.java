package org.narrowgate.casework;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Supplier;

/** The days on which the registry's staff work: Monday to Friday but for the bank holidays of England and Wales. */
public final class WorkingDays {
    private final Supplier<BankHolidays> bankHolidays;

    /** @param bankHolidays asked for anew each time, as more may be proclaimed */
    public WorkingDays(Supplier<BankHolidays> bankHolidays) {
        this.bankHolidays = requireNonNull(bankHolidays);
    }

    /** With the bank holidays that come with this version of the software. */
    public static WorkingDays shipped() {
        var shipped = BankHolidays.shipped();
        return new WorkingDays(() -> shipped);
    }

    /** The day a number of working days after this one, which itself does not count. */
    public LocalDate after(LocalDate day, int workingDays) {
        var off = bankHolidays.get();
        var due = day;
        for (int counted = 0; counted < workingDays; counted++) {
            due = nextAfter(due, off);
        }
        return due;
    }

    /** How many working days there are after one day, up to and with another; 0 where that is not a later one. */
    public int between(LocalDate from, LocalDate to) {
        var off = bankHolidays.get();
        int counted = 0;
        for (var day = nextAfter(from, off); !day.isAfter(to); day = nextAfter(day, off)) {
            counted++;
        }
        return counted;
    }

    /**
     * The working days left until an answer is due: 0 on the day itself, negative by the working days it is overdue.
     * A weekend or bank holiday after the day it was due is overdue by one already.
     */
    public int left(LocalDate today, LocalDate dueBy) {
        return today.isAfter(dueBy) ? -Math.max(1, between(dueBy, today)) : between(today, dueBy);
    }

    /** The last day for which bank holidays are known. After it only weekends are days off, and answers due sooner. */
    public LocalDate knownUntil() {
        return bankHolidays.get().knownUntil();
    }

    private static LocalDate nextAfter(LocalDate day, BankHolidays off) {
        var next = day.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY
                || next.getDayOfWeek() == DayOfWeek.SUNDAY
                || off.contains(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
