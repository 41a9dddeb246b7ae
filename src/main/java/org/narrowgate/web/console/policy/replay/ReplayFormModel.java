package org.narrowgate.web.console.policy.replay;

import static java.util.Objects.requireNonNull;

import io.quarkus.qute.TemplateData;
import java.util.List;

/**
 * The page that begins a replay, and lists those there were.
 *
 * @param action where its form goes
 * @param heading names what is replayed
 * @param faults what is wrong with what was sent
 * @param sum what the weights of the mix add up to
 */
@TemplateData
public record ReplayFormModel(
        String action,
        String back,
        String backWords,
        String heading,
        int revision,
        List<FaultModel> faults,
        List<Choice> sources,
        List<Choice> opponents,
        List<InputModel> period,
        List<InputModel> mix,
        int sum,
        String caution,
        List<RunRow> runs) {
    public ReplayFormModel {
        requireNonNull(action);
        requireNonNull(back);
        requireNonNull(backWords);
        requireNonNull(heading);
        faults = List.copyOf(faults);
        sources = List.copyOf(sources);
        opponents = List.copyOf(opponents);
        period = List.copyOf(period);
        mix = List.copyOf(mix);
        requireNonNull(caution);
        runs = List.copyOf(runs);
    }

    /** @param checked the attribute or nothing */
    @TemplateData
    public record Choice(String name, String value, String words, String hint, String checked) {}

    /** @param fault empty where there is none */
    @TemplateData
    public record InputModel(String name, String label, String value, String fault) {}

    @TemplateData
    public record FaultModel(String field, String sentence) {}

    /** One of the replays there were. */
    @TemplateData
    public record RunRow(String address, String title, String state, String when) {}
}
