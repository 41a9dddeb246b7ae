/**
 * The console of the registry's staff: who is signed in, the shell around every page, and what guards every form. A
 * page here names its roles with {@code RolesAllowed}, extends {@code console/layout.html}, and puts {@code {#csrf /}}
 * into every form.
 */
@NullMarked
package org.narrowgate.web.console;

import org.jspecify.annotations.NullMarked;
