package org.narrowgate.web.transparency.agreements;

import java.time.ZoneId;
import org.narrowgate.transparency.agreements.Milestone;
import org.narrowgate.web.console.cases.LondonTime;
import org.narrowgate.web.transparency.agreements.AgreementView.Mark;
import org.narrowgate.web.transparency.agreements.AgreementView.MilestoneView;

/** Milestones as pages show them. */
final class Milestones {
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    private Milestones() {}

    static MilestoneView view(Milestone milestone) {
        return new MilestoneView(
                new Mark(RegisterWords.tone(milestone.kind()), RegisterWords.milestone(milestone.kind())),
                LondonTime.moment(milestone.at()),
                milestone.at().atZone(ZONE).toLocalDate().toString(),
                milestone.policyVersion().orElse(0),
                milestone.sentences().stream().map(Milestones::sentence).toList());
    }

    private static String sentence(String words) {
        var begun = RegisterWords.sentence(words);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
