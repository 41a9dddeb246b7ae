package org.narrowgate.web.transparency.consultations;

/**
 * A text to be written in a form.
 *
 * @param name of the field, and its id
 * @param fault what is wrong with it; empty where nothing is
 * @param rows of a text of several lines; 1 for one of a single line
 */
public record TextField(String name, String label, String hint, String value, String fault, int longest, int rows) {
    /** Ids of what is said about it. */
    public String described() {
        return fault.isEmpty() ? name + "-hint" : name + "-fault " + name + "-hint";
    }

    public boolean isLine() {
        return rows == 1;
    }
}
