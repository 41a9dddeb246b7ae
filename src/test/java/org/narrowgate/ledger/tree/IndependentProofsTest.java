package org.narrowgate.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import io.codenotary.immudb.ImmudbProto.Proof;
import io.codenotary.immudb4j.crypto.CryptoUtils;
import io.codenotary.immudb4j.crypto.Root;
import io.codenotary.immudb4j.crypto.VerificationException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our proofs before a verifier that others wrote: the one in immudb's client. It counts trees by their last index. */
class IndependentProofsTest {
    private static final List<Hash> LEAVES = LongStream.range(0, 70_000)
            .mapToObj(i -> Hash.leaf(ByteBuffer.allocate(Long.BYTES).putLong(i).array()))
            .toList();
    private static final MerkleTree TREE = new MerkleTree(new TilesInMemory(LEAVES));

    static IntStream sizes() {
        return Stream.of(IntStream.rangeClosed(1, 40), IntStream.of(255, 256, 257, 65_536, 70_000), random())
                .flatMapToInt(sizes -> sizes);
    }

    private static IntStream random() {
        return new Random(9162).ints(10, 41, 70_000);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void othersFindOurLeavesIncluded(int size) {
        for (int index : indices(size)) {
            var proof = TREE.inclusion(index, size);
            assertThatCode(() -> CryptoUtils.verifyInclusion(inclusion(proof, LEAVES.get(index))))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void othersFindOurTreesConsistent(int newer) {
        for (int index : indices(newer)) {
            var proof = TREE.consistency(index + 1L, newer);
            assertThatCode(() ->
                            CryptoUtils.verifyConsistency(consistency(proof), root(index + 1L, TREE.root(index + 1L))))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void othersRefuseWhatWeRefuse() {
        // Given
        var inclusion = TREE.inclusion(123, 300);
        var consistency = TREE.consistency(123, 300);
        // Then
        assertThat(inclusion.proves(LEAVES.get(124), TREE.root(300))).isFalse();
        assertThatThrownBy(() -> CryptoUtils.verifyInclusion(inclusion(inclusion, LEAVES.get(124))))
                .isInstanceOf(VerificationException.class);
        assertThat(consistency.proves(TREE.root(124), TREE.root(300))).isFalse();
        assertThatThrownBy(() -> CryptoUtils.verifyConsistency(consistency(consistency), root(123, TREE.root(124))))
                .isInstanceOf(VerificationException.class);
    }

    private static List<Integer> indices(int size) {
        return size <= 40
                ? IntStream.range(0, size).boxed().toList()
                : IntStream.concat(IntStream.of(0, size - 1), new Random(size).ints(10, 0, size))
                        .boxed()
                        .toList();
    }

    private static Proof inclusion(InclusionProof proof, Hash leaf) {
        return Proof.newBuilder()
                .setLeaf(bytes(leaf))
                .setIndex(proof.index())
                .setRoot(bytes(TREE.root(proof.size())))
                .setAt(proof.size() - 1)
                .addAllInclusionPath(
                        proof.path().stream().map(IndependentProofsTest::bytes).toList())
                .build();
    }

    private static Proof consistency(ConsistencyProof proof) {
        return Proof.newBuilder()
                .setRoot(bytes(TREE.root(proof.newer())))
                .setAt(proof.newer() - 1)
                .addAllConsistencyPath(
                        proof.path().stream().map(IndependentProofsTest::bytes).toList())
                .build();
    }

    private static Root root(long size, Hash root) {
        return new Root("log", size - 1, root.bytes());
    }

    private static ByteString bytes(Hash hash) {
        return ByteString.copyFrom(hash.bytes());
    }
}
