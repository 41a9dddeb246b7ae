package org.narrowgate.ledger.tree;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Up to 256 neighbouring hashes of one level of the tree, the unit in which a log is published.
 *
 * @param level 0 holds leaf hashes; each hash of a level above is the root of a full tile of the level below
 * @param number 0 for the leftmost of its level
 * @param width how many hashes it holds; less than 256 only at the right edge of the tree
 */
public record Tile(int level, long number, int width) {
    /** Hashes of a full tile. */
    public static final int WIDTH = 256;

    private static final int LOG_WIDTH = 8;
    private static final int HIGHEST_LEVEL = 63;
    // A path names at most 10^18 tiles of a level: more entries than a log can count.
    private static final int MOST_DIGITS = 18;
    private static final long MOST_TILES = 1_000_000_000_000_000_000L;
    private static final Pattern PATH =
            Pattern.compile("(entries|0|[1-9][0-9]?)/((?:x[0-9]{3}/)*[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < 0 || level > HIGHEST_LEVEL) {
            throw new IllegalArgumentException("a tile's level is a number from 0 to 63");
        }
        if (number < 0 || number >= MOST_TILES) {
            throw new IllegalArgumentException("a tile's number is not negative and has at most 18 digits");
        }
        if (width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("a tile holds 1 to 256 hashes");
        }
    }

    /** The tile as a tree of {@code size} leaves has it. */
    public static Tile of(int level, long number, long size) {
        if (number >= count(level, size)) {
            throw new IllegalArgumentException("a tree of that size has no such tile");
        }
        return new Tile(level, number, (int) Math.min(WIDTH, hashes(level, size) - number * WIDTH));
    }

    /** How many hashes a level holds in a tree of {@code size} leaves. */
    public static long hashes(int level, long size) {
        return level >= Long.SIZE / LOG_WIDTH ? 0 : size >>> (LOG_WIDTH * level);
    }

    /** How many tiles, the partial one included, a level holds in a tree of {@code size} leaves. */
    public static long count(int level, long size) {
        long hashes = hashes(level, size);
        return hashes / WIDTH + (hashes % WIDTH == 0 ? 0 : 1);
    }

    /** What follows {@code tile/} in its address: {@code 0/x001/234.p/5}. */
    public String path() {
        return level + "/" + numbered();
    }

    /** What follows {@code tile/} in the address of its entries: {@code entries/x001/234.p/5}; level 0 only. */
    public String entriesPath() {
        if (level != 0) {
            throw new IllegalStateException("only a tile of level 0 has entries");
        }
        return "entries/" + numbered();
    }

    /** The tile at a path as {@link #path} gives it; empty for every other spelling. */
    public static Optional<Tile> parse(String path) {
        return read(path).filter(tile -> tile.path().equals(path));
    }

    /** The tile of level 0 whose entries lie at a path as {@link #entriesPath} gives it; empty for every other. */
    public static Optional<Tile> parseEntries(String path) {
        return read(path).filter(tile -> tile.level == 0 && tile.entriesPath().equals(path));
    }

    public boolean full() {
        return width == WIDTH;
    }

    private String numbered() {
        var number = new StringBuilder(String.format("%03d", this.number % 1000));
        for (long rest = this.number / 1000; rest > 0; rest /= 1000) {
            number.insert(0, String.format("x%03d/", rest % 1000));
        }
        return full() ? number.toString() : number + ".p/" + width;
    }

    private static Optional<Tile> read(String path) {
        var parts = PATH.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int level = parts.group(1).equals("entries") ? 0 : Integer.parseInt(parts.group(1));
        var digits = parts.group(2).replaceAll("[x/]", "");
        int width = parts.group(3) == null ? WIDTH : Integer.parseInt(parts.group(3));
        return level > HIGHEST_LEVEL || digits.length() > MOST_DIGITS || width > WIDTH
                ? Optional.empty()
                : Optional.of(new Tile(level, Long.parseLong(digits), width));
    }
}
