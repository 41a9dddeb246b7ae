package org.narrowgate.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {
    private static final List<Hash> LEAVES = leaves(70_000);
    private static final MerkleTree TREE = new MerkleTree(new TilesInMemory(LEAVES));
    private static final int EVERY_SIZE_TO = 300;

    /** Around the edges of tiles, and anywhere. */
    static IntStream largerSizes() {
        return IntStream.concat(
                IntStream.of(511, 512, 513, 4_095, 65_535, 65_536, 65_537, 70_000),
                new Random(6962).ints(8, 301, 70_000));
    }

    @Test
    void theRootOfEverySizeIsTheDefinitions() {
        for (int size = 0; size <= EVERY_SIZE_TO; size++) {
            assertThat(TREE.root(size)).isEqualTo(Rfc6962.root(LEAVES.subList(0, size)));
        }
    }

    @ParameterizedTest
    @MethodSource("largerSizes")
    void theRootOfALargerTreeIsTheDefinitions(int size) {
        assertThat(TREE.root(size)).isEqualTo(Rfc6962.root(LEAVES.subList(0, size)));
    }

    @Test
    void theEmptyTreeHasTheHashOfNothing() {
        assertThat(HexFormat.of().formatHex(TREE.root(0).bytes()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void aTreeOfOneLeafIsItsLeaf() {
        assertThat(TREE.root(1)).isEqualTo(LEAVES.getFirst());
        assertThat(TREE.inclusion(0, 1)).isEqualTo(new InclusionProof(0, 1, List.of()));
    }

    @Test
    void everyInclusionPathIsTheDefinitionsAndProves() {
        for (int size = 1; size <= EVERY_SIZE_TO; size++) {
            var root = TREE.root(size);
            for (int index = 0; index < size; index++) {
                var proof = TREE.inclusion(index, size);
                assertThat(proof.path()).isEqualTo(Rfc6962.path(index, LEAVES.subList(0, size)));
                assertThat(proof.proves(LEAVES.get(index), root)).isTrue();
            }
        }
    }

    @Test
    void everyConsistencyPathIsTheDefinitionsAndProves() {
        for (int newer = 1; newer <= EVERY_SIZE_TO; newer++) {
            var root = TREE.root(newer);
            for (int older = 1; older <= newer; older++) {
                var proof = TREE.consistency(older, newer);
                assertThat(proof.path()).isEqualTo(Rfc6962.proof(older, LEAVES.subList(0, newer)));
                assertThat(proof.proves(TREE.root(older), root)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("largerSizes")
    void proofsOfALargerTreeAreTheDefinitions(int size) {
        var chance = new Random(size);
        var leaves = LEAVES.subList(0, size);
        for (int i = 0; i < 8; i++) {
            int index = chance.nextInt(size);
            int older = 1 + chance.nextInt(size);
            assertThat(TREE.inclusion(index, size).path()).isEqualTo(Rfc6962.path(index, leaves));
            assertThat(TREE.consistency(older, size).path()).isEqualTo(Rfc6962.proof(older, leaves));
        }
    }

    @Test
    void noMutatedInclusionProofProves() {
        for (int size = 1; size <= 70; size++) {
            var root = TREE.root(size);
            for (int index = 0; index < size; index++) {
                var leaf = LEAVES.get(index);
                var proof = TREE.inclusion(index, size);
                assertThat(proof.proves(LEAVES.get(index + 1), root)).isFalse();
                assertThat(proof.proves(leaf, TREE.root(size + 1))).isFalse();
                mutated(proof.path())
                        .forEach(path -> assertThat(
                                        new InclusionProof(proof.index(), proof.size(), path).proves(leaf, root))
                                .isFalse());
                for (int other = 0; other < size; other++) {
                    assertThat(new InclusionProof(other, size, proof.path()).proves(leaf, root))
                            .isEqualTo(other == index);
                }
            }
        }
    }

    @Test
    void noMutatedConsistencyProofProves() {
        for (int newer = 1; newer <= 70; newer++) {
            var root = TREE.root(newer);
            for (int older = 1; older <= newer; older++) {
                var olderRoot = TREE.root(older);
                var proof = TREE.consistency(older, newer);
                assertThat(proof.proves(TREE.root(older + 1), root)).isFalse();
                assertThat(proof.proves(olderRoot, TREE.root(newer + 1))).isFalse();
                mutated(proof.path())
                        .forEach(path -> assertThat(new ConsistencyProof(proof.older(), proof.newer(), path)
                                        .proves(olderRoot, root))
                                .isFalse());
            }
        }
    }

    @Test
    void anEqualSizeProvesOnlyEqualRoots() {
        var proof = TREE.consistency(5, 5);
        assertThat(proof).isEqualTo(new ConsistencyProof(5, 5, List.of()));
        assertThat(proof.proves(TREE.root(5), TREE.root(5))).isTrue();
        assertThat(proof.proves(TREE.root(5), TREE.root(6))).isFalse();
    }

    @Test
    void everyTreeIsConsistentWithTheEmptyOneAndOnlyWithItsRoot() {
        var proof = TREE.consistency(0, 7);
        assertThat(proof).isEqualTo(new ConsistencyProof(0, 7, List.of()));
        assertThat(proof.proves(Hash.EMPTY, TREE.root(7))).isTrue();
        assertThat(proof.proves(TREE.root(1), TREE.root(7))).isFalse();
        assertThat(new ConsistencyProof(0, 0, List.of()).proves(Hash.EMPTY, TREE.root(1)))
                .isFalse();
        assertThat(new ConsistencyProof(0, 7, List.of(TREE.root(7))).proves(Hash.EMPTY, TREE.root(7)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 3, 4})
    void noLeafOutsideOfTheTreeIsProven(long index) {
        assertThatThrownBy(() -> TREE.inclusion(index, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InclusionProof(index, 3, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTileGivenWithTooFewHashesIsNotBelieved() {
        var tree = new MerkleTree(tile -> LEAVES.subList(0, 1));
        assertThatThrownBy(() -> tree.root(2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("tile 0/000.p/2 was given with 1 hashes");
    }

    @Test
    void aProofReadsNoMoreTilesThanTheTreeHasLevelsAndOneBeside() {
        var tiles = new TilesInMemory(LEAVES);
        var tree = new MerkleTree(tiles);
        for (int index = 0; index < 70_000; index += 997) {
            long before = tiles.tilesRead();
            tree.inclusion(index, 70_000);
            assertThat(tiles.tilesRead() - before).isLessThanOrEqualTo(5);
        }
    }

    private static Stream<List<Hash>> mutated(List<Hash> path) {
        var longer = new ArrayList<>(path);
        longer.add(LEAVES.getFirst());
        var longerAtTheStart = new ArrayList<>(path);
        longerAtTheStart.addFirst(LEAVES.getFirst());
        return Stream.of(
                        Stream.of(longer, longerAtTheStart),
                        IntStream.range(0, path.size()).mapToObj(i -> without(path, i)),
                        IntStream.range(0, path.size()).mapToObj(i -> altered(path, i)),
                        IntStream.range(1, path.size()).mapToObj(i -> swapped(path, i)))
                .flatMap(mutants -> mutants);
    }

    private static List<Hash> without(List<Hash> path, int place) {
        var shorter = new ArrayList<>(path);
        shorter.remove(place);
        return shorter;
    }

    private static List<Hash> altered(List<Hash> path, int place) {
        var altered = new ArrayList<>(path);
        var bytes = path.get(place).bytes();
        bytes[place % Hash.LENGTH] ^= 1;
        altered.set(place, Hash.of(bytes));
        return altered;
    }

    private static List<Hash> swapped(List<Hash> path, int place) {
        var swapped = new ArrayList<>(path);
        swapped.set(place, path.get(place - 1));
        swapped.set(place - 1, path.get(place));
        return swapped;
    }

    private static List<Hash> leaves(int count) {
        return LongStream.range(0, count)
                .mapToObj(i ->
                        Hash.leaf(ByteBuffer.allocate(Long.BYTES).putLong(i).array()))
                .toList();
    }
}
