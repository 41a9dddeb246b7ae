package org.narrowgate.web.console.policy.replay;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.narrowgate.web.transparency.BarChart;
import org.narrowgate.web.transparency.FigureTable;

/**
 * The page of one replay.
 *
 * @param standing how far it is, in a sentence
 * @param outdated why its result may no longer be looked to; empty where it may
 * @param results what came of it: none unless it is done
 */
@TemplateData
public record ReplayModel(
        String id,
        String address,
        String again,
        String heading,
        String source,
        String asked,
        boolean underWay,
        long done,
        long total,
        String standing,
        String outdated,
        List<Result> results) {
    public ReplayModel {
        requireNonNull(id);
        requireNonNull(address);
        requireNonNull(again);
        requireNonNull(heading);
        requireNonNull(source);
        requireNonNull(asked);
        requireNonNull(standing);
        requireNonNull(outdated);
        results = List.copyOf(results);
    }

    /**
     * @param caution empty where the requests are not made up
     * @param mix empty where they are not
     */
    @TemplateData
    public record Result(
            String before,
            String after,
            List<String> sentences,
            String caution,
            BarChart chart,
            BarChart agenciesChart,
            FigureTable verdicts,
            FigureTable reasons,
            List<ShiftModel> shifts,
            List<FigureTable> breakdowns,
            FigureTable fields,
            List<FigureTable> mix,
            List<String> notes) {
        public Result {
            requireNonNull(before);
            requireNonNull(after);
            sentences = List.copyOf(sentences);
            requireNonNull(caution);
            requireNonNull(chart);
            requireNonNull(agenciesChart);
            requireNonNull(verdicts);
            requireNonNull(reasons);
            shifts = List.copyOf(shifts);
            breakdowns = List.copyOf(breakdowns);
            requireNonNull(fields);
            mix = List.copyOf(mix);
            notes = List.copyOf(notes);
        }
    }

    /** @param of how many of them there are beside these examples, in words */
    @TemplateData
    public record ShiftModel(String title, String count, String of, List<ExampleModel> examples) {
        public ShiftModel {
            examples = List.copyOf(examples);
        }
    }

    @TemplateData
    public record ExampleModel(
            String caseReference, String about, String before, String after, List<String> treatments) {
        public ExampleModel {
            treatments = List.copyOf(treatments);
        }
    }
}
