package org.narrowgate.governance.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Consumer;
import org.narrowgate.governance.replay.ReplayedRequest.Reference;
import org.narrowgate.policy.AgencyId;
import org.narrowgate.policy.Countersignature;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.Ground;
import org.narrowgate.policy.OffenceCatalogue;
import org.narrowgate.policy.OffenceStage;
import org.narrowgate.policy.PolicyDocument;
import org.narrowgate.policy.PurposeId;
import org.narrowgate.policy.RequestFacts;
import org.narrowgate.policy.RequestFacts.Sources;
import org.narrowgate.policy.SearchArgument;

/** Requests made up by chance, some of them sensible. */
record RequestsForTests(List<ReplayedRequest> requests, Limits limits) implements ReplayRequests {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    static RequestsForTests of(PolicyDocument document, long seed, int count) {
        var random = new Random(seed);
        var agencies = new ArrayList<>(
                document.agencies().stream().map(agency -> agency.id()).toList());
        agencies.add(new AgencyId("unheard-of"));
        var purposes = new ArrayList<>(
                document.purposes().stream().map(purpose -> purpose.id()).toList());
        purposes.add(new PurposeId("no-purpose-at-all"));
        var requests = new ArrayList<ReplayedRequest>();
        for (int number = 0; number < count; number++) {
            requests.add(new ReplayedRequest(
                    new Reference.MadeUp("case " + number),
                    one(agencies, random),
                    new RequestFacts(
                            one(purposes, random),
                            ground(random),
                            random.nextInt(10) == 0 ? Sources.NOT_EXHAUSTED : Sources.EXHAUSTED,
                            random.nextInt(4) == 0
                                    ? Optional.empty()
                                    : Optional.of(new Countersignature("", "inspector", FIRST)),
                            random.nextInt(3) == 0
                                    ? EnumSet.of(SearchArgument.NHS_NUMBER)
                                    : EnumSet.of(SearchArgument.FAMILY_NAME, SearchArgument.BIRTH_DATE)),
                    FIRST.plusDays(number * 60L / count),
                    one(List.of(Actual.values()), random)));
        }
        return new RequestsForTests(requests, Limits.COUNTED);
    }

    private static Optional<Ground> ground(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new Ground.PublicSecurityRisk(""));
            case 2 -> Optional.of(new Ground.MissingVulnerablePerson(""));
            case 3 -> Optional.of(new Ground.CourtOrder("", Optional.of(EnumSet.of(Field.GENDER, Field.BIRTH_DATE))));
            default ->
                Optional.of(new Ground.SeriousCriminality(
                        one(OffenceCatalogue.all(), random),
                        one(List.of(OffenceStage.values()), random),
                        random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(40)) : OptionalInt.empty()));
        };
    }

    private static <T> T one(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    @Override
    public String title() {
        return "Requests made up for a test";
    }

    @Override
    public Optional<String> caution() {
        return Optional.empty();
    }

    @Override
    public List<CaseShare> mix() {
        return List.of();
    }

    @Override
    public long count() {
        return requests.size();
    }

    @Override
    public long erased() {
        return 0;
    }

    @Override
    public void forEach(Consumer<ReplayedRequest> reader) {
        requests.forEach(reader);
    }
}
