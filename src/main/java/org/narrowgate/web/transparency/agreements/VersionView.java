package org.narrowgate.web.transparency.agreements;

import java.util.List;
import org.narrowgate.governance.Origin;
import org.narrowgate.transparency.agreements.RegisteredVersion;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.Sentences;
import org.narrowgate.web.transparency.agreements.AgreementView.Mark;

/**
 * A published policy version as the list shows it.
 *
 * @param publishedAt empty for the one that came with the software
 * @param changes what it changed, in sentences
 */
public record VersionView(
        int number,
        String title,
        Mark state,
        String inForceFrom,
        String hash,
        String publishedAt,
        List<String> changes) {
    public VersionView {
        changes = List.copyOf(changes);
    }

    static VersionView of(RegisteredVersion registered) {
        var version = registered.published();
        return new VersionView(
                version.number(),
                registered.title(),
                new Mark(
                        RegisterWords.tone(version.state()),
                        Sentences.begun(version.state().words())),
                LondonTime.moment(version.inForceFrom()),
                version.hash(),
                version.origin()
                        .map(Origin::publishedAt)
                        .map(LondonTime::moment)
                        .orElse(""),
                version.origin().map(Origin::difference).orElse(List.of()).stream()
                        .map(change -> Sentences.whole(change.words()))
                        .toList());
    }
}
