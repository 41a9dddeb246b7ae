package org.narrowgate.transparency.archive;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.narrowgate.policy.Ground;
import org.narrowgate.policy.Offence;
import org.narrowgate.policy.OffenceCatalogue;
import org.narrowgate.policy.OffenceStage;

/** A kind of case that an archived request put forward. */
public sealed interface Stated {
    /** Immigration purposes, and nothing else. */
    record Nothing() implements Stated {}

    /** One of these offences, of which nobody was convicted yet. */
    record Suspected(List<String> offences, OffenceStage stage) implements Stated {
        public Suspected {
            catalogued(offences);
            requireNonNull(stage);
            offences = List.copyOf(offences);
            if (stage == OffenceStage.CONVICTED) {
                throw new IllegalArgumentException("a conviction has a sentence");
            }
        }
    }

    /** A conviction of one of these offences with a sentence from the least to the most of months. */
    record Convicted(List<String> offences, int leastMonths, int mostMonths) implements Stated {
        public Convicted {
            offences = List.copyOf(offences);
            boolean possible = catalogued(offences).stream()
                    .allMatch(offence -> offence.maximumMonths().orElse(Integer.MAX_VALUE) >= mostMonths);
            if (!possible || leastMonths < 1 || leastMonths > mostMonths) {
                throw new IllegalArgumentException("no court can have imposed that");
            }
        }
    }

    record PublicSecurityRisk() implements Stated {}

    record MissingVulnerablePerson() implements Stated {}

    record ArrestWarrant() implements Stated {}

    /** The ground of one such case, its details made by chance. */
    default Optional<Ground> ground(RandomGenerator random) {
        return switch (this) {
            case Nothing nothing -> Optional.empty();
            case Suspected suspected ->
                Optional.of(new Ground.SeriousCriminality(
                        one(suspected.offences(), random), suspected.stage(), OptionalInt.empty()));
            case Convicted convicted ->
                Optional.of(new Ground.SeriousCriminality(
                        one(convicted.offences(), random),
                        OffenceStage.CONVICTED,
                        OptionalInt.of(random.nextInt(convicted.leastMonths(), convicted.mostMonths() + 1))));
            case PublicSecurityRisk risk -> Optional.of(new Ground.PublicSecurityRisk(ArchivedRequest.NOT_RECORDED));
            case MissingVulnerablePerson missing ->
                Optional.of(new Ground.MissingVulnerablePerson(ArchivedRequest.NOT_RECORDED));
            case ArrestWarrant warrant ->
                Optional.of(new Ground.CourtOrder(ArchivedRequest.NOT_RECORDED, Optional.empty()));
        };
    }

    private static Offence one(List<String> codes, RandomGenerator random) {
        return catalogued(codes).get(random.nextInt(codes.size()));
    }

    private static List<Offence> catalogued(List<String> codes) {
        return codes.stream()
                .map(code -> OffenceCatalogue.ofCode(code).orElseThrow())
                .toList();
    }
}
