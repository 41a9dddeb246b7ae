package org.narrowgate.subject;

/** A person's place in the registry: its own key, no identifier anybody else uses. */
public record PersonKey(long value) {}
