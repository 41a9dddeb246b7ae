package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShippedPolicyTest {
    @Test
    void keepsItsHashUntilItsDocumentIsChangedOnPurpose() {
        assertThat(Policy.shipped().hash())
                .isEqualTo("00b8cc2f46d9582229e45961d0fc44820c5a709af09dffcfed22f8301fc1b86b");
    }

    @Test
    void isTheSamePolicyReadFromItsCanonicalForm() {
        // Given
        var shipped = Policy.shipped();
        // When
        var read = Policy.read(shipped.canonicalJson());
        // Then
        assertThat(read.document()).isEqualTo(shipped.document());
        assertThat(read.canonicalJson()).isEqualTo(shipped.canonicalJson());
    }

    @Test
    void isTheSamePolicyMadeOfItsRecords() {
        // Given
        var shipped = Policy.shipped();
        // When
        var made = Policy.of(shipped.document());
        // Then
        assertThat(made.hash()).isEqualTo(shipped.hash());
    }
}
