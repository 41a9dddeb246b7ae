/**
 * The command line: serve, migrate, import, generate, verify-log, log-key, health. May use registry, ledger, policy,
 * casework and transparency.
 */
@NullMarked
package org.narrowgate.cli;

import org.jspecify.annotations.NullMarked;
