package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShippedPolicyTest {
    @Test
    void keepsItsHashUntilItsDocumentIsChangedOnPurpose() {
        assertThat(Policy.shipped().hash())
                .isEqualTo("2551716478afab0cc130f07ffa0e29e9def05faf242b5a80bd560628a4aab218");
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
