package org.narrowgate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShippedPolicyTest {
    @Test
    void keepsItsHashUntilItsDocumentIsChangedOnPurpose() {
        assertThat(Policy.shipped().hash())
                .isEqualTo("cd539eb78370d897faeccd8f32ff57f8ac5c352cc3475b21917104de63698551");
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
