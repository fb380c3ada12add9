/** The pages as files, for the gateways in front of an application. */
@NullMarked
package org.errorpages.export;

import org.jspecify.annotations.NullMarked;
