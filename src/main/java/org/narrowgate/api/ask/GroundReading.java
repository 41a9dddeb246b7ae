package org.narrowgate.api.ask;

import static org.narrowgate.api.error.ErrorCode.FIELD_UNKNOWN;
import static org.narrowgate.api.error.ErrorCode.INPUT_INVALID;
import static org.narrowgate.api.error.ErrorCode.INPUT_MISSING;
import static org.narrowgate.api.error.ErrorCode.OFFENCE_UNKNOWN;
import static org.narrowgate.api.error.ErrorCode.SENTENCE_ABOVE_MAXIMUM;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.narrowgate.policy.Field;
import org.narrowgate.policy.Ground;
import org.narrowgate.policy.Offence;
import org.narrowgate.policy.OffenceCatalogue;

/** Reads what is put forward to make a case acceptable. */
final class GroundReading {
    private static final String GROUND = "input.ground";
    private final Faults faults;

    GroundReading(Faults faults) {
        this.faults = faults;
    }

    /** Absent only where a fault was noted. */
    Optional<Ground> read(GroundInput sent) {
        return switch (sent.type()) {
            case SERIOUS_CRIMINALITY -> seriousCriminality(sent);
            case PUBLIC_SECURITY_RISK -> statement(sent).map(Ground.PublicSecurityRisk::new);
            case MISSING_VULNERABLE_PERSON -> statement(sent).map(Ground.MissingVulnerablePerson::new);
            case COURT_ORDER -> courtOrder(sent);
        };
    }

    private Optional<Ground> seriousCriminality(GroundInput sent) {
        var stage = Optional.ofNullable(sent.stage())
                .or(() -> faults.missing(INPUT_MISSING, GROUND + ".stage", "required for SERIOUS_CRIMINALITY"));
        var months = sentence(sent);
        return offence(sent)
                .map(offence -> withinMaximum(offence, months))
                .flatMap(offence -> stage.map(known -> new Ground.SeriousCriminality(offence, known, months)));
    }

    private Optional<Offence> offence(GroundInput sent) {
        if (sent.offence() == null) {
            return faults.missing(INPUT_MISSING, GROUND + ".offence", "required for SERIOUS_CRIMINALITY");
        }
        return OffenceCatalogue.ofCode(sent.offence())
                .or(() -> faults.missing(OFFENCE_UNKNOWN, GROUND + ".offence", "a code of the offence catalogue"));
    }

    private OptionalInt sentence(GroundInput sent) {
        if (sent.sentenceMonths() == null) {
            return OptionalInt.empty();
        }
        if (sent.sentenceMonths() < 0) {
            faults.add(INPUT_INVALID, GROUND + ".sentenceMonths", "0 or more");
        }
        return OptionalInt.of(sent.sentenceMonths());
    }

    private Offence withinMaximum(Offence offence, OptionalInt months) {
        // An immigration-only offence is excluded whatever its maximum, which changed over time: no fault hides that.
        var bounded = offence.kind() == Offence.Kind.GENERAL
                && offence.maximumMonths().isPresent();
        if (bounded
                && months.isPresent()
                && months.getAsInt() > offence.maximumMonths().getAsInt()) {
            faults.add(SENTENCE_ABOVE_MAXIMUM, GROUND + ".sentenceMonths", "at most the maximum of the offence");
        }
        return offence;
    }

    private Optional<String> statement(GroundInput sent) {
        return faults.text(sent.statement(), GROUND + ".statement", TextRule.REASON);
    }

    private Optional<Ground> courtOrder(GroundInput sent) {
        var directs = Optional.ofNullable(sent.orderDirects()).map(this::fields);
        return faults.text(sent.orderReference(), GROUND + ".orderReference", TextRule.REFERENCE)
                .map(reference -> new Ground.CourtOrder(reference, directs));
    }

    private Set<Field> fields(List<String> paths) {
        var directed = EnumSet.noneOf(Field.class);
        for (int index = 0; index < paths.size(); index++) {
            var within = Field.within(paths.get(index));
            directed.addAll(within);
            if (within.isEmpty()) {
                faults.add(
                        FIELD_UNKNOWN,
                        GROUND + ".orderDirects[" + index + "]",
                        "a path in Person, as `address` or `address.postcode`");
            }
        }
        return directed;
    }
}
