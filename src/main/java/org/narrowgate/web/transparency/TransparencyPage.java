package org.narrowgate.web.transparency;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.Cache;
import org.narrowgate.transparency.Column;
import org.narrowgate.transparency.Publication;
import org.narrowgate.transparency.Publication.Reconciliation;
import org.narrowgate.transparency.PublishedMonth;
import org.narrowgate.transparency.StatisticsService;

/** What everybody may see: who asked, how often, and what came of it. */
@Path("/transparency")
@PermitAll
class TransparencyPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    private static final int MONTHS_IN_CHART = 12;

    private final Template page;
    private final StatisticsService statistics;

    TransparencyPage(@Location("transparency.html") Template page, StatisticsService statistics) {
        this.page = page;
        this.statistics = statistics;
    }

    /** A month or group that is not there shows the latest month, or all groups. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    @Cache(maxAge = 300)
    public TemplateInstance show(
            @QueryParam("month") @DefaultValue("") String month, @QueryParam("group") @DefaultValue("") String group) {
        var publication = statistics.published();
        var shared = page.data("next", DAY.format(publication.next()))
                .data("notes", Notes.ALL)
                .data("addsUp", publication.addsUp() == Reconciliation.ADDS_UP)
                .data("archive", ArchiveView.of(statistics.archivedYear()).orElse(null));
        if (publication.months().isEmpty()) {
            return shared.data("month", null);
        }
        var column = Column.ofTitle(group).orElseGet(Column.Total::new);
        return month(shared, publication, chosen(publication.months(), month), column);
    }

    private static TemplateInstance month(
            TemplateInstance shared, Publication publication, PublishedMonth chosen, Column column) {
        var all = publication.months();
        var latest = all.subList(Math.max(0, all.size() - MONTHS_IN_CHART), all.size());
        var wrongPerson = chosen.wrongPersonReports();
        return shared.data("month", chosen.month().toString())
                .data("monthName", MonthView.name(chosen.month()))
                .data("edition", edition(chosen))
                .data("group", column.title())
                .data(
                        "months",
                        all.reversed().stream()
                                .map(each -> MonthChoice.of(each.month()))
                                .toList())
                .data("groups", Column.all().stream().map(Column::title).toList())
                .data("register", MonthView.register(chosen))
                .data("outcomes", MonthView.outcomes(latest, column))
                .data("outcomesChart", MonthView.outcomesChart(latest, column))
                .data("times", MonthView.times(chosen))
                .data("timesChart", MonthView.timesChart(chosen))
                .data("reasons", MonthView.reasons(chosen))
                .data("wrongPerson", wrongPerson.isPresent() ? wrongPerson.getAsLong() : "Fewer than 5");
    }

    private static PublishedMonth chosen(List<PublishedMonth> months, String month) {
        return months.stream()
                .filter(each -> each.month().toString().equals(month))
                .findFirst()
                .orElseGet(months::getLast);
    }

    private static String edition(PublishedMonth month) {
        var day = DAY.format(month.struck().atEndOfMonth());
        return switch (month.edition()) {
            case AS_CLOSED ->
                "As it stood on " + day
                        + ", when the month closed. Where enough has been decided by then, it is stated once more, as of two months"
                        + " later.";
            case SETTLED -> "As it stood on " + day + ", two months after the month closed. This is final.";
        };
    }
}
