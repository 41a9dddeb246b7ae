package org.narrowgate.governance.replay;

import java.util.Optional;
import org.narrowgate.policy.Ground;
import org.narrowgate.policy.Offence;

/** What requests are put under by their ground: its type, with offences that never count apart from those that can. */
enum GroundKind {
    NONE("none", "No ground"),
    SERIOUS_CRIMINALITY("serious-criminality", "Serious criminality"),
    IMMIGRATION_OFFENCE("immigration-offence", "Serious criminality, but an immigration-only offence"),
    PUBLIC_SECURITY_RISK("public-security-risk", "Risk to public security"),
    MISSING_VULNERABLE_PERSON("missing-vulnerable-person", "Missing vulnerable person"),
    COURT_ORDER("court-order", "Court order");

    private final String key;
    private final String words;

    GroundKind(String key, String words) {
        this.key = key;
        this.words = words;
    }

    String key() {
        return key;
    }

    String words() {
        return words;
    }

    static GroundKind of(Optional<Ground> stated) {
        return stated.map(GroundKind::of).orElse(NONE);
    }

    private static GroundKind of(Ground ground) {
        return switch (ground) {
            case Ground.SeriousCriminality criminality -> of(criminality.offence());
            case Ground.PublicSecurityRisk risk -> PUBLIC_SECURITY_RISK;
            case Ground.MissingVulnerablePerson missing -> MISSING_VULNERABLE_PERSON;
            case Ground.CourtOrder order -> COURT_ORDER;
        };
    }

    private static GroundKind of(Offence offence) {
        return switch (offence.kind()) {
            case GENERAL -> SERIOUS_CRIMINALITY;
            case IMMIGRATION_ONLY -> IMMIGRATION_OFFENCE;
        };
    }
}
