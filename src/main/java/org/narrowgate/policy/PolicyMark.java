package org.narrowgate.policy;

/**
 * What a decision stands on. It differs as soon as anything that decides has changed, on whatever replica.
 *
 * @param version number of the version in force
 * @param stops number of the latest stop or resumption; 0 before the first
 */
public record PolicyMark(int version, long stops) {}
