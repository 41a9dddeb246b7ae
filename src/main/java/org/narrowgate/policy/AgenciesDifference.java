package org.narrowgate.policy;

import static org.narrowgate.policy.Direction.NARROWS;
import static org.narrowgate.policy.Direction.NEITHER;
import static org.narrowgate.policy.Direction.WIDENS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.narrowgate.policy.Matched.Order;

/** In what two documents differ about who the agencies are, and who speaks and signs for them. */
final class AgenciesDifference {
    private final Matched<Agency> agencies;
    private final List<Change> changes = new ArrayList<>();

    AgenciesDifference(PolicyDocument before, PolicyDocument after) {
        this.agencies = Matched.by(Agency::id, before.agencies(), after.agencies());
    }

    List<Change> changes() {
        changes.clear();
        agencies.removed().forEach(agency -> say(NARROWS, agency, agency.name() + " is no agency any more"));
        agencies.added()
                .forEach(agency -> say(
                        WIDENS,
                        agency,
                        agency.name() + " is a new agency of the group "
                                + agency.group().title() + ", with the clients " + listed(agency.clients())
                                + " and the ranks " + listed(agency.ranks())));
        agencies.kept().forEach(kept -> sayOf(kept.before(), kept.after()));
        if (agencies.order() == Order.ANOTHER) {
            changes.add(new Change(NEITHER, Optional.empty(), Optional.empty(), "the agencies stand in another order"));
        }
        return List.copyOf(changes);
    }

    private void sayOf(Agency before, Agency after) {
        if (!before.name().equals(after.name())) {
            say(
                    Direction.ofStricter(duties(before), duties(after)),
                    after,
                    "the agency `" + after.id() + "` is now named " + after.name() + ", before " + before.name());
        }
        if (before.group() != after.group()) {
            say(
                    Direction.ofStricter(duties(before), duties(after)),
                    after,
                    after.name() + " is now counted as " + after.group().title() + ", before as "
                            + before.group().title());
        }
        sayOf(after, Matched.by(Function.identity(), before.clients(), after.clients()), "client", "asking for it");
        sayOf(after, Matched.by(Function.identity(), before.ranks(), after.ranks()), "rank", "signing for it");
    }

    // An agency with immigration functions has to show a ground for whatever it is given.
    private static int duties(Agency agency) {
        return StatutoryCeiling.hasImmigrationFunctions(agency) ? 1 : 0;
    }

    private void sayOf(Agency agency, Matched<String> words, String what, String doing) {
        words.added()
                .forEach(word -> say(WIDENS, agency, agency.name() + " has the " + what + " `" + word + "` " + doing));
        words.removed()
                .forEach(word -> say(
                        NARROWS, agency, agency.name() + " no longer has the " + what + " `" + word + "` " + doing));
        if (words.order() == Order.ANOTHER) {
            say(NEITHER, agency, "the " + what + "s of " + agency.name() + " stand in another order");
        }
    }

    private void say(Direction direction, Agency agency, String words) {
        changes.add(new Change(direction, Optional.of(agency.id()), Optional.empty(), words));
    }

    private static String listed(List<String> words) {
        return words.isEmpty() ? "none" : String.join(", ", words);
    }
}
