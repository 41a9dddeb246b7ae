package org.narrowgate.disclosure.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A key that pseudonyms are made with. The owner adds one to rotate; the newest makes the next pseudonym. */
@Entity
@Table(name = "pseudonym_key")
public class PseudonymKeyEntity {
    @Id
    int id;

    byte[] key;
}
