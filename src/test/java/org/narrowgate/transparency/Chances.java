package org.narrowgate.transparency;

import static org.narrowgate.casework.review.Caseworkers.CARLA;
import static org.narrowgate.casework.review.Caseworkers.COLIN;
import static org.narrowgate.casework.review.Caseworkers.weighed;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.narrowgate.caller.Staff;
import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseFiles;
import org.narrowgate.casework.CaseState;
import org.narrowgate.casework.CaseState.Move;
import org.narrowgate.casework.Handling.PriorityAnswer;
import org.narrowgate.casework.Incident.Notification;
import org.narrowgate.casework.Selection;
import org.narrowgate.casework.TracingRequests;
import org.narrowgate.casework.review.CaseViewService;
import org.narrowgate.casework.review.IncidentService;
import org.narrowgate.casework.review.ReviewService;
import org.narrowgate.casework.review.Ruling;

/** What may happen to a request on a day: one of the moves its state offers, or nothing. */
@ApplicationScoped
class Chances {
    private static final String REASONS = "The welfare of a child outweighs confidence here.";
    private static final int DAYS_AHEAD = 15;

    private final TracingRequests requests;
    private final ReviewService review;
    private final CaseViewService views;
    private final IncidentService incidents;
    private final CaseFiles files;
    private final Clock clock;

    Chances(
            TracingRequests requests,
            ReviewService review,
            CaseViewService views,
            IncidentService incidents,
            CaseFiles files,
            Clock clock) {
        this.requests = requests;
        this.review = review;
        this.views = views;
        this.incidents = incidents;
        this.files = files;
        this.clock = clock;
    }

    /** Makes the request, and begins its life. */
    Life begin(Petition petition, Random chance) {
        var answer = requests.request(petition.asker(), petition.asked(), petition.selection(), null);
        return new Life(petition, answer.request(), chance);
    }

    /** Lets it live a day. */
    void take(Life life) {
        var file = file(life);
        var chance = life.chance();
        if (file.state().moves().isEmpty() && isSettled(file)) {
            life.end();
            return;
        }
        if (isToBeDestroyedSoon(file) && !isForgetful(chance)) {
            attest(life);
            return;
        }
        if (!isSettled(file) && chance.nextInt(3) == 0) {
            closeIncident(life);
            return;
        }
        if (file.handling().priority() == PriorityAnswer.AWAITED
                && file.state() instanceof CaseState.Open
                && chance.nextInt(3) == 0) {
            answerPriority(life, file);
            return;
        }
        var moves = List.copyOf(file.state().moves());
        if (!moves.isEmpty() && chance.nextInt(100) < 75) {
            take(life, file, moves.get(chance.nextInt(moves.size())));
        }
    }

    private void take(Life life, CaseFile file, Move move) {
        switch (move) {
            case WITHDRAW -> {
                // One way of four out of most states would be too many.
                if (life.chance().nextInt(3) == 0) {
                    requests.withdraw(life.asker(), life.id(), "Found in the meantime.");
                    life.add("withdrawal");
                }
            }
            case INFORM -> {
                requests.provideInformation(life.asker(), life.id(), "Last seen on Monday, at school.");
                life.add("information");
            }
            case READ_AGAIN -> read(life);
            case REPORT_MISMATCH -> {
                if (life.chance().nextInt(5) == 0) {
                    requests.reportMismatch(life.asker(), life.id(), "Another person altogether.");
                    life.add("mismatch");
                }
            }
            case ATTEST_DESTRUCTION -> attest(life);
            case ASK -> {
                view(life, CARLA);
                review.ask(CARLA, life.id(), file.changedAt(), "When was she last seen, and where?");
                life.add("question");
            }
            case APPROVE -> {
                view(life, CARLA);
                var ruling = review.approve(CARLA, life.id(), file.changedAt(), weighed());
                life.add(ruling == Ruling.AWAITS_SECOND ? "approval" : "review");
            }
            case CONFIRM -> {
                view(life, COLIN);
                review.confirm(COLIN, life.id(), file.changedAt(), REASONS);
                life.add("review");
            }
            case REFUSE -> {
                review.refuse(CARLA, life.id(), file.changedAt(), "Too little is said to weigh it.");
                life.add("review");
            }
            case LAPSE -> {
                // The clock's to do, when its day has come.
            }
        }
    }

    private void read(Life life) {
        var selection = Petition.selection(life.chance());
        var answer = requests.read(life.asker(), life.id(), selection).orElseThrow();
        // Past its last day there is nothing to read, and without a person nothing new to tell.
        if (answer.outcome().isPresent() && selection instanceof Selection.OfPerson) {
            life.add("reading");
        }
    }

    private void attest(Life life) {
        requests.attestDestruction(life.asker(), life.id(), today(), "shredded");
        life.add("destruction");
    }

    private void closeIncident(Life life) {
        var open = incidents.open(CARLA, life.id());
        life.add("view");
        incidents.close(
                CARLA,
                life.id(),
                open.version(),
                Notification.NOTIFIED,
                "The agency has said that it destroyed what it was given.");
        life.add("incident");
    }

    private void answerPriority(Life life, CaseFile file) {
        if (life.chance().nextBoolean()) {
            review.acceptPriority(CARLA, life.id(), file.changedAt(), "A child of four is missing.");
        } else {
            review.declinePriority(CARLA, life.id(), file.changedAt(), "Nothing here cannot wait a week.");
        }
        life.add("priority");
    }

    private void view(Life life, Staff staff) {
        views.open(staff, life.id());
        life.add("view");
    }

    private static boolean isSettled(CaseFile file) {
        return file.incident().filter(open -> open.closing().isEmpty()).isEmpty();
    }

    private boolean isToBeDestroyedSoon(CaseFile file) {
        return file.request()
                .toDestroyBy()
                .filter(day -> day.isBefore(today().plusDays(DAYS_AHEAD)))
                .isPresent();
    }

    // So that now and then a day passes, and new requests are refused until somebody remembers.
    private static boolean isForgetful(Random chance) {
        return chance.nextInt(100) < 40;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), RegisterFold.ZONE);
    }

    private CaseFile file(Life life) {
        return files.find(life.id()).orElseThrow();
    }
}
