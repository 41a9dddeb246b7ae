package org.narrowgate.web.console.cases;

/**
 * A text to be written.
 *
 * @param name of the field, and its id
 * @param fault what is wrong with it; empty where nothing is
 */
public record TextModel(String name, String label, String hint, String value, String fault, int longest, int rows) {
    static TextModel of(String name, String label, String hint, Attempt attempt, Typed shown, int rows) {
        return new TextModel(name, label, hint, shown.of(name), attempt.faultOf(name), 2000, rows);
    }

    /** Ids of what is said about it. */
    public String described() {
        return fault.isEmpty() ? name + "-hint" : name + "-fault " + name + "-hint";
    }
}
