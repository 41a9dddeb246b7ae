package org.narrowgate.ledger.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.narrowgate.ledger.note.Checkpoint;
import org.narrowgate.ledger.note.SignedNote;
import org.narrowgate.ledger.note.SigningKey;
import org.narrowgate.ledger.note.VerifyingKey;
import org.narrowgate.ledger.tree.Hash;
import org.narrowgate.ledger.tree.MerkleTree;
import org.narrowgate.ledger.tree.Tile;
import org.narrowgate.ledger.tree.TilesInMemory;

/**
 * A log as whoever has the database and the key could serve it: its entries, its leaves and single answers can be
 * changed apart from each other.
 */
final class LogInMemory implements LogSource {
    static final String ORIGIN = "log.example/disclosures";

    private final List<byte[]> entries = new ArrayList<>();
    private final Map<Integer, Hash> falseLeaves = new HashMap<>();
    private final Map<String, byte[]> falseAnswers = new HashMap<>();
    private final List<SigningKey> signing = new ArrayList<>();
    private final List<VerifyingKey> named = new ArrayList<>();
    private TilesInMemory tiles = new TilesInMemory();
    private String newest = "";
    private String witnessed = "";
    private String origin = ORIGIN;
    private long read;

    LogInMemory(SigningKey... keys) {
        signing.addAll(List.of(keys));
        signing.forEach(key -> named.add(key.verifyingKey()));
    }

    static LogInMemory of(int entries, SigningKey... keys) {
        var log = new LogInMemory(keys);
        log.append(entries);
        return log.publish();
    }

    LogInMemory called(String name) {
        origin = name;
        return this;
    }

    static byte[] entry(long number) {
        return Hash.leaf(ByteBuffer.allocate(Long.BYTES).putLong(number).array())
                .bytes();
    }

    LogInMemory append(int count) {
        for (int i = 0; i < count; i++) {
            entries.add(entry(entries.size()));
        }
        return this;
    }

    /** Signs what there is now, as an honest integrator would and a dishonest one can. */
    LogInMemory publish() {
        tiles = new TilesInMemory();
        for (int i = 0; i < entries.size(); i++) {
            tiles.append(falseLeaves.getOrDefault(i, Hash.leaf(entries.get(i))));
        }
        newest = note().format();
        return this;
    }

    LogInMemory witnessed(SignedNote note) {
        witnessed = note.format();
        return this;
    }

    LogInMemory signWith(SigningKey... keys) {
        signing.clear();
        signing.addAll(List.of(keys));
        return this;
    }

    LogInMemory name(VerifyingKey... keys) {
        named.clear();
        named.addAll(List.of(keys));
        return this;
    }

    /** The entries, for changing them behind the tree's back. */
    List<byte[]> entries() {
        return entries;
    }

    LogInMemory falseLeaf(int index, Hash leaf) {
        falseLeaves.put(index, leaf);
        return this;
    }

    LogInMemory answer(String path, byte[] instead) {
        falseAnswers.put(path, instead);
        return this;
    }

    SignedNote note() {
        var text = new Checkpoint(origin, tiles.size(), tree().root(tiles.size())).text();
        return new SignedNote(text, signing.stream().map(key -> key.sign(text)).toList());
    }

    MerkleTree tree() {
        return new MerkleTree(tiles);
    }

    /** How many tiles and bundles were asked for. */
    long read() {
        return read;
    }

    @Override
    public byte[] checkpoint() {
        return orElse("checkpoint", newest.getBytes(UTF_8));
    }

    @Override
    public byte[] witnessed() {
        if (witnessed.isEmpty()) {
            throw new NotServedException("witnessed");
        }
        return witnessed.getBytes(UTF_8);
    }

    @Override
    public byte[] keys() {
        return named.stream()
                .map(key -> key.text() + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    @Override
    public synchronized byte[] tile(Tile tile) {
        read++;
        return orElse(tile.path(), joined(tiles.hashes(tile).stream().map(Hash::bytes)));
    }

    @Override
    public synchronized byte[] entries(Tile tile) {
        read++;
        int from = (int) tile.number() * Tile.WIDTH;
        int to = Math.min(from + tile.width(), entries.size());
        return orElse(tile.entriesPath(), bundle(entries.subList(from, to)));
    }

    static byte[] bundle(List<byte[]> entries) {
        return joined(entries.stream()
                .map(entry -> ByteBuffer.allocate(2 + entry.length)
                        .putShort((short) entry.length)
                        .put(entry)
                        .array()));
    }

    private static byte[] joined(Stream<byte[]> parts) {
        var all = parts.toList();
        var joined =
                ByteBuffer.allocate(all.stream().mapToInt(part -> part.length).sum());
        all.forEach(joined::put);
        return joined.array();
    }

    /** What was put in an answer's place; nothing at all where that is empty. */
    private byte[] orElse(String path, byte[] honest) {
        var answer = falseAnswers.getOrDefault(path, honest);
        if (answer.length == 0 && falseAnswers.containsKey(path)) {
            throw new NotServedException(path);
        }
        return answer;
    }
}
