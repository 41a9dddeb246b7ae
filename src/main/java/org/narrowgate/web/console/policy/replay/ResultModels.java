package org.narrowgate.web.console.policy.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.narrowgate.governance.replay.CaseShare;
import org.narrowgate.governance.replay.ReplayInWords;
import org.narrowgate.governance.replay.ReplayResult;
import org.narrowgate.governance.replay.ReplayResult.Breakdown;
import org.narrowgate.governance.replay.ReplayResult.Dimension;
import org.narrowgate.governance.replay.ReplayResult.Example;
import org.narrowgate.governance.replay.ReplayResult.Line;
import org.narrowgate.governance.replay.ReplayResult.Ruled;
import org.narrowgate.governance.replay.ReplayResult.ShiftLine;
import org.narrowgate.governance.replay.ReplayResult.Told;
import org.narrowgate.governance.replay.Shift;
import org.narrowgate.governance.replay.Verdict;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.RefusalReason;
import org.narrowgate.web.Sentences;
import org.narrowgate.web.console.policy.replay.ReplayModel.ExampleModel;
import org.narrowgate.web.console.policy.replay.ReplayModel.ShiftModel;
import org.narrowgate.web.transparency.BarChart;
import org.narrowgate.web.transparency.FigureTable;

/** Puts what came of a replay into words, tables and bars. */
final class ResultModels {
    private static final Told ERASED = new Told("erased since", "", "", "");
    private static final String SHOWN = "shown";

    private final ReplayResult result;
    private final Map<UUID, Told> told;

    private ResultModels(ReplayResult result, Map<UUID, Told> told) {
        this.result = result;
        this.told = told;
    }

    static ReplayModel.Result of(ReplayResult result, Map<UUID, Told> told) {
        return new ResultModels(result, told).model();
    }

    private ReplayModel.Result model() {
        return new ReplayModel.Result(
                result.before(),
                result.after(),
                ReplayInWords.sentences(result),
                result.caution().orElse(""),
                chart(),
                agencies(),
                verdicts(),
                reasons(),
                result.shifts().stream()
                        .filter(line -> line.count() > 0)
                        .map(this::shift)
                        .toList(),
                result.breakdowns().stream().map(ResultModels::breakdown).toList(),
                fields(),
                result.mix().isEmpty() ? List.of() : List.of(mix()),
                result.notes());
    }

    private BarChart chart() {
        return BarChart.of(
                "decided",
                "All requests by decision",
                "Two bars of stacked parts: refused, referred to a caseworker, permitted. The upper one is "
                        + result.before() + ", the lower " + result.after()
                        + ". The table beside holds the same figures.",
                List.of(
                        bar(shortTitle(result.before()), result.all()::before),
                        bar(shortTitle(result.after()), result.all()::after)));
    }

    private BarChart agencies() {
        return BarChart.of(
                "agencies",
                "Requests by agency and decision under " + result.after(),
                "One bar for each agency, divided into refused, referred to a caseworker, and permitted. The table by"
                        + " agency holds the same figures.",
                lines(Dimension.AGENCY)
                        .map(line -> bar(shortTitle(line.words()), line::after))
                        .toList());
    }

    private static BarChart.Line bar(String label, ToLongFunction<Verdict> count) {
        var parts = Arrays.stream(Verdict.values())
                .map(verdict -> new BarChart.Part(kind(verdict), verdict.words(), count.applyAsLong(verdict)))
                .toList();
        return new BarChart.Line(
                label, number(parts.stream().mapToLong(BarChart.Part::count).sum()), parts);
    }

    private FigureTable verdicts() {
        return new FigureTable(
                "Decisions",
                List.of(Sentences.begun(result.before()), Sentences.begun(result.after()), "Difference"),
                Arrays.stream(Verdict.values())
                        .map(verdict -> compared(
                                Sentences.begun(verdict.words()),
                                kind(verdict),
                                result.all().before(verdict),
                                result.all().after(verdict)))
                        .toList());
    }

    private FigureTable reasons() {
        var reasons = new TreeSet<>(result.all().reasonsBefore().keySet());
        reasons.addAll(result.all().reasonsAfter().keySet());
        return new FigureTable(
                "Why requests would have been refused",
                List.of(Sentences.begun(result.before()), Sentences.begun(result.after()), "Difference"),
                reasons.stream()
                        .map(reason -> compared(
                                words(reason),
                                "",
                                result.all().reasonsBefore().getOrDefault(reason, 0L),
                                result.all().reasonsAfter().getOrDefault(reason, 0L)))
                        .toList());
    }

