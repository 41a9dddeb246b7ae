package org.narrowgate.transparency.archive;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Countersignature;
import org.narrowgate.policy.RequestFacts;
import org.narrowgate.policy.RequestFacts.Sources;
import org.narrowgate.policy.SearchArgument;

/**
 * The requests of 2016 made up so that they add up to what was published, on a mix that was not. The same seed makes
 * the same requests; another seed has the same totals and the same mix.
 */
public final class SyntheticYear implements ArchivedRequests {
    /** Months are alike within so many hundredths of their average: nothing is known of a season. */
    private static final int VARIATION = 6;

    private final AssumedMix mix;
    private final long seed;

    public SyntheticYear(AssumedMix mix, long seed) {
        this.mix = requireNonNull(mix);
        this.seed = seed;
    }

    /** All of them, numbered in order of month. */
    public List<ArchivedRequest> requests() {
        var random = new SplittableRandom(seed);
        var drafts = new ArrayList<Draft>();
        PublishedTotals.of2016().forEach(totals -> drafts.addAll(drafts(totals, random)));
        Collections.shuffle(drafts, random);
        drafts.sort(Comparator.comparing(Draft::month));
        var requests = new ArrayList<ArchivedRequest>(drafts.size());
        drafts.forEach(draft -> requests.add(draft.numbered(requests.size() + 1)));
        return List.copyOf(requests);
    }

    @Override
    public void forEach(Consumer<ArchivedRequest> reader) {
        requests().forEach(reader);
    }

    private List<Draft> drafts(PublishedTotals totals, RandomGenerator random) {
        var group = mix.of(totals.group());
        int count = totals.received();
        var months = Weighted.deal(monthsMuchAlike(random), count, random);
        var cases = Weighted.deal(group.cases(), count, random);
        var ranks = Weighted.deal(group.countersignedBy(), count, random);
        var names = Weighted.deal(mix.namedBy(), count, random);
        // In no order of chance themselves: what they meet was shuffled.
        var endings = endings(totals, random);
        var drafts = new ArrayList<Draft>(count);
        for (int index = 0; index < count; index++) {
            var month = months.get(index);
            var ending = endings.get(index);
            var facts = new RequestFacts(
                    cases.get(index).purpose(),
                    cases.get(index).stated().ground(random),
                    ending.sources(),
                    ranks.get(index).map(rank -> signature(rank, month)),
                    ending.namedBy(names.get(index)));
            drafts.add(new Draft(month, group.agency(), totals.group(), facts, ending.fate()));
        }
        return drafts;
    }

    private List<Ending> endings(PublishedTotals totals, RandomGenerator random) {
        var endings = new ArrayList<Ending>(totals.received());
        Weighted.deal(mix.shortcomings(), totals.rejected(), random).stream()
                .map(Ending::rejectedFor)
                .forEach(endings::add);
        endings.addAll(Collections.nCopies(totals.traced(), Ending.without(new Fate.ApprovedTrace())));
        endings.addAll(Collections.nCopies(totals.notTraced(), Ending.without(new Fate.ApprovedNoTrace())));
        endings.addAll(Collections.nCopies(totals.unexplained(), Ending.without(new Fate.Unexplained())));
        return endings;
    }

    private static List<Weighted<YearMonth>> monthsMuchAlike(RandomGenerator random) {
        return PublishedTotals.months().stream()
                .map(month -> new Weighted<>(100 + random.nextInt(-VARIATION, VARIATION + 1), month))
                .toList();
    }

    private static Countersignature signature(String rank, YearMonth month) {
        return new Countersignature(ArchivedRequest.NOT_RECORDED, rank, month.atDay(1));
    }

    private record Draft(YearMonth month, AgencyId agency, AgencyGroup group, RequestFacts facts, Fate fate) {
        ArchivedRequest numbered(int number) {
            return new ArchivedRequest(number, month, agency, group, facts, fate);
        }
    }

    /** What becomes of a request, and what was wrong with it where it is rejected. */
    private record Ending(Fate fate, Optional<Shortcoming> shortcoming) {
        static Ending without(Fate fate) {
            return new Ending(fate, Optional.empty());
        }

        static Ending rejectedFor(Shortcoming shortcoming) {
            return new Ending(new Fate.Rejected(shortcoming.reason()), Optional.of(shortcoming));
        }

        Sources sources() {
            return shortcoming.map(Shortcoming::sources).orElse(Sources.EXHAUSTED);
        }

        Set<SearchArgument> namedBy(Set<SearchArgument> otherwise) {
            return shortcoming.map(found -> found.namedBy(otherwise)).orElse(otherwise);
        }
    }
}
