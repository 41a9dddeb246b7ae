package org.narrowgate.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** The days on which the registry's staff work: Monday to Friday but for the bank holidays of England and Wales. */
public final class WorkingDays {
    private static final String SHIPPED = "/casework/bank-holidays.json";

    private final Set<LocalDate> bankHolidays;

    public WorkingDays(Set<LocalDate> bankHolidays) {
        this.bankHolidays = Set.copyOf(bankHolidays);
    }

    /** With the bank holidays that come with this version of the software. */
    public static WorkingDays shipped() {
        try (var resource = WorkingDays.class.getResourceAsStream(SHIPPED)) {
            var bankHolidays = new HashSet<LocalDate>();
            for (JsonNode day : new ObjectMapper().readTree(resource).get("days")) {
                bankHolidays.add(LocalDate.parse(day.asText()));
            }
            return new WorkingDays(bankHolidays);
        } catch (IOException e) {
            throw new UncheckedIOException("the bank holidays cannot be read", e);
        }
    }

    /** The day a number of working days after this one, which itself does not count. */
    public LocalDate after(LocalDate day, int workingDays) {
        var due = day;
        for (int counted = 0; counted < workingDays; counted++) {
            due = nextAfter(due);
        }
        return due;
    }

    public int between(LocalDate from, LocalDate to) {
        int days = 0;
        for (var day = nextAfter(from); !day.isAfter(to); day = nextAfter(day)) {
            days++;
        }
        return days;
    }

    public int left(LocalDate today, LocalDate dueBy) {
        return today.isAfter(dueBy) ? -between(dueBy, today) : between(today, dueBy);
    }

    private LocalDate nextAfter(LocalDate day) {
        var next = day.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY
                || next.getDayOfWeek() == DayOfWeek.SUNDAY
                || bankHolidays.contains(next)) {
            next = next.plusDays(1);
        }
        return next;
    }
}
