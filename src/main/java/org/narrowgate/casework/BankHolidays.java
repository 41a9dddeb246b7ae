package org.narrowgate.casework;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The bank holidays of England and Wales, as far as they have been proclaimed: whole years of them. */
public record BankHolidays(Set<LocalDate> days) {
    private static final String SHIPPED = "/casework/bank-holidays.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    public BankHolidays {
        days = Set.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("no bank holiday is named");
        }
    }

    /** Those that come with this version of the software. */
    public static BankHolidays shipped() {
        try (var resource = BankHolidays.class.getResourceAsStream(SHIPPED)) {
            if (resource == null) {
                throw new IllegalStateException("the shipped bank holidays are missing");
            }
            return read(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the shipped bank holidays cannot be read", e);
        }
    }

    /**
     * Reads JSON of the form of the shipped file, or of the form gov.uk publishes.
     *
     * @throws IllegalArgumentException where it is of neither form
     */
    static BankHolidays read(String json) {
        var dates = dates(json).map(BankHolidays::date).collect(toUnmodifiableSet());
        return new BankHolidays(dates);
    }

    /** These, and for the years they say nothing of, others. */
    BankHolidays over(BankHolidays others) {
        var years = years();
        var filled = others.days.stream().filter(day -> !years.contains(day.getYear()));
        return new BankHolidays(Stream.concat(days.stream(), filled).collect(toUnmodifiableSet()));
    }

    boolean contains(LocalDate day) {
        return days.contains(day);
    }

    /** The last day of the unbroken run of years that are known. After it only weekends are days off. */
    LocalDate knownUntil() {
        var years = years();
        int last = years.first();
        while (years.contains(last + 1)) {
            last++;
        }
        return Year.of(last).atMonth(Month.DECEMBER).atEndOfMonth();
    }

    private TreeSet<Integer> years() {
        var years = new TreeSet<Integer>();
        days.forEach(day -> years.add(day.getYear()));
        return years;
    }

    private static Stream<JsonNode> dates(String json) {
        var root = tree(json);
        var published = root.path("england-and-wales").path("events");
        return published.isArray() ? items(published).map(event -> event.path("date")) : items(root.path("days"));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    private static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static LocalDate date(JsonNode text) {
        try {
            return LocalDate.parse(text.asText());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a date", e);
        }
    }
}
