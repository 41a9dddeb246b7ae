package org.narrowgate.web.transparency.agreements;

import java.util.List;
import org.narrowgate.transparency.agreements.RegisteredAgreement;

/**
 * An agreement as its page and the list show it.
 *
 * @param latest what became of it last
 * @param history latest first
 * @param announced next first
 */
public record AgreementView(
        String id,
        String title,
        String agency,
        String group,
        String statute,
        Mark status,
        String dates,
        int textFrom,
        List<PurposeView> purposes,
        MilestoneView latest,
        List<MilestoneView> history,
        List<MilestoneView> announced) {
    public AgreementView {
        purposes = List.copyOf(purposes);
        history = List.copyOf(history);
        announced = List.copyOf(announced);
    }

    /** Words with a colour that says the same. */
    public record Mark(String tone, String words) {}

    /**
     * @param day for programs: 2018-05-09
     * @param version 0 where no policy version brought it
     */
    public record MilestoneView(Mark kind, String when, String day, int version, List<String> sentences) {
        public MilestoneView {
            sentences = List.copyOf(sentences);
        }

        static final MilestoneView NONE = new MilestoneView(new Mark("plain", ""), "", "", 0, List.of());
    }

    static AgreementView of(RegisteredAgreement registered) {
        var agreement = registered.agreement();
        var history = registered.history().stream().map(Milestones::view).toList();
        return new AgreementView(
                agreement.id().value(),
                agreement.title(),
                registered.agency().name(),
                registered.agency().group().title(),
                agreement.statute(),
                new Mark(RegisterWords.tone(registered.status().kind()), RegisterWords.status(registered.status())),
                RegisterWords.dates(agreement),
                registered.lastIn(),
                registered.purposes().stream().map(PurposeView::of).toList(),
                history.isEmpty() ? MilestoneView.NONE : history.getLast(),
                history.reversed(),
                registered.announced().stream().map(Milestones::view).toList());
    }
}
