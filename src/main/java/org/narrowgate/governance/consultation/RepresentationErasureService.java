package org.narrowgate.governance.consultation;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;
import org.narrowgate.governance.consultation.store.Representations;

/** Has the texts of representations that do not show erased, once nobody can ask for them to be looked at again. */
@ApplicationScoped
public class RepresentationErasureService {
    private static final Logger LOG = Logger.getLogger(RepresentationErasureService.class);

    private final Representations representations;

    RepresentationErasureService(Representations representations) {
        this.representations = representations;
    }

    /** One pass. Several replicas may make it at once: what is erased is erased. */
    @Scheduled(every = "${narrowgate.upkeep-every:5m}", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    public void pass() {
        var erased = representations.eraseDue();
        if (erased > 0) {
            LOG.infof("%d representations that do not show were erased", erased);
        }
    }
}
