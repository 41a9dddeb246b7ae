package org.narrowgate.transparency;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.narrowgate.api.BehindTheDoor;
import org.narrowgate.casework.WorkingDays;
import org.narrowgate.ledger.WrittenEntries;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.PolicyVersions;
import org.narrowgate.transparency.Petition.Grant;

/** The same requests counted from the log and from the tables, each way knowing nothing of the other. */
@ApplicationScoped
class Reckoning {
    private final BehindTheDoor behind = new BehindTheDoor();
    private final WrittenEntries log;
    private final PolicyVersions versions;
    private final WorkingDays workingDays;
    private final Clock clock;
    private final Archive archive;

    Reckoning(WrittenEntries log, PolicyVersions versions, WorkingDays workingDays, Clock clock, Archive archive) {
        this.log = log;
        this.versions = versions;
        this.workingDays = workingDays;
        this.clock = clock;
        this.archive = archive;
    }

    /** As if it had gone with the application's: else entries of another month would not be believed. */
    private void putTheDatabasesClockRight() {
        behind.change(
                "UPDATE ledger_entry SET appended_at ="
                        + " (convert_from(circumstances, 'UTF8')::jsonb ->> 'at')::timestamptz WHERE appended_at > ?::timestamptz",
                clock.instant().plus(1, ChronoUnit.DAYS).toString());
    }

    /** Folded from the whole log each time, so that nothing is remembered from before an erasure. */
    Register register() {
        putTheDatabasesClockRight();
        return new StatisticsService(log, versions, workingDays, clock, archive).live();
    }

    /** Every cell that is not 0. */
    Map<String, Long> figures() {
        var register = register();
        var cells = new TreeMap<String, Long>();
        for (var month : months()) {
            var figures = register.figures(month);
            for (var group : AgencyGroup.values()) {
                for (var row : Row.values()) {
                    cells.put(cell(month, group, row.word()), figures.count(row, new Column.Group(group)));
                }
            }
        }
        cells.values().removeIf(count -> count == 0);
        return cells;
    }

    /** Rejections, by reason. */
    Map<String, Long> reasons() {
        var register = register();
        var reasons = new TreeMap<String, Long>();
        for (var month : months()) {
            register.figures(month)
                    .reasons()
                    .forEach((reason, count) -> reasons.merge(reason.name(), count, Long::sum));
        }
        reasons.values().removeIf(count -> count == 0);
        return reasons;
    }

    /** The same cells by SQL alone, from a table that the register never reads. */
    Map<String, Long> asTheTablesSay() {
        var groups = Arrays.stream(Grant.values())
                .collect(Collectors.toMap(
                        grant -> grant.agency().value(), Grant::group, (same, again) -> same, TreeMap::new));
        var cells = new TreeMap<String, Long>();
        for (var row : behind.rows("SELECT to_char(received_at AT TIME ZONE 'Europe/London', 'YYYY-MM'), agency,"
                + " CASE WHEN state = 'REFUSED' THEN 'rejected' WHEN state = 'NOT_TRACED' THEN 'approved-no-trace'"
                + " WHEN state IN ('TRACED', 'CLOSED') THEN 'approved-trace' WHEN state = 'WITHDRAWN' THEN 'withdrawn'"
                + " ELSE 'under-review' END, count(*) FROM tracing_request GROUP BY 1, 2, 3")) {
            var group = requireNonNull(groups.get(row.get(1)));
            cells.merge(cell(YearMonth.parse(row.get(0)), group, row.get(2)), Long.valueOf(row.get(3)), Long::sum);
        }
        return cells;
    }

    static String cell(YearMonth month, AgencyGroup group, String row) {
        return month + ", " + group.title() + ": " + row;
    }

    /** The kinds of a request's entries, in the log's order. */
    Map<String, List<String>> kindsInTheLog() {
        return behind
                .rows("SELECT circumstances ->> 'request', circumstances ->> 'kind' FROM (SELECT index,"
                        + " convert_from(circumstances, 'UTF8')::jsonb AS circumstances FROM ledger_entry) AS entry"
                        + " WHERE jsonb_exists(circumstances, 'request') ORDER BY index")
                .stream()
                .collect(Collectors.groupingBy(List::getFirst, Collectors.mapping(List::getLast, Collectors.toList())));
    }

    /** @param query gives names and counts */
    Map<String, Long> counted(String query) {
        return behind.rows(query).stream()
                .collect(Collectors.toMap(List::getFirst, row -> Long.valueOf(row.getLast()), Long::sum, TreeMap::new));
    }

    /** Every month from the first request until today. */
    List<YearMonth> months() {
        var last = YearMonth.from(today());
        return Stream.iterate(
                        register().firstMonth().orElseThrow(),
                        month -> !month.isAfter(last),
                        month -> month.plusMonths(1))
                .toList();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), RegisterFold.ZONE);
    }
}
