/** That whoever watches is told what the dashboard and the rules ask for, and nothing of anybody. */
@NullMarked
package org.narrowgate.observation;

import org.jspecify.annotations.NullMarked;
