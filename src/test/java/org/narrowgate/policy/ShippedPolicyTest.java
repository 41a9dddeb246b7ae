package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShippedPolicyTest {
    @Test
    void keepsItsHashUntilItsDocumentIsChangedOnPurpose() {
        assertThat(Policy.shipped().hash())
                .isEqualTo("f22f3dd8a4386fe2ace3d0b96b8848e241190a90026d7a036bc4d14886059d22");
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
