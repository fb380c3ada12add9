/** The shell: from a servlet request to the answer of error-core, and from that to a servlet response. */
@NullMarked
package org.errorpages.servlet;

import org.jspecify.annotations.NullMarked;
