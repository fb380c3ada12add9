/** The report model: records only, plain text, ready to render. */
@NullMarked
package org.errorpages.report;

import org.jspecify.annotations.NullMarked;
