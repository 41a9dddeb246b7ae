package org.narrowgate.policy;

/** How far proceedings for an offence have come, in order: a later stage includes the earlier ones. */
public enum OffenceStage {
    INVESTIGATED,
    CHARGED,
    CONVICTED
}
