package org.narrowgate.web.console.policy;

import java.util.ArrayList;
import java.util.List;
import org.narrowgate.governance.Origin;
import org.narrowgate.governance.PublishedVersion;
import org.narrowgate.web.LondonTime;
import org.narrowgate.web.console.cases.CaseModel.Saying;
import org.narrowgate.web.console.cases.CaseWords;
import org.narrowgate.web.console.cases.Sign;

/** Says of a policy version where it stands, and who brought it there. */
final class VersionModels {
    private VersionModels() {}

    static VersionModel of(PublishedVersion published) {
        return new VersionModel(
                published.number(),
                sign(published.state()),
                LondonTime.moment(published.inForceFrom()),
                published.hash(),
                origin(published),
                DifferenceModel.of(published.origin().map(Origin::difference).orElse(List.of())));
    }

    private static Sign sign(PublishedVersion.State state) {
        var words = CaseWords.sentence(state.words());
        return switch (state) {
            case IN_FORCE -> Sign.good(words);
            case ANNOUNCED -> Sign.middle(words);
            case SUPERSEDED, FELL_AWAY -> Sign.plain(words);
        };
    }

    private static List<Saying> origin(PublishedVersion published) {
        var says = new ArrayList<Saying>();
        published
                .origin()
                .ifPresentOrElse(
                        origin -> says.addAll(List.of(
                                new Saying("Submitted by", origin.author().name()),
                                new Saying("Author's reasons", origin.authorReasons()),
                                new Saying(
                                        "Approved by",
                                        origin.approver().name() + ", " + LondonTime.moment(origin.publishedAt())),
                                new Saying("Approver's reasons", origin.approverReasons()))),
                        () -> says.add(new Saying("Came with", "the software")));
        says.add(new Saying("Entry in the disclosure log", String.valueOf(published.entry())));
        return says;
    }
}
