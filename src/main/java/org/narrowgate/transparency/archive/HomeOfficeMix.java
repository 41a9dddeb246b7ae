package org.narrowgate.transparency.archive;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.narrowgate.governance.replay.CaseShare;
import org.narrowgate.policy.AgencyGroup;
import org.narrowgate.transparency.archive.AssumedMix.Case;
import org.narrowgate.transparency.archive.AssumedMix.GroupMix;

/** The assumed mix of the Home Office's cases, kind by kind, so that it can be varied: the share excluded hangs on it. */
final class HomeOfficeMix {
    /** In the order of {@link AssumedMix#assumed}. */
    private static final List<Named> NAMES = List.of(
            new Named("overstaying", "Overstaying alone"),
            new Named("illegal-entry", "Illegal entry alone"),
            new Named("breach-of-conditions", "Breach of conditions alone"),
            new Named("no-ground", "Immigration control, without any ground"),
            new Named("minor-offence", "Convicted of a minor offence"),
            new Named("short-sentence", "Convicted, sentence under 12 months"),
            new Named("charged", "Charged, not convicted"),
            new Named("serious-criminality", "Convicted, sentence of 12 months or more"),
            new Named("public-security-risk", "Risk to public security"),
            new Named("missing-vulnerable-person", "Missing vulnerable person"));

    private HomeOfficeMix() {}

    private record Named(String kind, String words) {}

    static List<CaseShare> assumed() {
        var cases = homeOffice().cases();
        var shares = new ArrayList<CaseShare>();
        for (int index = 0; index < cases.size(); index++) {
            var named = NAMES.get(index);
            shares.add(
                    new CaseShare(named.kind(), named.words(), cases.get(index).weight()));
        }
        return List.copyOf(shares);
    }

    /** @throws IllegalArgumentException where a kind is unknown or named twice, or nothing has any weight */
    static AssumedMix varied(List<CaseShare> mix) {
        var weights = weights(mix);
        var kept = new ArrayList<Weighted<Case>>();
        var assumed = homeOffice();
        for (int index = 0; index < NAMES.size(); index++) {
            kept.add(new Weighted<>(
                    weights.getOrDefault(NAMES.get(index).kind(), 0),
                    assumed.cases().get(index).what()));
        }
        return AssumedMix.assumed()
                .with(new GroupMix(assumed.group(), assumed.agency(), kept, assumed.countersignedBy()));
    }

    private static Map<String, Integer> weights(List<CaseShare> mix) {
        var known = NAMES.stream().map(Named::kind).toList();
        for (var share : mix) {
            if (!known.contains(share.kind())) {
                throw new IllegalArgumentException("`" + share.kind() + "` is no kind of case");
            }
        }
        if (mix.stream().allMatch(share -> share.weight() == 0)) {
            throw new IllegalArgumentException("nothing has any weight");
        }
        try {
            return mix.stream().collect(toUnmodifiableMap(CaseShare::kind, CaseShare::weight));
        } catch (IllegalStateException e) {
            throw new IllegalArgumentException("a kind of case is named twice", e);
        }
    }

    private static GroupMix homeOffice() {
        return AssumedMix.assumed().of(AgencyGroup.HOME_OFFICE);
    }
}
