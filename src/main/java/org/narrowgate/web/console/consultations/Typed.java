package org.narrowgate.web.console.consultations;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.common.util.MultivaluedTreeMap;

/** What somebody sent with a form of these pages. */
record Typed(MultivaluedMap<String, String> fields) {
    static final Typed NOTHING = new Typed(new MultivaluedTreeMap<>());

    /** Empty where nothing was typed. A browser sends line ends as two characters, which nobody typed. */
    String text(String name) {
        return Optional.ofNullable(fields.getFirst(name)).orElse("").replace("\r\n", "\n");
    }

    /** @throws BadRequestException where it is no number, which no form of ours sends */
    int number(String name) {
        return parsed(text(name));
    }

    /** @throws BadRequestException where one of them is no number */
    Set<Integer> numbers(String name) {
        var numbers = new TreeSet<Integer>();
        fields.getOrDefault(name, List.of()).forEach(text -> numbers.add(parsed(text)));
        return numbers;
    }

    /** Empty where it is no day. */
    Optional<LocalDate> day(String name) {
        try {
            return Optional.of(LocalDate.parse(text(name)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int parsed(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new BadRequestException();
        }
    }
}
