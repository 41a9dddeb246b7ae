package org.narrowgate.rights.request;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.narrowgate.rights.request.RightsMove.Change;

/** Has cases erased a year after they were over: whose they were, what was written, and what the log says of both. */
@ApplicationScoped
public class RightsRetentionService {
    private static final Logger LOG = Logger.getLogger(RightsRetentionService.class);
    private static final int AT_ONCE = 100;

    private final RightsCases cases;
    private final RightsEntries entries;
    private final RightsRecorder recorder;

    RightsRetentionService(RightsCases cases, RightsEntries entries, RightsRecorder recorder) {
        this.cases = cases;
        this.entries = entries;
        this.recorder = recorder;
    }

    /** One pass. Several replicas may make it at once: of two that erase a case, one does. */
    @Scheduled(every = "${narrowgate.upkeep-every:5m}", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    public void pass() {
        cases.toErase(recorder.now(), AT_ONCE).forEach(this::erase);
    }

    private void erase(RightsCaseId id) {
        try {
            cases.find(id).ifPresent(this::erase);
        } catch (RuntimeException e) {
            // One that fails must not hold up the others.
            LOG.errorf("a rights case could not be erased, %s", e.getClass().getSimpleName());
        }
    }

    private void erase(RightsCase file) {
        var said = cases.entriesOf(file.id());
        recorder.record(entries.ofErasure(file, said, recorder.now()), new RightsMove(file, new Change.Erased(said)));
    }
}
