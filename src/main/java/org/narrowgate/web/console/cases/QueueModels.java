package org.narrowgate.web.console.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.narrowgate.caller.Staff;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.review.Queue;
import org.narrowgate.casework.review.QueueFilter;
import org.narrowgate.casework.review.QueueFilter.Which;
import org.narrowgate.casework.review.QueueService;
import org.narrowgate.policy.GroundType;
import org.narrowgate.policy.PolicyInForce;
import org.narrowgate.rights.embargo.Embargoes;
import org.narrowgate.web.console.cases.QueueModel.Choice;
import org.narrowgate.web.console.cases.QueueModel.Option;
import org.narrowgate.web.console.cases.QueueModel.Paging;
import org.narrowgate.web.console.cases.QueueModel.Reminded;
import org.narrowgate.web.console.cases.QueueModel.Row;

/** Puts the queue into words for one caseworker. */
@ApplicationScoped
class QueueModels {
    /** How many days ahead of its day a review is brought to mind. */
    private static final int REVIEWS_AHEAD = 14;

    private final QueueService queues;
    private final PolicyInForce policy;
    private final Embargoes embargoes;
    private final Clock clock;

    QueueModels(QueueService queues, PolicyInForce policy, Embargoes embargoes, Clock clock) {
        this.queues = queues;
        this.policy = policy;
        this.embargoes = embargoes;
        this.clock = clock;
    }

    QueueModel queue(Staff staff, QueueFilter filter, String notice) {
        var queue = queues.queue(staff, filter);
        return new QueueModel(
                notice,
                summary(queue),
                queue.overdue(),
                queue.incidents(),
                queue.reminders().stream().map(QueueModels::reminded).toList(),
                embargoes(),
                filters(filter),
                queue.lines().stream().map(line -> row(line, staff)).toList(),
                empty(queue, filter),
                paging(queue, filter),
                QueueQuery.query(filter, Optional.empty()));
    }

    private List<Reminded> embargoes() {
        var now = clock.instant();
        return embargoes.toDo(now, Moment.dayOf(now).plusDays(REVIEWS_AHEAD)).stream()
                .map(line -> new Reminded(line.request().toString(), line.caseReference(), EmbargoWords.toDo(line)))
                .toList();
    }

    private static String summary(Queue queue) {
        return queue.found() == queue.open()
                ? requests(queue.open(), "open")
                : queue.found() + " of " + requests(queue.open(), "open");
    }

    private static String requests(long number, String what) {
        return number + " " + what + (number == 1 ? " request" : " requests");
    }

    private static String empty(Queue queue, QueueFilter filter) {
        if (!queue.lines().isEmpty()) {
            return "";
        }
        if (queue.open() == 0) {
            return "No request waits for a decision.";
        }
        if (queue.found() > 0) {
            return "The queue has become shorter: this page of it is empty.";
        }
        return filter.which() == Which.MINE
                ? "You have claimed no request that fits."
                : "No open request fits this choice.";
    }

    private static Paging paging(Queue queue, QueueFilter filter) {
        return new Paging(
                queue.pages() == 1 ? "" : "Page " + filter.page() + " of " + queue.pages(),
                filter.page() > 1 ? page(filter, Math.min(filter.page() - 1, queue.pages())) : "",
                filter.page() < queue.pages() ? page(filter, filter.page() + 1) : "");
    }

    private static String page(QueueFilter filter, int number) {
        return QueueQuery.address(QueueQuery.onPage(filter, number), Optional.empty());
    }

    private static Reminded reminded(Queue.Reminder reminder) {
        return new Reminded(
                reminder.id().toString(),
                reminder.caseReference(),
                "has been open for " + TimeWords.workingDays(reminder.age()));
    }

    private static Row row(Queue.Line line, Staff staff) {
        return new Row(
                line.id().toString(),
                line.caseReference(),
                line.agency().name(),
                line.purpose().name(),
                line.ground().map(CaseWords::ground).orElse("None given"),
                TimeWords.deadline(line.timeliness()),
                TimeWords.due(line.timeliness()),
                TimeWords.age(line.timeliness()),
                CaseWords.priority(line.priority()).stream().toList(),
                line.progress().words(),
                ClaimModel.of(line.claim(), staff.id()));
    }

    private List<Choice> filters(QueueFilter filter) {
        var document = policy.current().policy().document();
        return List.of(
                new Choice(
                        "which",
                        "Which",
                        Arrays.stream(Which.values())
                                .map(one -> option(
                                        one == Which.OPEN ? "" : one.name(),
                                        one.words(),
                                        filter.which() == Which.OPEN
                                                ? ""
                                                : filter.which().name()))
                                .toList()),
                choice(
                        "agency",
                        "Agency",
                        document.agencies().stream()
                                .map(one -> new Option(one.id().value(), one.name(), "")),
                        filter.agency().map(Object::toString)),
                choice(
                        "purpose",
                        "Purpose",
                        document.purposes().stream()
                                .map(one -> new Option(one.id().value(), one.title(), "")),
                        filter.purpose().map(Object::toString)),
                choice(
                        "ground",
                        "Ground",
                        Arrays.stream(GroundType.values())
                                .map(one -> new Option(one.name(), CaseWords.ground(one), "")),
                        filter.ground().map(Object::toString)));
    }

    private static Choice choice(String name, String label, Stream<Option> offered, Optional<String> chosen) {
        var any = new Option("", "Any", "");
        return new Choice(
                name,
                label,
                Stream.concat(Stream.of(any), offered)
                        .map(one -> option(one.value(), one.words(), chosen.orElse("")))
                        .toList());
    }

    private static Option option(String value, String words, String chosen) {
        return new Option(value, words, value.equals(chosen) ? "selected" : "");
    }
}
