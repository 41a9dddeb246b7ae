package org.narrowgate.web.transparency.agreements;

import org.narrowgate.transparency.agreements.RegisteredVersion;
import org.narrowgate.web.console.cases.LondonTime;
import org.narrowgate.web.transparency.agreements.AgreementView.Mark;

/** A published policy version as the list shows it. */
public record VersionView(int number, String title, Mark state, String inForceFrom, String hash) {
    static VersionView of(RegisteredVersion registered) {
        var version = registered.version();
        return new VersionView(
                version.number(),
                version.policy().document().title(),
                new Mark(RegisterWords.tone(registered.state()), RegisterWords.state(registered.state())),
                LondonTime.moment(version.inForceFrom()),
                version.policy().hash());
    }
}
