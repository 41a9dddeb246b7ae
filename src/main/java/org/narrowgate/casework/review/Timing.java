package org.narrowgate.casework.review;

import org.narrowgate.casework.CaseFile;
import org.narrowgate.casework.CaseState;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.WorkingDays;

/** Where a request stands against its day, at a moment. */
final class Timing {
    private Timing() {}

    static Timeliness of(CaseFile file, Moment moment, WorkingDays calendar) {
        return switch (file.state()) {
            case CaseState.InReview inReview -> running(file, moment, calendar);
            case CaseState.InformationRequested() ->
                switch (moment.policy().policy().reviewTerms(file.purpose()).whileInformationIsAwaited()) {
                    case CLOCK_RUNS -> running(file, moment, calendar);
                    case CLOCK_STOPS -> stopped(file, moment, calendar);
                };
            case CaseState.Decided decided -> new Timeliness.Over();
            case CaseState.Withdrawn() -> new Timeliness.Over();
            case CaseState.Closed closed -> new Timeliness.Over();
        };
    }

    private static Timeliness running(CaseFile file, Moment moment, WorkingDays calendar) {
        var due = file.handling().dueBy();
        return new Timeliness.Running(age(file, moment, calendar), calendar.left(moment.today(), due), due);
    }

    private static Timeliness stopped(CaseFile file, Moment moment, WorkingDays calendar) {
        var asked = file.handling().openExchange().orElseThrow().askedAt();
        return new Timeliness.Stopped(
                age(file, moment, calendar),
                calendar.left(Moment.dayOf(asked), file.handling().dueBy()));
    }

    private static int age(CaseFile file, Moment moment, WorkingDays calendar) {
        return calendar.between(Moment.dayOf(file.handling().receivedAt()), moment.today());
    }
}
