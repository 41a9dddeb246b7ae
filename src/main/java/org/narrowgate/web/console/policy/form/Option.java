package org.narrowgate.web.console.policy.form;

/** A word of a policy document that can be chosen, and what it means. */
public record Option(String value, String words) {}
