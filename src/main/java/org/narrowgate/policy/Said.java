package org.narrowgate.policy;

/**
 * What became different for whoever holds a purpose.
 *
 * @param aspect the same for the same rule, in whatever purpose of a lineage it stands
 * @param phrase to be said of an agency: no longer sees gender
 */
record Said(Direction direction, String aspect, String phrase) {}
