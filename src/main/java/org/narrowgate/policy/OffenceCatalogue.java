package org.narrowgate.policy;

import static java.util.stream.Collectors.toUnmodifiableMap;
import static org.narrowgate.policy.Offence.Kind.GENERAL;
import static org.narrowgate.policy.Offence.Kind.IMMIGRATION_ONLY;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The offences of England and Wales that a request can name, with the longest custodial sentence of each. */
public final class OffenceCatalogue {
    private static final OptionalInt LIFE = OptionalInt.empty();
    private static final List<Offence> OFFENCES = List.of(
            offence("murder", "common law", LIFE),
            offence("rape", "Sexual Offences Act 2003 s.1", LIFE),
            offence("robbery", "Theft Act 1968 s.8", LIFE),
            offence("grievous-bodily-harm-with-intent", "Offences against the Person Act 1861 s.18", LIFE),
            offence("supplying-class-a-drug", "Misuse of Drugs Act 1971 s.4", LIFE),
            offence("slavery", "Modern Slavery Act 2015 s.1", LIFE),
            offence("burglary-of-a-dwelling", "Theft Act 1968 s.9", years(14)),
            offence("fraud", "Fraud Act 2006 s.1", years(10)),
            offence("criminal-damage", "Criminal Damage Act 1971 s.1", years(10)),
            offence("sexual-assault", "Sexual Offences Act 2003 s.3", years(10)),
            offence("false-identity-documents-with-intent", "Identity Documents Act 2010 s.4", years(10)),
            offence("theft", "Theft Act 1968 s.1", years(7)),
            offence("grievous-bodily-harm", "Offences against the Person Act 1861 s.20", years(5)),
            offence("actual-bodily-harm", "Offences against the Person Act 1861 s.47", years(5)),
            offence("possessing-false-identity-documents", "Identity Documents Act 2010 s.6", years(2)),
            offence("common-assault", "Criminal Justice Act 1988 s.39", months(6)),
            offence("harassment", "Protection from Harassment Act 1997 s.2", months(6)),
            offence("drink-driving", "Road Traffic Act 1988 s.5", months(6)),
            offence("fare-evasion", "Regulation of Railways Act 1889 s.5", months(3)),
            // The maximum since 2022, so that a sentence a court did impose is refused as excluded, not as impossible.
            immigrationOnly("overstaying", years(4)),
            immigrationOnly("illegal-entry", years(4)),
            immigrationOnly("breach-of-conditions", years(4)));
    private static final Map<String, Offence> BY_CODE =
            OFFENCES.stream().collect(toUnmodifiableMap(Offence::code, Function.identity()));

    private OffenceCatalogue() {}

    /** All of them, the gravest first, the excluded last. */
    public static List<Offence> all() {
        return OFFENCES;
    }

    public static Optional<Offence> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    private static Offence offence(String code, String act, OptionalInt maximumMonths) {
        return new Offence(code, act, maximumMonths, GENERAL);
    }

    private static Offence immigrationOnly(String code, OptionalInt maximumMonths) {
        return new Offence(code, "Immigration Act 1971 s.24", maximumMonths, IMMIGRATION_ONLY);
    }

    private static OptionalInt years(int years) {
        return OptionalInt.of(years * 12);
    }

    private static OptionalInt months(int months) {
        return OptionalInt.of(months);
    }
}
