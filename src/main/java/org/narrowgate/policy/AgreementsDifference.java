package org.narrowgate.policy;

import static org.narrowgate.policy.Direction.NARROWS;
import static org.narrowgate.policy.Direction.NEITHER;
import static org.narrowgate.policy.Direction.WIDENS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.narrowgate.policy.Agreement.Clauses;
import org.narrowgate.policy.Agreement.Grant;
import org.narrowgate.policy.Matched.Order;

/** In what the agreements of two documents differ, but for what they grant. An agency has one at most. */
final class AgreementsDifference {
    private static final List<Clause> CLAUSES = List.of(
            new Clause("purposes", Clauses::purposes),
            new Clause("term", Clauses::term),
            new Clause("grounds", Clauses::grounds),
            new Clause("usual sources first", Clauses::sources),
            new Clause("countersignature", Clauses::countersignature),
            new Clause("searching", Clauses::search),
            new Clause("destruction", Clauses::destruction),
            new Clause("limits", Clauses::limits),
            new Clause("the public interest", Clauses::publicInterest));

    private final PolicyDocument before;
    private final PolicyDocument after;
    private final AgencyNames names;
    private final List<Change> changes = new ArrayList<>();

    AgreementsDifference(PolicyDocument before, PolicyDocument after) {
        this.before = before;
        this.after = after;
        this.names = new AgencyNames(before, after);
    }

    List<Change> changes() {
        changes.clear();
        var agreements = Matched.by(Agreement::agency, before.agreements(), after.agreements());
        agreements.removed().forEach(ended -> say(NARROWS, ended, "has no agreement any more"));
        agreements
                .added()
                .forEach(begun -> say(
                        WIDENS,
                        begun,
                        "has an agreement, `" + begun.title() + "` on " + begun.statute() + ", "
                                + FactsInWords.of(begun)));
        agreements.kept().forEach(kept -> sayOf(kept.before(), kept.after()));
        if (agreements.order() == Order.ANOTHER) {
            changes.add(
                    new Change(NEITHER, Optional.empty(), Optional.empty(), "the agreements stand in another order"));
        }
        return List.copyOf(changes);
    }

    private void sayOf(Agreement earlier, Agreement later) {
        sayText(later, "id", earlier.id().value(), later.id().value());
        sayText(later, "title", earlier.title(), later.title());
        sayText(later, "statute", earlier.statute(), later.statute());
        if (earlier.state() != later.state()) {
            say(
                    Direction.ofMore(use(earlier), use(later)),
                    later,
                    "has an agreement that is " + FactsInWords.word(later.state()) + ", before "
                            + FactsInWords.word(earlier.state()));
        }
        sayOfDays(earlier, later);
        CLAUSES.forEach(clause -> sayText(
                later,
                "clause on " + clause.about(),
                clause.of().apply(earlier.clauses()),
                clause.of().apply(later.clauses())));
        if (Matched.by(Grant::purpose, earlier.purposes(), later.purposes()).order() == Order.ANOTHER) {
            say(NEITHER, later, "has the purposes of its agreement in another order");
        }
    }

    private void sayOfDays(Agreement earlier, Agreement later) {
        if (!earlier.validFrom().equals(later.validFrom())) {
            say(
                    Direction.ofStricter(0, later.validFrom().compareTo(earlier.validFrom())),
                    later,
                    "has an agreement from " + FactsInWords.day(later.validFrom()) + ", before from "
                            + FactsInWords.day(earlier.validFrom()));
        }
        if (!earlier.validUntil().equals(later.validUntil())) {
            say(
                    Direction.ofMore(0, lastDay(later).compareTo(lastDay(earlier))),
                    later,
                    "has an agreement " + until(later) + ", before " + until(earlier));
        }
    }

    private static int use(Agreement agreement) {
        return agreement.state() == AgreementState.ACTIVE ? 1 : 0;
    }

    private static LocalDate lastDay(Agreement agreement) {
        return agreement.validUntil().orElse(LocalDate.MAX);
    }

    private static String until(Agreement agreement) {
        return agreement
                .validUntil()
                .map(last -> "until " + FactsInWords.day(last))
                .orElse("without an end");
    }

    private void sayText(Agreement agreement, String what, String earlier, String later) {
        if (!earlier.equals(later)) {
            say(
                    NEITHER,
                    agreement,
                    "has an agreement whose " + what + " is now `" + later + "`, before `" + earlier + "`");
        }
    }

    private void say(Direction direction, Agreement agreement, String phrase) {
        changes.add(new Change(
                direction,
                Optional.of(agreement.agency()),
                Optional.empty(),
                names.of(agreement.agency()) + " " + phrase));
    }

    private record Clause(String about, Function<Clauses, String> of) {}
}
