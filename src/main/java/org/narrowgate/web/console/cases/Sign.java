package org.narrowgate.web.console.cases;

/**
 * Something to notice at a glance: a mark and a colour, and always the words that say it.
 *
 * @param look the style sheet's name for its colour
 * @param mark decorates only
 */
public record Sign(String look, String mark, String words) {
    public static Sign bad(String words) {
        return new Sign("bad", "!", words);
    }

    public static Sign middle(String words) {
        return new Sign("middle", "◔", words);
    }

    public static Sign good(String words) {
        return new Sign("good", "✓", words);
    }

    public static Sign plain(String words) {
        return new Sign("plain", "·", words);
    }
}
