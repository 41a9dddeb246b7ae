package org.narrowgate.web.automation;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.narrowgate.governance.replay.CaseShare;
import org.narrowgate.governance.replay.ReplayInWords;
import org.narrowgate.governance.replay.ReplayOrder.Choice;
import org.narrowgate.governance.replay.ReplayOrder.Opponent;
import org.narrowgate.governance.replay.ReplayOrder.Proposal;
import org.narrowgate.governance.replay.ReplayResult;
import org.narrowgate.governance.replay.ReplayResult.Told;
import org.narrowgate.governance.replay.ReplayRun;

/**
 * A replay, for programs: how far it is and, once it is done, what came of it.
 *
 * @param version replayed instead of a draft
 * @param against `in-force` or `practice-of-2016`
 * @param inForce the version then in force
 * @param mix weights by kind of case, where it was varied
 * @param requests what there still is to tell of the requests that the result's examples name by id
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReplayAnswer(
        String id,
        @Nullable String draft,
        @Nullable Integer revision,
        @Nullable Integer version,
        String against,
        int inForce,
        String source,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Map<String, Integer> mix,
        String state,
        long done,
        long total,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable List<String> words,
        @Nullable ReplayResult result,
        @Nullable Map<UUID, Told> requests) {
    public static final String ARCHIVE = "archive-2016";
    public static final String RECORDED = "recorded";
    public static final String IN_FORCE = "in-force";
    public static final String PRACTICE_OF_2016 = "practice-of-2016";

    /** @param result null unless it is done */
    public static ReplayAnswer of(ReplayRun run, @Nullable ReplayResult result, Map<UUID, Told> requests) {
        var order = run.order();
        var draft = order.proposal() instanceof Proposal.OfDraft ofDraft ? ofDraft : null;
        var period = order.choice() instanceof Choice.Recorded(var chosen) ? chosen : null;
        return new ReplayAnswer(
                run.id().toString(),
                draft == null ? null : draft.draft().toString(),
                draft == null ? null : draft.revision(),
                order.proposal() instanceof Proposal.OfVersion(var number) ? number : null,
                against(order.opponent()),
                run.inForce(),
                period == null ? ARCHIVE : RECORDED,
                period == null ? null : period.from(),
                period == null ? null : period.to(),
                order.choice() instanceof Choice.Varied2016(var mix) ? weights(mix) : null,
                run.state().name().toLowerCase(Locale.ROOT),
                run.done(),
                run.total(),
                run.askedAt(),
                run.finishedAt().orElse(null),
                result == null ? null : ReplayInWords.sentences(result),
                result,
                result == null ? null : requests);
    }

    private static String against(Opponent opponent) {
        return switch (opponent) {
            case IN_FORCE -> IN_FORCE;
            case PRACTICE_OF_2016 -> PRACTICE_OF_2016;
        };
    }

    private static Map<String, Integer> weights(List<CaseShare> mix) {
        return mix.stream()
                .collect(toMap(CaseShare::kind, CaseShare::weight, (one, other) -> other, LinkedHashMap::new));
    }
}
