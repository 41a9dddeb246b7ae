package org.narrowgate.registry;

/** How far a record is protected. What cannot be understood counts as the strictest. */
public enum Protection {
    UNRESTRICTED("U"),
    /** Where the person is stays hidden. */
    RESTRICTED("R"),
    /** The person is not traced at all. */
    VERY_RESTRICTED("V");

    private final String code;

    Protection(String code) {
        this.code = code;
    }

    /** The registry's own code: U, R or V. */
    public String code() {
        return code;
    }

    public static Protection ofCode(String code) {
        return switch (code) {
            case "U" -> UNRESTRICTED;
            case "R" -> RESTRICTED;
            default -> VERY_RESTRICTED;
        };
    }

    public Protection orStricter(Protection other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
