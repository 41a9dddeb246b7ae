package org.narrowgate.web.transparency.consultations;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.narrowgate.governance.consultation.Consultation.Stage;
import org.narrowgate.governance.consultation.Ending;
import org.narrowgate.governance.consultation.Published;
import org.narrowgate.governance.consultation.Representation;
import org.narrowgate.governance.consultation.Ruling;
import org.narrowgate.policy.Direction;
import org.narrowgate.web.console.cases.LondonTime;

/**
 * A consultation as its page shows it. Texts are empty where there is nothing to say.
 *
 * @param text in paragraphs
 * @param notShown a sentence for each reason
 * @param outcome in paragraphs
 * @param changes what is changed because of it, in paragraphs
 * @param withdrawal the reasons, in paragraphs
 */
public record ConsultationView(
        ConsultationRow row,
        String base,
        String hash,
        List<String> text,
        List<String> widening,
        List<String> narrowing,
        List<String> other,
        Door door,
        List<Said> representations,
        List<String> notShown,
        List<String> outcome,
        List<String> changes,
        List<String> withdrawal,
        String endedAt) {
    public ConsultationView {
        text = List.copyOf(text);
        widening = List.copyOf(widening);
        narrowing = List.copyOf(narrowing);
        other = List.copyOf(other);
        representations = List.copyOf(representations);
        notShown = List.copyOf(notShown);
        outcome = List.copyOf(outcome);
        changes = List.copyOf(changes);
        withdrawal = List.copyOf(withdrawal);
    }

    /** Whether the reader is offered to say something. */
    public enum Door {
        OPEN,
        SHUT
    }

    /** A representation that shows. */
    public record Said(int number, String receivedOn, String name, String text, String judgement) {}

    static ConsultationView of(Published published) {
        var consultation = published.consultation();
        var ending = consultation.ending();
        return new ConsultationView(
                ConsultationRow.of(consultation, published.stage()),
                String.valueOf(consultation.base()),
                consultation.hash(),
                ConsultationWords.paragraphs(consultation.text()),
                ConsultationWords.sentences(consultation.difference(), Direction.WIDENS),
                ConsultationWords.sentences(consultation.difference(), Direction.NARROWS),
                ConsultationWords.sentences(consultation.difference(), Direction.NEITHER),
                published.stage() == Stage.OPEN ? Door.OPEN : Door.SHUT,
                published.shown().stream().map(ConsultationView::said).toList(),
                notShown(published),
                of(ending, Ending.Outcome.class)
                        .map(Ending.Outcome::text)
                        .map(ConsultationWords::paragraphs)
                        .orElse(List.of()),
                of(ending, Ending.Outcome.class)
                        .map(Ending.Outcome::changes)
                        .map(ConsultationWords::paragraphs)
                        .orElse(List.of()),
                of(ending, Ending.Withdrawal.class)
                        .map(Ending.Withdrawal::reasons)
                        .map(ConsultationWords::paragraphs)
                        .orElse(List.of()),
                ending.map(Ending::at).map(LondonTime::moment).orElse(""));
    }

    public boolean isOpen() {
        return door == Door.OPEN;
    }

    private static <E extends Ending> Optional<E> of(Optional<Ending> ending, Class<E> kind) {
        return ending.filter(kind::isInstance).map(kind::cast);
    }

    private static Said said(Representation one) {
        return new Said(
                one.number(),
                LondonTime.moment(one.receivedAt()),
                one.content().map(Representation.Content::name).orElse(""),
                one.content().map(Representation.Content::text).orElse("The text has been erased."),
                one.judgement().map(Representation.Judgement::text).orElse(""));
    }

    private static List<String> notShown(Published published) {
        return Stream.concat(
                        Ruling.against().stream()
                                .filter(published.notShown()::containsKey)
                                .map(reason -> count(published.notShown(), reason)),
                        Stream.of(published.unread())
                                .filter(unread -> unread > 0)
                                .map(ConsultationView::unread))
                .toList();
    }

    private static String count(Map<Ruling, Integer> notShown, Ruling reason) {
        int count = notShown.getOrDefault(reason, 0);
        return number(count) + " not shown because " + reason.words() + ".";
    }

    private static String unread(int unread) {
        return number(unread) + " not read yet.";
    }

    private static String number(int count) {
        return count == 1 ? "1 representation is" : String.format(Locale.UK, "%,d representations are", count);
    }
}
