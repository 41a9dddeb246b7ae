package org.narrowgate.caller.store;

import org.jspecify.annotations.Nullable;

/** What the identity provider gave at a sign-in, encrypted. */
record Tokens(String identity, @Nullable String refresh) {}
