package org.narrowgate.policy;

import static org.narrowgate.policy.Direction.NARROWS;
import static org.narrowgate.policy.Direction.NEITHER;
import static org.narrowgate.policy.Direction.WIDENS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.narrowgate.policy.Matched.Order;
import org.narrowgate.policy.Purpose.Prohibition;

/** In what the purposes of two documents differ themselves, as far as nobody who holds one was told already. */
final class PurposesDifference {
    private final Matched<Purpose> purposes;
    private final HoldingsDifference held;
    private final AgencyNames names;
    private final List<Change> changes = new ArrayList<>();

    PurposesDifference(PolicyDocument before, PolicyDocument after, HoldingsDifference held) {
        this.purposes = Matched.by(Purpose::id, before.purposes(), after.purposes());
        this.held = held;
        this.names = new AgencyNames(before, after);
    }

    List<Change> changes() {
        changes.clear();
        purposes.removed().forEach(purpose -> say(NEITHER, purpose, purpose.id() + " is no purpose any more"));
        purposes.added()
                .forEach(purpose -> say(
                        NEITHER,
                        purpose,
                        purpose.id() + " is a new purpose, `" + purpose.title() + "`" + yet(purpose)));
        purposes.kept().forEach(kept -> sayOf(kept.before(), kept.after()));
        if (purposes.order() == Order.ANOTHER) {
            changes.add(new Change(NEITHER, Optional.empty(), Optional.empty(), "the purposes stand in another order"));
        }
        return List.copyOf(changes);
    }

    private void sayOf(Purpose before, Purpose after) {
        sayText(after, "title", before.title(), after.title());
        sayText(after, "statute", before.statute(), after.statute());
        sayText(
                after,
                "lawful basis",
                before.lawfulBasis().words(),
                after.lawfulBasis().words());
        sayText(after, "purpose above it", above(before), above(after));
        if (before.consultation() != after.consultation()) {
            sayOfConsultation(after);
        }
        sayOfEmbargo(before, after);
        sayOfProhibitions(after, Matched.by(Prohibition::agency, before.prohibitions(), after.prohibitions()));
        sayOfGrounds(after, Matched.by(GroundDemand::type, before.grounds(), after.grounds()));
        own(before, after)
                .filter(said -> !held.tells(after.id(), said))
                .forEach(said -> say(
                        said.direction(),
                        after,
                        "whoever holds " + after.id() + " " + said.phrase() + " by its own rule" + yet(after)));
    }

    private static Stream<Said> own(Purpose before, Purpose after) {
        return new LineageDifference(new Lineage(List.of(before)), new Lineage(List.of(after))).said().stream();
    }

    private void sayOfConsultation(Purpose purpose) {
        switch (purpose.consultation()) {
            case REQUIRED ->
                say(NARROWS, purpose, purpose.id() + " may now be widened only after an open consultation");
            case NOT_REQUIRED ->
                say(WIDENS, purpose, purpose.id() + " may now be widened without an open consultation");
        }
    }

    private void sayOfEmbargo(Purpose before, Purpose after) {
        before.embargo()
                .ifPresent(then -> after.embargo()
                        .ifPresent(now -> sayText(after, "reason for the embargo", then.reason(), now.reason())));
    }

    private void sayOfProhibitions(Purpose purpose, Matched<Prohibition> prohibitions) {
        prohibitions
                .added()
                .forEach(added -> say(
                        NARROWS,
                        purpose,
                        purpose.id() + " and what is below it is now prohibited to " + names.of(added.agency())
                                + " by `" + added.clause() + "`"));
        prohibitions
                .removed()
                .forEach(removed -> say(
                        WIDENS,
                        purpose,
                        purpose.id() + " and what is below it is no longer prohibited to "
                                + names.of(removed.agency())));
        prohibitions
                .kept()
                .forEach(kept -> sayText(
                        purpose,
                        "prohibition to " + names.of(kept.after().agency()),
                        kept.before().clause(),
                        kept.after().clause()));
        if (prohibitions.order() == Order.ANOTHER) {
            say(NEITHER, purpose, purpose.id() + " has its prohibitions in another order");
        }
    }

    private void sayOfGrounds(Purpose purpose, Matched<GroundDemand> grounds) {
        grounds.kept().forEach(kept -> {
            var type = kept.after().type().words();
            sayText(
                    purpose,
                    "clause on " + type,
                    kept.before().clause(),
                    kept.after().clause());
            sayText(
                    purpose,
                    "wording of " + type,
                    kept.before().text(),
                    kept.after().text());
            sayIdleStage(purpose, kept.before(), kept.after());
        });
        if (grounds.order() == Order.ANOTHER) {
            say(NEITHER, purpose, purpose.id() + " has its grounds in another order");
        }
    }

    /** A stage that a sentence imposed, which only a conviction has, leaves without effect. */
    private void sayIdleStage(Purpose purpose, GroundDemand before, GroundDemand after) {
        if (before instanceof GroundDemand.SeriousCriminality then
                && after instanceof GroundDemand.SeriousCriminality now
                && now.measure() == GroundDemand.SentenceMeasure.SENTENCE_IMPOSED) {
            sayText(
                    purpose,
                    "earliest stage written beside a sentence imposed",
                    then.earliestStage().words(),
                    now.earliestStage().words());
        }
    }

    private static String above(Purpose purpose) {
        return purpose.parent().map(PurposeId::value).orElse("none");
    }

    private String yet(Purpose purpose) {
        return held.isHeld(purpose.id()) ? "" : ", and nobody holds it yet";
    }

    private void sayText(Purpose purpose, String what, String before, String after) {
        if (!before.equals(after)) {
            say(
                    NEITHER,
                    purpose,
                    "the " + what + " of " + purpose.id() + " is now `" + after + "`, before `" + before + "`");
        }
    }

    private void say(Direction direction, Purpose purpose, String words) {
        changes.add(new Change(direction, Optional.empty(), Optional.of(purpose.id()), words));
    }
}
