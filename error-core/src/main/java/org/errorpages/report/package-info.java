/** Contains the report model: records of plain text, ready to render. */
@NullMarked
package org.errorpages.report;

import org.jspecify.annotations.NullMarked;
