package org.narrowgate.web.record.requests;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.narrowgate.casework.Moment;
import org.narrowgate.casework.WorkingDays;
import org.narrowgate.rights.request.DisclosurePurposes;
import org.narrowgate.rights.request.Reply;
import org.narrowgate.rights.request.RightsCase;
import org.narrowgate.rights.request.RightsState;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.RightsWords;
import org.narrowgate.web.record.requests.CaseCard.Offer;
import org.narrowgate.web.record.requests.CaseCard.Told;

/** Puts somebody's cases into words for them: nobody who handled one is named. */
@ApplicationScoped
class CaseCards {
    private final DisclosurePurposes purposes;
    private final WorkingDays calendar;
    private final Clock clock;

    CaseCards(DisclosurePurposes purposes, WorkingDays calendar, Clock clock) {
        this.purposes = purposes;
        this.calendar = calendar;
        this.clock = clock;
    }

    CaseCard of(RightsCase file) {
        var now = clock.instant();
        return new CaseCard(
                file.id().toString(),
                RightsWords.asked(file.asked(), purposes),
                RightsWords.state(file),
                LondonTime.moment(file.receivedAt()),
                file.state() instanceof RightsState.Open
                        ? LondonTime.day(file.time().dueBy(calendar))
                        : "",
                RightsWords.hold(file, now).orElse(""),
                file.words(),
                told(file),
                file.state() instanceof RightsState.Refused ? RightsWords.COMPLAINT : "",
                file.isCopyReadyOn(Moment.dayOf(now))
                        ? file.copyUntil().map(LondonTime::day).orElseThrow()
                        : "",
                file.state() instanceof RightsState.Withdrawable ? Offer.TAKE_BACK : Offer.NOTHING);
    }

    private static List<Told> told(RightsCase file) {
        var told = new ArrayList<Told>();
        file.extension().ifPresent(extension -> told.add(told(extension.reply())));
        switch (file.state()) {
            case RightsState.Open open -> {}
            case RightsState.Withdrawn withdrawn -> {}
            case RightsState.Lifted(var reply, var lifting) -> {
                told.add(told(reply));
                told.add(told(lifting));
            }
            case RightsState.Standing(var reply) -> told.add(told(reply));
            case RightsState.Granted(var reply) -> told.add(told(reply));
            case RightsState.Refused(var reply) -> told.add(told(reply));
        }
        return told;
    }

    private static Told told(Reply reply) {
        return new Told(LondonTime.moment(reply.at()), reply.text());
    }
}
