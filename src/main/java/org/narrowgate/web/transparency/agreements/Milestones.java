package org.narrowgate.web.transparency.agreements;

import org.narrowgate.casework.Moment;
import org.narrowgate.transparency.agreements.Milestone;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.Sentences;
import org.narrowgate.web.transparency.agreements.AgreementView.Mark;
import org.narrowgate.web.transparency.agreements.AgreementView.MilestoneView;

/** Milestones as pages show them. */
final class Milestones {
    private Milestones() {}

    static MilestoneView view(Milestone milestone) {
        return new MilestoneView(
                new Mark(RegisterWords.tone(milestone.kind()), RegisterWords.milestone(milestone.kind())),
                LondonTime.moment(milestone.at()),
                Moment.dayOf(milestone.at()).toString(),
                milestone.policyVersion().orElse(0),
                milestone.sentences().stream().map(Sentences::whole).toList());
    }
}
