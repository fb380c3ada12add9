/** Where code comes from: the sources of frames on this machine, and the libraries with their versions. */
@NullMarked
package org.errorpages.report.source;

import org.jspecify.annotations.NullMarked;
