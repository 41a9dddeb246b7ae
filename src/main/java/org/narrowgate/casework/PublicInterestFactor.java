package org.narrowgate.casework;

/** What is weighed for and against a disclosure. */
public enum PublicInterestFactor {
    SERIOUS_HARM(Side.FOR, "Preventing, detecting or prosecuting serious harm to others"),
    VULNERABLE_PERSON(Side.FOR, "Protecting a vulnerable child or adult"),
    ADMINISTRATION_OF_JUSTICE(Side.FOR, "The administration of justice"),
    PUBLIC_SECURITY(Side.FOR, "The security of the public"),
    PUBLIC_HEALTH(Side.AGAINST, "Harm to public health: people who stay away from care for fear of being found"),
    TRUST(Side.AGAINST, "Harm to the trust that a confidential service rests on"),
    PERSON_AND_FAMILY(Side.AGAINST, "Harm to the person sought, their family or others at the address"),
    AGE_OF_THE_MATTER(Side.AGAINST, "How long ago the matter was, and how little may come of it");

    private final Side side;
    private final String words;

    PublicInterestFactor(Side side, String words) {
        this.side = side;
        this.words = words;
    }

    public Side side() {
        return side;
    }

    /** As a caseworker reads it. */
    public String words() {
        return words;
    }

    /** Which way a factor pulls. */
    public enum Side {
        FOR,
        AGAINST
    }
}
