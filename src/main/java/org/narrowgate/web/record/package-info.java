/**
 * My record, for the people held: who is signed in, what guards every form, and the page that says who asked about
 * them. A page here extends {@code my-record/layout.html}, takes who asks from {@code Visitor}, and puts
 * {@code {#personCsrf /}} into every form. No address, title or log line holds a number.
 */
@NullMarked
package org.narrowgate.web.record;

import org.jspecify.annotations.NullMarked;
