package org.narrowgate.governance.replay.store;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.narrowgate.casework.RecordedRequests.Period;
import org.narrowgate.governance.Author;
import org.narrowgate.governance.draft.DraftId;
import org.narrowgate.governance.replay.CaseShare;
import org.narrowgate.governance.replay.ReplayId;
import org.narrowgate.governance.replay.ReplayOrder;
import org.narrowgate.governance.replay.ReplayOrder.Choice;
import org.narrowgate.governance.replay.ReplayOrder.Proposal;
import org.narrowgate.governance.replay.ReplayResult;
import org.narrowgate.governance.replay.ReplayRun;
import org.narrowgate.governance.replay.ReplayRuns;
import org.narrowgate.governance.replay.ReplayState;

/** Replays in PostgreSQL. Every change says what state it starts from, so that whoever cancels is never undone. */
@ApplicationScoped
@Transactional
// Results are written and read as JSON by their components.
@RegisterForReflection(
        targets = {
            ReplayResult.class,
            ReplayResult.Breakdown.class,
            ReplayResult.Line.class,
            ReplayResult.Crossing.class,
            ReplayResult.FieldLine.class,
            ReplayResult.Given.class,
            ReplayResult.ShiftLine.class,
            ReplayResult.Example.class,
            ReplayResult.Told.class,
            ReplayResult.Ruled.class,
            CaseShare.class
        })
class PanacheReplays implements ReplayRuns, PanacheRepositoryBase<ReplayEntity, UUID> {
    private static final String BEGIN = "UPDATE policy_replay SET state = 'RUNNING', total = :total,"
            + " started_at = clock_timestamp(), heartbeat = clock_timestamp() WHERE id = :id AND state = 'QUEUED'";
    private static final String PROGRESS = "UPDATE policy_replay SET done = :done, heartbeat = clock_timestamp()"
            + " WHERE id = :id AND state = 'RUNNING'";
    private static final String FINISH = "UPDATE policy_replay SET state = 'DONE', done = :done,"
            + " result = CAST(:result AS jsonb), finished_at = clock_timestamp() WHERE id = :id AND state = 'RUNNING'";
    private static final String FAIL = "UPDATE policy_replay SET state = 'FAILED', finished_at = clock_timestamp()"
            + " WHERE id = :id AND state IN ('QUEUED', 'RUNNING')";
    private static final String CANCEL = "UPDATE policy_replay SET state = 'CANCELLED',"
            + " finished_at = clock_timestamp() WHERE id = :id AND state IN ('QUEUED', 'RUNNING')";
    private static final String BEAT = "UPDATE policy_replay SET heartbeat = clock_timestamp()"
            + " WHERE id IN (:ids) AND state IN ('QUEUED', 'RUNNING')";
    private static final String RESULT = "SELECT result::text FROM policy_replay WHERE id = :id AND state = 'DONE'";

    private final ObjectMapper json;

    PanacheReplays(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void ask(ReplayId id, ReplayOrder order, int inForce, Author by) {
        var row = new ReplayEntity();
        row.id = id.value();
        switch (order.proposal()) {
            case Proposal.OfDraft(var draft, var revision) -> {
                row.draft = draft.value();
                row.revision = revision;
            }
            case Proposal.OfVersion(var number) -> row.version = number;
        }
        switch (order.choice()) {
            case Choice.Recorded(var period) -> {
                row.source = ReplayEntity.Source.RECORDED;
                row.periodFrom = period.from();
                row.periodTo = period.to();
            }
            case Choice.Archive2016() -> row.source = ReplayEntity.Source.ARCHIVE_2016;
            case Choice.Varied2016(var mix) -> {
                row.source = ReplayEntity.Source.ARCHIVE_2016;
                row.mix = write(weights(mix));
            }
        }
        row.opponent = order.opponent();
        row.inForce = inForce;
        row.state = ReplayState.QUEUED;
        row.askedBy = by.id();
        row.askedByName = by.name();
        persist(row);
    }

    @Override
    public boolean begin(ReplayId id, long total) {
        return changed(BEGIN, Map.of("id", id.value(), "total", total));
    }

    @Override
    public boolean progress(ReplayId id, long done) {
        return changed(PROGRESS, Map.of("id", id.value(), "done", done));
    }

    @Override
    public void finish(ReplayId id, long done, ReplayResult result) {
        changed(FINISH, Map.of("id", id.value(), "done", done, "result", write(result)));
    }

    @Override
    public void fail(ReplayId id) {
        changed(FAIL, Map.of("id", id.value()));
    }

    @Override
    public boolean cancel(ReplayId id) {
        return changed(CANCEL, Map.of("id", id.value()));
    }

    @Override
    public void beat(Collection<ReplayId> ids) {
        changed(BEAT, Map.of("ids", ids.stream().map(ReplayId::value).toList()));
    }

    @Override
    public Optional<ReplayRun> run(ReplayId id) {
        return findByIdOptional(id.value()).map(this::run);
    }

    @Override
    public List<ReplayRun> ofDraft(DraftId draft, int most) {
        return find("draft = ?1 order by askedAt desc, id", draft.value()).page(0, most).stream()
                .map(this::run)
                .toList();
    }

    @Override
    public List<ReplayRun> ofVersions(int most) {
        return find("version is not null order by askedAt desc, id").page(0, most).stream()
                .map(this::run)
                .toList();
    }

    @Override
    public Optional<ReplayResult> result(ReplayId id) {
        return getEntityManager()
                .createNativeQuery(RESULT, String.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .map(found -> read((String) found, new TypeReference<ReplayResult>() {}));
    }

    private boolean changed(String statement, Map<String, Object> parameters) {
        var query = getEntityManager().createNativeQuery(statement);
        parameters.forEach(query::setParameter);
        return query.executeUpdate() > 0;
    }

    private ReplayRun run(ReplayEntity row) {
        return new ReplayRun(
                new ReplayId(row.id),
                new ReplayOrder(proposal(row), row.opponent, choice(row)),
                row.inForce,
                row.state.isUnderWay() && row.abandoned ? ReplayState.INTERRUPTED : row.state,
                row.done,
                row.total,
                new Author(row.askedBy, row.askedByName),
                row.askedAt,
                Optional.ofNullable(row.startedAt),
                Optional.ofNullable(row.finishedAt));
    }

    private static Proposal proposal(ReplayEntity row) {
        return row.version != null
                ? new Proposal.OfVersion(row.version)
                : new Proposal.OfDraft(new DraftId(requireNonNull(row.draft)), requireNonNull(row.revision));
    }

    private Choice choice(ReplayEntity row) {
        return switch (row.source) {
            case RECORDED ->
                new Choice.Recorded(new Period(requireNonNull(row.periodFrom), requireNonNull(row.periodTo)));
            case ARCHIVE_2016 -> archive(row.mix);
        };
    }

    private Choice archive(@Nullable String mix) {
        return mix == null
                ? new Choice.Archive2016()
                : new Choice.Varied2016(read(mix, new TypeReference<Map<String, Integer>>() {}).entrySet().stream()
                        .map(entry -> new CaseShare(entry.getKey(), entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static Map<String, Integer> weights(List<CaseShare> mix) {
        return mix.stream()
                .collect(toMap(CaseShare::kind, CaseShare::weight, (one, other) -> other, LinkedHashMap::new));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a replay cannot be written as JSON", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a replay cannot be read as JSON", e);
        }
    }
}
