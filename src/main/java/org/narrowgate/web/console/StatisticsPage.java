package org.narrowgate.web.console;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.narrowgate.caller.StaffRole;
import org.narrowgate.transparency.StatisticsService;
import org.narrowgate.web.transparency.LiveStatistics;
import org.narrowgate.web.transparency.LiveStatistics.Approvals;
import org.narrowgate.web.transparency.MonthChoice;

/** The back office register as it stands this moment, with no count hidden: for staff alone. */
@Path("/console/statistics")
@RolesAllowed({StaffRole.CASE, StaffRole.OVERSIGHT, StaffRole.AUTHOR, StaffRole.APPROVER})
class StatisticsPage {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private final Template page;
    private final StatisticsService statistics;
    private final Clock clock;
    private final SignedIn signedIn;

    StatisticsPage(
            @Location("console/statistics.html") Template page,
            StatisticsService statistics,
            Clock clock,
            SignedIn signedIn) {
        this.page = page;
        this.statistics = statistics;
        this.clock = clock;
        this.signedIn = signedIn;
    }

    /** A month that is not there shows the present one. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@QueryParam("month") @DefaultValue("") String month) {
        var register = statistics.live();
        var present = YearMonth.from(LocalDate.ofInstant(clock.instant(), ZONE));
        var months = months(register.firstMonth().orElse(present), present);
        var chosen = months.stream()
                .filter(each -> each.toString().equals(month))
                .findFirst()
                .orElse(present);
        return page.data("month", chosen.toString())
                .data("months", months.stream().map(MonthChoice::of).toList())
                .data("live", LiveStatistics.of(register, chosen, approvals()));
    }

    private Approvals approvals() {
        return signedIn.staff().is(StaffRole.CASEWORKER) ? Approvals.TOGETHER : Approvals.APART;
    }

    private static List<YearMonth> months(YearMonth first, YearMonth present) {
        return Stream.iterate(present, month -> !month.isBefore(first), month -> month.minusMonths(1))
                .toList();
    }
}
