package org.narrowgate.casework.upkeep;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseFiles;
import org.narrowgate.casework.CaseState;
import org.narrowgate.casework.Draft;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.Recorder;
import org.narrowgate.casework.Recorder.Attempt;
import org.narrowgate.casework.TracingRequestId;
import org.narrowgate.casework.WorkingDays;
import org.narrowgate.casework.erasure.ErasureService;
import org.narrowgate.casework.review.Reminders;
import org.narrowgate.disclosure.Step;
import org.narrowgate.ledger.Erasure;
import org.narrowgate.ledger.Erasures;
import org.narrowgate.ledger.YearlyErased;
import org.narrowgate.policy.ReviewTerms.AwaitedInformation;

/** Looks after requests as time goes by. Each step is written down, on condition that nobody moved the request. */
@ApplicationScoped
public class UpkeepService {
    private static final Logger LOG = Logger.getLogger(UpkeepService.class);

    private final OneReplica replicas;
    private final Recorder recorder;
    private final CaseFiles files;
    private final DueCases due;
    private final Reminders reminders;
    private final ErasureService erasures;
    private final Erasures alone;
    private final Instance<YearlyErased> yearly;
    private final WorkingDays calendar;
    private final MeterRegistry meters;

    UpkeepService(
            OneReplica replicas,
            Recorder recorder,
            CaseFiles files,
            DueCases due,
            Reminders reminders,
            ErasureService erasures,
            Erasures alone,
            Instance<YearlyErased> yearly,
            WorkingDays calendar,
            MeterRegistry meters) {
        this.replicas = replicas;
        this.recorder = recorder;
        this.files = files;
        this.due = due;
        this.reminders = reminders;
        this.erasures = erasures;
        this.alone = alone;
        this.yearly = yearly;
        this.calendar = calendar;
        this.meters = meters;
    }

    /** One pass, where no other replica is at one. */
    @Scheduled(every = "${narrowgate.upkeep-every:5m}", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    public void pass() {
        replicas.run(() -> {
            step("escalation", this::escalate);
            step("reminder", this::remind);
            step("lapse", this::lapse);
            step("erasure", this::erase);
            step("erasure alone", this::eraseAlone);
        });
    }

    /** One step that fails must not hold up the others. */
    private static void step(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.errorf("upkeep: %s failed, %s", name, e.getClass().getSimpleName());
        }
    }

    /** What is past its day is never approved for it: it is made visible. */
    private void escalate() {
        var today = recorder.moment().today();
        var page = due.overdue(today, Optional.empty());
        // To the last of them: those whose clock stands still are among them, and must not crowd out the others.
        while (!page.isEmpty()) {
            each("escalation", page, id -> move(id, Step.Kind.ESCALATION, Map.of(), UpkeepService::escalated));
            page = due.overdue(today, Optional.of(page.getLast().id()));
        }
    }

    private static Optional<CaseFile> escalated(CaseFile file, Moment moment) {
        return isOverdue(file, moment)
                ? Optional.of(file.with(file.handling().escalated(moment.now())))
                : Optional.empty();
    }

    private static boolean isOverdue(CaseFile file, Moment moment) {
        if (file.handling().escalatedAt().isPresent()
                || !file.handling().dueBy().isBefore(moment.today())) {
            return false;
        }
        var awaited = moment.policy().policy().reviewTerms(file.purpose()).whileInformationIsAwaited();
        return file.state() instanceof CaseState.InReview
                || (file.state() instanceof CaseState.InformationRequested && awaited == AwaitedInformation.CLOCK_RUNS);
    }

    private void remind() {
        var moment = recorder.moment();
        var page = due.open(Optional.empty());
        while (!page.isEmpty()) {
            each("reminder", page, id -> files.find(id).ifPresent(file -> remind(file, moment)));
            page = due.open(Optional.of(page.getLast().id()));
        }
    }

    private void remind(CaseFile file, Moment moment) {
        int age = calendar.between(Moment.dayOf(file.handling().receivedAt()), moment.today());
        // Whoever was away for two of them needs the later one only.
        moment.policy().policy().reviewTerms(file.purpose()).reminderWorkingDays().stream()
                .filter(set -> set <= age)
                .max(Integer::compare)
                .filter(set -> reminders.give(file.id(), set, moment.now()) == Reminders.Given.NOW)
                .ifPresent(set -> {
                    count("reminder");
                    LOG.infof(
                            "request=%s agency=%s purpose=%s has been open for %d working days",
                            file.id(), file.agency(), file.purpose(), set);
                });
    }

    private void lapse() {
        var now = recorder.moment().now();
        each("lapse", due.neverRead(now), id -> move(id, Step.Kind.LAPSE, Map.of(), UpkeepService::lapsed));
    }

    private static Optional<CaseFile> lapsed(CaseFile file, Moment moment) {
        return file.state() instanceof CaseState.Traced traced
                        && !traced.isToBeDestroyed()
                        && moment.now().isAfter(traced.tracing().readableUntil())
                ? Optional.of(file.moved(traced.lapse()))
                : Optional.empty();
    }

    private void erase() {
        var today = recorder.moment().today();
        each("erasure", due.toErase(today), id -> {
            if (!due.mayBeErased(id)) {
                return;
            }
            switch (erasures.erase(id, Erasure.Reason.RETENTION)) {
                case ErasureService.Outcome.Erased erased -> count("erasure");
                case ErasureService.Outcome.NotErased why -> {}
            }
        });
    }

    /** Particulars of entries that belong to no request, a year after they were written. */
    private void eraseAlone() {
        var kinds = yearly.stream().map(YearlyErased::kind).toList();
        if (kinds.isEmpty()) {
            return;
        }
        var found = alone.due(kinds, -1);
        while (!found.isEmpty()) {
            alone.erase(found, Erasure.Reason.RETENTION);
            count("erasure-alone");
            found = alone.due(kinds, found.getLast());
        }
    }

    /** @param change looked at again with every attempt; empty where nothing is to be done any more */
    private void move(
            TracingRequestId id,
            Step.Kind kind,
            Map<String, String> particulars,
            BiFunction<CaseFile, Moment, Optional<CaseFile>> change) {
        var done = recorder.<Optional<CaseFile>>record(moment -> files.find(id)
                .flatMap(file -> change.apply(file, moment)
                        .<Attempt<Optional<CaseFile>>>map(
                                moved -> new Attempt.ToRecord<>(Draft.moved(file, moved, kind, particulars, moment)
                                        .answering(Optional::of))))
                .orElseGet(() -> new Attempt.NothingToRecord<>(Optional.empty())));
        done.ifPresent(moved -> count(kind.name().toLowerCase(Locale.ROOT)));
    }

    /** Steps that were done, not requests looked at. */
    private void count(String step) {
        meters.counter("narrowgate.upkeep", "step", step).increment();
    }

    /** One request that fails must not hold up the others. */
    private void each(String step, List<CaseFile> found, Consumer<TracingRequestId> work) {
        for (var file : found) {
            try {
                work.accept(file.id());
            } catch (RuntimeException e) {
                LOG.errorf(
                        "request=%s agency=%s: %s failed, %s",
                        file.id(), file.agency(), step, e.getClass().getSimpleName());
            }
        }
    }
}
