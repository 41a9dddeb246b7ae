package org.narrowgate.web.console.cases;

import static java.util.stream.Collectors.joining;

import jakarta.ws.rs.BadRequestException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.narrowgate.casework.review.QueueFilter;
import org.narrowgate.casework.review.QueueFilter.Which;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.GroundType;
import org.narrowgate.policy.PurposeId;

/** Which part of the queue a page's address names; what is absent or empty does not narrow. */
public class QueueQuery {
    private static final String QUEUE = "/console";

    @RestQuery
    @Nullable
    String which;

    @RestQuery
    @Nullable
    String agency;

    @RestQuery
    @Nullable
    String purpose;

    @RestQuery
    @Nullable
    String ground;

    @RestQuery
    @Nullable
    String page;

    @RestQuery
    @Nullable
    String done;

    /** @throws BadRequestException where a part cannot mean anything */
    QueueFilter filter() {
        try {
            return new QueueFilter(
                    given(agency).map(AgencyId::new),
                    given(purpose).map(PurposeId::new),
                    given(ground).map(GroundType::valueOf),
                    given(which).map(Which::valueOf).orElse(Which.OPEN),
                    given(page).map(QueueQuery::pageNumber).orElse(1));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException();
        }
    }

    static String address(QueueFilter filter, Optional<Notice> done) {
        return QUEUE + query(filter, done);
    }

    /** What leads back to this part of the queue; empty for the whole of it. */
    static String query(QueueFilter filter, Optional<Notice> done) {
        var parts = new ArrayList<Map.Entry<String, String>>();
        if (filter.which() != Which.OPEN) {
            parts.add(Map.entry("which", filter.which().name()));
        }
        filter.agency().ifPresent(id -> parts.add(Map.entry("agency", id.value())));
        filter.purpose().ifPresent(id -> parts.add(Map.entry("purpose", id.value())));
        filter.ground().ifPresent(type -> parts.add(Map.entry("ground", type.name())));
        if (filter.page() > 1) {
            parts.add(Map.entry("page", String.valueOf(filter.page())));
        }
        done.ifPresent(notice -> parts.add(Map.entry("done", notice.name())));
        return parts.isEmpty() ? "" : "?" + join(parts);
    }

    static QueueFilter onPage(QueueFilter filter, int page) {
        return new QueueFilter(filter.agency(), filter.purpose(), filter.ground(), filter.which(), page);
    }

    private static String join(List<Map.Entry<String, String>> parts) {
        return parts.stream().map(part -> part.getKey() + "=" + part.getValue()).collect(joining("&"));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }

    private static int pageNumber(String text) {
        int number = Integer.parseInt(text);
        if (number < 1 || number > 10_000) {
            throw new IllegalArgumentException("no page");
        }
        return number;
    }
}