    private static FigureTable.Line compared(String head, String kind, long before, long after) {
        var difference = after == before ? "–" : (after > before ? "+" : "−") + number(Math.abs(after - before));
        return new FigureTable.Line(head, kind, List.of(cell(number(before)), cell(number(after)), cell(difference)));
    }

    private static FigureTable breakdown(Breakdown breakdown) {
        return new FigureTable(
                breakdown.dimension().title(),
                List.of("Requests", "Refused", "Referred", "Permitted"),
                breakdown.lines().stream()
                        .map(line -> new FigureTable.Line(
                                Sentences.begun(line.words()),
                                "",
                                Stream.concat(
                                                Stream.of(cell(number(line.requests()))),
                                                Arrays.stream(Verdict.values())
                                                        .map(verdict ->
                                                                moved(line.before(verdict), line.after(verdict))))
                                        .toList()))
                        .toList());
    }

    private FigureTable fields() {
        return new FigureTable(
                "Field by field, where the request was not refused",
                List.of("Released", "Generalised", "Withheld"),
                result.fields().stream()
                        .map(field -> new FigureTable.Line(
                                named(field.path()),
                                "",
                                List.of(
                                        moved(
                                                field.before().released(),
                                                field.after().released()),
                                        moved(
                                                field.before().generalised(),
                                                field.after().generalised()),
                                        moved(
                                                field.before().withheld(),
                                                field.after().withheld()))))
                        .toList());
    }

    private FigureTable mix() {
        var whole = result.mix().stream().mapToLong(CaseShare::weight).sum();
        return new FigureTable(
                "The mix of the Home Office's cases, assumed",
                List.of("Weight", "Share"),
                result.mix().stream()
                        .map(share -> new FigureTable.Line(
                                share.words(),
                                "",
                                List.of(
                                        cell(number(share.weight())),
                                        cell(ReplayInWords.percent(share.weight(), whole)))))
                        .toList());
    }

    private ShiftModel shift(ShiftLine line) {
        var rest = line.count() - line.examples().size();
        return new ShiftModel(
                Sentences.begun(line.shift().words()),
                number(line.count()),
                line.shift() == Shift.NONE || rest == 0
                        ? ""
                        : "The first %d; %s more.".formatted(line.examples().size(), number(rest)),
                line.examples().stream().map(this::example).toList());
    }

    private ExampleModel example(Example example) {
        var about = example.madeUp()
                .or(() -> example.request().flatMap(id -> Optional.ofNullable(told.get(id))))
                .orElse(ERASED);
        return new ExampleModel(
                about.caseReference(),
                about.agency().isEmpty() ? "" : about.agency() + ", " + about.purpose() + ": " + about.ground(),
                Sentences.begun(result.before()) + ": " + words(example.before()),
                Sentences.begun(result.after()) + ": " + words(example.after()),
                example.treatments());
    }

    private static String words(Ruled ruled) {
        var reason = ruled.reason().map(why -> ", " + lower(why)).orElse("");
        var clause = ruled.clause().map(cited -> " (" + cited + ")").orElse("");
        return ruled.verdict().words() + reason + clause;
    }

    private Stream<Line> lines(Dimension dimension) {
        return result.breakdowns().stream()
                .filter(breakdown -> breakdown.dimension() == dimension)
                .flatMap(breakdown -> breakdown.lines().stream());
    }

    // The patterns are the statistics': a bar looks alike wherever it stands for the same.
    private static String kind(Verdict verdict) {
        return switch (verdict) {
            case REFUSED -> "rejected";
            case REFERRED -> "under-review";
            case PERMITTED -> "approved-trace";
        };
    }

    private static FigureTable.Cell moved(long before, long after) {
        return cell(before == after ? number(after) : number(before) + " → " + number(after));
    }

    private static FigureTable.Cell cell(String text) {
        return new FigureTable.Cell(text, SHOWN);
    }

    private static String number(long count) {
        return String.format(Locale.UK, "%,d", count);
    }

    // A result is kept: what it names may not be in the catalogue any more.
    private static String named(String path) {
        return Field.ofPath(path).map(Field::words).map(Sentences::begun).orElse(path);
    }

    private static String words(RefusalReason reason) {
        return Sentences.begun(lower(reason));
    }

    private static String lower(RefusalReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    // The chart's labels have room for some ten letters.
    private static String shortTitle(String words) {
        return Sentences.begun(words.replace("the policy in force", "in force")
                        .replace("the practice of 2016", "2016")
                        .replace("policy version", "version")
                        .replace("the draft", "draft")
                        .replace("National Crime Agency", "NCA"))
                .replaceFirst("^(.{11}).+", "$1…");
    }
}
